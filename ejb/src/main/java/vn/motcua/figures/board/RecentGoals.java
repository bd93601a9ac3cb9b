package vn.motcua.figures.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Goals read a moment ago, by dataset and period. */
@ApplicationScoped
public class RecentGoals {

  private static final int MOST = 200;

  private record Kept(Instant until, Map<Goal, ComposedGoals.Composed> goals) {}

  private final ConcurrentMap<String, Kept> kept = new ConcurrentHashMap<>();

  /** What is kept and still holds, else what is read now, by one caller at a time for a key. */
  Map<Goal, ComposedGoals.Composed> of(
      String key, Instant now, Instant until, Supplier<Map<Goal, ComposedGoals.Composed>> read) {
    if (kept.size() > MOST) {
      kept.values().removeIf(one -> !one.until().isAfter(now));
    }
    return kept.compute(
            key,
            (k, old) -> old != null && old.until().isAfter(now) ? old : new Kept(until, read.get()))
        .goals();
  }
}
