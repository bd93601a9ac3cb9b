package vn.motcua.worktime;

import java.time.Duration;

/**
 * Working time until a due moment or since it (còn lại, quá hạn).
 *
 * @param working never negative; zero also outside office hours around the due moment
 * @param over whether the due moment has passed
 */
public record TimeLeft(Duration working, boolean over) {
  public TimeLeft {
    if (working.isNegative()) {
      throw new IllegalArgumentException("Negative working time: " + working);
    }
  }
}
