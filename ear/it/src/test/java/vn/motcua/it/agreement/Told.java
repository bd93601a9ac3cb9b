package vn.motcua.it.agreement;

import java.util.List;
import vn.motcua.events.RatingPlace;
import vn.motcua.events.RequestKind;

/** What a step says that only the board counts. */
sealed interface Told {

  /** Most steps say nothing to it. */
  Told NOTHING = new Nothing();

  /** Nothing. */
  record Nothing() implements Told {}

  /**
   * Of a receipt.
   *
   * @param branch 0 for none
   */
  record Baseline(int branch, int steps, int minutes, int papers, int brought, boolean episode)
      implements Told {}

  /**
   * Of a step.
   *
   * @param unit that did it, 0 where it is not known
   */
  record Passed(int unit) implements Told {}

  /**
   * Of a finish.
   *
   * @param minutes null: not known
   */
  record Used(Integer minutes) implements Told {}

  /** Of a request. */
  record Request(RequestKind kind, boolean second, boolean recheck) implements Told {}

  /** Of a rating. */
  record Rating(List<Integer> answers, int trust, RatingPlace place) implements Told {}
}
