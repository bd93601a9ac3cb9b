package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.figures.EveryClassFixture;
import vn.motcua.figures.PeriodFigures;
import vn.motcua.reports.DossierCounts;

/** Into which column of Biểu II.06a each figure goes. */
class ProcedureResultsMappingTest {

  @Test
  void mapsEveryTermAndKeepsTheFormsIdentity() {
    // June of unit A: 32 received (2 online), 3 reopened, 1 voided, 3 closed, 1 undated result.
    DossierCounts june = ProcedureResultsMapping.counts(EveryClassFixture.juneOfA());
    assertThat(june).isEqualTo(new DossierCounts(34, 2, 30, 2, 24, 11, 4, 8, 10, 5, 5));
    assertThat(june.received()).isEqualTo(june.resolved() + june.open());
  }

  @Test
  void takesHandedOverDossiersOffTheCarriedOver() {
    DossierCounts july = ProcedureResultsMapping.counts(EveryClassFixture.julyOfA());
    assertThat(july).isEqualTo(new DossierCounts(9, 1, 0, 8, 1, 0, 0, 1, 8, 5, 3));
  }

  @Test
  void saysInFootnotesWhatTheColumnsHide() {
    PeriodFigures june = EveryClassFixture.juneOfA();
    assertThat(ProcedureResultsMapping.footnotes(List.of(june), List.of()))
        .containsExactly(
            "Cột (7) gồm 3 hồ sơ kết thúc không có kết quả (rút, dừng, trả lại): 2 trước hạn ghi ở"
                + " cột (9), 1 sau hạn ghi ở cột (10).",
            "Cột (12) gồm 1 hồ sơ đang tạm dừng đúng quy định.",
            "Cột (6) gồm 3 lượt hồ sơ được mở lại trong kỳ.",
            "Không tính 1 hồ sơ đã hủy do nhập nhầm trong kỳ.");
  }

  @Test
  void leavesDossiersWithoutALimitOut() {
    assertThat(ProcedureResultsMapping.footnotes(List.of(), List.of(EveryClassFixture.juneOfA())))
        .containsExactly("Không tính 31 hồ sơ không có thời hạn giải quyết theo quy định.");
  }
}
