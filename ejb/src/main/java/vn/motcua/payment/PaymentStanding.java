package vn.motcua.payment;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;

/**
 * Whether a dossier's money is settled: for who hands results over. Asks nobody for rights; the
 * services in front of it do.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PaymentStanding {

  /**
   * @param assessed something was stated about fees at all
   * @param outstanding in đồng; 0: nothing is left to pay
   * @param neededBeforeReturn the rule of the procedure, in force on the day, holds the result back
   *     until all is paid
   */
  public record Standing(boolean assessed, long outstanding, boolean neededBeforeReturn) {

    /** Whether the result may be handed over. What was never assessed holds nothing back. */
    public boolean mayReturn() {
      return outstanding == 0 || !neededBeforeReturn;
    }
  }

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  public PaymentStanding() {}

  /** For use without a container. */
  public PaymentStanding(DataSource database) {
    this.database = database;
  }

  /**
   * @param on the day whose rule counts, in the city's zone
   * @throws PaymentFailure.Unknown where there is no such dossier
   */
  public Standing of(long dossierId, LocalDate on) {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select exists (select 1 from fee_assessment a
                             where a.dossier_id = d.id and a.superseded_at is null) as assessed,
                coalesce((select sum(r.amount) from payment_request r
                  where r.dossier_id = d.id and r.cancelled_at is null
                    and not exists (select 1 from payment p
                      where p.request_id = r.id and p.voided_at is null)), 0) as outstanding,
                coalesce((select u.before_return from payment_rule u
                  where (u.procedure_id = d.procedure_id or u.procedure_id is null)
                    and u.valid_from <= ? and u.valid_to > ?
                  order by u.procedure_id nulls last limit 1), false) as needed
              from dossier d where d.id = ?""",
              on,
              on,
              dossierId)
          .first(
              row ->
                  new Standing(
                      row.getBoolean("assessed"),
                      row.getLong("outstanding"),
                      row.getBoolean("needed")))
          .orElseThrow(() -> new PaymentFailure.Unknown(dossierId));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
