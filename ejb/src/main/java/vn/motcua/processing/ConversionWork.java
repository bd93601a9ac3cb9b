package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierService;
import vn.motcua.reception.ConversionIntake;

/**
 * Received under a wrong procedure (chuyển đúng thủ tục): the dossier is voided, and one of the
 * right procedure is taken up with the same persons, papers and moment of receipt. The applicant
 * loses no day by the office's mistake. Checks the dossier, not the caller; never reads a clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ConversionWork {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;
  @EJB private ConversionIntake intake;

  public ConversionWork() {}

  /** For use without a container. */
  ConversionWork(DataSource database, DossierService dossiers, ConversionIntake intake) {
    this.database = database;
    this.dossiers = dossiers;
    this.intake = intake;
  }

  /**
   * Converts; answers the code of the new dossier.
   *
   * @param procedureCode of the right procedure
   * @throws ProcessingFailure.SameProcedure where it is that already
   * @throws vn.motcua.reception.IntakeFailure.Refused where the procedure cannot be received
   */
  public String convert(Seen seen, String procedureCode, Grounds why, Instant at, String actor) {
    why.withReason();
    String wanted = procedureCode == null ? "" : procedureCode.strip();
    if (wanted.isEmpty()) {
      throw new ProcessingFailure.Missing("procedure");
    }
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.locked(seen.dossierId());
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, "VOIDED", actor)) {
        return convertedTo(connection, dossier);
      }
      if (wanted.equals(dossier.procedureCode())) {
        throw new ProcessingFailure.SameProcedure(dossier.code());
      }
      dossiers.voidEntry(dossier.id(), at, "chuyển sang thủ tục " + wanted, actor);
      cases.explain(dossier.id(), why, "");
      if (task != null) {
        tasks.end(task, at, actor, "", true);
      }
      long taken = intake.receive(dossier.id(), wanted, at, actor);
      String number = passOn(connection, dossier, taken);
      Query.of(
              connection,
              """
              insert into dossier_conversion (from_dossier, to_dossier, reason, converted_by,
                converted_at, external_system, external_code)
              values (?, ?, ?, ?, ?, ?, ?)""",
              dossier.id(),
              taken,
              why.reason(),
              actor,
              at,
              number == null ? null : dossier.elsewhere(),
              number)
          .update();
      return convertedTo(connection, dossier);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The number in a ministry's own software follows the dossier that goes on, so that statuses told
   * by it find that one. A new procedure of another software, or of none, has no use for it: then
   * it stays where it was.
   *
   * @return the number; null: none was passed on
   */
  private static String passOn(Connection connection, CaseRow former, long taken)
      throws SQLException {
    record Linked(String code, Instant at, String by, boolean registered) {}
    Linked linked =
        Query.of(
                connection,
                """
                select f.external_code, f.linked_at, f.linked_by, f.registered
                from external_dossier f join external_dossier t
                  on t.dossier_id = ? and t.system = f.system and t.external_code is null
                where f.dossier_id = ? and f.external_code is not null""",
                taken,
                former.id())
            .first(
                row ->
                    new Linked(
                        row.getString("external_code"),
                        Query.moment(row, "linked_at"),
                        row.getString("linked_by"),
                        row.getBoolean("registered")))
            .orElse(null);
    if (linked == null) {
      return null;
    }
    Query.of(
            connection,
            """
            update external_dossier set external_code = null, linked_at = null, linked_by = null
            where dossier_id = ?""",
            former.id())
        .update();
    Query.of(
            connection,
            """
            update external_dossier set external_code = ?, linked_at = ?, linked_by = ?,
              registered = ?
            where dossier_id = ?""",
            linked.code(),
            linked.at(),
            linked.by(),
            linked.registered(),
            taken)
        .update();
    return linked.code();
  }

  private static String convertedTo(Connection connection, CaseRow dossier) throws SQLException {
    return Query.of(
            connection,
            """
            select d.code from dossier_conversion c join dossier d on d.id = c.to_dossier
            where c.from_dossier = ?""",
            dossier.id())
        .first(row -> row.getString(1))
        .orElse("");
  }
}
