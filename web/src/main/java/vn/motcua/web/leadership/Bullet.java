package vn.motcua.web.leadership;

import vn.motcua.figures.board.Goal;
import vn.motcua.figures.board.Target;
import vn.motcua.figures.board.Tile;

/**
 * A bullet graph (Stephen Few) on a scale of 0 to 1000 from left to right: the figure as a bar, the
 * target as a mark, the former period as a small mark.
 *
 * @param low what 0 stands for, in hundredths of a percent
 * @param high what 1000 stands for
 * @param target where it stands; −1 without one
 * @param former where it stands; −1 without one
 */
public record Bullet(
    long low, long high, long zero, long value, long target, long former, boolean rises) {

  /** The whole, of a share. */
  private static final long WHOLE = 10_000;

  /** The least that the scale of a figure reaches that should be nought: 1 %. */
  private static final long LITTLE = 100;

  private static final long WIDTH = 1_000;

  static Bullet of(Tile tile) {
    long value = tile.value().exists() ? tile.value().basisPoints() : 0;
    Target target = tile.target();
    long wanted = target == null ? 0 : 10L * target.permille();
    boolean rises = tile.goal().risesWell();
    long low = Math.min(0, value);
    long former = tile.previous().exists() ? tile.previous().basisPoints() : 0;
    long most = Math.max(value, former);
    long high = rises ? WHOLE : Math.min(WHOLE, Math.max(LITTLE, most + most / 4));
    if (tile.goal() == Goal.G1 || tile.goal() == Goal.G2 || tile.goal() == Goal.G3) {
      high = Math.min(WHOLE, Math.max(2 * wanted, most + most / 5));
    }
    return new Bullet(
        low,
        high,
        at(0, low, high),
        at(value, low, high),
        target == null ? -1 : at(wanted, low, high),
        tile.previous().exists() ? at(tile.previous().basisPoints(), low, high) : -1,
        rises);
  }

  private static long at(long figure, long low, long high) {
    long place = Math.round((double) WIDTH * (figure - low) / (high - low));
    return Math.max(0, Math.min(WIDTH, place));
  }

  /** Left end of the bar, which grows from nought to either side. */
  public long barFrom() {
    return Math.min(zero, value);
  }

  public long barWidth() {
    return Math.abs(value - zero);
  }

  /** Where reaching the target begins; the scale's end where only nought will do. */
  public long goodFrom() {
    return rises && target >= 0 ? target : WIDTH;
  }

  public long goodWidth() {
    return WIDTH - goodFrom();
  }

  public long targetAt() {
    return Math.max(2, Math.min(WIDTH - 2, target));
  }

  public boolean targeted() {
    return target >= 0;
  }

  public long formerAt() {
    return Math.max(2, Math.min(WIDTH - 2, former));
  }

  public boolean formerKnown() {
    return former >= 0;
  }
}
