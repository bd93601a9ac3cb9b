package vn.motcua.processing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.payment.PaymentStanding;
import vn.motcua.worktime.BundledCalendars;

/** Where results come in and are handed over, for tests of other packages. */
public final class ResultDesk {

  private final TestTransactions transactions;
  private final ResultWork results;
  private final ReturnWork returns;
  private final TaskWork tasks;

  public ResultDesk(TestTransactions transactions) {
    this.transactions = transactions;
    DossierTerms terms =
        new DossierTerms(new ProcedureCatalogue(transactions.database()), new BundledCalendars());
    results = new ResultWork(transactions.database(), transactions.dossiers(), terms);
    tasks = new TaskWork(transactions.database(), transactions.dossiers(), terms);
    returns =
        new ReturnWork(
            transactions.database(),
            transactions.dossiers(),
            new PaymentStanding(transactions.database()));
  }

  /** The present step is done. */
  public void complete(long dossier, Instant at) {
    transactions.run(() -> tasks.complete(seen(dossier), "", at, "mot"));
  }

  /** The result is there: a refusal, which may come at any step. */
  public void finish(long dossier, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneId.of("Asia/Ho_Chi_Minh"));
    transactions.run(
        () ->
            results.finish(
                seen(dossier),
                new SignedResult("1/QĐ", day, "Bà A", true, "Không đủ điều kiện", null),
                at,
                "mot"));
  }

  /** It is handed to its receiver. */
  public void give(long dossier, Instant at) {
    transactions.run(
        () ->
            returns.giveResult(
                seen(dossier),
                new HandOver(HandOver.Channel.COUNTER, "", "4321", false),
                at,
                "clerk"));
  }

  private Seen seen(long dossier) {
    String[] shown =
        transactions
            .value(
                """
                select d.sequence || ' ' || coalesce(max(t.version), 0) from dossier d
                left join dossier_task t on t.dossier_id = d.id and t.completed_at is null
                  and t.kind = 'MAIN'
                where d.id = %d group by d.sequence"""
                    .formatted(dossier))
            .split(" ");
    return new Seen(dossier, Integer.parseInt(shown[0]), Integer.parseInt(shown[1]));
  }
}
