package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.events.DueCause;

/** The order in which the steps of a dossier are held to have happened. */
class RecordedMomentsTest {

  private static final Instant RECEIVED = Instant.parse("2025-06-02T01:00:00Z");

  private final Dossier dossier =
      new Dossier(1, new NewDossier(1, "HS-1", null, 1, 1, null, Channel.DIRECT, RECEIVED, day(9)));
  private final List<DossierTransition> history = new ArrayList<>();

  RecordedMomentsTest() {
    step(TransitionKind.RECEIVED, RECEIVED);
  }

  @Test
  void theLastStepThatMovesAFigureIsTheOneToFollow() {
    step(TransitionKind.REATTRIBUTED, day(3));
    step(TransitionKind.STEP, day(4));
    step(TransitionKind.DUE_MOVED, day(5)).dueCause(DueCause.CALENDAR_CORRECTION.name());
    assertThat(RecordedMoments.of(history).last()).isEqualTo(day(3));
    step(TransitionKind.DUE_MOVED, day(6)).dueCause(DueCause.RESTART.name());
    assertThat(RecordedMoments.of(history).last()).isEqualTo(day(6));
  }

  @Test
  void severalThingsInOneInstantAreInOrder() {
    step(TransitionKind.PAUSED, day(3));
    step(TransitionKind.RESUMED, day(3));
    assertThat(RecordedMoments.of(history).inOrder()).isTrue();
  }

  @Test
  void aCorrectedResultMayNotComeBeforeTheTransfer() {
    step(TransitionKind.REATTRIBUTED, day(3));
    step(TransitionKind.FINISHED, day(5));
    RecordedMoments recorded = RecordedMoments.of(history);
    recorded.correct(null, day(3));
    assertThat(recorded.inOrder()).isTrue();
    recorded.correct(null, day(3).minusMillis(1));
    assertThat(recorded.inOrder()).isFalse();
  }

  @Test
  void aCorrectedReceiptMayNotComeAfterTheNextStep() {
    step(TransitionKind.FINISHED, day(5));
    RecordedMoments recorded = RecordedMoments.of(history);
    recorded.correct(day(5), null);
    assertThat(recorded.inOrder()).isTrue();
    recorded.correct(day(5).plusMillis(1), null);
    assertThat(recorded.inOrder()).isFalse();
  }

  @Test
  void aCorrectionOnRecordCounts() {
    step(TransitionKind.FINISHED, day(5));
    step(TransitionKind.CORRECTED, day(6))
        .corrected(new Correction(null, null, day(8), null, null, null));
    assertThat(RecordedMoments.of(history).last()).isEqualTo(day(8));
  }

  @Test
  void whatTheLogCannotSayIsCutOff() {
    Instant fine = Instant.parse("2025-06-02T01:00:00.123456789Z");
    Instant whole = Instant.parse("2025-06-02T01:00:00.123Z");
    NewDossier received =
        new NewDossier(1, "HS-2", null, 1, 1, null, Channel.DIRECT, fine, fine.plusSeconds(1));
    assertThat(received.receivedAt()).isEqualTo(whole);
    assertThat(received.dueAt()).isEqualTo(whole.plusSeconds(1));
    Correction correction = new Correction(fine, fine, fine, null, null, null);
    assertThat(List.of(correction.receivedAt(), correction.dueAt(), correction.finishedAt()))
        .containsOnly(whole);
  }

  private DossierTransition step(TransitionKind kind, Instant at) {
    DossierTransition step = new DossierTransition(dossier, kind, at, "test");
    history.add(step);
    return step;
  }

  private static Instant day(int after) {
    return RECEIVED.plusSeconds(after * 86_400L);
  }
}
