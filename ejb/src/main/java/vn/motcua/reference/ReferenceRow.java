package vn.motcua.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;

/**
 * One row of a reference file, its cells stripped and in NFC.
 *
 * @param line in the file, from 1
 */
record ReferenceRow(int line, Map<String, String> cells) {

  String text(String column) {
    return cells.get(column);
  }

  String required(String column) throws BadCell {
    String text = text(column);
    if (text.isEmpty()) {
      throw BadCell.value(column, text);
    }
    return text;
  }

  LocalDate date(String column, LocalDate whenEmpty) throws BadCell {
    String text = text(column);
    try {
      return text.isEmpty() ? whenEmpty : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw BadCell.value(column, text);
    }
  }

  /** Null where the cell is empty. */
  BigDecimal number(String column) throws BadCell {
    String text = text(column);
    try {
      return text.isEmpty() ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw BadCell.value(column, text);
    }
  }

  /** A whole number from 0 to 99,999. */
  int count(String column) throws BadCell {
    String text = text(column);
    if (!text.matches("\\d{1,5}")) {
      throw BadCell.value(column, text);
    }
    return Integer.parseInt(text);
  }

  /** In the file names are written in lower case. */
  <E extends Enum<E>> E oneOf(Class<E> names, String column, E whenEmpty) throws BadCell {
    String text = text(column);
    if (text.isEmpty() && whenEmpty != null) {
      return whenEmpty;
    }
    try {
      return Enum.valueOf(names, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw BadCell.value(column, text);
    }
  }
}
