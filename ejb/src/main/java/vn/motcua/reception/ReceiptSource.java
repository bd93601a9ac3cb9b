package vn.motcua.reception;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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

  /** A visit's head. */
  record Head(long id, int branchId, String branch, String receiptCode, String clerk) {}

  Optional<Head> head(long visitId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select v.id, v.branch_id, u.name, v.receipt_code, coalesce(s.full_name, v.clerk) as clerk
            from visit v join unit u on u.id = v.branch_id
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
                    row.getInt("branch_id"),
                    row.getString("name"),
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
        List.of(head.branch()),
        head.receiptCode(),
        place,
        issuedAt,
        version,
        reason,
        owners(head.id()),
        submitter(head.id()),
        head.clerk(),
        dossiers(head.id()));
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

  private List<ReceiptDossier> dossiers(long visitId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select d.id, d.code, i.summary, u.name as agency, i.copies, d.received_at,
              i.promised_at, i.return_channel, i.fee_amount, i.public_token, d.channel,
              coalesce(v.same_day, false) as same_day, l.amount, l.unit
            from dossier_intake i
            join dossier d on d.id = i.dossier_id
            join unit u on u.id = d.unit_id
            left join procedure_version v on v.procedure_id = d.procedure_id
              and (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date >= v.valid_from
              and (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date < v.valid_to
            left join lateral (
              select amount, unit from procedure_limit
              where version_id = v.id and applies_to = '' and coalesce(channel, d.channel) = d.channel
              order by channel nulls last limit 1) l on true
            where i.visit_id = ? order by d.id
            """)) {
      statement.setLong(1, visitId);
      List<ReceiptDossier> dossiers = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          dossiers.add(dossier(row));
        }
      }
      return dossiers;
    }
  }

  private ReceiptDossier dossier(ResultSet row) throws SQLException {
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
        wall(row, "promised_at"),
        ReceiptWords.returned(ReturnChannel.valueOf(row.getString("return_channel"))),
        ReceiptWords.fee(fee),
        publicAddress + "/track?t=" + row.getString("public_token"));
  }

  private static LocalDateTime wall(ResultSet row, String column) throws SQLException {
    return LocalDateTime.ofInstant(row.getObject(column, OffsetDateTime.class).toInstant(), ZONE);
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
