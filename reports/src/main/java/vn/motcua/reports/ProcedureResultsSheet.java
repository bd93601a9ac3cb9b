package vn.motcua.reports;

import static vn.motcua.reports.SheetCells.bordered;

import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import vn.motcua.reports.SheetCells.Look;

/** Writes one report from top to bottom: letterhead, head of the form, table, signature. */
final class ProcedureResultsSheet {

  private static final int LAST = 12;
  private static final int LEFT_END = 3;
  private static final int RIGHT_START = 6;
  private static final int SIDE_END = 1;
  private static final int SIDE_START = 10;
  private static final double[] WIDTHS = {5, 34, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10};

  /** Sheets measure columns in digits of the default type, 11 pt, half as wide as high. */
  private static final double POINTS_PER_CHARACTER = 5.5;

  private static final double PADDING_IN_CHARACTERS = 1;

  private static final Look CENTRED =
      s -> s.horizontalAlignment("center").verticalAlignment("center");
  private static final Look TITLE = s -> CENTRED.apply(s).bold().fontSize(13);
  private static final Look NOTE = s -> s.fontSize(10).verticalAlignment("top");
  private static final Look BODY = s -> bordered(s).fontSize(11);
  private static final Look BOLD_BODY = s -> BODY.apply(s).bold();
  private static final Look HEADING = s -> CENTRED.apply(bordered(s)).bold().fontSize(10);
  private static final Look COLUMN_NUMBER = s -> CENTRED.apply(bordered(s)).italic().fontSize(8);

  private final Worksheet sheet;
  private final SheetCells cells;
  private int row;

  ProcedureResultsSheet(Worksheet sheet) {
    this.sheet = sheet;
    this.cells = new SheetCells(sheet);
  }

  void write(ProcedureResultsReport report) {
    for (int column = 0; column < WIDTHS.length; column++) {
      sheet.width(column, WIDTHS[column]);
    }
    letterhead(report.letterhead());
    head(report);
    int firstHeading = row;
    headings();
    sheet.repeatRows(firstHeading, row - 1);
    sheet.freezePane(2, row);
    table(report);
    signature(report);
  }

  private void letterhead(Letterhead head) {
    pair(
        OfficialCapitals.lines(head.superiorAgency()),
        s -> CENTRED.apply(s).fontSize(13),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        TITLE,
        Math.max(1, head.superiorAgency().size()));
    pair(
        OfficialCapitals.lines(head.issuingAgency()),
        TITLE,
        "Độc lập - Tự do - Hạnh phúc",
        s -> CENTRED.apply(s).bold().underlined().fontSize(14),
        head.issuingAgency().size());
    pair("————", CENTRED, "", CENTRED, 1);
    pair(
        head.numberLine(),
        s -> CENTRED.apply(s).fontSize(13),
        head.placeAndDate(),
        s -> CENTRED.apply(s).italic().fontSize(14),
        1);
    row++;
  }

  private void pair(String left, Look leftLook, String right, Look rightLook, int lines) {
    cells.text(row, 0, row, LEFT_END, left, leftLook);
    cells.text(row, RIGHT_START, row, LAST, right, rightLook);
    cells.height(row++, lines, 13);
  }

  private void head(ProcedureResultsReport report) {
    List<String> title = report.edition().title();
    threeParts(
        report.edition().code(),
        s -> s.bold().fontSize(11).verticalAlignment("top"),
        OfficialCapitals.lines(title),
        TITLE,
        "- Đơn vị báo cáo: " + report.reportingUnit(),
        title.size());
    threeParts(
        report.edition().issuedUnder(),
        s -> s.italic().fontSize(10).verticalAlignment("top"),
        report.period().labelLine() + "\n" + report.period().datesLine(),
        s -> CENTRED.apply(s).fontSize(12),
        "- Đơn vị nhận báo cáo: " + report.receivingUnit(),
        2);
    cells.text(
        row++,
        SIDE_START - 2,
        row - 1,
        LAST,
        "Đơn vị tính: số hồ sơ TTHC",
        s -> s.italic().fontSize(11).horizontalAlignment("right"));
  }

  private void threeParts(
      String left, Look leftLook, String middle, Look middleLook, String right, int middleLines) {
    cells.text(row, 0, row, SIDE_END, left, leftLook);
    cells.text(row, SIDE_END + 1, row, SIDE_START - 1, middle, middleLook);
    cells.text(row, SIDE_START, row, LAST, right, s -> s.fontSize(11).verticalAlignment("top"));
    cells.height(row++, Math.max(middleLines, lines(right, 11, SIDE_START, LAST)), 13);
  }

