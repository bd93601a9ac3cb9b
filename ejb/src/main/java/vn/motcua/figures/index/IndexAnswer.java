package vn.motcua.figures.index;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The index of a period.
 *
 * @param from its first day
 * @param to the day after its last
 */
public record IndexAnswer(String dataset, LocalDate from, LocalDate to, List<IndexLine> lines) {

  public IndexAnswer {
    lines = List.copyOf(lines);
  }

  /** A component's line. */
  public IndexLine line(IndexComponent component) {
    return lines.get(component.ordinal());
  }

  /** Hundredths of points earned by the components that have a figure. */
  public int earned() {
    return lines.stream().filter(line -> line.earned() != null).mapToInt(IndexLine::earned).sum();
  }

  /** Points that could be had in those components: how much of the 100 is measured. */
  public int measured() {
    return lines.stream()
        .filter(line -> line.earned() != null)
        .mapToInt(line -> line.component().points())
        .sum();
  }

  /** Hundredths of points that a group earned; null where none of its components has a figure. */
  public Integer earnedBy(int group) {
    return lines.stream()
        .filter(line -> line.component().group() == group && line.earned() != null)
        .map(IndexLine::earned)
        .reduce(Integer::sum)
        .orElse(null);
  }

  /** Points that could be had in the components of a group that have a figure. */
  public int measuredOf(int group) {
    return lines.stream()
        .filter(line -> line.component().group() == group && line.earned() != null)
        .mapToInt(line -> line.component().points())
        .sum();
  }

  /** The component with the most points still to be had: what would raise the index most. */
  public Optional<IndexLine> raisesMost() {
    return lines.stream()
        .filter(line -> line.missing() != null && line.missing() > 0)
        .max(Comparator.comparing(IndexLine::missing));
  }
}
