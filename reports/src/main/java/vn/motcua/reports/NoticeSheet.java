package vn.motcua.reports;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What forms 02 to 05 have in common on paper: lines, a table of papers or none, lines, two
 * signatures.
 *
 * @param remark below the title, empty for none
 * @param subject of the file, beside its title
 */
record NoticeSheet(
    NoticeHead head,
    String remark,
    String opening,
    List<ReceiptPaper> papers,
    String closing,
    Signature left,
    Signature right,
    String subject) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH' giờ 'mm' phút, ngày 'dd/MM/uuuu");

  /**
   * @param title in capitals
   * @param name empty: a gap
   */
  record Signature(String title, String name, String hint) {

    static final Signature NONE = new Signature("", "", "");

    Signature(String title, String name) {
      this(title, name, "(Ký và ghi rõ họ tên)");
    }
  }

  static String moment(LocalDateTime moment) {
    return moment.format(MOMENT);
  }

  static String contact(String contact) {
    return contact.isEmpty() ? "" : "\nNếu có vướng mắc, đề nghị liên hệ: " + contact;
  }

  Map<String, Object> parameters() {
    Map<String, Object> values = new HashMap<>();
    head.into(values);
    values.put("remark", remark);
    values.put("opening", opening);
    values.put("closing", closing);
    values.put("table", !papers.isEmpty());
    values.put("left", left.title());
    values.put("leftName", left.name());
    values.put("leftHint", left.hint());
    values.put("right", right.title());
    values.put("rightName", right.name());
    values.put("rightHint", right.hint());
    return values;
  }

  List<Map<String, ?>> rows() {
    List<Map<String, ?>> rows = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      ReceiptPaper paper = papers.get(i);
      rows.add(
          Map.of(
              "ordinal", String.valueOf(i + 1),
              "paper", paper.name(),
              "originals", count(paper.originals()),
              "certified", count(paper.certified()),
              "copies", count(paper.copies())));
    }
    return rows;
  }

  private static String count(int number) {
    return number == 0 ? "" : String.valueOf(number);
  }
}
