package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.database.Query;
import vn.motcua.reception.RegisterNumber;
import vn.motcua.reports.ControlSheet;
import vn.motcua.reports.DossierRegister;
import vn.motcua.reports.NoticeCase;

/** Reads what the forms about dossiers print, as it stands now. */
final class FormSource {

  private final Connection connection;

  FormSource(Connection connection) {
    this.connection = connection;
  }

  /** What every form says of a dossier. */
  record Head(
      long id,
      int branchId,
      String branch,
      int agencyId,
      String agency,
      Instant receivedAt,
      Instant promisedAt,
      Instant dueAt,
      Instant closedAt,
      String closeReason,
      NoticeCase about) {}

  Head head(long id) throws SQLException {
    return Query.of(
            connection,
            """
            select d.*, coalesce(d.branch_id, d.unit_id) as desk_id, desk.name as desk,
              agency.name as agency, i.promised_at,
              coalesce(nullif(i.summary, ''), v.name, f.name) as matter,
              coalesce(p.full_name, '') as owner, coalesce(p.phone, '') as phone,
              coalesce(p.email, '') as email,
              concat_ws(', ', nullif(p.address, ''), c.name) as place
            from dossier d
            join unit desk on desk.id = coalesce(d.branch_id, d.unit_id)
            join unit agency on agency.id = d.unit_id
            join field f on f.id = d.field_id
            left join dossier_intake i on i.dossier_id = d.id
            left join procedure_version v on v.procedure_id = d.procedure_id
              and v.valid_from <= (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
              and v.valid_to > (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
            left join dossier_person r on r.dossier_id = d.id and r.relation = 'OWNER'
              and r.position = 1
            left join person p on p.id = r.person_id
            left join unit c on c.id = p.commune_id
            where d.id = ?""",
            id)
        .first(
            row ->
                new Head(
                    id,
                    row.getInt("desk_id"),
                    row.getString("desk"),
                    row.getInt("unit_id"),
                    row.getString("agency"),
                    Query.moment(row, "received_at"),
                    Query.moment(row, "promised_at"),
                    Query.moment(row, "due_at"),
                    Query.moment(row, "closed_at"),
                    row.getString("close_reason"),
                    new NoticeCase(
                        row.getString("desk"),
                        row.getString("owner").isEmpty() ? "(không ghi)" : row.getString("owner"),
                        row.getString("place"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getString("code"),
                        row.getString("matter"))))
        .orElseThrow();
  }

  /** A request for a supplement. */
  record Asked(
      long id,
      List<String> items,
      String reason,
      boolean recheck,
      Instant at,
      Instant answerBy,
      String who) {}

  /**
   * @param number which of them; 0: the last
   */
  Optional<Asked> asked(long dossierId, int number) throws SQLException {
    return Query.of(
            connection,
            """
            select r.*, coalesce(s.full_name, r.requested_by) as who from supplement_request r
            left join account a on a.login = r.requested_by left join staff s on s.id = a.staff_id
            where r.dossier_id = ? and (r.number = ? or ? = 0) order by r.number desc limit 1""",
            dossierId,
            number,
            number)
        .first(
            row ->
                new Asked(
                    row.getLong("id"),
                    Query.texts(row, "items"),
                    row.getString("reason"),
                    row.getBoolean("recheck"),
                    Query.moment(row, "requested_at"),
                    Query.moment(row, "answer_by"),
                    row.getString("who")));
  }

  /** An extension as it was made. */
  record Extended(
      long id,
      String reason,
      String document,
      String title,
      String signer,
      Instant from,
      Instant to,
      Instant at) {}

  Optional<Extended> extended(long dossierId) throws SQLException {
    return Query.of(connection, "select * from dossier_extension where dossier_id = ?", dossierId)
        .first(
            row ->
                new Extended(
                    row.getLong("id"),
                    row.getString("reason"),
                    row.getString("document"),
                    row.getString("signer_title"),
                    row.getString("signer"),
                    Query.moment(row, "old_promise"),
                    Query.moment(row, "new_promise"),
                    Query.moment(row, "extended_at")));
  }

  /**
   * What ended a dossier without a result.
   *
   * @param stage the step that was left
   */
  record Stopped(
      int sequence, String reason, String document, String money, String stage, String who) {}

  Optional<Stopped> stopped(long dossierId) throws SQLException {
    return Query.of(
            connection,
            """
            select t.sequence, coalesce(w.reason, t.reason) as words,
              coalesce(w.document, '') as document, coalesce(w.money, '') as money,
              coalesce(s.full_name, t.actor) as who,
              coalesce((select k.name from dossier_task k
                where k.dossier_id = t.dossier_id and k.abandoned and k.kind = 'MAIN'
                order by k.completed_at desc limit 1), 'Tiếp nhận') as stage
            from dossier_transition t
            left join dossier_statement w on w.dossier_id = t.dossier_id and w.sequence = t.sequence
            left join account a on a.login = t.actor left join staff s on s.id = a.staff_id
            where t.dossier_id = ? and t.kind = 'CLOSED' order by t.sequence desc limit 1""",
            dossierId)
        .first(
            row ->
                new Stopped(
                    row.getInt("sequence"),
                    row.getString("words"),
                    row.getString("document"),
                    row.getString("money"),
                    row.getString("stage"),
                    row.getString("who")));
  }

  /** The passing on of a dossier, from step to step, each against its own limit. */
  List<ControlSheet.HandOver> handOvers(long dossierId) throws SQLException {
    record Task(String body, String name, String who, Instant done, Instant due, boolean left) {}
    List<Task> tasks =
        Query.of(
                connection,
                """
                select u.name as body, t.name, t.completed_at, t.due_at, t.abandoned,
                  coalesce(s.full_name, t.completed_by, t.assignee, '') as who
                from dossier_task t join unit u on u.id = t.unit_id
                left join account a on a.login = coalesce(t.completed_by, t.assignee)
                left join staff s on s.id = a.staff_id
                where t.dossier_id = ? and t.kind = 'MAIN'
                order by t.begun_at, t.position, t.id""",
                dossierId)
            .list(
                row ->
                    new Task(
                        row.getString("body"),
                        row.getString("name"),
                        row.getString("who"),
                        Query.moment(row, "completed_at"),
                        Query.moment(row, "due_at"),
                        row.getBoolean("abandoned")));
    List<ControlSheet.HandOver> handOvers = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      Task next = i + 1 < tasks.size() ? tasks.get(i + 1) : null;
      if (task.done() == null) {
        continue;
      }
      handOvers.add(
          new ControlSheet.HandOver(
              task.body(),
              next == null ? "Người nộp hồ sơ" : next.body(),
              wall(task.done()),
              task.who(),
              next == null ? "" : next.who(),
              task.left() ? ControlSheet.Verdict.NONE : verdict(task.done(), task.due()),
              task.left() ? "Dừng tại: " + task.name() : task.name()));
    }
    return handOvers;
  }

