package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.motcua.processing.BranchingProcess.BACK;
import static vn.motcua.processing.BranchingProcess.EXEMPT;
import static vn.motcua.processing.BranchingProcess.LAND;
import static vn.motcua.processing.BranchingProcess.SHORT;
import static vn.motcua.processing.BranchingProcess.TAX;
import static vn.motcua.processing.DossierBuilder.DEPARTMENT;
import static vn.motcua.processing.DossierBuilder.DUE;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.events.CloseReason;
import vn.motcua.reference.LoadedDatabase;

/** A dossier on a process with alternatives, opinions in parallel, a hand-over and a way back. */
class ProcessGraphTest {

  private static final Instant LATER = RECEIVED.plus(Duration.ofHours(1));
  private static final Grounds WHY = new Grounds("Thiếu căn cứ", "7/CV");

  private final ProcessingWorld world = new ProcessingWorld();
  private Instant at = LATER;

  @BeforeEach
  void process() throws SQLException {
    BranchingProcess.install(world.database);
  }

  private long received(String answers) {
    long id = world.dossiers.received();
    execute(
        "update dossier_intake set process_id = 9002, answers = '%s' where dossier_id = %d"
            .formatted(answers, id));
    return id;
  }

  private void execute(String sql) {
    try {
      LoadedDatabase.execute(world.database, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void go(long id, Integer way) {
    at = at.plusSeconds(60);
    world.transactions.run(() -> world.tasks.complete(world.seen(id), "", way, at, "mot"));
  }

  private void opine(long id, int unit, String by) {
    at = at.plusSeconds(60);
    Seen seen = world.asked(id, unit);
    world.transactions.run(() -> world.parallel.give(seen, new Grounds("Nhất trí", ""), at, by));
  }

  /** At the third step, both opinions asked for. */
  private long appraised() {
    long id = received("{}");
    go(id, 0);
    return id;
  }

  /** At the tax office. */
  private long handedOver() {
    long id = appraised();
    opine(id, TAX, "thue");
    opine(id, LAND, "dat");
    go(id, 0);
    return id;
  }

  private String units(long id) {
    return world.value(
        """
        select string_agg(unit_id::text, ' ' order by unit_id) from dossier_task
        where dossier_id = %d and completed_at is null""",
        id);
  }

  @Test
  void whoCompletesAStepChoosesAmongAlternatives() {
    long id = received("{}");
    assertThatThrownBy(() -> go(id, null))
        .isInstanceOf(ProcessingFailure.WayNotChosen.class)
        .hasMessageContaining("Thẩm định");
    assertThatThrownBy(() -> go(id, 3))
        .as("an opinion is no way")
        .isInstanceOf(ProcessingFailure.NoSuchWay.class);
    assertThat(world.step(id)).isEqualTo("Phân công");
    go(id, SHORT);
    assertThat(world.step(id)).isEqualTo("Thẩm định rút gọn");
    assertThat(units(id)).as("no opinions beside an alternative").isEqualTo("" + DEPARTMENT);
    assertThat(world.value("select minutes from dossier_task where completed_at is null"))
        .isEqualTo("240");
    assertThat(world.due(id)).as("the legal clock is not touched").isEqualTo(DUE);
    go(id, 0);
    assertThat(world.step(id)).as("and it joins the line again").isEqualTo("Tính thuế");
  }

  @Test
  void aRuleTakesTheWayThatTheAnswersOfTheCaseSay() {
    long exempt = received("{\"mien\": true}");
    go(exempt, SHORT);
    go(exempt, null);
    assertThat(world.step(exempt)).isEqualTo("Xác nhận miễn thuế");
    long taxed = received("{\"mien\": false}");
    go(taxed, SHORT);
    assertThatThrownBy(() -> go(taxed, EXEMPT)).isInstanceOf(ProcessingFailure.NoSuchWay.class);
    go(taxed, null);
    assertThat(world.step(taxed)).isEqualTo("Tính thuế");
    long unanswered = received("{}");
    go(unanswered, SHORT);
    assertThatThrownBy(() -> go(unanswered, null))
        .isInstanceOf(ProcessingFailure.WayNotChosen.class);
  }

  @Test
  void opinionsOpenAtOnceEachWithItsBodyAndClockAndTheStepWaitsForThem() {
    long id = appraised();
    assertThat(units(id)).isEqualTo(DEPARTMENT + " " + TAX + " " + LAND);
    assertThat(
            world.value(
                "select count(distinct due_at) from dossier_task where completed_at is null"))
        .as("480 and 960 minutes, twice")
        .isEqualTo("2");
    String history = world.history(id);
    ProcessingFailure.OpinionsAwaited refused =
        catchThrowableOfType(ProcessingFailure.OpinionsAwaited.class, () -> go(id, 0));
    assertThat(refused.message(Locale.of("vi")))
        .contains("Cơ quan Thuế Thử, Văn phòng Đất Thử", "Hãy đôn đốc");
    opine(id, TAX, "thue");
    assertThat(catchThrowableOfType(ProcessingFailure.OpinionsAwaited.class, () -> go(id, 0)))
        .hasMessageContaining("Văn phòng Đất Thử")
        .hasMessageNotContaining("Thuế");
    opine(id, LAND, "dat");
    assertThat(world.history(id)).as("opinions leave no step in the history").isEqualTo(history);
    go(id, 0);
    assertThat(world.step(id)).isEqualTo("Tính thuế");
    assertThat(world.due(id)).isEqualTo(DUE);
  }

  @Test
  void anOpinionIsGivenOnceAndNothingElseIsInItsWay() {
    long id = appraised();
    Seen shown = world.asked(id, TAX);
    world.assign(world.seen(id), "hai", at, "hai");
    world.request(
        world.seen(id),
        SupplementItems.of(java.util.List.of("Bản vẽ"), "Thiếu"),
        at.plusSeconds(1),
        "clerk");
    Grounds yes = new Grounds("Nhất trí", "12/CT");
    world.transactions.run(() -> world.parallel.give(shown, yes, at.plusSeconds(2), "thue"));
    world.transactions.run(() -> world.parallel.give(shown, yes, at.plusSeconds(3), "thue"));
    assertThatThrownBy(
            () ->
                world.transactions.run(
                    () -> world.parallel.give(shown, yes, at.plusSeconds(4), "nguoi-khac")))
        .isInstanceOf(ProcessingFailure.MovedOn.class);
    assertThatThrownBy(
            () ->
                world.transactions.run(
                    () ->
                        world.parallel.give(
                            world.asked(id, LAND), new Grounds(" ", ""), at, "dat")))
        .isInstanceOf(ProcessingFailure.Missing.class);
    assertThat(
            world.value(
                "select comment || ' ' || document from dossier_task where unit_id = %d", TAX))
        .isEqualTo("Nhất trí 12/CT");
  }

  @Test
  void whereTheProcessSaysSoFewerOpinionsAreEnough() {
    execute(
        "update internal_step set opinions_needed = 1 where process_id = 9002 and position = 3");
    long id = appraised();
    assertThatThrownBy(() -> go(id, 0)).isInstanceOf(ProcessingFailure.OpinionsAwaited.class);
    opine(id, LAND, "dat");
    go(id, 0);
    assertThat(world.step(id)).isEqualTo("Tính thuế");
    assertThat(
            world.value(
                "select abandoned from dossier_task where unit_id = %d and kind = 'CONSULTATION'",
                TAX))
        .as("no longer waited for, and not on a worklist")
        .isEqualTo("t");
  }

  @Test
  void onlyAnOverdueOpinionIsWaived() {
    long id = appraised();
    opine(id, LAND, "dat");
    long asked = world.asked(id, TAX).taskId();
    ProcessingFailure.OpinionNotDue early =
        catchThrowableOfType(
            ProcessingFailure.OpinionNotDue.class,
            () ->
                world.transactions.run(
                    () -> world.parallel.waive(world.seen(id), asked, WHY, at, "mot")));
    assertThat(early.message(Locale.of("vi"))).contains("Cơ quan Thuế Thử", "17/11/2026");
    at = at.plus(Duration.ofDays(2));
    world.transactions.run(() -> world.parallel.waive(world.seen(id), asked, WHY, at, "mot"));
    go(id, 0);
    assertThat(world.step(id)).isEqualTo("Tính thuế");
    assertThat(world.value("select ending from dossier_task where id = %d", asked))
        .isEqualTo("WAIVED");
  }

  @Test
  void aHandOverHasItsOwnClockAndAgencyAndGoesOnAtItsEnd() {
    long id = handedOver();
    assertThat(
            world.value(
                """
                select unit_id || ' ' || hand_over || ' ' || from_unit_id || ' '
                  || (due_at < dossier_due_at)
                from dossier_task where dossier_id = %d and completed_at is null""",
                id))
        .isEqualTo(TAX + " true " + DEPARTMENT + " true");
    assertThat(world.value("select unit_id from dossier where id = %d", id))
        .as("whose dossier it is does not change")
        .isEqualTo("" + DEPARTMENT);
    go(id, null);
    assertThat(world.step(id)).isEqualTo("Ký duyệt");
    assertThat(units(id)).isEqualTo("" + DEPARTMENT);
    assertThat(world.due(id)).isEqualTo(DUE);
  }

  @Test
  void aHandOverIsReturnedWithItsReasonAndMadeAgain() {
    long id = handedOver();
    Seen shown = world.seen(id);
    assertThatThrownBy(
            () ->
                world.transactions.run(
                    () -> world.back.returnHandOver(shown, new Grounds("", ""), at, "thue")))
        .isInstanceOf(ProcessingFailure.Missing.class);
    world.transactions.run(() -> world.back.returnHandOver(shown, WHY, at, "thue"));
    world.transactions.run(() -> world.back.returnHandOver(shown, WHY, at, "thue"));
    assertThat(world.step(id)).as("who handed it over has it again").isEqualTo("Thẩm định");
    assertThat(units(id)).as("opinions are not asked for again").isEqualTo("" + DEPARTMENT);
    assertThat(
            world.value(
                """
                select w.cause || ' ' || w.reason || ' ' || w.document
                from dossier d join dossier_statement w
                  on w.dossier_id = d.id and w.sequence = d.sequence where d.id = %d""",
                id))
        .isEqualTo("HANDOVER_RETURNED Thiếu căn cứ 7/CV");
    assertThatThrownBy(
            () ->
                world.transactions.run(
                    () -> world.back.returnHandOver(world.seen(id), WHY, at, "mot")))
        .isInstanceOf(ProcessingFailure.NotHandedOver.class);
    go(id, 0);
    assertThat(units(id)).as("handed over once more").isEqualTo("" + TAX);
    assertThat(world.value("select count(*) from dossier_task where hand_over")).isEqualTo("2");
    assertThat(world.due(id)).isEqualTo(DUE);
  }

  @Test
  void itGoesBackOnlyWhereTheProcessSaysAndAsksAnew() {
    long id = handedOver();
    assertThatThrownBy(
            () ->
                world.transactions.run(
                    () -> world.back.back(world.seen(id), BACK, WHY, at, "thue")))
        .as("not from the hand-over")
        .isInstanceOf(ProcessingFailure.NoSuchWay.class);
    go(id, null);
    Seen shown = world.seen(id);
    world.transactions.run(() -> world.back.back(shown, BACK, WHY, at, "mot"));
    world.transactions.run(() -> world.back.back(shown, BACK, WHY, at, "mot"));
    assertThat(world.step(id)).isEqualTo("Thẩm định");
    assertThat(units(id)).isEqualTo(DEPARTMENT + " " + TAX + " " + LAND);
    assertThatThrownBy(
            () -> world.transactions.run(() -> world.back.back(shown, BACK, WHY, at, "nguoi-khac")))
        .as("somebody else's page is old")
        .isInstanceOf(ProcessingFailure.MovedOn.class);
    assertThat(world.due(id)).isEqualTo(DUE);
    assertThat(world.history(id)).isEqualTo("RECEIVED STEP STEP STEP STEP STEP");
  }

  @Test
  void whatEndsTheDossierEndsItsOpinions() {
    long withdrawn = appraised();
    world.close(world.seen(withdrawn), CloseReason.WITHDRAWN, WHY, at, "clerk");
    long refused = appraised();
    world.finish(
        world.seen(refused),
        new SignedResult("1", java.time.LocalDate.of(2026, 11, 16), "Bà A", true, "Không đủ", null),
        at,
        "mot");
    assertThat(
            world.value(
                """
                select count(*) from dossier_task
                where kind = 'CONSULTATION' and completed_at is null"""))
        .isEqualTo("0");
    assertThatThrownBy(() -> opine(withdrawn, TAX, "thue"))
        .isInstanceOf(ProcessingFailure.MovedOn.class);
  }
}
