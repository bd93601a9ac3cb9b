package vn.motcua.analytics.job.facts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.analytics.job.facts.Stint.Beginning;
import vn.motcua.analytics.job.facts.Stint.Ending;

/**
 * What a dossier's facts mean at a moment T: its stints, their classes, and since when it is
 * overdue. A pure function of the facts and T.
 *
 * <p><b>T.</b> Of a live dossier the time of the ticks; of one from an imported log the latest
 * moment its own entries speak of. "Due before T" is strict.
 *
 * <p><b>overdueSince</b> (quá hạn từ) is a permanent fact: no pause, restart, withdrawal or closing
 * erases it. It is set to dueAt when dueAt lies before the moment of an entry, or before T, while
 * the dossier is open and not lawfully suspended. A restart looks at the former due moment first.
 * It may lie before the milestone that brought it; the dossier is overdue from that milestone on at
 * the earliest.
 *
 * <p><b>Pause.</b> It suspends the clock if it is lawful and begun when the dossier was not overdue
 * (so at the due moment at the latest). Any other pause changes nothing, nor does the due moment
 * that its end brings. When a suspension ends without a new due moment and the former one has
 * passed meanwhile, the dossier is overdue from the end of the suspension on.
 *
 * <p><b>Result.</b> Late if overdueSince is set, also where the due moment moved or vanished later;
 * otherwise early or on time by the day of the result against the day of the due moment. During a
 * suspension nothing is late.
 */
public final class Timeline {

  private final ZoneId zone;
  private final List<Stint> stints = new ArrayList<>(2);
  private StintBuilder current;

  /** The moment of the last milestone that was passed: what it brought holds from there on. */
  private long passed;

  private boolean suspended;
  private long dueAt = Entry.NONE;
  private long originalDueAt = Entry.NONE;
  private long overdueSince = Entry.NONE;

  private Timeline(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @param tickTime T of live dossiers, UTC milliseconds
   */
  public static Timeline of(DossierFacts facts, long tickTime) {
    Timeline timeline = new Timeline(Days.zone(facts.zone));
    timeline.setDue(facts.dueAt);
    timeline.begin(facts.unitId, facts.branchId, Beginning.RECEIVED, facts.receivedAt);
    timeline.passed = facts.receivedAt;
    for (Milestone milestone : facts.milestones) {
      timeline.pass(milestone);
      timeline.passed = milestone.moment;
    }
    timeline.look(facts.live ? tickTime : facts.latestMoment);
    if (timeline.current != null) {
      timeline.stints.add(timeline.current.lasting());
    }
    return timeline;
  }

  /**
   * Whether all of this still holds after one more entry of this kind has been taken in, at a later
   * T: most entries are no milestones, and then nothing has to be worked out anew.
   *
   * @param live the dossier's present is the time of the ticks, not that of its entries
   */
  public boolean staysAfter(Entry.Kind kind, boolean live, long tickTime) {
    return live && leavesTimeAlone(kind) && !(hasDeadline() && dueAt < tickTime);
  }

  private static boolean leavesTimeAlone(Entry.Kind kind) {
    return switch (kind) {
      case STEP, RETURNED, SUPPLEMENT_REQUESTED, RATED, OBSERVED -> true;
      default -> false;
    };
  }

  private void pass(Milestone milestone) {
    long at = milestone.moment;
    switch (milestone.kind) {
      case PAUSED -> {
        look(at);
        if (milestone.lawful && overdueSince == Entry.NONE) {
          suspended = true;
          current.enter(Standing.PAUSED, at);
        }
      }
      case RESUMED -> {
        look(at);
        if (suspended) {
          suspended = false;
          current.enter(Standing.WITHIN, at);
          replaceDue(milestone.dueAt);
        }
      }
      case DUE_MOVED -> {
        look(at);
        setDue(milestone.dueAt);
      }
      case FINISHED -> {
        look(at);
        end(Ending.RESOLVED, milestone, resolved(at));
      }
      case CLOSED -> {
        look(at);
        end(
            Ending.CLOSED,
            milestone,
            overdueSince == Entry.NONE ? Standing.CLOSED_BEFORE_DUE : Standing.CLOSED_AFTER_DUE);
      }
      case VOIDED -> {
        look(at);
        end(Ending.VOIDED, milestone, Standing.VOIDED);
      }
      case REATTRIBUTED -> {
        look(at);
        stints.add(current.ended(Ending.TRANSFERRED_OUT, at, null, null));
        begin(milestone.unitId, milestone.branchId, Beginning.TRANSFERRED_IN, at);
      }
      case REOPENED -> {
        replaceDue(milestone.dueAt);
        Stint last = stints.getLast();
        begin(last.unitId(), last.branchId(), Beginning.REOPENED, at);
      }
      default -> throw new IllegalStateException(milestone.kind + " is no milestone");
    }
  }

  /** Notices at a moment that the due moment has passed. */
  private void look(long moment) {
    if (hasDeadline() && dueAt < moment) {
      current.enter(Standing.OVERDUE, overdueFrom());
      overdueSince = dueAt;
    }
  }

  private boolean hasDeadline() {
    return current != null && !suspended && overdueSince == Entry.NONE && dueAt != Entry.NONE;
  }

  private Standing resolved(long finishedAt) {
    if (overdueSince != Entry.NONE) {
      return Standing.LATE;
    }
    if (dueAt == Entry.NONE) {
      return Standing.UNDATED;
    }
    return Days.of(finishedAt, zone) < Days.of(dueAt, zone) ? Standing.EARLY : Standing.ON_TIME;
  }

  private void begin(int unitId, int branchId, Beginning beginning, long at) {
    Standing first = Standing.WITHIN;
    if (overdueSince != Entry.NONE) {
      first = Standing.OVERDUE;
    } else if (suspended) {
      first = Standing.PAUSED;
    }
    current = new StintBuilder(unitId, branchId, beginning, at, first);
  }

  private void end(Ending ending, Milestone milestone, Standing result) {
    stints.add(current.ended(ending, milestone.moment, result, milestone.outcome));
    current = null;
    suspended = false;
  }

  private void replaceDue(long moment) {
    if (moment != Entry.NONE) {
      setDue(moment);
    }
  }

  private void setDue(long moment) {
    dueAt = moment;
    if (originalDueAt == Entry.NONE) {
      originalDueAt = moment;
    }
  }

  /** In their order; the last one is the present or final one. */
  public List<Stint> stints() {
    return stints;
  }

  /** The dossier's class at T. */
  public Standing standing() {
    return current == null ? stints.getLast().result() : current.standing();
  }

  /** UTC milliseconds, {@link Entry#NONE} where there is no limit. */
  public long dueAt() {
    return dueAt;
  }

  /** The first due moment there was; {@link Entry#NONE} where there never was one. */
  public long originalDueAt() {
    return originalDueAt;
  }

  /** {@link Entry#NONE} where the dossier was never overdue. */
  public long overdueSince() {
    return overdueSince;
  }

  /** The due moment that is still to pass; {@link Entry#NONE} where time alone changes nothing. */
  public long deadline() {
    return hasDeadline() ? dueAt : Entry.NONE;
  }

  /** Where the present class would change if the deadline passed. */
  public long overdueFrom() {
    return Math.max(dueAt, Math.max(passed, current.lastChange()));
  }

  /** Whether some unit is still accountable for the dossier. */
  public boolean isOpen() {
    return current != null;
  }

  public ZoneId zone() {
    return zone;
  }
}