  private void headings() {
    heading(0, 0, 2, 0, "TT");
    heading(0, 1, 2, 1, "Lĩnh vực, công việc\ngiải quyết theo cấp");
    heading(0, 2, 0, 5, "Số lượng hồ sơ tiếp nhận");
    heading(1, 2, 2, 2, "Tổng số");
    heading(1, 3, 1, 4, "Trong kỳ");
    heading(2, 3, 2, 3, "Trực tuyến");
    heading(2, 4, 2, 4, "Trực tiếp,\nbưu chính");
    heading(1, 5, 2, 5, "Từ kỳ trước\nchuyển qua");
    heading(0, 6, 0, 9, "Số lượng hồ sơ đã giải quyết");
    heading(1, 6, 2, 6, "Tổng số");
    heading(1, 7, 2, 7, "Trước\nhạn");
    heading(1, 8, 2, 8, "Đúng\nhạn");
    heading(1, 9, 2, 9, "Quá\nhạn");
    heading(0, 10, 0, 12, "Số lượng hồ sơ đang giải quyết");
    heading(1, 10, 2, 10, "Tổng số");
    heading(1, 11, 2, 11, "Trong\nhạn");
    heading(1, 12, 2, 12, "Quá\nhạn");
    row += 3;
    cells.height(row - 3, 1, 12);
    cells.height(row - 2, 1, 12);
    cells.height(row - 1, 2, 12);
    for (int column = 0; column <= LAST; column++) {
      cells.text(row, column, row, column, columnNumber(column + 1), COLUMN_NUMBER);
    }
    cells.height(row++, 2, 9);
  }

  private void heading(int top, int left, int bottom, int right, String text) {
    cells.text(row + top, left, row + bottom, right, text, HEADING);
  }

  private static String columnNumber(int number) {
    return switch (number) {
      case 3 -> "(3)=(4)+\n(5)+(6)";
      case 7 -> "(7)=(8)+\n(9)+(10)";
      case 11 -> "(11)=(12)\n+(13)";
      default -> "(" + number + ")";
    };
  }

  private void table(ProcedureResultsReport report) {
    for (int i = 0; i < report.sections().size(); i++) {
      LevelSection section = report.sections().get(i);
      counted(RomanNumeral.of(i + 1), section.level(), section.subtotal(), BOLD_BODY);
      for (int j = 0; j < section.rows().size(); j++) {
        FieldRow field = section.rows().get(j);
        counted(String.valueOf(j + 1), field.field(), field.counts(), BODY);
      }
      if (section.rows().isEmpty()) {
        nothingOccurred();
      }
    }
    if (report.sections().isEmpty()) {
      nothingOccurred();
    }
    cells.text(row, 0, row, 1, "TỔNG SỐ", s -> CENTRED.apply(BOLD_BODY.apply(s)));
    figures(report.total(), BOLD_BODY);
    if (!report.notes().isEmpty()) {
      cells.text(row, 0, row, LAST, report.notes(), NOTE);
      cells.height(row++, lines(report.notes(), 10, 0, LAST), 10);
    }
  }

  private void counted(String ordinal, String name, DossierCounts counts, Look look) {
    cells.text(row, 0, row, 0, ordinal, s -> look.apply(s).horizontalAlignment("center"));
    cells.text(row, 1, row, 1, name, look);
    cells.height(row, lines(name, 11, 1, 1), 11);
    figures(counts, look);
  }

  private void figures(DossierCounts counts, Look look) {
    for (int number = DossierCounts.FIRST_COLUMN; number <= DossierCounts.LAST_COLUMN; number++) {
      cells.figure(row, number - 1, counts.column(number), look);
    }
    row++;
  }

  private void nothingOccurred() {
    Look look = s -> CENTRED.apply(BODY.apply(s)).italic();
    cells.text(row, 0, row, LAST, ProcedureResultsReport.NOTHING_OCCURRED, look);
    row++;
  }

  private void signature(ProcedureResultsReport report) {
    SignatureBlock signature = report.signature();
    row++;
    int top = row;
    cells.text(
        row,
        0,
        row,
        LEFT_END,
        "Nơi nhận:",
        s -> s.verticalAlignment("top").bold().italic().fontSize(12));
    signed(OfficialCapitals.lines(signature.authority()), TITLE);
    cells.height(top, signature.authority().size(), 13);
    String recipients = String.join("\n", signature.recipientLines());
    cells.text(row, 0, row + 2, LEFT_END, recipients, s -> s.fontSize(11).verticalAlignment("top"));
    signed("(Ký, đóng dấu)", s -> CENTRED.apply(s).italic().fontSize(12));
    cells.height(row++, Math.max(4, signature.recipients().size()), 13);
    signed(signature.name(), TITLE);
    row++;
    cells.text(row, 0, row, LAST, report.horizon().sentence(), s -> s.italic().fontSize(9));
  }

  private void signed(String text, Look look) {
    cells.text(row, RIGHT_START, row, LAST, text, look);
    row++;
  }

  /** Lines that a text takes in a block of columns; merged blocks do not grow by themselves. */
  private static int lines(String text, int size, int firstColumn, int lastColumn) {
    double characters =
        Arrays.stream(WIDTHS, firstColumn, lastColumn + 1).sum() - PADDING_IN_CHARACTERS;
    return Typeface.lines(text, size, characters * POINTS_PER_CHARACTER);
  }
}