  /** Early is on a day before, as for the whole dossier. */
  private static ControlSheet.Verdict verdict(Instant done, Instant due) {
    if (due == null) {
      return ControlSheet.Verdict.NONE;
    }
    if (done.isAfter(due)) {
      return ControlSheet.Verdict.LATE;
    }
    return wall(done).toLocalDate().isBefore(wall(due).toLocalDate())
        ? ControlSheet.Verdict.EARLY
        : ControlSheet.Verdict.ON_TIME;
  }

  /** Bodies that were asked for an opinion. */
  List<String> coordinating(long dossierId) throws SQLException {
    return Query.of(
            connection,
            "select distinct asked_of from opinion_request where dossier_id = ? order by asked_of",
            dossierId)
        .list(row -> row.getString(1));
  }

  /** The dossiers that a branch received in a period, half-open, in the order of receipt. */
  List<DossierRegister.Line> register(
      int branchId, int datasetId, Instant from, Instant to, int most) throws SQLException {
    return Query.of(
            connection,
            """
            select d.code, coalesce(nullif(i.summary, ''), v.name, f.name) as matter,
              coalesce(i.copies, 1) as sets, v0.receipt_code, v0.place,
              coalesce((select e.received_by from result_return e where e.dossier_id = d.id
                and d.returned_at is not null order by e.number desc limit 1), '') as receiver, u.name as agency, d.received_at, i.promised_at,
              d.returned_at, coalesce(i.return_channel, '') as channel, d.state, d.close_reason,
              coalesce(p.full_name, '') as owner,
              concat_ws(', ', nullif(p.address, ''), nullif(p.phone, '')) as contact
            from dossier d
            join unit b on b.id = d.branch_id
            join unit u on u.id = d.unit_id
            join field f on f.id = d.field_id
            left join dossier_intake i on i.dossier_id = d.id
            left join lateral (
              select t.receipt_code,
                case when count(*) > 1
                  then (count(*) filter (where o.dossier_id <= d.id))::int else 0 end as place
              from visit t join dossier_intake o on o.visit_id = t.id
              where t.id = i.visit_id group by t.receipt_code) v0 on true
            left join procedure_version v on v.procedure_id = d.procedure_id
              and v.valid_from <= (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
              and v.valid_to > (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
            left join dossier_person r on r.dossier_id = d.id and r.relation = 'OWNER'
              and r.position = 1
            left join person p on p.id = r.person_id
            where d.dataset_id = ? and d.received_at >= ? and d.received_at < ?
              and coalesce(b.lineage_id, b.id) =
                (select coalesce(lineage_id, id) from unit where id = ?)
            order by d.received_at, d.id limit ?""",
            datasetId,
            from,
            to,
            branchId,
            most)
        .list(
            row ->
                new DossierRegister.Line(
                    entry(row.getString("receipt_code"), row.getInt("place")),
                    row.getString("code"),
                    row.getString("matter"),
                    row.getInt("sets"),
                    row.getString("owner"),
                    row.getString("contact"),
                    row.getString("agency"),
                    day(Query.moment(row, "received_at")),
                    day(Query.moment(row, "promised_at")),
                    day(Query.moment(row, "returned_at")),
                    channel(row.getString("channel")),
                    row.getString("receiver"),
                    note(row.getString("state"), row.getString("close_reason"))));
  }

