package vn.motcua.deadlines;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long it took others from where a dossier stands now (thời gian còn lại), in minutes, and with
 * that the chance of being late. Pure.
 *
 * <p>Samples are kept under a path of keys from the general to the particular, as all – step –
 * field – procedure. The chance at each level is that of lasting beyond the limit for those who had
 * lasted as long (Kaplan–Meier: who is not ready yet counts for as long as it was watched; without
 * them the slow ones would be missing until they are done). Where there are few, the coarser level
 * counts as if it were {@link #STRENGTH} more of them. So a step never seen takes the chance of the
 * coarser level, and one seen often its own.
 */
public final class RemainingTimes {

  /** How many samples of its own a level needs to weigh as much as the coarser one. */
  static final double STRENGTH = 20;

  private final Map<List<String>, Survival> levels;

  private RemainingTimes(Map<List<String>, Survival> levels) {
    this.levels = levels;
  }

  /** Collects samples. */
  public static final class Collector {
    private final Map<List<String>, Growing> samples = new HashMap<>();

    /**
     * One that is over.
     *
     * @param path keys from the general to the particular; the empty path is always meant too
     * @param minutes from the beginning of the step to the end, 0 or more
     */
    public void add(List<String> path, long minutes) {
      collect(path, 2 * minutes);
    }

    /**
     * One that is not over yet.
     *
     * @param minutes how long it has lasted so far
     */
    public void addLasting(List<String> path, long minutes) {
      collect(path, 2 * minutes + 1);
    }

    private void collect(List<String> path, long coded) {
      for (int length = 0; length <= path.size(); length++) {
        samples
            .computeIfAbsent(List.copyOf(path.subList(0, length)), key -> new Growing())
            .add(coded);
      }
    }

    /** What was collected so far. */
    public RemainingTimes times() {
      Map<List<String>, Survival> levels = new HashMap<>();
      samples.forEach((path, values) -> levels.put(path, new Survival(values.sorted())));
      return new RemainingTimes(levels);
    }
  }

  /**
   * The chance of not being ready in time, 0 to 1.
   *
   * @param path where it stands
   * @param elapsed minutes since the step began
   * @param left minutes until it is due; below 1 it is late already
   */
  public double late(List<String> path, long elapsed, long left) {
    if (left < 1) {
      return 1;
    }
    double chance = 0.5;
    for (int length = 0; length <= path.size(); length++) {
      Survival level = levels.get(path.subList(0, length));
      if (level == null) {
        break;
      }
      int watched = level.beyond(elapsed);
      if (watched > 0) {
        double strength = length == 0 ? 1 : STRENGTH;
        double own = level.share(elapsed + left) / level.share(elapsed);
        chance = (watched * own + strength * chance) / (watched + strength);
      }
    }
    return chance;
  }

  /**
   * The median of those that are over, of the most particular level with enough samples; -1 where
   * none has. That of all is none of anything.
   */
  public long median(List<String> path, int enough) {
    for (int length = path.size(); length > 0; length--) {
      Survival level = levels.get(path.subList(0, length));
      if (level != null && level.ended.length >= enough) {
        return level.ended[level.ended.length / 2];
      }
    }
    return -1;
  }

  /** How many samples there are of exactly this. */
  public int samples(List<String> path) {
    Survival level = levels.get(path);
    return level == null ? 0 : level.coded.length;
  }

  /** Samples of one level in order: doubled minutes, one more where it is not over yet. */
  private static final class Survival {
    private final long[] coded;
    private final long[] ended;

    /** The share that lasts beyond each sample. */
    private final double[] shares;

    Survival(long[] coded) {
      this.coded = coded;
      shares = new double[coded.length];
      double share = 1;
      for (int i = 0; i < coded.length; i++) {
        if ((coded[i] & 1) == 0) {
          share *= 1 - 1.0 / (coded.length - i);
        }
        shares[i] = share;
      }
      ended = Arrays.stream(coded).filter(sample -> (sample & 1) == 0).map(s -> s / 2).toArray();
    }

    /** How many were seen to last longer. */
    int beyond(long minutes) {
      return coded.length - upTo(minutes);
    }

    /** The share that lasts longer. */
    double share(long minutes) {
      int passed = upTo(minutes);
      return passed == 0 ? 1 : shares[passed - 1];
    }

    private int upTo(long minutes) {
      int low = 0;
      int high = coded.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (coded[middle] > 2 * minutes + 1) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }
  }

  private static final class Growing {
    private long[] values = new long[8];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    long[] sorted() {
      long[] all = Arrays.copyOf(values, size);
      Arrays.sort(all);
      return all;
    }
  }
}
