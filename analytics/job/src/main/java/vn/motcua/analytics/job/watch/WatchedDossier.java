package vn.motcua.analytics.job.watch;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.events.DueCause;

/**
 * What the watch knows of one dossier: a fold of its entries, in the order of their sequence. The
 * alerts that are true at a moment T are a pure function of it and T; what only T has brought is
 * never kept, for an entry that comes later may speak of an earlier moment.
 *
 * <p>As in {@link vn.motcua.analytics.job.facts.Timeline}: overdue is for ever, and a lawful pause
 * begun before the due moment stops the clock, another does not.
 */
final class WatchedDossier {

  long dossierId;
  int datasetId;
  int unitId;
  int branchId;
  int procedureId;
  long receivedAt;
  boolean open;

  /** Paused, lawfully or not: nobody can do anything with it. */
  boolean paused;

  /** Lawfully: the clock stands still. */
  boolean suspended;

  long dueAt = Entry.NONE;
  long dueSoonAt = Entry.NONE;

  /** The entry that brought the due moment, or let the clock run again, and its moment. */
  int dueSequence;

  long dueSince;
  boolean overdue;

  /** The last deed. */
  int deedSequence;

  long deedAt;
  long untouchedAt = Entry.NONE;

  /** True by the entries alone. */
  final List<WatchedAlert> settled = new ArrayList<>(2);

  /** Ceased to be true with the entry that was taken in last. */
  final List<WatchedAlert> ended = new ArrayList<>(2);

  void take(Entry entry, WatchRules rules) {
    ended.clear();
    long at = entry.moment;
    settle(at);
    switch (entry.kind) {
      case RECEIVED -> begin(entry, rules);
      case STEP -> deed(entry, rules);
      case PAUSED -> {
        end(AlertKind.UNTOUCHED, at);
        paused = true;
        if (entry.lawful && !overdue) {
          end(AlertKind.DUE_SOON, at);
          suspended = true;
        }
      }
      case RESUMED -> {
        paused = false;
        if (suspended) {
          suspended = false;
          boolean moved = entry.dueAt != Entry.NONE && entry.dueAt != dueAt;
          due(moved ? entry.dueAt : dueAt, entry, rules);
          if (moved) {
            moved(entry);
          }
        }
        deed(entry, rules);
      }
      case DUE_MOVED -> {
        if (open) {
          due(entry.dueAt, entry, rules);
          moved(entry);
        }
      }
      case CORRECTED -> {
        if (entry.dueAt != Entry.NONE && open) {
          due(entry.dueAt, entry, rules);
        }
      }
      case SUPPLEMENT_REQUESTED -> {
        deed(entry, rules);
        if (open && entry.secondOfEpisode && !entry.recheck) {
          settled.add(raised(AlertKind.SECOND_REQUEST, entry.sequence, at));
        }
      }
      case REATTRIBUTED -> {
        unitId = entry.unitId;
        branchId = entry.branchId == 0 ? branchId : entry.branchId;
        deed(entry, rules);
      }
      case FINISHED, CLOSED, VOIDED -> close(at);
      case REOPENED -> {
        open = true;
        due(entry.dueAt == Entry.NONE ? dueAt : entry.dueAt, entry, rules);
        deed(entry, rules);
        if (overdue) {
          settled.add(raised(AlertKind.OVERDUE, entry.sequence, at));
        }
      }
      case RETURNED, OBSERVED, RATED -> {
        // Nothing is waited for.
      }
    }
  }

  private void begin(Entry entry, WatchRules rules) {
    dossierId = entry.dossierId;
    datasetId = entry.datasetId;
    unitId = entry.unitId;
    branchId = entry.branchId;
    procedureId = entry.procedureId;
    receivedAt = entry.moment;
    open = true;
    due(entry.dueAt, entry, rules);
    deed(entry, rules);
  }

  /** Takes up again what had ended, see {@link Reopening}. */
  void remember(Entry reopened) {
    dossierId = reopened.dossierId;
    datasetId = reopened.datasetId;
    unitId = reopened.unitId;
    branchId = reopened.branchId;
    procedureId = reopened.procedureId;
    receivedAt = reopened.receivedAt;
    overdue = reopened.wasOverdue;
  }

