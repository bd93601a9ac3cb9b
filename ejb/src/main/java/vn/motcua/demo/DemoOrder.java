package vn.motcua.demo;

/**
 * How a demo is to be lived.
 *
 * @param seed decides everything that happens, 0 to 999,999,999
 * @param workingDays how many working days before today it begins, 1 to 30
 * @param visitsPerDay to all branches together, 12 to 20,000
 * @param speed seconds of the demo per second, 1 to 1,000
 */
public record DemoOrder(long seed, int workingDays, int visitsPerDay, int speed) {

  public static final long LARGEST_SEED = 999_999_999;
  public static final int MOST_DAYS = 30;
  public static final int MOST_VISITS = 20_000;
  public static final int FASTEST = 1_000;

  /**
   * @throws DemoFailure.OutOfRange where a number is too small or too large
   */
  void check() {
    inRange("seed", seed, 0, LARGEST_SEED);
    inRange("workingDays", workingDays, 1, MOST_DAYS);
    inRange("visitsPerDay", visitsPerDay, 12, MOST_VISITS);
    inRange("speed", speed, 1, FASTEST);
  }

  private static void inRange(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new DemoFailure.OutOfRange(what, value, least, most);
    }
  }
}
