package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Questions about a case (câu hỏi tình huống) that shorten the list of papers. */
final class QuestionSection implements ReferenceSection {

  @Override
  public List<String> columns() {
    return List.of("procedure", "code", "position", "text_vi", "text_en");
  }

  @Override
  public void load(ReferenceFile file, Connection connection, Tally tally) throws SQLException {
    new Rows(connection).load(file, connection, tally);
  }

  private record Key(int procedure, String code) {}

  private record Content(int position, String textVi, String textEn) {}

  private static final class Rows extends VersionedRows<Key, Content> {
    private final Connection connection;
    private final ProcedureIds procedures;

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
                  "select * from procedure_question where valid_to = 'infinity'"
                      + " and procedure_id not in (select id from procedure where managed)");
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          known(
              new Key(row.getInt("procedure_id"), row.getString("code")),
              row.getObject("valid_from", LocalDate.class),
              new Content(
                  row.getInt("position"), row.getString("text_vi"), row.getString("text_en")));
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
      return new Content(row.count("position"), row.required("text_vi"), row.required("text_en"));
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
              update procedure_question set valid_to = ?
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
              insert into procedure_question
                (procedure_id, code, position, text_vi, text_en, valid_from)
              values (?, ?, ?, ?, ?, ?)
              """)) {
        statement.setInt(1, key.procedure());
        statement.setString(2, key.code());
        statement.setInt(3, content.position());
        statement.setString(4, content.textVi());
        statement.setString(5, content.textEn());
        statement.setObject(6, day);
        statement.executeUpdate();
      }
    }
  }
}
