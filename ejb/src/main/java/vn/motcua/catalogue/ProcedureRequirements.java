package vn.motcua.catalogue;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;

/** What a procedure asks for, and which steps it takes, on a day. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ProcedureRequirements {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  public ProcedureRequirements() {}

  /** For use without a container. */
  public ProcedureRequirements(DataSource database) {
    this.database = database;
  }

  /**
   * Questions and components in force on a day.
   *
   * @param procedureId {@link ProcedureDetail#id}
   * @param on the day, in the city's zone
   */
  public PaperList papers(int procedureId, LocalDate on) {
    try (Connection connection = database.getConnection()) {
      return new PaperList(
          questions(connection, procedureId, on), components(connection, procedureId, on));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The version of the internal process in force on a day; empty where the procedure has none.
   *
   * @param procedureId {@link ProcedureDetail#id}
   * @param on the day, in the city's zone
   */
  public Optional<InternalProcess> process(int procedureId, LocalDate on) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select p.id, p.version, p.baseline_steps, p.baseline_minutes, s.position, s.name,
                  s.name_en, s.place, s.role, s.minutes, s.public_name
                from internal_process p join internal_step s on s.process_id = p.id
                where p.procedure_id = ? and p.valid_from <= ? and p.valid_to > ?
                order by p.version desc, s.position
                """)) {
      statement.setInt(1, procedureId);
      statement.setObject(2, on);
      statement.setObject(3, on);
      List<InternalStep> steps = new ArrayList<>();
      InternalProcess process = null;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next() && (process == null || process.id() == row.getInt("id"))) {
          steps.add(step(row));
          process =
              new InternalProcess(
                  row.getInt("id"),
                  row.getInt("version"),
                  row.getInt("baseline_steps"),
                  row.getInt("baseline_minutes"),
                  steps);
        }
      }
      return Optional.ofNullable(process);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * To whom the decision is delegated on a day (ủy quyền giải quyết); empty: to nobody.
   *
   * @param procedureId {@link ProcedureDetail#id}
   * @param on the day, in the city's zone
   */
  public String delegatedTo(int procedureId, LocalDate on) {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select delegated_to from procedure_version where procedure_id = ?
                and valid_from <= ? and valid_to > ? and delegated_from <= ?""",
              procedureId,
              on,
              on,
              on)
          .first(row -> row.getString(1))
          .orElse("");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InternalStep step(ResultSet row) throws SQLException {
    return new InternalStep(
        row.getInt("position"),
        row.getString("name"),
        row.getString("name_en"),
        "BRANCH".equals(row.getString("place")),
        row.getString("role"),
        row.getInt("minutes"),
        row.getString("public_name"));
  }

  private static List<ProcedureQuestion> questions(
      Connection connection, int procedureId, LocalDate on) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select code, text_vi, text_en from procedure_question
            where procedure_id = ? and valid_from <= ? and valid_to > ? order by position, code
            """)) {
      statement.setInt(1, procedureId);
      statement.setObject(2, on);
      statement.setObject(3, on);
      List<ProcedureQuestion> questions = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          questions.add(
              new ProcedureQuestion(
                  row.getString("code"), row.getString("text_vi"), row.getString("text_en")));
        }
      }
      return questions;
    }
  }

  private static List<ProcedureComponent> components(
      Connection connection, int procedureId, LocalDate on) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select c.*, q.code as question from procedure_component c
            left join procedure_question q on q.id = c.question_id
            where c.procedure_id = ? and c.valid_from <= ? and c.valid_to > ?
            order by c.position, c.code
            """)) {
      statement.setInt(1, procedureId);
      statement.setObject(2, on);
      statement.setObject(3, on);
      List<ProcedureComponent> components = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          components.add(
              new ProcedureComponent(
                  row.getInt("id"),
                  row.getString("code"),
                  row.getString("name"),
                  row.getBoolean("required"),
                  row.getInt("baseline"),
                  row.getString("held_source"),
                  row.getString("question"),
                  row.getObject("when_answer", Boolean.class)));
        }
      }
      return components;
    }
  }
}
