package vn.motcua.web.leadership;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.motcua.figures.board.Ratio;
import vn.motcua.figures.board.Tile;

/**
 * A figure day by day, as a path on a field of 1000 by 100. Days without a figure are gaps, not
 * noughts.
 *
 * @param lowest of the days; NONE where there are fewer than two
 */
public record Sparkline(String path, Ratio lowest, Ratio highest) {

  private static final long WIDTH = 1_000;
  private static final long HEIGHT = 100;
  private static final long MARGIN = 8;

  static Sparkline of(List<Tile.Day> all, LocalDate from, LocalDate to) {
    List<Tile.Day> days = all.stream().filter(day -> day.value().exists()).toList();
    if (days.size() < 2) {
      return new Sparkline("", Ratio.NONE, Ratio.NONE);
    }
    Ratio lowest = days.getFirst().value();
    Ratio highest = lowest;
    for (Tile.Day day : days) {
      lowest = day.value().basisPoints() < lowest.basisPoints() ? day.value() : lowest;
      highest = day.value().basisPoints() > highest.basisPoints() ? day.value() : highest;
    }
    long span = Math.max(1, highest.basisPoints() - lowest.basisPoints());
    long length = Math.max(1, ChronoUnit.DAYS.between(from, to) - 1);
    StringBuilder path = new StringBuilder();
    for (Tile.Day day : days) {
      long x = WIDTH * ChronoUnit.DAYS.between(from, day.day()) / length;
      long above = day.value().basisPoints() - lowest.basisPoints();
      long y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * above / span;
      path.append(path.isEmpty() ? "M" : " L").append(x).append(' ').append(y);
    }
    return new Sparkline(path.toString(), lowest, highest);
  }

  public boolean drawn() {
    return !path.isEmpty();
  }
}
