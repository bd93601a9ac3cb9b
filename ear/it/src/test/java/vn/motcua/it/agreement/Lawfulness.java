package vn.motcua.it.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which histories can come about: what the dossier service permits for a live dossier, what an
 * import writes for another.
 */
final class Lawfulness {

  private enum State {
    OPEN,
    PAUSED,
    FINISHED,
    CLOSED,
    VOIDED
  }

  private final boolean live;
  private State state;
  private Instant due;
  private boolean rated;

  /** When the receipt, and each later step that moves a figure, is held to have happened. */
  private final List<Instant> moments = new ArrayList<>();

  private Lawfulness(boolean live) {
    this.live = live;
  }

  static boolean allows(Scene scene, List<Step> history) {
    Lawfulness law = new Lawfulness(scene.live());
    for (Step step : history) {
      if (!law.take(step)) {
        return false;
      }
    }
    return scene.live() || law.endsWithItsLog(scene, history);
  }

  /**
   * An imported case is observed at the end of the log if and only if it is still open. It may end
   * before it begins.
   */
  private boolean endsWithItsLog(Scene scene, List<Step> history) {
    boolean observed = history.getLast().kind() == Step.Kind.OBSERVED;
    return observed == (state == State.OPEN)
        && history.stream().noneMatch(step -> step.at().isAfter(scene.time()))
        && (!observed || history.getLast().at().equals(scene.time()));
  }

  private boolean take(Step step) {
    return switch (step.kind()) {
      case RECEIVED -> state == null && receive(step);
      case STEP -> state != null;
      case OBSERVED -> !live && state == State.OPEN;
      case PAUSED -> live && state == State.OPEN && moves(step, State.PAUSED);
      case RESUMED ->
          state == State.PAUSED
              && (step.due() != null || due == null)
              && moves(step, State.OPEN)
              && newDue(step.due());
      case RESTARTED ->
          live && open() && step.due() != null && moves(step, state) && newDue(step.due());
      case CALENDAR_CORRECTED ->
          live
              && open()
              && step.due() != null
              && !step.at().isBefore(moments.getFirst())
              && newDue(step.due());
      case FINISHED -> open() && moves(step, State.FINISHED);
      case CLOSED -> open() && moves(step, State.CLOSED);
      case REOPENED ->
          live
              && (state == State.FINISHED || state == State.CLOSED)
              && moves(step, State.OPEN)
              && newDue(step.due());
      case VOIDED -> live && open() && moves(step, State.VOIDED);
      case REATTRIBUTED -> live && open() && moves(step, state);
      case CORRECTED -> live && state != null && state != State.VOIDED && correct(step);
      case RETURNED -> live && state == State.FINISHED && !step.at().isBefore(moments.getLast());
      case SUPPLEMENT_REQUESTED ->
          live && state == State.OPEN && !step.at().isBefore(moments.getLast());
      case RATED -> live && rate(step);
    };
  }

  private boolean receive(Step step) {
    state = State.OPEN;
    due = step.due();
    moments.add(step.at());
    return !live || due == null || !due.isBefore(step.at());
  }

  /** Once, in any state but void. */
  private boolean rate(Step step) {
    boolean first = !rated;
    rated = true;
    return first
        && state != null
        && state != State.VOIDED
        && !step.at().isBefore(moments.getFirst());
  }

  private boolean open() {
    return state == State.OPEN || state == State.PAUSED;
  }

  private boolean moves(Step step, State to) {
    state = to;
    moments.add(step.at());
    return inOrder();
  }

  private boolean newDue(Instant moment) {
    due = moment == null ? due : moment;
    return !live || due == null || !due.isBefore(moments.getFirst());
  }

  private boolean correct(Step step) {
    if ((step.finishedAt() != null || step.outcome() != null) && state != State.FINISHED) {
      return false;
    }
    if (step.receivedAt() != null) {
      moments.set(0, step.receivedAt());
    }
    if (step.finishedAt() != null) {
      moments.set(moments.size() - 1, step.finishedAt());
    }
    return inOrder() && newDue(step.due());
  }

  private boolean inOrder() {
    for (int i = 1; live && i < moments.size(); i++) {
      if (moments.get(i).isBefore(moments.get(i - 1))) {
        return false;
      }
    }
    return true;
  }
}
