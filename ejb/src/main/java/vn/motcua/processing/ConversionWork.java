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
      Query.of(
              connection,
              """
              insert into dossier_conversion
                (from_dossier, to_dossier, reason, converted_by, converted_at)
              values (?, ?, ?, ?, ?)""",
              dossier.id(),
              taken,
              why.reason(),
              actor,
              at)
          .update();
      return convertedTo(connection, dossier);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
