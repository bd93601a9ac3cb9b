package vn.motcua.dossier;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import vn.motcua.events.CloseReason;
import vn.motcua.events.DossierClosed;
import vn.motcua.events.DossierCorrected;
import vn.motcua.events.DossierFinished;
import vn.motcua.events.DossierPaused;
import vn.motcua.events.DossierRated;
import vn.motcua.events.DossierReattributed;
import vn.motcua.events.DossierReceived;
import vn.motcua.events.DossierReopened;
import vn.motcua.events.DossierResumed;
import vn.motcua.events.DossierReturned;
import vn.motcua.events.DossierVoided;
import vn.motcua.events.DueCause;
import vn.motcua.events.DueMoved;
import vn.motcua.events.Outcome;
import vn.motcua.events.RatingPlace;
import vn.motcua.events.RequestKind;
import vn.motcua.events.StepCompleted;
import vn.motcua.events.SupplementRequested;
import vn.motcua.outbox.EventLog;

/**
 * The only door to dossiers (hồ sơ). Each method is one step: it takes the row lock, checks that
 * the step is allowed, changes the dossier, and writes the history row and the log entry in the
 * same transaction. Moments are when the thing happened in the world, which may be before it is
 * recorded, but not before the former step; what is finer than a millisecond is cut off.
 *
 * <p>Every method may throw {@link DossierFailure}; then nothing was written.
 */
@Stateless
public class DossierService {

  @PersistenceContext(unitName = "motcua")
  private EntityManager entities;

  @EJB private EventLog log;

