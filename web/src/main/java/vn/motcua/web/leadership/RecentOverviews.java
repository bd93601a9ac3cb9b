package vn.motcua.web.leadership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import vn.motcua.figures.indicator.IndicatorAnswer;
import vn.motcua.figures.indicator.IndicatorQuestion;

/**
 * What the register answered a moment ago. Some of its figures are counted from the tables of a
 * whole period: an answer that took long is kept for ten times as long as it took, at most a
 * minute, and who asks the same meanwhile waits for the one that is being made. A quick answer is
 * never kept.
 */
@ApplicationScoped
public class RecentOverviews {

  private static final Duration QUICK = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int TIMES = 10;
  private static final int MOST = 50;

  /**
   * An answer.
   *
   * @param readAt when it was read
   */
  record Overview(List<IndicatorAnswer> answers, Instant readAt, Instant until) {}

  private final ConcurrentMap<IndicatorQuestion, Overview> known = new ConcurrentHashMap<>();
  private final InstantSource clock;

  @Inject
  RecentOverviews(InstantSource clock) {
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected RecentOverviews() {
    this(null);
  }

  Overview of(IndicatorQuestion question, Supplier<List<IndicatorAnswer>> reading) {
    if (known.size() >= MOST) {
      known.values().removeIf(this::isOver);
    }
    return known.compute(
        question, (asked, former) -> former == null || isOver(former) ? read(reading) : former);
  }

  private boolean isOver(Overview overview) {
    return !overview.until().isAfter(clock.instant());
  }

  private Overview read(Supplier<List<IndicatorAnswer>> reading) {
    Instant begun = clock.instant();
    List<IndicatorAnswer> answers = reading.get();
    Instant done = clock.instant();
    Duration took = Duration.between(begun, done);
    Duration kept =
        took.compareTo(QUICK) < 0
            ? Duration.ZERO
            : took.multipliedBy(TIMES).compareTo(LONGEST) < 0 ? took.multipliedBy(TIMES) : LONGEST;
    return new Overview(answers, done, done.plus(kept));
  }
}
