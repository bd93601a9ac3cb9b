package vn.motcua.analytics.job.facts;

import java.util.Arrays;

/**
 * What only the leadership's board counts of a dossier: against which baseline (mốc so sánh) it is
 * measured, how often its applicant was asked again, how it was rated. Moments are UTC
 * milliseconds.
 */
public final class BoardFacts {

  /** An answer from here on, of 1 to 5, is satisfied (hài lòng) or trusting (tin tưởng). */
  public static final int GOOD = 4;

  private static final long[] NEVER = {};
  private static final long MINUTE = 60_000;

  public int baselineSteps;
  public int baselineMinutes;
  public int papersBaseline;
  public int papersBrought;
  public boolean opensEpisode;

  /** Steps of the internal process done so far. */
  public int stepsPassed;

  /** Steps done less than a minute after the one before (bấm qua bước). */
  public int quickSteps;

  /** How often a step was done by another body than the one before (chuyển giữa các đơn vị). */
  public int handOvers;

  /** The last step's moment, and the last body that did one; 0 where the log does not say. */
  public long lastStepAt = Entry.NONE;

  public int lastStepUnit;

  /** How often the applicant was asked again, re-checks of the same items left out. */
  public int requests;

  /** Working minutes to the last result; below 0 where they are not known. */
  public int usedMinutes = -1;

  /** Requests that were the second of their episode. */
  public long[] secondRequests = NEVER;

  /** Requests for the same items again. */
  public long[] rechecks = NEVER;

  /** {@link Entry#NONE} while it is not rated; a second rating would not count. */
  public long ratedAt = Entry.NONE;

  /** How many of the five elements were answered, and how many of them satisfied. */
  public int answers;

  public int satisfied;

  /** 1 to 5, 0 where it was not answered. */
  public int trust;

  public boolean ratedOnTablet;

  public BoardFacts() {}

  static BoardFacts begin(Entry receipt) {
    BoardFacts facts = new BoardFacts();
    facts.baselineSteps = receipt.baselineSteps;
    facts.baselineMinutes = receipt.baselineMinutes;
    facts.papersBaseline = receipt.papersBaseline;
    facts.papersBrought = receipt.papersBrought;
    facts.opensEpisode = receipt.opensEpisode;
    return facts;
  }

  void apply(Entry entry) {
    switch (entry.kind) {
      case STEP -> pass(entry);
      case FINISHED -> usedMinutes = entry.usedMinutes;
      case SUPPLEMENT_REQUESTED -> {
        if (entry.recheck) {
          rechecks = with(rechecks, entry.moment);
        } else {
          requests++;
          if (entry.secondOfEpisode) {
            secondRequests = with(secondRequests, entry.moment);
          }
        }
      }
      case RATED -> rate(entry);
      default -> {
        // Nothing of the board's alone.
      }
    }
  }

  private void pass(Entry step) {
    if (lastStepAt != Entry.NONE) {
      long gap = step.moment - lastStepAt;
      quickSteps += gap >= 0 && gap < MINUTE ? 1 : 0;
    }
    stepsPassed++;
    lastStepAt = step.moment;
    if (step.unitId > 0) {
      handOvers += lastStepUnit > 0 && lastStepUnit != step.unitId ? 1 : 0;
      lastStepUnit = step.unitId;
    }
  }

  private void rate(Entry entry) {
    if (ratedAt == Entry.NONE) {
      ratedAt = entry.moment;
      answers = entry.answers;
      satisfied = entry.satisfied;
      trust = entry.trust;
      ratedOnTablet = entry.ratedOnTablet;
    }
  }

  private static long[] with(long[] moments, long moment) {
    long[] longer = Arrays.copyOf(moments, moments.length + 1);
    longer[moments.length] = moment;
    return longer;
  }
}
