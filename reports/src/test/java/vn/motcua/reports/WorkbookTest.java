package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Biểu II.06a read back from the workbook. */
class WorkbookTest {

  private static final ReportRenderer RENDERER = new ReportRenderer();

  @Test
  void figuresAreNumbersAndTheTotalIsTheirSum() throws IOException {
    LevelSection city = Reports.level("Cấp tỉnh", 12);
    LevelSection commune = Reports.level("Cấp xã", 5);
    ProcedureResultsReport report = Reports.of(city, commune);

    try (Workbook workbook = open(report)) {
      List<FieldRow> rows = new ArrayList<>(city.rows());
      rows.addAll(commune.rows());
      Row total = row(workbook, 0, "TỔNG SỐ");
      for (int column = 3; column <= 13; column++) {
        long sum = 0;
        for (FieldRow row : rows) {
          Cell cell = row(workbook, 1, row.field()).getCell(column - 1);
          assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
          assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("#,##0");
        }
        for (FieldRow row : rows) {
          sum += row.counts().column(column);
        }
        assertThat(total.getCell(column - 1).getNumericCellValue()).isEqualTo(sum);
      }
      FieldRow some = city.rows().get(3);
      Row printed = row(workbook, 1, some.field());
      for (int column = 3; column <= 13; column++) {
        assertThat(printed.getCell(column - 1).getNumericCellValue())
            .isEqualTo(some.counts().column(column));
      }
    }
  }

  @Test
  void theSheetCarriesTheWholeForm() throws IOException {
    ProcedureResultsReport report =
        Reports.of(List.of(Reports.level("Cấp xã", 1)), List.of("Cột (7) gồm cả hồ sơ rút"));

    try (Workbook workbook = open(report)) {
      assertThat(texts(workbook.getSheetAt(0)))
          .contains(
              "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
              "Độc lập - Tự do - Hạnh phúc",
              "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
              "Số: 125/BC-TTPVHCC",
              "Hà Nội, ngày 05 tháng 02 năm 2026",
              "Biểu số II.06a/VPCP/KSTT",
              "Ghi chú:\n- Cột (7) gồm cả hồ sơ rút",
              "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
              "Nguyễn Thị Hường",
              report.horizon().sentence());
    }
  }

  @Test
  void withoutRowsTheSheetSaysThatNothingOccurred() throws IOException {
    try (Workbook workbook = open(Reports.of())) {
      assertThat(texts(workbook.getSheetAt(0))).contains("Không phát sinh hồ sơ trong kỳ");
      assertThat(row(workbook, 0, "TỔNG SỐ").getCell(2).getNumericCellValue()).isZero();
    }
  }

  @Test
  void theSheetPrintsLikeTheForm() throws IOException {
    try (Workbook workbook = open(Reports.of(Reports.level("Cấp xã", 30)))) {
      Sheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
      Row numbers = row(workbook, 0, "(1)");
      assertThat(numbers.getCell(12).getStringCellValue()).isEqualTo("(13)");
      assertThat(sheet.getRepeatingRows().getLastRow()).isEqualTo(numbers.getRowNum());
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
          .isEqualTo((short) (numbers.getRowNum() + 1));
      assertThat(
              ((XSSFWorkbook) workbook)
                  .getSheetAt(0)
                  .getCTWorksheet()
                  .getHeaderFooter()
                  .getDifferentFirst())
          .isTrue();
      assertThat(sheet.getHeader().getCenter()).contains("&P");
    }
  }

  @Test
  void writingAgainGivesTheSameBytes() {
    ProcedureResultsReport report = Reports.of(Reports.level("Cấp xã", 40));

    assertThat(RENDERER.xlsx(report)).isEqualTo(new ReportRenderer().xlsx(report));
  }

  private static Workbook open(ProcedureResultsReport report) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(RENDERER.xlsx(report)));
  }

  private static Row row(Workbook workbook, int column, String text) {
    for (Row row : workbook.getSheetAt(0)) {
      Cell cell = row.getCell(column);
      if (cell != null
          && cell.getCellType() == CellType.STRING
          && cell.getStringCellValue().equals(text)) {
        return row;
      }
    }
    throw new AssertionError("No row " + text);
  }

  private static List<String> texts(Sheet sheet) {
    List<String> texts = new ArrayList<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING) {
          texts.add(cell.getStringCellValue());
        }
      }
    }
    return texts;
  }
}
