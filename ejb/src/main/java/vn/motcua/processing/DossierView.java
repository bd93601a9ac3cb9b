package vn.motcua.processing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.DossierState;
import vn.motcua.notice.Notice;
import vn.motcua.worktime.TimeLeft;

/**
 * A dossier with its story, as staff see it.
 *
 * @param header what stands on top
 * @param steps of its process, done, present and to come
 * @param story what happened, the earliest first
 * @param persons who has to do with it; masked where the caller does not work on it
 * @param affairs what goes on beside the steps
 * @param course ways, opinions in parallel and hand-overs of its process
 * @param elsewhere where a ministry's own software processes it; null: it is processed here
 * @param notices what its officers were told, the newest first
 * @param actions what the caller may do now; the first is the next step
 */
public record DossierView(
    Header header,
    List<Step> steps,
    List<Happening> story,
    List<Person> persons,
    List<Paper> papers,
    List<Request> requests,
    List<Result> results,
    DossierAffairs affairs,
    DossierCourse course,
    DossierElsewhere elsewhere,
    List<Notice> notices,
    Set<DossierAction> actions) {

  public DossierView {
    steps = List.copyOf(steps);
    story = List.copyOf(story);
    persons = List.copyOf(persons);
    papers = List.copyOf(papers);
    requests = List.copyOf(requests);
    results = List.copyOf(results);
    notices = List.copyOf(notices);
  }

  /**
   * @param dueAt the legal due moment, null where no law sets a limit
   * @param originalDueAt the first one
   * @param promisedAt what the receipt tells, null where it tells nothing
   * @param left null once it is ended, or without a limit
   * @param used of the limit, in percent
   * @param reasons of the due date, line by line
   * @param closeReason null while it is not ended without a result
   * @param outcome GRANTED or REFUSED, or null
   * @param fee in đồng, null where it is not known
   * @param delegatedTo to whom the decision was delegated (ủy quyền) on the day of receipt; empty:
   *     to nobody
   */
  public record Header(
      Seen seen,
      String code,
      String procedureCode,
      String procedure,
      String agency,
      String branch,
      String channel,
      DossierState state,
      Instant receivedAt,
      Instant dueAt,
      Instant originalDueAt,
      Instant promisedAt,
      Instant finishedAt,
      Instant closedAt,
      Instant returnedAt,
      String outcome,
      String closeReason,
      String returnChannel,
      Long fee,
      TimeLeft left,
      int used,
      List<String> reasons,
      String calendarVersion,
      long visitId,
      boolean ownUnit,
      String delegatedTo) {

    /** Due at another moment than at first. */
    public boolean moved() {
      return dueAt != null && !dueAt.equals(originalDueAt);
    }
  }

  /**
   * @param kind STEP, HAND_OVER or CONSULTATION
   * @param ending BACK, RETURNED or WAIVED where it was not simply done, else empty
   * @param begunAt null while it is still to come
   * @param doneAt null while it is not done
   * @param worked working minutes it took, or has taken so far; -1: not begun
   * @param allowed working minutes; 0: no limit
   */
  public record Step(
      String kind,
      String ending,
      String name,
      String nameEn,
      String unit,
      String person,
      Instant begunAt,
      Instant doneAt,
      Instant dueAt,
      long worked,
      int allowed,
      String comment,
      boolean abandoned) {

    public boolean present() {
      return begunAt != null && doneAt == null;
    }

    /** Beside the line: an opinion. */
    public boolean beside() {
      return "CONSULTATION".equals(kind);
    }

    public boolean late() {
      return allowed > 0 && worked > allowed;
    }
  }

  /**
   * @param kind of {@link vn.motcua.dossier.TransitionKind}
   * @param who full name, or the login where it has none
   * @param worked working minutes since the former happening
   */
  public record Happening(
      String kind,
      Instant at,
      String who,
      String unit,
      String activity,
      String detail,
      String document,
      Instant dueAt,
      boolean lawful,
      long worked) {}

  /** Somebody who has to do with the dossier. */
  public record Person(
      String relation, String name, String nationalId, String phone, String address) {}

  /**
   * @param fileId null where no file was kept
   */
  public record Paper(
      String name,
      String custody,
      String heldSource,
      int originals,
      int certified,
      int copies,
      UUID fileId,
      String mediaType) {}

  /**
   * A request for a supplement.
   *
   * @param timeIsUp unanswered for 15 days, so that the officer should close; never of a dossier
   *     that a ministry's own software processes, which closes it there
   */
  public record Request(
      int number,
      List<String> items,
      String reason,
      String who,
      Instant at,
      boolean inTime,
      boolean recheck,
      Instant answerBy,
      Instant answeredAt,
      boolean timeIsUp) {}

  /** The signed document. */
  public record Result(
      String number,
      LocalDate signedOn,
      String signer,
      boolean negative,
      String reason,
      UUID fileId,
      String receivedBy,
      String checkedId) {}
}
