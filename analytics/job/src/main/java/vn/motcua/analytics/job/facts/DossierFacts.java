package vn.motcua.analytics.job.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.events.Channel;
import vn.motcua.events.DueCause;

/**
 * All the log says about one dossier (hồ sơ) so far, corrections already worked in. Everything that
 * is counted is derived from this and a moment T by {@link Timeline}; nothing derived is kept.
 *
 * <p>Entries are applied in the order of their sequence. Moments are UTC milliseconds.
 */
public final class DossierFacts {

  /** Moments outside are no moments of a dossier but damage; the database could not hold them. */
  private static final long EARLIEST = Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();

  private static final long LATEST = Instant.parse("3000-01-01T00:00:00Z").toEpochMilli();

  public long dossierId;
  public int datasetId;
  public int unitId;

  /** The receiving branch (chi nhánh tiếp nhận), for ever; 0 where there is none. */
  public int branchId;

  public int fieldId;
  public int procedureId;
  public Channel channel;
  public String zone;
  public boolean live;
  public long receivedAt;
  public long dueAt;
  public long returnedAt = Entry.NONE;

  /** The latest moment any entry speaks of: the present of a dossier for which no ticks pass. */
  public long latestMoment;

  public List<Milestone> milestones = new ArrayList<>();

  public BoardFacts board = new BoardFacts();

  public DossierFacts() {}

  /**
   * The facts after a dossier's first entry.
   *
   * @throws BrokenContract when the entry is not a reception, or its zone or moments are invalid
   */
  public static DossierFacts begin(Entry entry) throws BrokenContract {
    if (entry.kind != Kind.RECEIVED) {
      throw new BrokenContract(entry.kind + " before RECEIVED");
    }
    checkMoments(entry);
    try {
      Days.zone(entry.zone);
    } catch (DateTimeException e) {
      throw new BrokenContract("Unknown zone " + entry.zone);
    }
    DossierFacts facts = new DossierFacts();
    facts.dossierId = entry.dossierId;
    facts.datasetId = entry.datasetId;
    facts.unitId = entry.unitId;
    facts.branchId = entry.branchId;
    facts.fieldId = entry.fieldId;
    facts.procedureId = entry.procedureId;
    facts.channel = entry.channel;
    facts.zone = entry.zone.intern();
    facts.live = entry.live;
    facts.receivedAt = entry.moment;
    facts.dueAt = entry.dueAt;
    facts.latestMoment = Math.max(entry.moment, entry.occurredAt);
    facts.board = BoardFacts.begin(entry);
    return facts;
  }

  /**
   * Takes the next entry in.
   *
   * @throws BrokenContract when it cannot follow on these facts, which then stay as they are
   */
  public void apply(Entry entry) throws BrokenContract {
    checkMoments(entry);
    switch (entry.kind) {
      case RECEIVED -> throw new BrokenContract("RECEIVED twice");
      case PAUSED -> keep(entry, phase() == Phase.OPEN);
      case RESUMED -> keep(entry, phase() == Phase.PAUSED);
      case DUE_MOVED -> moveDue(entry);
      case FINISHED, CLOSED, VOIDED, REATTRIBUTED -> keep(entry, phase().isOpen());
      case REOPENED -> keep(entry, phase() == Phase.FINISHED || phase() == Phase.CLOSED);
      case CORRECTED -> correct(entry);
      case RETURNED -> returnedAt = entry.moment;
      case STEP, OBSERVED, SUPPLEMENT_REQUESTED, RATED -> {
        // No class depends on them.
      }
    }
    board.apply(entry);
    latestMoment = Math.max(latestMoment, Math.max(entry.moment, entry.occurredAt));
  }

  private void keep(Entry entry, boolean possible) throws BrokenContract {
    if (!possible) {
      throw new BrokenContract(entry.kind + " while " + phase());
    }
    milestones.add(Milestone.of(entry));
  }

  private void moveDue(Entry entry) throws BrokenContract {
    if (entry.dueCause == DueCause.CALENDAR_CORRECTION && phase().isOpen()) {
      correctDue(entry.dueAt);
    } else {
      keep(entry, phase().isOpen());
    }
  }

  /**
   * Rewrites the past: the first reception, the last finish, and the due moment given last, so that
   * the refold sees what should have been on record all along.
   */
  private void correct(Entry entry) throws BrokenContract {
    boolean correctsFinish = entry.finishedAt != Entry.NONE || entry.outcome != null;
    if (correctsFinish && phase() != Phase.FINISHED) {
      throw new BrokenContract("CORRECTED finish while " + phase());
    }
    if (entry.receivedAt != Entry.NONE) {
      receivedAt = entry.receivedAt;
    }
    if (entry.channel != null) {
      channel = entry.channel;
    }
    if (entry.fieldId != Entry.NO_ID) {
      fieldId = entry.fieldId;
    }
    correctDue(entry.dueAt);
    if (correctsFinish) {
      Milestone finish = lastPhaseChange();
      finish.moment = entry.finishedAt == Entry.NONE ? finish.moment : entry.finishedAt;
      finish.outcome = entry.outcome == null ? finish.outcome : entry.outcome;
    }
  }

  /**
   * Replaces the due moment that was given last, by the reception, the end of a lawful pause, a
   * restart or a reopening. Where it never moved, that is the original one too.
   */
  private void correctDue(long moment) {
    if (moment == Entry.NONE) {
      return;
    }
    for (int i = milestones.size() - 1; i >= 0; i--) {
      if (givesDue(i)) {
        milestones.get(i).dueAt = moment;
        return;
      }
    }
    dueAt = moment;
  }

  private boolean givesDue(int index) {
    Milestone milestone = milestones.get(index);
    return switch (milestone.kind) {
      case DUE_MOVED -> true;
      case REOPENED -> milestone.dueAt != Entry.NONE;
      case RESUMED -> milestone.dueAt != Entry.NONE && lastPause(index).lawful;
      default -> false;
    };
  }

  private Milestone lastPause(int before) {
    int i = before - 1;
    while (milestones.get(i).kind != Kind.PAUSED) {
      i--;
    }
    return milestones.get(i);
  }

  private enum Phase {
    OPEN,
    PAUSED,
    FINISHED,
    CLOSED,
    VOIDED;

    boolean isOpen() {
      return this == OPEN || this == PAUSED;
    }
  }

  private Phase phase() {
    Milestone last = lastPhaseChange();
    if (last == null) {
      return Phase.OPEN;
    }
    return switch (last.kind) {
      case PAUSED -> Phase.PAUSED;
      case FINISHED -> Phase.FINISHED;
      case CLOSED -> Phase.CLOSED;
      case VOIDED -> Phase.VOIDED;
      default -> Phase.OPEN;
    };
  }

  private Milestone lastPhaseChange() {
    for (int i = milestones.size() - 1; i >= 0; i--) {
      switch (milestones.get(i).kind) {
        case PAUSED, RESUMED, FINISHED, CLOSED, REOPENED, VOIDED -> {
          return milestones.get(i);
        }
        default -> {
          // A moved due moment or a transfer leaves the phase as it is.
        }
      }
    }
    return null;
  }

  private static void checkMoments(Entry entry) throws BrokenContract {
    checkMoment(entry.occurredAt);
    checkMoment(entry.moment);
    checkMoment(entry.dueAt);
    checkMoment(entry.receivedAt);
    checkMoment(entry.finishedAt);
  }

  private static void checkMoment(long moment) throws BrokenContract {
    if (moment != Entry.NONE && (moment < EARLIEST || moment >= LATEST)) {
      throw new BrokenContract("Moment out of range: " + moment);
    }
  }
}
