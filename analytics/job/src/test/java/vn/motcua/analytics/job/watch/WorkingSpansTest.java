package vn.motcua.analytics.job.watch;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WorkingSpansTest {

  /** 10 to 20, 30 to 40, 100 to 110. */
  private final WorkingSpans spans =
      new WorkingSpans(new long[] {10, 30, 100}, new long[] {20, 40, 110});

  @Test
  void counts_over_breaks_both_ways() {
    assertThat(spans.after(15, 5)).isEqualTo(20);
    assertThat(spans.after(15, 6)).isEqualTo(31);
    assertThat(spans.after(25, 1)).isEqualTo(31);
    assertThat(spans.before(105, 5)).isEqualTo(40);
    assertThat(spans.before(105, 6)).isEqualTo(39);
    assertThat(spans.before(50, 20)).isEqualTo(10);
  }

  @Test
  void where_they_do_not_reach_every_minute_counts() {
    assertThat(spans.after(5, 7)).isEqualTo(12);
    assertThat(spans.after(105, 50)).isEqualTo(155);
    assertThat(spans.before(15, 50)).isEqualTo(-35);
    assertThat(WorkingSpans.none().after(5, 7)).isEqualTo(12);
    assertThat(WorkingSpans.none().before(5, 7)).isEqualTo(-2);
  }

  @Property
  void agrees_with_counting_one_by_one(
      @ForAll @LongRange(min = 10, max = 110) long from,
      @ForAll @LongRange(min = 1, max = 30) long length) {
    long at = from;
    long left = length;
    while (left > 0 && at < 110) {
      boolean working = at < 20 || at >= 30 && at < 40 || at >= 100;
      left -= working ? 1 : 0;
      at++;
    }
    assertThat(spans.after(from, length)).isEqualTo(left > 0 ? from + length : at);
  }
}
