package vn.motcua.processing;

import java.time.Instant;
import javax.sql.DataSource;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.database.TestDatabase;
import vn.motcua.dossier.DossierService;
import vn.motcua.payment.PaymentStanding;
import vn.motcua.reception.ConversionDesk;
import vn.motcua.worktime.BundledCalendars;

/** The works of processing on a real database, with one dossier after the other. */
final class ProcessingWorld {

  final DataSource database = TestDatabase.fresh();
  final TestTransactions transactions = new TestTransactions(database);
  final DossierBuilder dossiers = new DossierBuilder(database, transactions);
  final DossierService service = transactions.dossiers();
  final DossierTerms terms =
      new DossierTerms(new ProcedureCatalogue(transactions.database()), new BundledCalendars());
  final TaskWork tasks = new TaskWork(transactions.database(), service, terms);
  final SupplementWork supplements = new SupplementWork(transactions.database(), service, terms);
  final PauseWork pauses = new PauseWork(transactions.database(), service, terms);
  final ParallelWork parallel = new ParallelWork(transactions.database());
  final BackWork back = new BackWork(transactions.database(), service, terms);
  final ResultWork results = new ResultWork(transactions.database(), service, terms);
  final ReturnWork returns =
      new ReturnWork(
          transactions.database(), service, new PaymentStanding(transactions.database()));

  final ExtensionWork extensions = new ExtensionWork(transactions.database(), terms);
  final OpinionWork opinions = new OpinionWork(transactions.database(), terms);
  final ResultCareWork care = new ResultCareWork(transactions.database(), terms);
  final EntryWork entries = new EntryWork(transactions.database(), service, terms);
  final PartyWork parties = new PartyWork(transactions.database(), service);
  final ConversionWork conversions =
      new ConversionWork(
          transactions.database(), service, ConversionDesk.of(transactions.database(), service));

  void complete(Seen seen, Instant at, String actor) {
    transactions.run(() -> tasks.complete(seen, "", at, actor));
  }

  void assign(Seen seen, String to, Instant at, String actor) {
    transactions.run(() -> tasks.assign(seen, to, at, actor));
  }

  void request(Seen seen, SupplementItems items, Instant at, String actor) {
    transactions.run(() -> supplements.request(seen, items, at, actor));
  }

  void answer(Seen seen, Instant at, String actor) {
    transactions.run(() -> supplements.answer(seen, at, actor));
  }

  void pause(Seen seen, Grounds why, Instant at, String actor) {
    transactions.run(() -> pauses.pause(seen, why, at, actor));
  }

  void resume(Seen seen, Instant at, String actor) {
    transactions.run(() -> pauses.resume(seen, new Grounds("", ""), at, actor));
  }

  void finish(Seen seen, SignedResult result, Instant at, String actor) {
    transactions.run(() -> results.finish(seen, result, at, actor));
  }

  void close(
      Seen seen, vn.motcua.events.CloseReason reason, Grounds why, Instant at, String actor) {
    transactions.run(() -> results.close(seen, reason, why, at, actor));
  }

  void giveResult(Seen seen, HandOver given, Instant at, String actor) {
    transactions.run(() -> returns.giveResult(seen, given, at, actor));
  }

  /** What a screen shows of a dossier now. */
  Seen seen(long id) {
    String[] shown =
        value(
                """
                select d.sequence || ' ' || coalesce(max(t.version), 0)
                from dossier d
                left join dossier_task t on t.dossier_id = d.id and t.completed_at is null
                  and t.kind = 'MAIN'
                where d.id = %d group by d.sequence""",
                id)
            .split(" ");
    return new Seen(id, Integer.parseInt(shown[0]), Integer.parseInt(shown[1]));
  }

  String value(String sql, Object... arguments) {
    return transactions.value(sql.formatted(arguments));
  }

  String state(long id) {
    return value("select state from dossier where id = %d", id);
  }

  Instant due(long id) {
    return Instant.parse(
        value(
            "select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                + " from dossier where id = %d",
            id));
  }

  String step(long id) {
    return value(
        "select name from dossier_task"
            + " where dossier_id = %d and completed_at is null and kind = 'MAIN'",
        id);
  }

  /** What the worklist of a body that was asked for its opinion shows of a dossier. */
  Seen asked(long id, int unit) {
    String[] shown =
        value(
                """
                select d.sequence || ' ' || t.version || ' ' || t.id
                from dossier d join dossier_task t on t.dossier_id = d.id
                where d.id = %d and t.kind = 'CONSULTATION' and t.unit_id = %d
                order by t.id desc limit 1""",
                id, unit)
            .split(" ");
    return new Seen(
        id, Integer.parseInt(shown[0]), Integer.parseInt(shown[1]), Long.parseLong(shown[2]));
  }

  String history(long id) {
    return value(
        "select string_agg(kind, ' ' order by sequence) from dossier_transition"
            + " where dossier_id = %d",
        id);
  }
}
