package vn.motcua.reports;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Form 06 (phiếu kiểm soát quá trình giải quyết hồ sơ), from the history.
 *
 * @param about whose dossier
 * @param receivedAt on the wall clock
 * @param promisedAt ngày giờ hẹn trả; null where no law sets a limit
 * @param agency cơ quan giải quyết
 * @param coordinating cơ quan phối hợp; may be empty
 * @param handOvers in their order
 */
public record ControlSheet(
    NoticeHead head,
    NoticeCase about,
    LocalDateTime receivedAt,
    LocalDateTime promisedAt,
    String agency,
    List<String> coordinating,
    List<HandOver> handOvers) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH' giờ 'mm', ngày 'dd/MM/uuuu");

  /** How a step stood against its limit when it was passed on. */
  public enum Verdict {
    EARLY("Trước hạn"),
    ON_TIME("Đúng hạn"),
    LATE("Quá hạn"),
    NONE("");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }
  }

  /**
   * A passing on from one to the next (giao, nhận).
   *
   * @param from tên cơ quan giao
   * @param to tên cơ quan nhận
   * @param giver name; the system's record stands for the signature
   * @param taker name; empty where nobody has taken it yet
   */
  public record HandOver(
      String from,
      String to,
      LocalDateTime at,
      String giver,
      String taker,
      Verdict verdict,
      String note) {

    /**
     * @throws UnprintableTextException if a text cannot be printed or a body is missing
     */
    public HandOver {
      from = PrintableText.required("Cơ quan giao", from);
      to = PrintableText.required("Cơ quan nhận", to);
      giver = PrintableText.optional("Người giao", giver);
      taker = PrintableText.optional("Người nhận", taker);
      note = PrintableText.optional("Ghi chú", note);
    }
  }

  /**
   * @throws UnprintableTextException if a text cannot be printed or is missing
   */
  public ControlSheet {
    agency = PrintableText.required("Cơ quan giải quyết", agency);
    coordinating = PrintableText.lines("Cơ quan phối hợp", coordinating);
    handOvers = List.copyOf(handOvers);
  }

  Map<String, Object> parameters() {
    Map<String, Object> values = new HashMap<>();
    head.into(values);
    values.put(
        "opening",
        String.join(
            "\n",
            "Hồ sơ của: %s    Mã hồ sơ: %s".formatted(about.owner(), about.code()),
            "Nội dung yêu cầu giải quyết: " + about.summary(),
            "Ngày nhận: %s    Ngày giờ hẹn trả: %s"
                .formatted(
                    receivedAt.format(MOMENT),
                    promisedAt == null ? "không có thời hạn" : promisedAt.format(MOMENT)),
            "Cơ quan giải quyết: %s    Cơ quan phối hợp: %s"
                .formatted(
                    agency, coordinating.isEmpty() ? "không" : String.join("; ", coordinating))));
    return values;
  }

  List<Map<String, ?>> rows() {
    List<Map<String, ?>> rows = new ArrayList<>();
    for (int i = 0; i < handOvers.size(); i++) {
      HandOver one = handOvers.get(i);
      rows.add(
          Map.of(
              "ordinal", String.valueOf(i + 1),
              "body", "1. Giao: " + one.from() + "\n2. Nhận: " + one.to(),
              "moment", one.at().format(MOMENT),
              "giver", one.giver(),
              "taker", one.taker(),
              "verdict", one.verdict().words,
              "note", one.note()));
    }
    return rows;
  }
}
