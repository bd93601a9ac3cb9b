package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be printed at all. */
class ProcedureResultsReportTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          11,3,4,3, 6,1,2,3, 4,1,3, (3)=11 nhưng (4)+(5)+(6)=3+4+3=10
          10,3,4,3, 7,1,2,3, 3,1,2, (7)=7 nhưng (8)+(9)+(10)=1+2+3=6
          10,3,4,3, 6,1,2,3, 4,1,2, (11)=4 nhưng (12)+(13)=1+2=3
          10,3,4,3, 6,1,2,3, 3,1,2, (3)=10 nhưng (7)+(11)=6+3=9
          """)
  void aRowThatDoesNotAddUpIsRefused(
      long c3,
      long c4,
      long c5,
      long c6,
      long c7,
      long c8,
      long c9,
      long c10,
      long c11,
      long c12,
      long c13,
      String contradiction) {
    DossierCounts counts = new DossierCounts(c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13);

    assertThatThrownBy(() -> new FieldRow("Hộ tịch", counts))
        .isInstanceOf(BrokenIdentityException.class)
        .hasMessageContaining("Dòng “Hộ tịch”")
        .hasMessageContaining(contradiction)
        .extracting(e -> ((ReportRefusedException) e).code())
        .isEqualTo("report.identity.broken");
  }

  @Test
  void negativeCountsAreRefusedEvenWhenTheyAddUp() {
    assertThatThrownBy(() -> new FieldRow("Đất đai", Reports.counts(5, -1, 0, 1, 1, 1, 0)))
        .isInstanceOf(UnprintableCountException.class)
        .hasMessageContaining("Dòng “Đất đai”: cột (5) là -1");
  }

  @Test
  void totalsWiderThanTheFormAreRefused() {
    FieldRow row = new FieldRow("Chứng thực", Reports.counts(600_000_000, 0, 0, 0, 0, 0, 0));

    assertThatThrownBy(() -> new LevelSection("Cấp xã", List.of(row, row)))
        .isInstanceOf(UnprintableCountException.class)
        .hasMessageContaining("Dòng “Cấp xã”: cột (3) là 1200000000");
    LevelSection section = new LevelSection("Cấp xã", List.of(row));
    assertThatThrownBy(() -> Reports.of(section, section))
        .isInstanceOf(UnprintableCountException.class)
        .hasMessageContaining("Dòng “Tổng số”");
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(
            () ->
                new ReportingPeriod("Quý I", LocalDate.of(2026, 3, 15), LocalDate.of(2026, 3, 14)))
        .isInstanceOf(ImpossiblePeriodException.class)
        .hasMessageContaining("14/03/2026")
        .hasMessageContaining("15/03/2026");
  }

  @Property(tries = 200)
  void totalsAreTheSumOfTheRowsColumnByColumn(
      @ForAll("rows") List<FieldRow> first, @ForAll("rows") List<FieldRow> second) {
    ProcedureResultsReport report =
        Reports.of(new LevelSection("Cấp tỉnh", first), new LevelSection("Cấp xã", second));

    for (int column = 3; column <= 13; column++) {
      long sum = 0;
      for (FieldRow row : first) {
        sum += row.counts().column(column);
      }
      for (FieldRow row : second) {
        sum += row.counts().column(column);
      }
      assertThat(report.total().column(column)).isEqualTo(sum);
    }
  }

  @Provide
  Arbitrary<List<FieldRow>> rows() {
    return Arbitraries.longs()
        .between(0, 1_000_000)
        .tuple3()
        .map(p -> Reports.counts(p.get1(), p.get2(), p.get3(), p.get1() / 2, p.get2(), 0, 0))
        .map(counts -> new FieldRow("Lĩnh vực", counts))
        .list()
        .ofMaxSize(6);
  }
}
