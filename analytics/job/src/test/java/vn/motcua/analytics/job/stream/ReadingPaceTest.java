package vn.motcua.analytics.job.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingPaceTest {

  private static final long SECOND = 1_000_000_000L;

  private final ReadingPace pace = new ReadingPace();
  private long now = 5 * SECOND;

  @Test
  void a_backlog_is_told_once_when_it_begins_and_once_when_it_ends() {
    assertThat(read(3 * 10_000, SECOND / 10_000)).as("begins").isEqualTo(1);
    assertThat(pace.isBacklog()).isTrue();
    assertThat(read(3 * 1_000, SECOND / 1_000)).as("ends").isEqualTo(1);
    assertThat(pace.isBacklog()).isFalse();
  }

  @Test
  void a_working_day_is_no_backlog() {
    assertThat(read(2_000, SECOND / 1_000)).isZero();
    assertThat(read(60, SECOND)).isZero();
    assertThat(pace.isBacklog()).isFalse();
  }

  /** After a pause the few records of a moment must not look like many. */
  @Test
  void after_a_pause_it_is_no_backlog() {
    read(30_000, SECOND / 10_000);
    now += 60 * SECOND;
    assertThat(read(100, 1_000)).isEqualTo(1);
    assertThat(pace.isBacklog()).isFalse();
  }

  /** How often it was otherwise than before. */
  private int read(int records, long apart) {
    int changes = 0;
    for (int i = 0; i < records; i++) {
      now += apart;
      changes += pace.changes(now) ? 1 : 0;
    }
    return changes;
  }
}