  private void deed(Entry entry, WatchRules rules) {
    end(AlertKind.UNTOUCHED, entry.moment);
    deedSequence = entry.sequence;
    deedAt = entry.moment;
    untouchedAt = rules.untouched(procedureId, receivedAt, deedAt);
  }

  private void due(long moment, Entry entry, WatchRules rules) {
    end(AlertKind.DUE_SOON, entry.moment);
    dueAt = moment;
    dueSequence = entry.sequence;
    dueSince = entry.moment;
    dueSoonAt = rules.dueSoon(procedureId, receivedAt, dueAt);
  }

  private void moved(Entry entry) {
    if (entry.dueCause != DueCause.CALENDAR_CORRECTION || entry.dueAt != Entry.NONE) {
      settled.add(raised(AlertKind.PROMISE_MOVED, entry.sequence, entry.moment));
    }
  }

  private void close(long at) {
    settled.forEach(alert -> ended.add(alert.cleared(at)));
    settled.clear();
    open = false;
    paused = false;
    suspended = false;
  }

  private void end(AlertKind kind, long at) {
    settled.removeIf(
        alert -> {
          boolean ends = alert.kind() == kind;
          if (ends) {
            ended.add(alert.cleared(at));
          }
          return ends;
        });
  }

  private WatchedAlert raised(AlertKind kind, int sequence, long at) {
    return new WatchedAlert(kind, sequence, at, Entry.NONE, dueAt);
  }

  /** Makes lasting what time has brought by the moment of an entry. */
  private void settle(long moment) {
    List<WatchedAlert> now = at(moment);
    settled.clear();
    for (WatchedAlert alert : now) {
      if (alert.isOpen()) {
        settled.add(alert);
        overdue |= alert.kind() == AlertKind.OVERDUE;
      } else {
        ended.add(alert);
      }
    }
  }

  /** What is true at T, and what time alone has ended since the last entry. */
  List<WatchedAlert> at(long moment) {
    List<WatchedAlert> all = new ArrayList<>(settled);
    if (open && !paused && untouchedAt != Entry.NONE && untouchedAt < moment) {
      raise(all, raised(AlertKind.UNTOUCHED, deedSequence, untouchedAt));
    }
    if (clockRuns()) {
      long overdueFrom = Math.max(dueAt, dueSince);
      long soonFrom = Math.max(dueSoonAt, dueSince);
      if (dueSoonAt != Entry.NONE && soonFrom < moment && soonFrom < overdueFrom) {
        raise(all, raised(AlertKind.DUE_SOON, dueSequence, soonFrom));
      }
      if (dueAt < moment) {
        all.replaceAll(
            alert -> alert.kind() == AlertKind.DUE_SOON ? alert.cleared(overdueFrom) : alert);
        raise(all, raised(AlertKind.OVERDUE, dueSequence, overdueFrom));
      }
    }
    return all;
  }

  private boolean clockRuns() {
    return open && !suspended && !overdue && dueAt != Entry.NONE;
  }

  private static void raise(List<WatchedAlert> all, WatchedAlert alert) {
    if (!alert.isAmong(all)) {
      all.add(alert);
    }
  }

  /** The next moment after which something more is true; {@link Entry#NONE} if none. */
  long next(long moment) {
    long next = Long.MAX_VALUE;
    if (open && !paused && untouchedAt != Entry.NONE) {
      next = later(untouchedAt, moment, next);
    }
    if (clockRuns()) {
      if (dueSoonAt != Entry.NONE) {
        next = later(Math.max(dueSoonAt, dueSince), moment, next);
      }
      next = later(Math.max(dueAt, dueSince), moment, next);
    }
    return next == Long.MAX_VALUE ? Entry.NONE : next;
  }

  private static long later(long candidate, long moment, long best) {
    return candidate >= moment ? Math.min(candidate, best) : best;
  }
}
