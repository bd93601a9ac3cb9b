package vn.motcua.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The cut of the log that the figures were frozen at.
 *
 * @param at the moment; it also dates the file, so that printing again gives the same bytes
 * @param zone zone of the dataset, in which the moment is printed
 * @param code name of the cut (mã chốt)
 * @param formulaVersion version of the formulas that counted
 */
public record FigureHorizon(Instant at, ZoneId zone, String code, String formulaVersion) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu", Locale.ROOT);

  /**
   * @throws UnprintableTextException if code or version is missing or cannot be printed
   */
  public FigureHorizon {
    code = PrintableText.required("Mã chốt", code);
    formulaVersion = PrintableText.required("Phiên bản công thức", formulaVersion);
  }

  ZonedDateTime zoned() {
    return at.atZone(zone);
  }

  /** "Số liệu chốt lúc 15:30 ngày 21/11/2026, mã chốt H42, công thức phiên bản 1." */
  String sentence() {
    return "Số liệu chốt lúc %s, mã chốt %s, công thức phiên bản %s."
        .formatted(zoned().format(MOMENT), code, formulaVersion);
  }
}
