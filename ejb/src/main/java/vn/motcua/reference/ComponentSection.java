package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Components of the dossier (thành phần hồ sơ). Comes after the questions that they refer to. */
final class ComponentSection implements ReferenceSection {

  private enum Answer {
    YES,
    NO
  }

  @Override
  public List<String> columns() {
    return List.of(
        "procedure",
        "code",
        "position",
        "name",
        "required",
        "baseline",
        "held_source",
        "question",
        "answer");
  }

  @Override
  public void load(ReferenceFile file, Connection connection, Tally tally) throws SQLException {
    new Rows(connection).load(file, connection, tally);
  }

  private record Key(int procedure, String code) {}

  private record Content(
      int position,
      String name,
      boolean required,
      int baseline,
      String heldSource,
      Integer question,
      Boolean answer) {}

  private static final class Rows extends VersionedRows<Key, Content> {
    private final Connection connection;
    private final ProcedureIds procedures;
    private final Map<Key, Integer> questions = new HashMap<>();

    Rows(Connection connection) throws SQLException {
      this.connection = connection;
      procedures = ProcedureIds.read(connection);
    }

    @Override
    public List<String> columns() {
      return List.of();
    }

    @Override
    public void load(ReferenceFile file, Connection same, Tally tally) throws SQLException {
      try (PreparedStatement statement =
              connection.prepareStatement(
                  "select id, procedure_id, code from procedure_question where valid_to = 'infinity'");
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          questions.put(
              new Key(row.getInt("procedure_id"), row.getString("code")), row.getInt("id"));
        }
      }
      try (PreparedStatement statement =
              connection.prepareStatement(
                  "select * from procedure_component where valid_to = 'infinity'"
                      + " and procedure_id not in (select id from procedure where managed)");
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          known(
              new Key(row.getInt("procedure_id"), row.getString("code")),
              row.getObject("valid_from", LocalDate.class),
              new Content(
                  row.getInt("position"),
                  row.getString("name"),
                  row.getBoolean("required"),
                  row.getInt("baseline"),
                  row.getString("held_source"),
                  row.getObject("question_id", Integer.class),
                  row.getObject("when_answer", Boolean.class)));
        }
      }
      take(file, tally);
    }

    @Override
    Key key(ReferenceRow row) throws BadCell {
      return new Key(procedures.of(row, "procedure"), row.required("code"));
    }

    @Override
    Content content(ReferenceRow row) throws BadCell {
      Integer question = null;
      Boolean answer = null;
      if (!row.text("question").isEmpty()) {
        question = questions.get(new Key(procedures.of(row, "procedure"), row.text("question")));
        if (question == null) {
          throw BadCell.reference("question", row.text("question"));
        }
        answer = row.oneOf(Answer.class, "answer", null) == Answer.YES;
      }
      return new Content(
          row.count("position"),
          row.required("name"),
          row.oneOf(Answer.class, "required", null) == Answer.YES,
          row.count("baseline"),
          row.text("held_source"),
          question,
          answer);
    }

    @Override
    boolean isManaged(Key key) {
      return procedures.isManaged(key.procedure());
    }

    @Override
    void close(Key key, LocalDate day) throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              update procedure_component set valid_to = ?
              where procedure_id = ? and code = ? and valid_to = 'infinity'
              """)) {
        statement.setObject(1, day);
        statement.setInt(2, key.procedure());
        statement.setString(3, key.code());
        statement.executeUpdate();
      }
    }

    @Override
    void open(Key key, Content content, LocalDate day) throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              insert into procedure_component
                (procedure_id, code, position, name, required, baseline, held_source, question_id,
                 when_answer, valid_from)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)) {
        statement.setInt(1, key.procedure());
        statement.setString(2, key.code());
        statement.setInt(3, content.position());
        statement.setString(4, content.name());
        statement.setBoolean(5, content.required());
        statement.setInt(6, content.baseline());
        statement.setString(7, content.heldSource());
        statement.setObject(8, content.question(), Types.INTEGER);
        statement.setObject(9, content.answer(), Types.BOOLEAN);
        statement.setObject(10, day);
        statement.executeUpdate();
      }
    }
  }
}
