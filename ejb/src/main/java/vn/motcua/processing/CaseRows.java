package vn.motcua.processing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.motcua.database.Query;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.DossierFailure;
import vn.motcua.dossier.DossierState;
import vn.motcua.worktime.Suspension;

/** Dossiers as processing reads them. Who changes one has locked it first. */
final class CaseRows {

  static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

  private final Connection connection;

  CaseRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * Locks the dossier until the end of the transaction.
   *
   * @throws DossierFailure.Unknown where there is none
   */
  CaseRow locked(long id) throws SQLException {
    return Query.of(
            connection,
            """
            select d.*, i.process_id, i.episode_id, p.code as procedure_code, s.zone,
              coalesce(x.system, '') as elsewhere
            from dossier d
            join dataset s on s.id = d.dataset_id
            left join dossier_intake i on i.dossier_id = d.id
            left join external_dossier x on x.dossier_id = d.id
            left join procedure p on p.id = d.procedure_id
            where d.id = ? for update of d""",
            id)
        .first(CaseRows::row)
        .orElseThrow(() -> new DossierFailure.Unknown(id));
  }

  /**
   * Locks a dossier that is processed here (hồ sơ giải quyết trên hệ thống này).
   *
   * @throws DossierFailure.Unknown where there is none
   * @throws ProcessingFailure.Elsewhere where a ministry's software processes it
   */
  CaseRow ours(long id) throws SQLException {
    CaseRow dossier = locked(id);
    if (!dossier.elsewhere().isEmpty()) {
      throw new ProcessingFailure.Elsewhere(dossier.code(), dossier.elsewhere());
    }
    return dossier;
  }

  /**
   * Whether the step was already done by a first press of the same button.
   *
   * @param task the present one, or null
   * @param kind of the history row that the step writes
   * @throws ProcessingFailure.MovedOn where something else was done meanwhile
   */
  boolean repeated(CaseRow dossier, TaskRow task, Seen seen, String kind, String actor)
      throws SQLException {
    int version = task == null ? seen.taskVersion() : task.version();
    if (dossier.sequence() == seen.sequence() && version == seen.taskVersion()) {
      return false;
    }
    boolean mine =
        Query.of(
                connection,
                """
                select 1 from dossier_transition
                where dossier_id = ? and sequence > ? and sequence <= ? and kind = ? and actor = ?""",
                dossier.id(),
                seen.sequence(),
                seen.sequence() + 2,
                kind,
                actor)
            .first(row -> true)
            .orElse(false);
    if (mine) {
      return true;
    }
    throw movedOn(dossier, task);
  }

  /**
   * What to say where a step was ended or taken meanwhile.
   *
   * @param task as it is now; null: none
   */
  ProcessingFailure movedOn(CaseRow dossier, TaskRow task) throws SQLException {
    record Last(String actor, Instant at) {}
    Last last =
        Query.of(
                connection,
                "select actor, recorded_at from dossier_transition"
                    + " where dossier_id = ? order by sequence desc limit 1",
                dossier.id())
            .first(row -> new Last(row.getString(1), Query.moment(row, "recorded_at")))
            .orElseThrow();
    if (task != null && task.changedAt() != null && task.changedAt().isAfter(last.at())) {
      last = new Last(task.changedBy(), task.changedAt());
    }
    return new ProcessingFailure.MovedOn(
        dossier.code(), fullName(last.actor()), MINUTE.format(last.at().atZone(dossier.zone())));
  }

  /** The name behind a login; the login itself where it has none. */
  String fullName(String login) throws SQLException {
    return Query.of(
            connection,
            "select s.full_name from account a join staff s on s.id = a.staff_id where a.login = ?",
            login)
        .first(row -> row.getString(1))
        .orElse(login);
  }

  /**
   * The lawful pauses of a dossier so far, those begun after the due moment of their time left out.
   * One that lasts is given until {@code now}.
   */
  List<Suspension> lawfulPauses(long id, Instant now) throws SQLException {
    return Query.of(
            connection,
            """
            select t.occurred_at,
              (select min(r.occurred_at) from dossier_transition r
               where r.dossier_id = t.dossier_id and r.sequence > t.sequence
                 and r.kind in ('RESUMED', 'FINISHED', 'CLOSED')) as resumed_at
            from dossier_transition t
            where t.dossier_id = ? and t.kind = 'PAUSED' and t.lawful
              and t.occurred_at <= coalesce(
                (select due.due_at from dossier_transition due
                 where due.dossier_id = t.dossier_id and due.sequence < t.sequence
                   and due.due_at is not null
                 order by due.sequence desc limit 1), 'infinity')
            order by t.sequence""",
            id)
        .list(
            row -> {
              Instant from = Query.moment(row, "occurred_at");
              Instant to = Query.moment(row, "resumed_at");
              return new Suspension(from, to == null ? later(from, now) : to);
            });
  }

  /** The moment from which the legal term runs: the last restart, else the receipt. */
  Instant runsFrom(CaseRow dossier) throws SQLException {
    return Query.of(
            connection,
            """
            select max(occurred_at) as at from dossier_transition
            where dossier_id = ? and kind = 'DUE_MOVED' and due_cause = 'RESTART'""",
            dossier.id())
        .first(row -> Query.moment(row, "at"))
        .orElse(dossier.receivedAt());
  }

  /** Keeps the words behind the history row that was just written. */
  void explain(long id, Grounds why, String cause) throws SQLException {
    Query.of(
            connection,
            """
            insert into dossier_statement (dossier_id, sequence, reason, document, money, cause)
            select id, sequence, ?, ?, ?, ? from dossier where id = ?""",
            why.reason(),
            why.document(),
            why.money(),
            cause,
            id)
        .update();
  }

  /**
   * What the receipt promised follows a lawful restart or pause, with its reasons; a promise that
   * an extension has put later stays.
   */
  void promise(long id, DossierTerms.Due due) throws SQLException {
    Query.of(
            connection,
            """
            update dossier_intake i set promised_at = greatest(?::timestamptz,
                (select new_promise from dossier_extension e where e.dossier_id = i.dossier_id)),
              due_explanation = case when cardinality(?) > 0 then ? else due_explanation end,
              version = version + 1
            where dossier_id = ?""",
            due.at(),
            due.reasons(),
            due.reasons(),
            id)
        .update();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static CaseRow row(ResultSet row) throws SQLException {
    return new CaseRow(
        row.getLong("id"),
        row.getInt("dataset_id"),
        row.getString("code"),
        row.getInt("unit_id"),
        row.getObject("branch_id", Integer.class),
        row.getString("procedure_code"),
        Channel.valueOf(row.getString("channel")),
        DossierState.valueOf(row.getString("state")),
        Query.moment(row, "received_at"),
        Query.moment(row, "due_at"),
        row.getInt("sequence"),
        row.getObject("process_id", Integer.class),
        row.getObject("episode_id", Long.class),
        row.getString("elsewhere"),
        ZoneId.of(row.getString("zone")));
  }
}
