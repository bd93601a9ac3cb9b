package vn.motcua.analytics.job.figures;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DurationBucketsTest {

  @Test
  void the_bounds_do_not_move() {
    assertThat(DurationBuckets.of(-5)).isZero();
    assertThat(DurationBuckets.of(0)).isZero();
    assertThat(DurationBuckets.of(7)).isEqualTo(7);
    assertThat(DurationBuckets.of(8)).isEqualTo(8);
    assertThat(DurationBuckets.of(15)).isEqualTo(15);
    assertThat(DurationBuckets.of(16)).isEqualTo(16);
    assertThat(DurationBuckets.of(17)).isEqualTo(16);
    assertThat(DurationBuckets.of(18)).isEqualTo(17);
    assertThat(DurationBuckets.of(480)).isEqualTo(8 * 5 + 15);
    assertThat(DurationBuckets.ofMillis(59_999)).isZero();
    assertThat(DurationBuckets.ofMillis(60_000)).isOne();
  }

  /** Never falls, never skips, and is at most an eighth wide. */
  @Property(tries = 5000)
  void a_longer_time_is_in_the_same_bucket_or_the_next(
      @ForAll @LongRange(min = 0, max = 600_000_000L) long minutes) {
    int bucket = DurationBuckets.of(minutes);
    assertThat(DurationBuckets.of(minutes + 1)).isIn(bucket, bucket + 1);
    assertThat(DurationBuckets.of(minutes + minutes / 8 + 1)).isGreaterThan(bucket);
    assertThat(bucket).isLessThan(1 << 10);
  }
}
