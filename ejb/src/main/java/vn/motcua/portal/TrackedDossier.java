package vn.motcua.portal;

import java.time.Instant;
import java.util.List;
import vn.motcua.notice.Notice;
import vn.motcua.worktime.TimeLeft;

/**
 * A dossier as the applicant sees it.
 *
 * @param owner initials only
 * @param stage where it stands
 * @param dueAt null where no law sets a limit
 * @param originalDueAt the first one; differs where the limit was restarted or paused lawfully
 * @param promisedAt what the receipt tells, null where it tells nothing
 * @param late it is, or was, finished after its due moment
 * @param left null once it is ended
 * @param reasons of the due date, in Vietnamese
 * @param elsewhere other bodies that have it or are asked about it now
 * @param missing what the applicant is asked for, empty where nothing
 * @param answerBy until when, null where nothing is asked
 * @param resultNegative the result is a refusal
 * @param ratingToken empty where it cannot be rated
 * @param system a ministry's own software that processes it; empty: it is processed here
 * @param externalCode its number there; empty: not known
 * @param notices that the day promised is another one, the newest first
 */
public record TrackedDossier(
    String code,
    String procedure,
    String owner,
    String branch,
    String agency,
    Stage stage,
    Instant receivedAt,
    Instant dueAt,
    Instant originalDueAt,
    Instant promisedAt,
    Instant endedAt,
    Instant returnedAt,
    boolean late,
    TimeLeft left,
    List<String> reasons,
    List<Step> steps,
    List<Elsewhere> elsewhere,
    List<String> missing,
    String missingReason,
    Instant answerBy,
    boolean resultNegative,
    String ratingToken,
    String system,
    String externalCode,
    List<Notice> notices) {

  public TrackedDossier {
    reasons = List.copyOf(reasons);
    steps = List.copyOf(steps);
    elsewhere = List.copyOf(elsewhere);
    missing = List.copyOf(missing);
    notices = List.copyOf(notices);
  }

  /** Where a dossier stands, in the applicant's terms. */
  public enum Stage {
    IN_PROGRESS,
    LATE,
    WAITING_FOR_YOU,
    PAUSED,
    READY,
    REFUSED,
    RETURNED,
    CLOSED
  }

  /**
   * A step under its public name; neighbours of one name are one.
   *
   * @param doneAt null while it is not done
   */
  public record Step(String name, boolean present, Instant doneAt) {}

  /**
   * A body beside the one that answers for the dossier.
   *
   * @param handedOver it has the dossier (liên thông); else it is asked for its opinion
   * @param dueAt until when it shall be done there, null where nothing is set
   */
  public record Elsewhere(boolean handedOver, String body, Instant dueAt, boolean late) {}

  /** Due at another moment than at first. */
  public boolean moved() {
    return dueAt != null && !dueAt.equals(originalDueAt);
  }
}
