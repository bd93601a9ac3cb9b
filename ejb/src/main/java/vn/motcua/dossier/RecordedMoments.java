package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When the steps of a dossier that move a figure are held to have happened, from the receipt on,
 * corrections worked in. What is recorded late must still have happened after what is on record:
 * otherwise an agency would have answered for a dossier that had already left it.
 *
 * <p>A corrected calendar or fact happens when it is noticed and the handing over of a result
 * changes nothing more, so they have no place in this order.
 */
final class RecordedMoments {

  private final List<Instant> moments;

  private RecordedMoments(List<Instant> moments) {
    this.moments = moments;
  }

  /**
   * @param history all of a dossier's, by sequence
   */
  static RecordedMoments of(List<DossierTransition> history) {
    RecordedMoments recorded = new RecordedMoments(new ArrayList<>());
    for (DossierTransition step : history) {
      switch (step.getKind()) {
        case RECEIVED, PAUSED, RESUMED, FINISHED, CLOSED, REOPENED, VOIDED, REATTRIBUTED ->
            recorded.moments.add(step.getOccurredAt());
        case DUE_MOVED -> {
          if (step.restartsTheClock()) {
            recorded.moments.add(step.getOccurredAt());
          }
        }
        case CORRECTED -> recorded.correct(step.getReceivedAt(), step.getFinishedAt());
        case STEP, RETURNED, OBSERVED, SUPPLEMENT_REQUESTED, RATED -> {
          // They move no class.
        }
      }
    }
    return recorded;
  }

  /**
   * Takes a correction in.
   *
   * @param receivedAt of the first step, or null
   * @param finishedAt of the last step, which is a finish, or null
   */
  void correct(Instant receivedAt, Instant finishedAt) {
    if (receivedAt != null) {
      moments.set(0, receivedAt);
    }
    if (finishedAt != null) {
      moments.set(moments.size() - 1, finishedAt);
    }
  }

  /** Whether each happened at the moment of the former one at the earliest. */
  boolean inOrder() {
    for (int i = 1; i < moments.size(); i++) {
      if (moments.get(i).isBefore(moments.get(i - 1))) {
        return false;
      }
    }
    return true;
  }

  Instant last() {
    return moments.getLast();
  }
}
