package vn.motcua.reports;

import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** Writes blocks of cells in the form's typeface. Rows and columns count from zero. */
final class SheetCells {

  static final String FONT = "Times New Roman";

  /** What a block looks like, on top of typeface and wrapping. */
  interface Look extends UnaryOperator<StyleSetter> {}

  private final Worksheet sheet;

  SheetCells(Worksheet sheet) {
    this.sheet = sheet;
  }

  /** A text over one or more cells, which are merged. */
  void text(int row, int column, int lastRow, int lastColumn, String text, Look look) {
    if (!text.isEmpty()) {
      sheet.value(row, column, text);
    }
    if (row != lastRow || column != lastColumn) {
      sheet.range(row, column, lastRow, lastColumn).merge();
    }
    StyleSetter style = sheet.range(row, column, lastRow, lastColumn).style();
    look.apply(style.fontName(FONT).wrapText(true)).set();
  }

  /** A number of dossiers in a bordered cell. */
  void figure(int row, int column, long figure, Look look) {
    sheet.value(row, column, figure);
    StyleSetter style = sheet.range(row, column, row, column).style();
    look.apply(
            bordered(
                style.fontName(FONT).fontSize(11).format("#,##0").horizontalAlignment("right")))
        .set();
  }

  /** Height for a number of lines of a type size in points. */
  void height(int row, long lines, int size) {
    sheet.rowHeight(row, lines * size * 1.25 + 3);
  }

  static StyleSetter bordered(StyleSetter style) {
    return style.borderStyle(BorderStyle.THIN).verticalAlignment("center");
  }
}