  private static String entry(String receiptCode, int place) {
    return RegisterNumber.of(receiptCode, place).map(RegisterNumber::number).orElse("");
  }

  int refused(int branchId, int datasetId, Instant from, Instant to) throws SQLException {
    return Query.of(
            connection,
            """
            select count(*) as n from reception_refusal r join unit b on b.id = r.branch_id
            where r.dataset_id = ? and r.refused_at >= ? and r.refused_at < ?
              and coalesce(b.lineage_id, b.id) =
                (select coalesce(lineage_id, id) from unit where id = ?)""",
            datasetId,
            from,
            to,
            branchId)
        .first(row -> row.getInt("n"))
        .orElse(0);
  }

  private static String channel(String code) {
    return switch (code) {
      case "COUNTER" -> "tại nơi tiếp nhận";
      case "POST" -> "qua bưu chính";
      case "ELECTRONIC" -> "bản điện tử";
      default -> "";
    };
  }

  private static String note(String state, String closeReason) {
    return switch (state) {
      case "VOIDED" -> "Đã hủy";
      case "CLOSED" -> "Dừng: " + closing(closeReason);
      case "PAUSED" -> "Tạm dừng";
      default -> "";
    };
  }

  static String closing(String reason) {
    return switch (reason == null ? "" : reason) {
      case "WITHDRAWN" -> "người nộp rút hồ sơ";
      case "STOPPED" -> "cơ quan dừng giải quyết";
      case "NO_SUPPLEMENT" -> "không bổ sung trong thời hạn";
      case "RETURNED_INCOMPLETE" -> "trả lại hồ sơ chưa đủ";
      default -> "lý do khác";
    };
  }

  static LocalDateTime wall(Instant moment) {
    return moment == null ? null : LocalDateTime.ofInstant(moment, IssuedForms.ZONE);
  }

  private static LocalDate day(Instant moment) {
    return moment == null ? null : LocalDate.ofInstant(moment, IssuedForms.ZONE);
  }
}
