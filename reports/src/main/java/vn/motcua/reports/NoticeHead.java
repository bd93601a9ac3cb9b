package vn.motcua.reports;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRParameter;

/**
 * The head of a form about a dossier: who issues it, under which number, and which edition of the
 * form it is.
 *
 * @param superiorAgency cơ quan chủ quản, one entry per line; may be empty
 * @param issuingAgency who issues it, one entry per line
 * @param number with its symbol, as printed after "Số:"; empty where none was given yet: then a gap
 *     is left for it
 * @param place of issue
 * @param issuedAt on the wall clock of the place
 * @param edition number, title and circular of the form on that day
 */
public record NoticeHead(
    List<String> superiorAgency,
    List<String> issuingAgency,
    String number,
    String place,
    ZonedDateTime issuedAt,
    FormEdition edition) {

  private static final String GAP = "\u00a0".repeat(14);

  /**
   * @throws UnprintableTextException if a text cannot be printed or is missing
   */
  public NoticeHead {
    superiorAgency = PrintableText.lines("Cơ quan chủ quản", superiorAgency);
    issuingAgency = PrintableText.requiredLines("Nơi ban hành", issuingAgency);
    number = PrintableText.optional("Số văn bản", number);
    place = PrintableText.required("Địa danh", place);
  }

  /** The title of the file: the form's, with its number. */
  String fileTitle(String subject) {
    return String.join(" ", edition.title()) + (subject.isEmpty() ? "" : " - " + subject);
  }

  void into(Map<String, Object> values) {
    values.put(JRParameter.REPORT_LOCALE, OfficialCapitals.VIETNAMESE);
    values.put("superiorAgency", OfficialCapitals.lines(superiorAgency));
    values.put("issuingAgency", OfficialCapitals.lines(issuingAgency));
    values.put("number", "Số: " + (number.isEmpty() ? GAP : number));
    values.put("placeAndDate", place + ", " + VietnameseDates.inWords(issuedAt.toLocalDate()));
    values.put(
        "formCode",
        edition.issuedUnder().isEmpty()
            ? edition.code()
            : "%s (%s)".formatted(edition.code(), edition.issuedUnder()));
    values.put("title", OfficialCapitals.lines(edition.title()));
  }
}
