package vn.motcua.reports;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/**
 * Gives the two rules of the letterhead their length. Decree 30/2020/NĐ-CP measures them by the
 * text above: the motto's is as long as the motto, the agency's a third to a half of the agency's
 * last line. A layout knows neither before the text is there.
 */
final class LetterheadRules {

  private static final double SHARE_OF_AGENCY = 0.4;

  private LetterheadRules() {}

  static void fit(JasperPrint pages) {
    Map<String, JRPrintElement> named =
        elements(pages.getPages().getFirst().getElements())
            .filter(element -> element.getKey() != null)
            .collect(Collectors.toMap(JRPrintElement::getKey, Function.identity()));
    fit(named.get("mottoRule"), named.get("motto"), 1);
    fit(named.get("issuingAgencyRule"), named.get("issuingAgency"), SHARE_OF_AGENCY);
  }

  private static void fit(JRPrintElement rule, JRPrintElement above, double share) {
    String lastLine = ((JRPrintText) above).getFullText().lines().reduce("", (a, b) -> b);
    float size = ((JRPrintText) above).getFontSize();
    double width = Math.min(Typeface.boldWidth(lastLine, size), above.getWidth());
    int length = (int) Math.round(width * share);
    rule.setX(above.getX() + (above.getWidth() - length) / 2);
    rule.setWidth(length);
  }

  private static Stream<JRPrintElement> elements(List<JRPrintElement> elements) {
    return elements.stream()
        .flatMap(
            element ->
                element instanceof JRPrintFrame frame
                    ? Stream.concat(Stream.of(element), elements(frame.getElements()))
                    : Stream.of(element));
  }
}
