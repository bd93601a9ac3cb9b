package vn.motcua.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * One of several, drawn by its weight.
 *
 * @param weight greater than 0; only its share of the sum counts
 */
record Share<T>(T what, int weight) {

  static <T> T draw(List<Share<T>> shares, SplittableRandom random) {
    int ticket = random.nextInt(shares.stream().mapToInt(Share::weight).sum());
    for (Share<T> share : shares) {
      ticket -= share.weight();
      if (ticket < 0) {
        return share.what();
      }
    }
    throw new IllegalStateException("Weights must be greater than 0");
  }
}
