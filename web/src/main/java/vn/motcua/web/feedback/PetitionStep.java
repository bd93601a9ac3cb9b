package vn.motcua.web.feedback;

import java.util.function.Predicate;
import vn.motcua.feedback.Petition;
import vn.motcua.feedback.PetitionKind;

/**
 * What may be done with a complaint or denunciation, in the order of its way. A leader reads the
 * register and does none of it; the service checks again.
 */
enum PetitionStep {
  /** See who sent it; of a denunciation only who supervises. */
  REVEAL {
    @Override
    boolean isNext(Petition one) {
      return true;
    }
  },
  /** Hand it to who decides by law. */
  ROUTE {
    @Override
    boolean isNext(Petition one) {
      return one.routedAt() == null;
    }
  },
  /** Record how it ended. */
  SETTLE {
    @Override
    boolean isNext(Petition one) {
      return one.routedAt() != null && one.outcome() == null;
    }
  },
  /** Make the outcome public. */
  PUBLISH {
    @Override
    boolean isNext(Petition one) {
      return one.outcome() != null && one.publishedAt() == null;
    }
  };

  abstract boolean isNext(Petition one);

  /**
   * @param has whether the caller has a role
   */
  boolean isOffered(Petition one, Predicate<String> has) {
    boolean secret = this == REVEAL && one.kind() == PetitionKind.DENUNCIATION;
    return isNext(one) && (has.test("AUDITOR") || !secret && has.test("REPORTER"));
  }
}
