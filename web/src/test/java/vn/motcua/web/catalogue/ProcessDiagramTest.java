package vn.motcua.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.ProcessSheet;
import vn.motcua.catalogue.ProcessVersion;
import vn.motcua.catalogue.ProcessVersions;

/** What is drawn is what is written, and nothing covers anything. */
class ProcessDiagramTest {

  private static final ProcessVersion PROCESS =
      ProcessVersions.preview(
          new ProcessSheet(
              Map.of(
                  "code",
                  "1",
                  "steps",
                  """
                  Tiếp nhận | Receive | BRANCH | CLERK | 1 | Đã nhận
                  Thẩm định hồ sơ có tên bước rất dài để xem chữ có bị cắt khi không còn chỗ | | AGENCY | OFFICER | 4 |
                  Trả | Return | BRANCH | CLERK | 0 |
                  """,
                  "branches",
                  """
                  2 | CONSULTATION | Hỏi Công an | | OFFICER | 8 |
                  2 | ALTERNATIVE | Từ chối | | OFFICER | 1 | không đủ
                  """)));

  private final ProcessDiagram diagram =
      ProcessDiagram.of(
          PROCESS, Map.of("BRANCH", "Chi nhánh"), minutes -> minutes + " phút", Locale.of("vi"));

  @Test
  void everyStepAndBranchHasItsBoxWithinTheDrawing() {
    assertThat(diagram.getBoxes())
        .extracting(ProcessDiagram.Box::kind)
        .containsExactly("step", "step", "consultation", "alternative", "step");
    assertThat(diagram.getBoxes())
        .allMatch(box -> box.x() + box.width() <= diagram.getWidth())
        .allMatch(box -> box.y() + box.height() <= diagram.getHeight());
    assertThat(diagram.getLanes())
        .extracting(ProcessDiagram.Lane::name)
        .containsExactly("Chi nhánh", "AGENCY");
  }

  @Test
  void noBoxCoversAnother() {
    List<ProcessDiagram.Box> seen = new ArrayList<>();
    for (ProcessDiagram.Box box : diagram.getBoxes()) {
      assertThat(seen)
          .noneMatch(
              other ->
                  box.x() < other.x() + other.width()
                      && other.x() < box.x() + box.width()
                      && box.y() < other.y() + other.height()
                      && other.y() < box.y() + box.height());
      seen.add(box);
    }
  }

  @Test
  void longNamesAreCutWithAMarkAndHandOversStandOut() {
    assertThat(diagram.getBoxes().get(1).lines())
        .anyMatch(line -> line.text().endsWith("…"))
        .hasSize(4);
    assertThat(diagram.getArrows())
        .extracting(ProcessDiagram.Arrow::kind)
        .containsExactly("change", "beside", "beside", "change");
  }

  @Test
  void anOpinionThatTakesLongerHoldsItsStepUp() {
    assertThat(PROCESS.minutes()).isEqualTo(60 + 480);
    assertThat(PROCESS.handOvers()).isEqualTo(2);
  }
}
