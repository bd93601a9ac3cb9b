package vn.motcua.reception;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.reports.DossierReceipt;
import vn.motcua.reports.ReceiptDossier;
import vn.motcua.reports.ReceiptPaper;
import vn.motcua.reports.ReceiptPerson;

/** Reads what a receipt prints, as it stands now. */
final class ReceiptSource {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Connection connection;
  private final String publicAddress;

  /**
   * @param publicAddress where citizens reach the system, without a slash at its end
   */
  ReceiptSource(Connection connection, String publicAddress) {
    this.connection = connection;
    this.publicAddress = publicAddress;
  }

  /**
   * A visit's head.
   *
   * @param placeId where it was received: the branch, or the point below it
   * @param point its name; empty where it was the branch itself
   */
  record Head(long id, int placeId, String branch, String point, String receiptCode, String clerk) {

    /** Who issues the receipt, one entry per line. */
    List<String> issuer() {
      return point.isEmpty() ? List.of(branch) : List.of(branch, point);
    }
  }

  Optional<Head> head(long visitId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select v.id, coalesce(v.point_id, v.branch_id) as place_id, u.name,
              coalesce(p.name, '') as point, v.receipt_code, coalesce(s.full_name, v.clerk) as clerk
            from visit v join unit u on u.id = v.branch_id
            left join unit p on p.id = v.point_id
            left join account a on a.login = v.clerk
            left join staff s on s.id = a.staff_id
            where v.id = ?
            """)) {
      statement.setLong(1, visitId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Head(
                    row.getLong("id"),
                    row.getInt("place_id"),
                    row.getString("name"),
                    row.getString("point"),
                    row.getString("receipt_code"),
                    row.getString("clerk")))
            : Optional.empty();
      }
    }
  }

  DossierReceipt receipt(
      Head head, String issuer, String place, int version, String reason, ZonedDateTime issuedAt)
      throws SQLException {
    return new DossierReceipt(
        List.of(issuer),
        head.issuer(),
        head.receiptCode(),
        place,
        issuedAt,
        version,
        reason,
        owners(head.id()),
        submitter(head.id()),
        head.clerk(),
        dossiers(head));
  }

  private List<String> owners(long visitId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select p.full_name from dossier_person r join person p on p.id = r.person_id
            where r.relation = 'OWNER'
              and r.dossier_id = (select min(dossier_id) from dossier_intake where visit_id = ?)
            order by r.position
            """)) {
      statement.setLong(1, visitId);
      List<String> owners = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          owners.add(row.getString(1));
        }
      }
      return owners;
    }
  }

  private ReceiptPerson submitter(long visitId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select p.*, coalesce(u.name, '') as commune
            from dossier_person r join person p on p.id = r.person_id
            left join unit u on u.id = p.commune_id
            where r.relation = 'SUBMITTER'
              and r.dossier_id = (select min(dossier_id) from dossier_intake where visit_id = ?)
            """)) {
      statement.setLong(1, visitId);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        String national = row.getString("national_id");
        String enterprise = row.getString("enterprise_id");
        return new ReceiptPerson(
            row.getString("full_name"),
            joined(row.getString("address"), row.getString("commune")),
            row.getString("phone"),
            row.getString("email"),
            national != null ? national : enterprise != null ? enterprise : "");
      }
    }
  }

  private static String joined(String address, String commune) {
    return address.isEmpty() || commune.isEmpty() ? address + commune : address + ", " + commune;
  }

  private List<ReceiptDossier> dossiers(Head head) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select d.id, d.code, i.summary, count(*) over () as visit_size, u.name as agency, i.copies, d.received_at,
              coalesce(e.old_promise, a.first_promise, i.promised_at) as first_promise,
              case when e.dossier_id is not null or a.at is not null then i.promised_at end
                as second_promise, a.at as completed_at, i.return_channel, i.fee_amount, i.public_token, d.channel,
              coalesce(v.same_day, false) as same_day, l.amount, l.unit
            from dossier_intake i
            join dossier d on d.id = i.dossier_id
            join unit u on u.id = d.unit_id
            left join procedure_version v on v.procedure_id = d.procedure_id
              and (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date >= v.valid_from
              and (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date < v.valid_to
            left join dossier_extension e on e.dossier_id = d.id
            left join lateral (
              select max(r.answered_at) as at, d.original_due_at as first_promise
              from supplement_request r
              where r.dossier_id = d.id and r.answered_at is not null
              having count(*) > 0) a on true
            left join lateral (
              select amount, unit from procedure_limit
              where version_id = v.id and applies_to = '' and coalesce(channel, d.channel) = d.channel
              order by channel nulls last limit 1) l on true
            where i.visit_id = ? order by d.id
            """)) {
      statement.setLong(1, head.id());
      List<ReceiptDossier> dossiers = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          int place = row.getInt("visit_size") == 1 ? 0 : dossiers.size() + 1;
          dossiers.add(dossier(row, RegisterNumber.of(head.receiptCode(), place).orElse(null)));
        }
      }
      return dossiers;
    }
  }

  private ReceiptDossier dossier(ResultSet row, RegisterNumber entry) throws SQLException {
    Long fee = row.getObject("fee_amount", Long.class);
    return new ReceiptDossier(
        row.getString("code"),
        row.getString("summary"),
        row.getString("agency"),
        papers(row.getLong("id")),
        row.getInt("copies"),
        ReceiptWords.limit(
            row.getBoolean("same_day"),
            row.getObject("amount", Integer.class),
            row.getString("unit")),
        wall(row, "received_at"),
        wall(row, "first_promise"),
        ReceiptWords.returned(ReturnChannel.valueOf(row.getString("return_channel"))),
        ReceiptWords.fee(fee),
        entry == null ? null : new ReceiptDossier.Register(entry.book(), entry.number()),
        second(row),
        publicAddress + "/track?t=" + row.getString("public_token"));
  }

  /** After a supplement or an extension; the promise of the first day stays beside it. */
  private static ReceiptDossier.SecondPhase second(ResultSet row) throws SQLException {
    LocalDateTime promise = wall(row, "second_promise");
    return promise == null
        ? null
        : new ReceiptDossier.SecondPhase(wall(row, "completed_at"), promise);
  }

  private static LocalDateTime wall(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : LocalDateTime.ofInstant(moment.toInstant(), ZONE);
  }

  /** Whether a supplement came or a promise was moved after a moment. */
  boolean secondPhaseSince(long visitId, Instant printed) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select exists (
              select 1 from dossier_intake i
              join supplement_request r on r.dossier_id = i.dossier_id
              where i.visit_id = ? and r.answered_at > ?
              union all
              select 1 from dossier_intake i
              join dossier_extension e on e.dossier_id = i.dossier_id
              where i.visit_id = ? and e.extended_at > ?)
            """)) {
      OffsetDateTime since = printed.atOffset(ZoneOffset.UTC);
      statement.setLong(1, visitId);
      statement.setObject(2, since);
      statement.setLong(3, visitId);
      statement.setObject(4, since);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** What was handed in or shown; what the state held already is no paper of the applicant's. */
  private List<ReceiptPaper> papers(long dossierId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select name, custody, originals, certified, copies from dossier_paper
            where dossier_id = ? and custody <> 'HELD_ALREADY' order by position
            """)) {
      statement.setLong(1, dossierId);
      List<ReceiptPaper> papers = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          boolean returned = Custody.SEEN_RETURNED.name().equals(row.getString("custody"));
          papers.add(
              new ReceiptPaper(
                  row.getString("name") + (returned ? " (đã xem, trả lại)" : ""),
                  row.getInt("originals"),
                  row.getInt("certified"),
                  row.getInt("copies")));
        }
      }
      return papers;
    }
  }
}
