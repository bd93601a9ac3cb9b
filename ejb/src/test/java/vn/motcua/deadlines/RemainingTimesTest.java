package vn.motcua.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RemainingTimesTest {

  private static final List<String> STEP = List.of("field 1", "procedure 1", "step 2");

  @Property
  void a_chance_that_falls_with_the_time_left_and_is_sure_without_any(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 5000) Integer> samples,
      @ForAll @IntRange(min = 0, max = 6000) int elapsed,
      @ForAll @IntRange(min = 1, max = 6000) int left) {
    RemainingTimes times = times(samples);
    double chance = times.late(STEP, elapsed, left);
    assertThat(chance).isBetween(0.0, 1.0);
    assertThat(times.late(STEP, elapsed, left + 60)).isLessThanOrEqualTo(chance);
    assertThat(times.late(STEP, elapsed, 0)).isEqualTo(1);
    assertThat(times.late(STEP, elapsed, -5)).isEqualTo(1);
  }

  /** With many samples the chance is the share that one can count. */
  @Property(tries = 100)
  void many_samples_speak_for_themselves(
      @ForAll @Size(value = 40) List<@IntRange(min = 0, max = 1000) Integer> few,
      @ForAll @IntRange(min = 0, max = 500) int elapsed,
      @ForAll @IntRange(min = 1, max = 500) int left) {
    RemainingTimes.Collector collector = new RemainingTimes.Collector();
    for (int again = 0; again < 500; again++) {
      few.forEach(minutes -> collector.add(STEP, minutes));
    }
    long lasted = few.stream().filter(minutes -> minutes > elapsed).count();
    long late = few.stream().filter(minutes -> minutes > elapsed + left).count();
    if (lasted > 0) {
      assertThat(collector.times().late(STEP, elapsed, left))
          .isCloseTo((double) late / lasted, within(0.06));
    }
  }

  @Property
  void the_order_of_samples_does_not_matter(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 5000) Integer> samples,
      @ForAll @IntRange(min = 0, max = 5000) int elapsed) {
    assertThat(times(samples.reversed()).late(STEP, elapsed, 100))
        .isEqualTo(times(samples).late(STEP, elapsed, 100));
  }

  @Test
  void a_step_never_seen_takes_the_chance_of_its_field() {
    RemainingTimes.Collector collector = new RemainingTimes.Collector();
    for (int i = 0; i < 100; i++) {
      collector.add(List.of("field 1", "procedure 9"), i < 80 ? 1000 : 10);
      collector.add(List.of("field 2", "procedure 8"), 10);
    }
    RemainingTimes times = collector.times();
    assertThat(times.late(STEP, 0, 500)).isCloseTo(0.8, within(0.1));
    assertThat(times.late(List.of("field 2", "procedure 7"), 0, 500)).isLessThan(0.1);
    assertThat(times.late(List.of("field 3"), 0, 500)).isCloseTo(0.4, within(0.05));
    assertThat(times.median(STEP, 5)).isEqualTo(1000);
    assertThat(times.median(STEP, 1000)).isEqualTo(-1);
    assertThat(times.samples(STEP)).isZero();
  }

  /** Who is slow is not done yet: leaving them out would make the others look like all. */
  @Test
  void those_not_ready_yet_count_for_as_long_as_they_were_watched() {
    RemainingTimes.Collector collector = new RemainingTimes.Collector();
    for (int i = 0; i < 100; i++) {
      collector.add(STEP, 10);
      collector.addLasting(STEP, 400);
    }
    RemainingTimes times = collector.times();
    assertThat(times.late(STEP, 0, 200)).isCloseTo(0.5, within(0.01));
    assertThat(times.late(STEP, 100, 200)).isGreaterThan(0.98);
    assertThat(times.median(STEP, 5)).isEqualTo(10);
    assertThat(times.samples(STEP)).isEqualTo(200);
  }

  @Test
  void who_has_lasted_long_is_weighed_against_those_who_did() {
    RemainingTimes.Collector collector = new RemainingTimes.Collector();
    for (int i = 0; i < 90; i++) {
      collector.add(STEP, 10);
    }
    for (int i = 0; i < 50; i++) {
      collector.add(STEP, 1000);
    }
    assertThat(collector.times().late(STEP, 0, 500)).isLessThan(0.4);
    assertThat(collector.times().late(STEP, 100, 500)).isGreaterThan(0.9);
  }

  private static RemainingTimes times(List<Integer> samples) {
    RemainingTimes.Collector collector = new RemainingTimes.Collector();
    samples.forEach(minutes -> collector.add(STEP, minutes));
    return collector.times();
  }
}