  /** Accepts a dossier (tiếp nhận). Answers its id. */
  public long receive(NewDossier from, String actor) {
    if (from.dueAt() != null && from.dueAt().isBefore(from.receivedAt())) {
      throw new DossierFailure.Invalid(from.code(), "due-before-received");
    }
    boolean taken =
        !entities
            .createNativeQuery("select 1 from dossier where dataset_id = ? and code = ?")
            .setParameter(1, from.datasetId())
            .setParameter(2, from.code())
            .getResultList()
            .isEmpty();
    if (taken) {
      throw new DossierFailure.Invalid(from.code(), "code-taken");
    }
    Dossier dossier = new Dossier(nextId(), from);
    entities.persist(dossier);
    Instant at = from.receivedAt();
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.RECEIVED, at, actor).received(from),
        DossierReceived.newBuilder()
            .setReceivedAt(at)
            .setDueAt(from.dueAt())
            .setUnitId(from.unitId())
            .setBranchId(from.branchId() == null ? 0 : from.branchId())
            .setFieldId(from.fieldId())
            .setProcedureId(from.procedureId() == null ? 0 : from.procedureId())
            .setChannel(vn.motcua.events.Channel.valueOf(from.channel().name()))
            .setZone(zone(from.datasetId()))
            .setLive(true)
            .setBaselineSteps(from.baseline().steps())
            .setBaselineMinutes(from.baseline().minutes())
            .setPapersBaseline(from.baseline().papers())
            .setPapersBrought(from.baseline().papersBrought())
            .setOpensEpisode(from.baseline().opensEpisode())
            .build());
    return dossier.getId();
  }

  /**
   * One step of the internal process was done (hoàn thành bước).
   *
   * @param activity the step's name
   * @param unitId the body that did it
   */
  public void completeStep(long id, Instant moment, String activity, int unitId, String actor) {
    Instant at = Moments.recordable(moment);
    Dossier dossier = open(id, TransitionKind.STEP, at, DossierState.OPEN);
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.STEP, at, actor).activity(activity, unitId),
        new StepCompleted(activity, unitId));
  }

  /**
   * The applicant is asked again (yêu cầu bổ sung). The wait and the moved due moment are steps of
   * their own: {@link #pause}, {@link #restartClock}, {@link #resume}.
   *
   * @param secondOfEpisode the second request for this person and procedure within 60 days
   * @param recheck the same items again after an unsatisfactory answer
   */
  public void requestSupplement(
      long id,
      Instant moment,
      RequestKind kind,
      boolean secondOfEpisode,
      boolean recheck,
      String actor) {
    Instant at = Moments.recordable(moment);
    Dossier dossier = open(id, TransitionKind.SUPPLEMENT_REQUESTED, at, DossierState.OPEN);
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.SUPPLEMENT_REQUESTED, at, actor)
            .request(kind.name(), secondOfEpisode, recheck),
        new SupplementRequested(at, kind, secondOfEpisode, recheck));
  }

  /**
   * The applicant rated the dossier (đánh giá), in any state but void. Once: who calls holds the
   * row that says so.
   *
   * @param answers the five elements, 1 to 5, 0 where one does not apply
   * @param trust 1 to 5, 0 where it was not answered
   */
  public void rate(
      long id, Instant moment, List<Integer> answers, int trust, RatingPlace place, String actor) {
    Instant at = Moments.recordable(moment);
    Dossier dossier =
        allowed(
            id,
            TransitionKind.RATED,
            at,
            DossierState.OPEN,
            DossierState.PAUSED,
            DossierState.FINISHED,
            DossierState.CLOSED);
    DossierTransition step = new DossierTransition(dossier, TransitionKind.RATED, at, actor);
    record(dossier, step, new DossierRated(at, answers, trust, place));
    entities
        .createNativeQuery(
            """
            insert into dossier_rated (dossier_id, sequence, answers, trust, place)
            values (?, ?, cast(string_to_array(?, ',') as smallint[]), ?, ?)""")
        .setParameter(1, id)
        .setParameter(2, step.getSequence())
        .setParameter(3, answers.stream().map(String::valueOf).collect(Collectors.joining(",")))
        .setParameter(4, trust)
        .setParameter(5, place.name())
        .executeUpdate();
  }

  /**
   * Waits for something outside the agency (tạm dừng).
   *
   * @param lawful allowed for this procedure, with its document: it stops the clock if begun before
   *     the due moment
   */
  public void pause(long id, Instant moment, boolean lawful, String actor) {
    Instant at = Moments.recordable(moment);
    Dossier dossier = open(id, TransitionKind.PAUSED, at, DossierState.OPEN);
    dossier.state(DossierState.PAUSED);
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.PAUSED, at, actor).lawful(lawful),
        new DossierPaused(at, lawful));
  }

  /**
   * Goes on after a pause. Where the pause did not stop the clock, being unlawful or begun after
   * the due moment, the due moment stays as it was.
   *
   * @param newDue the due moment from now on; required where the dossier has a limit
   */
  public void resume(long id, Instant moment, Instant newDue, String actor) {
    Instant at = Moments.recordable(moment);
    Dossier dossier = open(id, TransitionKind.RESUMED, at, DossierState.PAUSED);
    if (newDue == null && dossier.getDueAt() != null) {
      throw new DossierFailure.Invalid(dossier.getCode(), "due-missing");
    }
    Instant due = clockStood(dossier) ? Moments.recordable(newDue) : null;
    dossier.state(DossierState.OPEN);
    if (due != null) {
      giveDue(dossier, due);
    }
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.RESUMED, at, actor).due(due),
        new DossierResumed(at, due));
  }

  /** The legal due moment restarts after a supplement that was asked for in time (NĐ 118 Đ19.5). */
  public void restartClock(long id, Instant at, Instant due, String actor) {
    moveDue(id, at, due, DueCause.RESTART, actor);
  }

  /** The calendar was corrected: the due moment had always been this one. */
  public void correctCalendar(long id, Instant at, Instant due, String actor) {
    moveDue(id, at, due, DueCause.CALENDAR_CORRECTION, actor);
  }

  private void moveDue(long id, Instant moment, Instant newDue, DueCause cause, String actor) {
    Instant at = Moments.recordable(moment);
    Instant due = Moments.recordable(newDue);
    Dossier dossier =
        cause == DueCause.RESTART
            ? open(id, TransitionKind.DUE_MOVED, at, DossierState.OPEN, DossierState.PAUSED)
            : allowed(id, TransitionKind.DUE_MOVED, at, DossierState.OPEN, DossierState.PAUSED);
    if (due == null) {
      throw new DossierFailure.Invalid(dossier.getCode(), "due-missing");
    }
    giveDue(dossier, due);
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.DUE_MOVED, at, actor)
            .due(due)
            .dueCause(cause.name()),
        new DueMoved(due, cause));
  }

  /**
   * The signed result is at the one-stop (có kết quả): GRANTED, or REFUSED (từ chối giải quyết).
   *
   * @param usedMinutes working minutes from receipt to result, lawful pauses left out; null: not
   *     known
   */
  public void finish(long id, Instant moment, Outcome outcome, Integer usedMinutes, String actor) {
    Instant at = Moments.recordable(moment);
    Dossier dossier = open(id, TransitionKind.FINISHED, at, DossierState.OPEN, DossierState.PAUSED);
    dossier.finish(at, outcome.name());
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.FINISHED, at, actor)
            .finished(at, outcome.name(), usedMinutes),
        new DossierFinished(at, outcome, usedMinutes == null ? -1 : usedMinutes));
  }

  /** Ends without a result (rút, dừng, trả lại, không bổ sung). Lateness so far stays a fact. */
  public void close(long id, Instant moment, CloseReason reason, String actor) {
    Instant at = Moments.recordable(moment);
    Dossier dossier = open(id, TransitionKind.CLOSED, at, DossierState.OPEN, DossierState.PAUSED);
    dossier.close(at, reason.name());
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.CLOSED, at, actor).reason(reason.name()),
        new DossierClosed(at, reason));
  }

  /** Takes a finished or closed dossier up again (mở lại). */
  public void reopen(long id, Instant moment, Instant newDue, String actor) {
    Instant at = Moments.recordable(moment);
    Instant due = Moments.recordable(newDue);
    Dossier dossier =
        open(id, TransitionKind.REOPENED, at, DossierState.FINISHED, DossierState.CLOSED);
    dossier.reopen();
    if (due != null) {
      giveDue(dossier, due);
    }
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.REOPENED, at, actor).due(due),
        new DossierReopened(at, due));
  }

  /** Entered in error, or converted to the right procedure (hủy). */
  public void voidEntry(long id, Instant moment, String reason, String actor) {
    Instant at = Moments.recordable(moment);
    Dossier dossier = open(id, TransitionKind.VOIDED, at, DossierState.OPEN, DossierState.PAUSED);
    dossier.state(DossierState.VOIDED);
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.VOIDED, at, actor).reason(reason),
        new DossierVoided(at));
  }

  /** Another agency becomes competent (bàn giao). */
  public void reattribute(long id, Instant moment, int unitId, Integer branchId, String actor) {
    Instant at = Moments.recordable(moment);
    Dossier dossier =
        open(id, TransitionKind.REATTRIBUTED, at, DossierState.OPEN, DossierState.PAUSED);
    dossier.moveTo(unitId, branchId);
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.REATTRIBUTED, at, actor)
            .movedTo(unitId, branchId),
        new DossierReattributed(at, unitId, branchId == null ? 0 : branchId));
  }

  /**
   * A result that waits to be handed over (chờ trả) waits at another branch from now on. Nothing of
   * the history changes: who decided it and when stays.
   *
   * @throws DossierFailure.NotAllowed where no result waits
   */
  public void moveWaitingResult(long id, int branchId) {
    Dossier dossier = locked(id);
    if (dossier.getState() != DossierState.FINISHED || dossier.getReturnedAt() != null) {
      throw new DossierFailure.NotAllowed(
          dossier.getCode(), dossier.getState(), TransitionKind.REATTRIBUTED);
    }
    dossier.moveTo(dossier.getUnitId(), branchId);
    entities.flush();
  }

  /** Corrects facts on record (đính chính), also after closing. */
  public void correct(long id, Instant moment, Correction correction, String actor) {
    Instant at = Moments.recordable(moment);
    Dossier dossier = locked(id);
    if (dossier.getState() == DossierState.VOIDED) {
      throw new DossierFailure.NotAllowed(
          dossier.getCode(), dossier.getState(), TransitionKind.CORRECTED);
    }
    if ((correction.finishedAt() != null || correction.outcome() != null)
        && dossier.getState() != DossierState.FINISHED) {
      throw new DossierFailure.NotAllowed(
          dossier.getCode(), dossier.getState(), TransitionKind.CORRECTED);
    }
    RecordedMoments recorded = RecordedMoments.of(history(id));
    recorded.correct(correction.receivedAt(), correction.finishedAt());
    if (!recorded.inOrder()) {
      throw new DossierFailure.Invalid(dossier.getCode(), "out-of-order");
    }
    dossier.correct(correction);
    checkDue(dossier);
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.CORRECTED, at, actor).corrected(correction),
        DossierCorrected.newBuilder()
            .setReceivedAt(correction.receivedAt())
            .setDueAt(correction.dueAt())
            .setFinishedAt(correction.finishedAt())
            .setOutcome(correction.outcome() == null ? null : Outcome.valueOf(correction.outcome()))
            .setChannel(
                correction.channel() == null
                    ? null
                    : vn.motcua.events.Channel.valueOf(correction.channel().name()))
            .setFieldId(correction.fieldId())
            .build());
  }

  /** The result is in the applicant's hands (trả kết quả). */
  public void giveResult(long id, Instant moment, String actor) {
    Instant at = Moments.recordable(moment);
    Dossier dossier = open(id, TransitionKind.RETURNED, at, DossierState.FINISHED);
    dossier.returned(at);
    record(
        dossier,
        new DossierTransition(dossier, TransitionKind.RETURNED, at, actor),
        new DossierReturned(at));
  }

  /**
   * The dossier as it stands now.
   *
   * @throws DossierFailure.Unknown where there is none
   */
  public Dossier find(long id) {
    Dossier dossier = entities.find(Dossier.class, id);
    if (dossier == null) {
      throw new DossierFailure.Unknown(id);
    }
    return dossier;
  }

  /** The moment before which nothing more can have happened that moves a figure. */
  public Instant lastMoment(long id) {
    return RecordedMoments.of(history(id)).last();
  }

  /** The dossier, locked, if it may take this step after the former ones. */
  private Dossier open(long id, TransitionKind step, Instant at, DossierState... states) {
    Dossier dossier = allowed(id, step, at, states);
    if (at.isBefore(RecordedMoments.of(history(id)).last())) {
      throw new DossierFailure.Invalid(dossier.getCode(), "before-last");
    }
    return dossier;
  }

  private Dossier allowed(long id, TransitionKind step, Instant at, DossierState... states) {
    Dossier dossier = locked(id);
    if (!List.of(states).contains(dossier.getState())) {
      throw new DossierFailure.NotAllowed(dossier.getCode(), dossier.getState(), step);
    }
    if (at.isBefore(dossier.getReceivedAt())) {
      throw new DossierFailure.Invalid(dossier.getCode(), "before-received");
    }
    return dossier;
  }

  private static void giveDue(Dossier dossier, Instant due) {
    dossier.due(due);
    checkDue(dossier);
  }

  private static void checkDue(Dossier dossier) {
    if (dossier.getDueAt() != null && dossier.getDueAt().isBefore(dossier.getReceivedAt())) {
      throw new DossierFailure.Invalid(dossier.getCode(), "due-before-received");
    }
  }

  /** Whether the pause that ends was lawful and begun when the due moment had not passed. */
  private boolean clockStood(Dossier dossier) {
    DossierTransition pause =
        history(dossier.getId()).stream()
            .filter(step -> step.getKind() == TransitionKind.PAUSED)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return pause.isLawful()
        && (dossier.getDueAt() == null || !pause.getOccurredAt().isAfter(dossier.getDueAt()));
  }

  private List<DossierTransition> history(long id) {
    return entities
        .createQuery(
            "select t from DossierTransition t where t.dossierId = :id order by t.sequence",
            DossierTransition.class)
        .setParameter("id", id)
        .getResultList();
  }

  private Dossier locked(long id) {
    Dossier dossier = entities.find(Dossier.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (dossier == null) {
      throw new DossierFailure.Unknown(id);
    }
    return dossier;
  }

  private void record(Dossier dossier, DossierTransition transition, SpecificRecord body) {
    entities.persist(transition);
    entities.flush();
    log.append(
        dossier.getDatasetId(),
        dossier.getId(),
        transition.getSequence(),
        transition.getOccurredAt(),
        body);
  }

  private long nextId() {
    return ((Number)
            entities.createNativeQuery("select nextval('dossier_id_seq')").getSingleResult())
        .longValue();
  }

  private String zone(int datasetId) {
    return (String)
        entities
            .createNativeQuery("select zone from dataset where id = ?")
            .setParameter(1, datasetId)
            .getSingleResult();
  }
}
