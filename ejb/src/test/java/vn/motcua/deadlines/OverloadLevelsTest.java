package vn.motcua.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverloadLevelsTest {

  private final OverloadLevels levels =
      new OverloadLevels(
          List.of(
              new OverloadLevels.Trigger("ARRIVALS", "BUSY", 10),
              new OverloadLevels.Trigger("ARRIVALS", "OVERLOADED", 20),
              new OverloadLevels.Trigger("QUEUE", "OVERLOADED", 30),
              new OverloadLevels.Trigger("WAITING", "BUSY", 60)));

  @Test
  void each_measure_is_weighed_for_one_counter() {
    assertThat(weigh(27, 3, 0, 0)).isEqualTo("NORMAL []");
    assertThat(weigh(28, 3, 0, 0)).isEqualTo("BUSY [ARRIVALS]");
    assertThat(weigh(60, 3, 0, 0)).isEqualTo("OVERLOADED [ARRIVALS]");
    assertThat(weigh(28, 3, 90, 61)).isEqualTo("OVERLOADED [ARRIVALS, QUEUE, WAITING]");
    assertThat(weigh(0, 0, 0, 60)).isEqualTo("BUSY [WAITING]");
  }

  @Test
  void without_an_open_counter_the_queue_still_waits() {
    assertThat(weigh(0, 0, 30, 0)).isEqualTo("OVERLOADED [QUEUE]");
  }

  private String weigh(int arrivals, int counters, int queue, long waiting) {
    BranchLoad load = levels.weigh(1, "x", arrivals, counters, queue, waiting);
    return load.level() + " " + load.reasons();
  }
}
