package vn.motcua.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Form 07 (sổ theo dõi hồ sơ) of a branch and a period.
 *
 * @param from first day of receipt
 * @param to last day of receipt
 * @param refused how many were refused at the counter and are no lines here (form 03)
 * @param signer who made it
 */
public record DossierRegister(
    NoticeHead head, LocalDate from, LocalDate to, List<Line> lines, int refused, String signer) {

  /**
   * A dossier.
   *
   * @param entry số thứ tự in the branch's book; empty: its place in this print stands for it
   * @param contact địa chỉ, số điện thoại
   * @param promised day; null: no limit
   * @param returned day; null: not yet
   * @param receiver who took the result, beside whose name the signature is; empty: not yet
   */
  public record Line(
      String entry,
      String code,
      String procedure,
      int sets,
      String owner,
      String contact,
      String agency,
      LocalDate received,
      LocalDate promised,
      LocalDate returned,
      String channel,
      String receiver,
      String note) {

    /**
     * @throws UnprintableTextException if a text cannot be printed or is missing
     */
    public Line {
      entry = PrintableText.optional("Số thứ tự", entry);
      code = PrintableText.required("Mã hồ sơ", code);
      procedure = PrintableText.required("Tên thủ tục", procedure);
      owner = PrintableText.optional("Tên tổ chức, cá nhân", owner);
      contact = PrintableText.optional("Địa chỉ, số điện thoại", contact);
      agency = PrintableText.required("Cơ quan chủ trì", agency);
      channel = PrintableText.optional("Phương thức nhận", channel);
      receiver = PrintableText.optional("Ký nhận", receiver);
      note = PrintableText.optional("Ghi chú", note);
    }
  }

  /**
   * @throws UnprintableTextException if a text cannot be printed or is missing
   * @throws ImpossiblePeriodException if it ends before it begins
   */
  public DossierRegister {
    lines = List.copyOf(lines);
    signer = PrintableText.required("Người lập sổ", signer);
    if (to.isBefore(from)) {
      throw new ImpossiblePeriodException(from, to);
    }
  }

  Map<String, Object> parameters() {
    Map<String, Object> values = new HashMap<>();
    head.into(values);
    values.put(
        "opening",
        "(Quyển số %s; tiếp nhận từ ngày %s đến ngày %s)"
            .formatted(books(), VietnameseDates.numeric(from), VietnameseDates.numeric(to)));
    values.put(
        "closing",
        "Cộng: %d hồ sơ đã tiếp nhận; %d lượt từ chối tiếp nhận không ghi trong sổ."
            .formatted(lines.size(), refused));
    values.put("signer", signer);
    return values;
  }

  /** A book is opened each year. */
  private String books() {
    return from.getYear() == to.getYear()
        ? String.valueOf(to.getYear())
        : from.getYear() + ", " + to.getYear();
  }

  List<Map<String, ?>> rows() {
    List<Map<String, ?>> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Map<String, Object> row = new HashMap<>();
      row.put("ordinal", line.entry().isEmpty() ? String.valueOf(i + 1) : line.entry());
      row.put("code", line.code());
      row.put("procedure", line.procedure());
      row.put("sets", String.valueOf(line.sets()));
      row.put("owner", line.owner());
      row.put("contact", line.contact());
      row.put("agency", line.agency());
      row.put("received", day(line.received()));
      row.put("promised", day(line.promised()));
      row.put("returned", day(line.returned()));
      row.put("channel", line.channel());
      row.put("receiver", line.receiver());
      row.put("note", line.note());
      rows.add(row);
    }
    return rows;
  }

  private static String day(LocalDate day) {
    return day == null ? "" : VietnameseDates.numeric(day);
  }
}
