package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.TransitionKind;
import vn.motcua.payment.PaymentStanding;

/**
 * Handing the result over (trả kết quả) to one of those who may take it. Checks the dossier, not
 * the caller; never reads a clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ReturnWork {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;
  @EJB private PaymentStanding payments;

  public ReturnWork() {}

  /** For use without a container. */
  ReturnWork(DataSource database, DossierService dossiers, PaymentStanding payments) {
    this.database = database;
    this.dossiers = dossiers;
    this.payments = payments;
  }

  /**
   * The result is in the applicant's hands.
   *
   * @throws ProcessingFailure.NotTheReceiver where the number shown is on no paper of those who may
   *     take it
   * @throws ProcessingFailure.Missing where nobody is named
   * @throws ProcessingFailure.Unpaid where the rule of the day holds the result back until what was
   *     assessed is paid
   */
  public void giveResult(Seen seen, HandOver given, Instant at, String actor) {
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.locked(seen.dossierId());
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, TransitionKind.RETURNED.name(), actor)) {
        return;
      }
      String receivedBy = receiver(connection, dossier, given, at);
      PaymentStanding.Standing money =
          payments.of(dossier.id(), at.atZone(dossier.zone()).toLocalDate());
      if (!money.mayReturn()) {
        throw new ProcessingFailure.Unpaid(dossier.code(), money.outstanding());
      }
      dossiers.giveResult(dossier.id(), at, actor);
      Query.of(
              connection,
              """
              insert into result_return
                (dossier_id, number, returned_at, returned_by, received_by, checked_id, channel)
              values (?, (select count(*) + 1 from result_return where dossier_id = ?),
                ?, ?, ?, ?, ?)""",
              dossier.id(),
              dossier.id(),
              at,
              actor,
              receivedBy,
              given.keptId(),
              given.channel())
          .update();
      if (task != null) {
        tasks.end(task, at, actor, "", false);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String receiver(Connection connection, CaseRow dossier, HandOver given, Instant at)
      throws SQLException {
    if (given.channel() == HandOver.Channel.COUNTER && !given.noPapers()) {
      return entitled(connection, dossier, at).stream()
          .filter(person -> given.shows(person.nationalId()))
          .findFirst()
          .orElseThrow(() -> new ProcessingFailure.NotTheReceiver(dossier.code()))
          .fullName();
    }
    if (given.receivedBy().isEmpty()) {
      throw new ProcessingFailure.Missing("received-by");
    }
    return given.receivedBy();
  }

  private record Entitled(String fullName, String nationalId) {}

  /** Owner, receiver, submitter; the authorised as long as the authority lasts. */
  private static List<Entitled> entitled(Connection connection, CaseRow dossier, Instant at)
      throws SQLException {
    return Query.of(
            connection,
            """
            select p.full_name, p.national_id
            from dossier_person r join person p on p.id = r.person_id
            where r.dossier_id = ?
              and (r.authority_until is null or r.authority_until >= ?)
            order by array_position(array['RECEIVER', 'OWNER', 'AUTHORISED', 'SUBMITTER'],
                                    r.relation)""",
            dossier.id(),
            at.atZone(dossier.zone()).toLocalDate())
        .list(row -> new Entitled(row.getString(1), row.getString(2)));
  }
}
