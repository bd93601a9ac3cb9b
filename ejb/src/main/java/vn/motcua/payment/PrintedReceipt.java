package vn.motcua.payment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.database.Query;
import vn.motcua.reports.MoneySheet;
import vn.motcua.reports.VietnameseAmount;

/**
 * What a receipt (biên lai thu phí, lệ phí) prints. All of it is in rows that never change, so the
 * same receipt prints the same again, whatever happened since; a replaced or cancelled one says so.
 */
final class PrintedReceipt {

  private static final List<String> HEADINGS =
      List.of("TT", "Khoản thu", "Căn cứ", "Số tiền (đồng)");

  private final Connection connection;
  private final String issuer;
  private final String place;

  PrintedReceipt(Connection connection, String issuer, String place) {
    this.connection = connection;
    this.issuer = issuer;
    this.place = place;
  }

  MoneySheet sheet(long receiptId) throws SQLException {
    return Query.of(
            connection,
            """
            select f.*, p.amount, p.method, p.counter, r.assessment_id, r.beneficiary_id,
              b.name as beneficiary, b.tax_code, d.code, u.name as branch,
              coalesce(s.full_name, f.issued_by) as cashier,
              coalesce(n.number, 0) as next_number
            from fee_receipt f
            join payment p on p.id = f.payment_id
            join payment_request r on r.id = p.request_id
            join fee_beneficiary b on b.id = r.beneficiary_id
            join dossier d on d.id = r.dossier_id
            join unit u on u.id = f.branch_id
            left join account a on a.login = f.issued_by
            left join staff s on s.id = a.staff_id
            left join fee_receipt n on n.id = f.replaced_by
            where f.id = ?""",
            receiptId)
        .first(this::sheet)
        .orElseThrow(() -> new PaymentFailure.Unknown(receiptId));
  }

  private MoneySheet sheet(ResultSet row) throws SQLException {
    Instant issued = Query.moment(row, "issued_at");
    long amount = row.getLong("amount");
    String payer = row.getString("payer_name");
    List<String> head = new ArrayList<>();
    head.add("Mẫu số: " + row.getString("form_number") + "    Ký hiệu: " + row.getString("symbol"));
    head.add("Đơn vị thu: " + row.getString("beneficiary") + taxCode(row.getString("tax_code")));
    head.add("Người nộp: " + payer + taxCode(row.getString("payer_tax_code")));
    head.add("Địa chỉ: " + row.getString("payer_address"));
    head.add("Mã hồ sơ: " + row.getString("code") + "    Liên: Giao người nộp");
    return new MoneySheet(
        List.of(issuer),
        List.of(row.getString("branch")),
        "Số: %07d".formatted(row.getInt("number")),
        place,
        issued.atZone(PaidDossier.ZONE),
        "Biên lai thu phí, lệ phí",
        remark(row),
        head,
        HEADINGS,
        lines(row.getLong("assessment_id"), row.getInt("beneficiary_id")),
        List.of(
            "Tổng số tiền: " + Vnd.dong(amount),
            "Bằng chữ: " + VietnameseAmount.inWords(amount),
            "Hình thức nộp: " + method(row.getString("method")) + ", " + row.getString("counter")),
        new MoneySheet.Signer("Người nộp", payer),
        new MoneySheet.Signer("Người thu", row.getString("cashier")));
  }

  private static String taxCode(String code) {
    return code.isEmpty() ? "" : "    MST: " + code;
  }

  private static String method(String method) {
    return switch (PaymentMethod.valueOf(method)) {
      case CASH -> "tiền mặt";
      case TRANSFER -> "chuyển khoản";
      case ONLINE -> "thanh toán trực tuyến";
    };
  }

  private static String remark(ResultSet row) throws SQLException {
    return switch (PaymentFile.ReceiptState.valueOf(row.getString("state"))) {
      case ISSUED -> "";
      case CANCELLED -> "BIÊN LAI ĐÃ HỦY. Lý do: " + row.getString("reason");
      case REPLACED ->
          "BIÊN LAI ĐÃ THAY bằng số %07d. Lý do: %s"
              .formatted(row.getInt("next_number"), row.getString("reason"));
    };
  }

  private List<List<String>> lines(long assessment, int beneficiary) throws SQLException {
    int[] ordinal = {0};
    return Query.of(
            connection,
            """
            select kind, name, legal_basis, amount, relief from fee_line
            where assessment_id = ? and beneficiary_id = ? order by position""",
            assessment,
            beneficiary)
        .list(
            row -> {
              long relief = row.getLong("relief");
              String kind = row.getString("kind").equals("FEE") ? "Phí: " : "Lệ phí: ";
              return List.of(
                  Integer.toString(++ordinal[0]),
                  kind
                      + row.getString("name")
                      + (relief == 0 ? "" : " (miễn, giảm " + Vnd.dong(relief) + ")"),
                  row.getString("legal_basis"),
                  Vnd.digits(row.getLong("amount") - relief));
            });
  }
}
