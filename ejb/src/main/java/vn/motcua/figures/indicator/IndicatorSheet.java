package vn.motcua.figures.indicator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.motcua.figures.indicator.IndicatorAnswer.Part;
import vn.motcua.figures.indicator.IndicatorAnswer.Value;

/**
 * Indicators as CSV in UTF-8 with its mark, so that spreadsheets read the Vietnamese. Columns and
 * words come from the declarations. Minutes are whole; an empty cell is “không có dữ liệu”.
 */
public final class IndicatorSheet {

  private static final String MARK = "\uFEFF";

  private IndicatorSheet() {}

  /** The register: a line for each indicator. */
  public static byte[] register(List<IndicatorAnswer> answers, boolean english) {
    return sheet(
        List.of(
            "code",
            "name",
            "kind",
            "from",
            "to",
            "numerator",
            "n",
            "p50_minutes",
            "p90_minutes",
            "dimensions",
            "target_permille",
            "formula",
            "since",
            "source"),
        answers.stream()
            .map(
                answer -> {
                  Indicator indicator = answer.indicator();
                  Value value = answer.total();
                  return new Object[] {
                    indicator.code(),
                    english ? indicator.english() : indicator.vietnamese(),
                    indicator.kind(),
                    answer.question().from(),
                    answer.question().to(),
                    value.exists() ? value.numerator() : null,
                    value.exists() ? value.denominator() : null,
                    value.p50(),
                    value.p90(),
                    String.join(
                        " ",
                        indicator.dimensions().stream().sorted().map(Dimension::code).toList()),
                    indicator.target() == null ? null : indicator.target().permille(),
                    english ? indicator.formulaEnglish() : indicator.formula(),
                    indicator.validFrom(),
                    indicator.legalSource()
                  };
                })
            .toList());
  }

  /** One indicator: a line for each part, then that of the whole. */
  public static byte[] parts(IndicatorAnswer answer) {
    List<Object[]> lines = new java.util.ArrayList<>();
    for (Part part : answer.parts()) {
      lines.add(line(answer, part.key(), part.name(), part.value(), part.ranked()));
    }
    lines.add(line(answer, "*", "", answer.total(), false));
    return sheet(
        List.of(
            "code",
            "by",
            "part",
            "name",
            "numerator",
            "n",
            "p50_minutes",
            "p90_minutes",
            "enough_cases"),
        lines);
  }

  private static Object[] line(
      IndicatorAnswer answer, String key, String name, Value value, boolean ranked) {
    return new Object[] {
      answer.indicator().code(),
      answer.question().by().code(),
      key,
      name,
      value.exists() ? value.numerator() : null,
      value.exists() ? value.denominator() : null,
      value.p50(),
      value.p90(),
      ranked
    };
  }

  private static byte[] sheet(List<String> head, List<Object[]> lines) {
    StringWriter text = new StringWriter();
    text.append(MARK);
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(head);
      for (Object[] line : lines) {
        printer.printRecord(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
