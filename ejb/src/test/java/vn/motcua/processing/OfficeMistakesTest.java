package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.processing.DossierBuilder.DUE;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Channel;
import vn.motcua.events.CloseReason;

/** What the office did wrong itself is put right without a new dossier, on a real PostgreSQL. */
class OfficeMistakesTest {

  private static final Grounds WHY = new Grounds("Thiếu phiếu trình", "");
  private static final Instant LATER = RECEIVED.plus(Duration.ofHours(2));

  private final ProcessingWorld world = new ProcessingWorld();

  @Test
  void aStepThatCannotBeDoneGoesBackWithItsReason() {
    long id = world.dossiers.received();
    String first = world.step(id);
    world.complete(world.seen(id), LATER, "mot");
    String second = world.step(id);
    assertThat(second).isNotEqualTo(first);
    Seen seen = world.seen(id);
    back(seen, WHY);
    back(seen, WHY);
    assertThat(world.step(id)).as("pressed twice, back once").isEqualTo(first);
    assertThat(
            world.value(
                "select t.activity || ': ' || w.cause from dossier_transition t"
                    + " join dossier_statement w using (dossier_id, sequence)"
                    + " where t.dossier_id = %d order by t.sequence desc limit 1",
                id))
        .isEqualTo(second + ": STEP_BACK");
    assertThat(world.value("select reason from dossier_statement where dossier_id = %d", id))
        .isEqualTo("Thiếu phiếu trình");
    world.complete(world.seen(id), LATER.plusSeconds(60), "mot");
    assertThat(world.step(id)).isEqualTo(second);
    assertThat(world.due(id)).isEqualTo(DUE);
  }

  @Test
  void withoutAReasonNothingGoesBack() {
    long id = world.dossiers.received();
    world.complete(world.seen(id), LATER, "mot");
    String history = world.history(id);
    assertThatThrownBy(() -> back(world.seen(id), new Grounds(" ", "")))
        .isInstanceOf(ProcessingFailure.Missing.class);
    assertThat(world.history(id)).isEqualTo(history);
  }

  @Test
  void whatWasStoppedByMistakeGoesOnWhereItStood() {
    long id = world.dossiers.received();
    String step = world.step(id);
    world.close(world.seen(id), CloseReason.STOPPED, WHY, LATER, "mot");
    assertThat(world.state(id)).isEqualTo("CLOSED");
    reopen(id);
    assertThat(world.state(id)).isEqualTo("OPEN");
    assertThat(world.step(id)).isEqualTo(step);
    assertThat(world.due(id)).as("no more time").isEqualTo(DUE);
    assertThat(world.history(id)).endsWith("CLOSED REOPENED");
    assertThatThrownBy(() -> reopen(id)).isInstanceOf(ProcessingFailure.NotStopped.class);
  }

  /** Its pause ended with the mistake: the time after it was nobody's waiting. */
  @Test
  void aPauseThatWasEndedByStoppingLastsNoLonger() {
    long id = world.dossiers.received();
    Instant paused = RECEIVED.plus(Duration.ofHours(1));
    world.pause(world.seen(id), new Grounds("Thuế", "1/TB"), paused, "mot");
    world.close(world.seen(id), CloseReason.STOPPED, WHY, LATER, "mot");
    reopen(id);
    Instant again = LATER.plus(Duration.ofDays(1));
    world.pause(world.seen(id), new Grounds("Thuế", "2/TB"), again, "mot");
    world.resume(world.seen(id), again.plus(Duration.ofHours(1)), "mot");
    assertThat(world.due(id)).as("two hours of waiting, no day").isEqualTo(DUE);
  }

  @Test
  void aChannelThatWasEnteredWronglyIsPutRight() {
    long id = world.dossiers.received();
    correct(id, Channel.POST);
    assertThat(world.value("select channel from dossier where id = %d", id)).isEqualTo("POST");
    assertThat(world.due(id)).isEqualTo(DUE);
    assertThat(world.history(id)).endsWith("CORRECTED");
    assertThatThrownBy(() -> correct(id, Channel.POST))
        .isInstanceOf(ProcessingFailure.NothingToCorrect.class);
  }

  private void back(Seen seen, Grounds why) {
    world.transactions.run(
        () -> world.back.back(seen, BackWork.TO_THE_STEP_BEFORE, why, LATER, "mot"));
  }

  private void reopen(long id) {
    world.transactions.run(
        () -> world.entries.reopen(world.seen(id), WHY, LATER.plusSeconds(60), "giamdoc"));
  }

  private void correct(long id, Channel channel) {
    world.transactions.run(
        () -> world.entries.correctChannel(world.seen(id), channel, WHY, LATER, "giamdoc"));
  }
}
