package vn.motcua.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.events.DossierFinished;
import vn.motcua.events.LogEntry;
import vn.motcua.events.Outcome;
import vn.motcua.events.RecordKey;

/** Records that were set aside, sent once more after a fix: with a real broker. */
class ReplayJobTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

  @TempDir Path broker;
  @TempDir Path checkpoints;

  @Test
  void a_damaged_record_is_counted_when_its_dossier_is_sent_again() throws Exception {
    try (JobPlatform platform = new JobPlatform(broker)) {
      JobSettings settings = platform.settings(checkpoints);
      platform.start(settings, FiguresJob.configuration(settings));
      LogEntry received =
          TestLog.entry(5, 1, MONDAY, TestLog.received(MONDAY, TUESDAY.plusSeconds(1), 10));
      LogEntry finished =
          TestLog.entry(5, 2, TUESDAY, new DossierFinished(TUESDAY, Outcome.GRANTED, -1));
      platform.log.sendBytes(RecordKey.of(5), new byte[] {1, 2, 3});
      platform.log.send(finished);
      platform.log.tick(TUESDAY);
      JobPlatform.await(
          "the dead letter, with its dossier",
          () -> platform.number("select count(*) from dead_letter where dossier_id = 5") == 1);
      assertThat(platform.number("select count(*) from dossier_fact")).isZero();

      for (int time = 0; time < 2; time++) {
        platform.log.replay(received, 2);
        platform.log.replay(finished, 2);
      }
      Instant later = TUESDAY.plus(Duration.ofDays(1));
      platform.log.tick(later);
      JobPlatform.await("position", () -> platform.position() == later.toEpochMilli());
      assertThat(platform.number("select sum(received) from figure_day")).isEqualTo(1);
      assertThat(platform.number("select sum(on_time_granted + early_granted) from figure_day"))
          .isEqualTo(1);
      assertThat(platform.number("select count(*) from dead_letter")).isEqualTo(1);
      assertThat(platform.number("select sequence from dossier_fact where dossier_id = 5"))
          .isEqualTo(2);
    }
  }
}
