package vn.motcua.payment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.motcua.database.Query;
import vn.motcua.reports.MoneySheet;
import vn.motcua.reports.VietnameseAmount;

/** What the sheet of a counter's closing prints (phiếu chốt ngày). */
final class ClosingSheet {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private final Connection connection;
  private final String issuer;
  private final String place;

  ClosingSheet(Connection connection, String issuer, String place) {
    this.connection = connection;
    this.issuer = issuer;
    this.place = place;
  }

  MoneySheet sheet(long id) throws SQLException {
    return Query.of(
            connection,
            """
            select c.*, u.name as branch, coalesce(s.full_name, c.clerk) as clerk_name
            from counter_close c join unit u on u.id = c.branch_id
            left join account a on a.login = c.clerk
            left join staff s on s.id = a.staff_id
            where c.id = ?""",
            id)
        .first(this::sheet)
        .orElseThrow(() -> new PaymentFailure.Unknown(id));
  }

  private MoneySheet sheet(ResultSet row) throws SQLException {
    long cash = row.getLong("cash_counted");
    String reason = row.getString("reason");
    return new MoneySheet(
        List.of(issuer),
        List.of(row.getString("branch")),
        "Số: " + row.getLong("id"),
        place,
        Query.moment(row, "closed_at").atZone(PaidDossier.ZONE),
        "Phiếu chốt ngày",
        "",
        List.of(
            counter(row.getString("counter")),
            "Ngày: " + DAY.format(row.getObject("day", LocalDate.class)),
            "Cán bộ: " + row.getString("clerk_name"),
            "Giá để hồ sơ: "
                + row.getString("shelf")
                + "    Túi, niêm phong số: "
                + row.getString("bag_seal")),
        List.of("TT", "Nội dung", "Hệ thống", "Thực đếm"),
        List.of(
            counted(row, "1", "Hồ sơ tiếp nhận", "received"),
            counted(row, "2", "Giấy tờ giữ lại", "papers"),
            counted(row, "3", "Kết quả đã trả", "returned"),
            counted(row, "4", "Tiền mặt (đồng)", "cash"),
            List.of(
                "5", "Chuyển khoản, trực tuyến (đồng)", Vnd.digits(row.getLong("transferred")), ""),
            List.of(
                "6",
                "Biên lai từ số, đến số",
                row.getString("first_receipt"),
                row.getString("last_receipt"))),
        List.of(
            "Tiền mặt bằng chữ: "
                + (cash < 0 ? "Âm " : "")
                + VietnameseAmount.inWords(Math.abs(cash)),
            reason.isEmpty() ? "Khớp, không có chênh lệch." : "Lý do chênh lệch: " + reason),
        new MoneySheet.Signer("Người giao", row.getString("clerk_name")),
        new MoneySheet.Signer("Người nhận", ""));
  }

  /** Most counters are called so already. */
  private static String counter(String name) {
    return name.startsWith("Quầy") ? name : "Quầy: " + name;
  }

  private static List<String> counted(ResultSet row, String ordinal, String name, String column)
      throws SQLException {
    long expected = row.getLong(column + "_expected");
    long counted = row.getLong(column + "_counted");
    long more = counted - expected;
    return List.of(
        ordinal,
        name,
        Vnd.digits(expected),
        Vnd.digits(counted)
            + (more == 0
                ? ""
                : more > 0
                    ? " (thừa " + Vnd.digits(more) + ")"
                    : " (thiếu " + Vnd.digits(-more) + ")"));
  }
}
