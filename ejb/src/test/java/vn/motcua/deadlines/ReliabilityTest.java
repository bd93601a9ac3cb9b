package vn.motcua.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

  @Test
  void without_experience_a_chance_stays_about_what_it_is() {
    Reliability none = new Reliability.Collector().reliability();
    for (double chance = 0.05; chance < 0.95; chance += 0.05) {
      assertThat(none.corrected(chance)).isCloseTo(chance, within(0.001));
    }
  }

  @Test
  void what_came_true_less_often_is_told_lower() {
    Reliability.Collector collector = new Reliability.Collector();
    for (int i = 0; i < 2_000; i++) {
      collector.tell(0.875, i % 3 != 0);
    }
    assertThat(collector.reliability().corrected(0.875)).isCloseTo(2.0 / 3, within(0.02));
  }

  @Property
  void a_greater_chance_never_becomes_the_smaller(
      @ForAll @Size(max = 200) List<@DoubleRange(min = 0, max = 1) Double> told,
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    Reliability.Collector collector = new Reliability.Collector();
    for (int i = 0; i < told.size(); i++) {
      collector.tell(told.get(i), i % 2 == 0);
    }
    Reliability reliability = collector.reliability();
    double low = reliability.corrected(Math.min(one, other));
    double high = reliability.corrected(Math.max(one, other));
    assertThat(low).isBetween(0.0, 1.0).isLessThanOrEqualTo(high);
    assertThat(high).isLessThanOrEqualTo(1.0);
  }
}
