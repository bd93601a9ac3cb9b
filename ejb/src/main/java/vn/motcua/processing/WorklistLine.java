package vn.motcua.processing;

import java.time.Instant;
import vn.motcua.dossier.DossierState;
import vn.motcua.worktime.TimeLeft;

/**
 * A dossier in a worklist, at its present step or with an opinion asked for beside it. No number of
 * an identity paper or telephone.
 *
 * @param seen to be given back with a step
 * @param kind a step of the line, one handed over by another agency, or an opinion
 * @param assignee full name, empty where nobody took it
 * @param dueAt of an opinion, its own; null where no law sets a limit or the result is there
 * @param left working time until or since it is due; null where {@code dueAt} is
 * @param used how much of the limit is used, in percent, 100 where it is used up
 * @param stepLeft working time until or since the step is due; null where the step has no limit
 * @param endsWithResult the step cannot be passed on without the signed result
 * @param waiting the applicant was asked and has not answered
 * @param timeIsUp the applicant should have answered by now
 */
public record WorklistLine(
    Seen seen,
    String code,
    String procedure,
    String owner,
    String step,
    String stepEn,
    String unit,
    String role,
    Kind kind,
    String assignee,
    DossierState state,
    Instant receivedAt,
    Instant dueAt,
    TimeLeft left,
    int used,
    TimeLeft stepLeft,
    boolean endsWithResult,
    boolean waiting,
    boolean timeIsUp) {

  /** What is to be done. */
  public enum Kind {
    STEP,
    HAND_OVER,
    CONSULTATION
  }
}
