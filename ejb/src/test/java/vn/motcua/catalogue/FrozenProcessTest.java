package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.motcua.database.TestDatabase;
import vn.motcua.processing.DossierBuilder;
import vn.motcua.processing.ResultDesk;
import vn.motcua.processing.TestTransactions;

/** A new version of a process is for new dossiers: whoever is under way goes on as it began. */
class FrozenProcessTest {

  private static final LocalDate FROM = LocalDate.of(2026, 11, 17);
  private static final ProcessSheet NEW =
      new ProcessSheet(
          Map.of(
              "code",
              "9.000001",
              "steps",
              """
              Tiếp nhận | Reception | BRANCH | CLERK | 1 | Đã tiếp nhận
              Xem xét | Look | AGENCY | OFFICER | 2 | Đang xem xét | | | 1
              Thuế | Tax | AGENCY | OFFICER | 8 | Đang tính thuế | t-branch-2 | liên thông
              Trả kết quả | Return | BRANCH | CLERK | 0 | Có kết quả""",
              "branches",
              """
              2 | CONSULTATION | Ý kiến | t-branch-2 | OFFICER | 4
              3 | ALTERNATIVE | Miễn thuế | | | 1 | mien = có
              3 | BACK | Xem lại | 2"""));

  private final DataSource database = TestDatabase.fresh();
  private final TestTransactions transactions = new TestTransactions(database);
  private final DossierBuilder dossiers = new DossierBuilder(database, transactions);
  private final ResultDesk desk = new ResultDesk(transactions);

  @Test
  void aRunningDossierStaysOnTheVersionItBeganWith() throws SQLException {
    long running = dossiers.received();
    ProcessSheetReader reader =
        new ProcessSheetReader(NEW, Set.of("t-branch", "t-dept", "t-branch-2"));
    ProcessVersion read = reader.read();
    assertThat(reader.problems()).isEmpty();
    int id;
    try (Connection connection = database.getConnection()) {
      id = new ProcessRows(connection).write(9001, read, FROM, 0);
    }
    ProcedureRequirements requirements = new ProcedureRequirements(database);
    assertThat(requirements.process(9001, FROM).orElseThrow().id()).isEqualTo(id);
    assertThat(requirements.process(9001, FROM.minusDays(1)).orElseThrow().id()).isEqualTo(9001);

    Instant at = DossierBuilder.RECEIVED.plus(Duration.ofDays(2));
    desk.complete(running, at);
    assertThat(present(running)).isEqualTo("Thẩm định");
    desk.complete(running, at.plusSeconds(60));
    assertThat(present(running)).as("a step that the new version has not").isEqualTo("Ký duyệt");
    assertThat(
            transactions.value(
                "select process_id from dossier_intake where dossier_id = " + running))
        .isEqualTo("9001");
    assertThat(transactions.value("select count(*) from dossier_task where kind <> 'MAIN'"))
        .isEqualTo("0");
  }

  @Test
  void whatPeopleWroteOfOpinionsWaysBackAndRulesComesBackAsTheyWroteIt() throws SQLException {
    ProcessVersion read = new ProcessSheetReader(NEW, Set.of("t-branch-2")).read();
    try (Connection connection = database.getConnection()) {
      new ProcessRows(connection).write(9001, read, FROM, 0);
    }
    ProcessVersion kept = new ProcessVersions(database).versions("9.000001").getFirst();
    assertThat(kept.steps().get(1).opinionsNeeded()).isEqualTo(1);
    assertThat(kept.branches().get(2).back()).isTrue();
    assertThat(kept.branches().get(2).toStep()).isEqualTo(2);
    assertThat(kept.minutes()).as("a way back takes no time of the line").isEqualTo(13 * 60);
    ProcessSheetReader again =
        new ProcessSheetReader(ProcessRows.sheet("9.000001", kept), Set.of("t-branch-2"));
    assertThat(again.read().branches()).isEqualTo(kept.branches());
    assertThat(again.read().steps()).isEqualTo(kept.steps());
  }

  @Test
  void aWayBackLeadsToAnEarlierStep() {
    ProcessSheetReader reader =
        new ProcessSheetReader(
            new ProcessSheet(
                Map.of("steps", NEW.cell("steps"), "branches", "2 | BACK | Xem lại | 3")),
            Set.of("t-branch-2"));
    reader.read();
    assertThat(reader.problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.message(java.util.Locale.of("vi"))).contains("trước"));
  }

  private String present(long dossier) {
    return transactions.value(
        "select name from dossier_task where completed_at is null and dossier_id = " + dossier);
  }
}
