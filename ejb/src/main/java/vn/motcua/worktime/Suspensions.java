package vn.motcua.worktime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Pauses of one term, sorted and merged; the order and the overlaps they came in do not matter. */
public final class Suspensions {
  public static final Suspensions NONE = new Suspensions(List.of());

  private final List<Suspension> merged;

  private Suspensions(List<Suspension> merged) {
    this.merged = List.copyOf(merged);
  }

  public static Suspensions of(Collection<Suspension> given) {
    List<Suspension> sorted = new ArrayList<>(given);
    sorted.sort(Comparator.comparing(Suspension::from).thenComparing(Suspension::to));
    List<Suspension> merged = new ArrayList<>();
    for (Suspension next : sorted) {
      Suspension last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || next.from().isAfter(last.to())) {
        merged.add(next);
      } else if (next.to().isAfter(last.to())) {
        merged.set(merged.size() - 1, new Suspension(last.from(), next.to()));
      }
    }
    merged.removeIf(pause -> pause.from().equals(pause.to()));
    return new Suspensions(merged);
  }

  /** Pauses in order, apart from each other and not empty. */
  public List<Suspension> merged() {
    return merged;
  }

  /** Whether the clock stands at a moment. */
  public boolean pausedAt(Instant moment) {
    return merged.stream()
        .anyMatch(pause -> !moment.isBefore(pause.from()) && moment.isBefore(pause.to()));
  }

  /** The pause that had begun before a moment and reaches it, if any. */
  Optional<Suspension> runningInto(Instant moment) {
    return merged.stream()
        .filter(pause -> pause.from().isBefore(moment) && !pause.to().isBefore(moment))
        .findFirst();
  }

  /** What the pauses leave of a stretch, in order. */
  List<OpenStretch> leaveOf(OpenStretch stretch) {
    List<OpenStretch> left = new ArrayList<>();
    OpenStretch rest = stretch;
    for (Suspension pause : merged) {
      if (!pause.to().isAfter(rest.from())) {
        continue;
      }
      if (!pause.from().isBefore(rest.to())) {
        break;
      }
      left.add(rest.endingAt(pause.from()));
      rest = rest.startingAt(pause.to());
    }
    left.add(rest);
    left.removeIf(OpenStretch::isEmpty);
    return left;
  }
}
