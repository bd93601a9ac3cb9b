package vn.motcua.analytics.bench;

import java.util.Random;

/**
 * The bodies and procedures of a city of the size of Hanoi: 12 branches, 126 communes, 16 fields,
 * 220 procedures, of which few make most of the work. Invented, but skewed as such counts are.
 */
final class City {

  static final int BRANCHES = 12;
  static final int UNITS = 126;
  static final int FIELDS = 16;
  private static final int PROCEDURES = 220;

  private static final int[] LIMIT_DAYS = {0, 1, 1, 2, 3, 3, 5, 5, 7, 10, 15, 20, 30};

  /**
   * @param limitDays working days until due; 0: the same day
   */
  record Procedure(
      int id, int fieldId, int limitDays, int steps, int minutes, int papers, boolean undated) {}

  private final Procedure[] procedures = new Procedure[PROCEDURES];
  private final double[] procedureShare = shares(PROCEDURES, 1.1);
  private final double[] unitShare = shares(UNITS, 0.5);

  City(Random random) {
    double[] fieldShare = shares(FIELDS, 0.9);
    for (int i = 0; i < PROCEDURES; i++) {
      int days = i < 4 ? 0 : LIMIT_DAYS[random.nextInt(LIMIT_DAYS.length)];
      procedures[i] =
          new Procedure(
              1000 + i,
              1 + pick(fieldShare, random),
              days,
              3 + random.nextInt(6),
              Math.max(240, days * 480),
              2 + random.nextInt(6),
              random.nextInt(60) == 0);
    }
  }

  Procedure procedure(Random random) {
    return procedures[pick(procedureShare, random)];
  }

  int unit(Random random) {
    return 1 + pick(unitShare, random);
  }

  /** Any branch takes any dossier, mostly that of the neighbourhood. */
  static int branch(int unit, Random random) {
    return 1000 + (random.nextInt(10) < 8 ? unit % BRANCHES : random.nextInt(BRANCHES));
  }

  private static double[] shares(int size, double skew) {
    double[] upTo = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += 1 / Math.pow(i + 1, skew);
      upTo[i] = sum;
    }
    for (int i = 0; i < size; i++) {
      upTo[i] /= sum;
    }
    return upTo;
  }

  private static int pick(double[] upTo, Random random) {
    double wanted = random.nextDouble();
    int low = 0;
    int high = upTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
