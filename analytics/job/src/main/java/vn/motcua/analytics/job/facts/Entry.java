package vn.motcua.analytics.job.facts;

import vn.motcua.events.Channel;
import vn.motcua.events.DueCause;
import vn.motcua.events.Outcome;

/**
 * One entry of the log, flat. Travels between the job's operators, so it has the shape their fast
 * serialiser wants: public fields, no constructor arguments. Fields that the entry's kind does not
 * speak of keep {@link #NONE}, {@link #NO_ID} or null. Moments are UTC milliseconds.
 */
public final class Entry {

  /** No moment. */
  public static final long NONE = Long.MIN_VALUE;

  /** No id. */
  public static final int NO_ID = Integer.MIN_VALUE;

  /** What an entry says; one kind per body of the event contract. */
  public enum Kind {
    RECEIVED,
    STEP,
    PAUSED,
    RESUMED,
    DUE_MOVED,
    FINISHED,
    CLOSED,
    REOPENED,
    VOIDED,
    REATTRIBUTED,
    CORRECTED,
    RETURNED,
    OBSERVED,
    SUPPLEMENT_REQUESTED,
    RATED
  }

  public long dossierId;
  public int datasetId;
  public int sequence;
  public Kind kind;
  public long occurredAt;

  /** The moment of the fact itself: received, paused, finished, observed … at. */
  public long moment = NONE;

  public long dueAt = NONE;
  public int unitId = NO_ID;
  public int branchId = NO_ID;
  public int fieldId = NO_ID;
  public int procedureId = NO_ID;
  public Channel channel;
  public String zone;
  public boolean live;
  public boolean lawful;
  public DueCause dueCause;
  public Outcome outcome;

  /** RECEIVED: what the frozen baseline asks for; 0 where there is none. */
  public int baselineSteps;

  public int baselineMinutes;
  public int papersBaseline;
  public int papersBrought;
  public boolean opensEpisode;

  /** FINISHED: working minutes; below 0 where they are not known. */
  public int usedMinutes = -1;

  /** SUPPLEMENT_REQUESTED only. */
  public boolean secondOfEpisode;

  public boolean recheck;

  /** RATED: how many of the five elements were answered, and how many of them with 4 or 5. */
  public int answers;

  public int satisfied;
  public int trust;
  public boolean ratedOnTablet;

  /** CORRECTED, and REOPENED on its way to the deadline watch. */
  public long receivedAt = NONE;

  /** CORRECTED only. */
  public long finishedAt = NONE;

  /** REOPENED on its way to the deadline watch: the dossier was overdue before. */
  public boolean wasOverdue;

  /** Where the entry was read, to find it again when it is refused. */
  public int partition;

  public long offset;

  /**
   * In an entry that is sent once more: the sequence with which its dossier's repetition ends; else
   * 0.
   */
  public int replayedTo;

  public Entry() {}

  /** Makes it as new, to be filled again. */
  public void clear() {
    kind = null;
    moment = NONE;
    dueAt = NONE;
    unitId = NO_ID;
    branchId = NO_ID;
    fieldId = NO_ID;
    procedureId = NO_ID;
    channel = null;
    zone = null;
    live = false;
    lawful = false;
    dueCause = null;
    outcome = null;
    baselineSteps = 0;
    baselineMinutes = 0;
    papersBaseline = 0;
    papersBrought = 0;
    opensEpisode = false;
    usedMinutes = -1;
    secondOfEpisode = false;
    recheck = false;
    answers = 0;
    satisfied = 0;
    trust = 0;
    ratedOnTablet = false;
    receivedAt = NONE;
    finishedAt = NONE;
    wasOverdue = false;
    partition = 0;
    offset = 0;
    replayedTo = 0;
  }

  @Override
  public String toString() {
    return "%s %d/%d at %d".formatted(kind, dossierId, sequence, moment);
  }
}
