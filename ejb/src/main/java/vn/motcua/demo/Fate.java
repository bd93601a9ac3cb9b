package vn.motcua.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import vn.motcua.events.RatingPlace;

/**
 * What becomes of a dossier, decided with its arrival.
 *
 * @param pace working time taken per working time allowed; above 1 it will be late
 * @param turn how it leaves the straight way
 * @param answerHours working hours after which a supplement is answered
 * @param collectedAfterHours working hours after which the result is fetched
 * @param rating null: the applicant does not rate
 */
public record Fate(
    double pace, Turn turn, double answerHours, double collectedAfterHours, Verdict rating) {

  /** How a dossier leaves the straight way. */
  public enum Turn {
    NONE,
    SUPPLEMENT,
    REFUSED,
    WITHDRAWN
  }

  /**
   * A rating.
   *
   * @param answers the five elements, 1 to 5, 0 where one does not apply
   */
  public record Verdict(List<Integer> answers, int trust, RatingPlace place) {
    public Verdict {
      answers = List.copyOf(answers);
    }
  }

  private static final double USUAL_PACE = 0.52;
  private static final double SLOW_AGENCY = 1.45;
  private static final double SLOW_BRANCH = 1.15;
  private static final double SPREAD = 0.30;
  private static final int ELEMENTS = 5;

  static Fate draw(String procedure, String branch, SplittableRandom random) {
    double pace = USUAL_PACE * Math.exp(SPREAD * random.nextGaussian());
    if (DemoCity.SLOW_PROCEDURES.contains(procedure)) {
      pace *= SLOW_AGENCY;
    }
    if (DemoCity.SLOW_BRANCHES.contains(branch)) {
      pace *= SLOW_BRANCH;
    }
    Turn turn = turn(random.nextDouble());
    double answer = 4 + 36 * random.nextDouble();
    double collected = 0.5 + 12 * random.nextDouble() * random.nextDouble();
    Verdict rating = random.nextDouble() < 0.35 ? verdict(pace > 1, random) : null;
    return new Fate(pace, turn, answer, collected, rating);
  }

  private static Turn turn(double chance) {
    if (chance < 0.06) {
      return Turn.SUPPLEMENT;
    }
    if (chance < 0.075) {
      return Turn.REFUSED;
    }
    return chance < 0.085 ? Turn.WITHDRAWN : Turn.NONE;
  }

  /** People who waited too long are harder to please; few are displeased otherwise. */
  private static Verdict verdict(boolean late, SplittableRandom random) {
    double displeased = late ? 0.45 : 0.04;
    List<Integer> answers =
        IntStream.range(0, ELEMENTS).mapToObj(i -> answer(displeased, random)).toList();
    RatingPlace place =
        random.nextDouble() < 0.6
            ? RatingPlace.TABLET
            : random.nextBoolean() ? RatingPlace.QR : RatingPlace.LINK;
    return new Verdict(answers, Math.max(1, answer(displeased, random)), place);
  }

  private static int answer(double displeased, SplittableRandom random) {
    double chance = random.nextDouble();
    if (chance < 0.03) {
      return 0;
    }
    return chance < 0.03 + displeased ? 1 + random.nextInt(3) : 4 + random.nextInt(2);
  }
}
