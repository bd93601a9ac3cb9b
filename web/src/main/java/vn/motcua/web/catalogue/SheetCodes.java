package vn.motcua.web.catalogue;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.motcua.catalogue.ProcedureSheet;
import vn.motcua.catalogue.SheetNames;

/**
 * Tells the codes of a sheet by what they stand for: a field and a beneficiary by their names, a
 * condition by the words of the question whose answer it is.
 *
 * @param sheet whose questions conditions are about
 * @param word of yes and no
 * @param english the questions' words
 */
record SheetCodes(
    ProcedureSheet sheet, SheetNames names, UnaryOperator<String> word, boolean english) {

  private static final int CONDITION = 5;
  private static final int BENEFICIARY = 3;

  /** A fact's value. */
  String fact(String column, String value) {
    return "field".equals(column) ? names.field(value) : value;
  }

  /** A part of a list's line. */
  String part(String column, int index, String value) {
    if ("fees".equals(column) && index == BENEFICIARY) {
      return names.beneficiary(value);
    }
    return "components".equals(column) && index == CONDITION ? condition(value) : word.apply(value);
  }

  /** {@code uy-quyen=yes} is told as "Có người được ủy quyền nộp thay không? – có". */
  private String condition(String value) {
    String[] asked = value.split("=", 2);
    if (asked.length < 2) {
      return value;
    }
    return sheet.lines("questions").stream()
        .filter(question -> question.getFirst().equals(asked[0].strip()))
        .findFirst()
        .map(question -> words(question) + " – " + word.apply(asked[1].strip()))
        .orElse(value);
  }

  private String words(List<String> question) {
    String said = question.size() > 1 ? question.get(1) : "";
    String translated = english && question.size() > 2 ? question.get(2) : "";
    return translated.isEmpty() ? said.isEmpty() ? question.getFirst() : said : translated;
  }
}
