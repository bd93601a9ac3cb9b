package vn.motcua.analytics.job.watch;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.analytics.job.facts.Entry;

/** What is known of one thing with a term between two looks. {@link WatchedTermCodec} keeps it. */
final class WatchedTerm {

  /** How it stands; null before the first change that counts, and after the term has ended. */
  TermChange standing;

  /** Whether the alert of the standing term was handed on. */
  boolean told;

  /**
   * Changes of which an earlier one may still be on its way: two transactions may be sent in
   * another order than that in which they changed the thing. By their revision.
   */
  final List<TermChange> coming = new ArrayList<>(2);

  /** For when a timer is set already; {@link Entry#NONE} where none is. */
  long armedFor = Entry.NONE;

  boolean isEmpty() {
    return standing == null && coming.isEmpty();
  }

  /** Keeps a change until it is complete; one that was taken in already, or lies here, is left. */
  void keep(TermChange change) {
    if (standing != null && change.revision <= standing.revision) {
      return;
    }
    int place = coming.size();
    while (place > 0 && coming.get(place - 1).revision > change.revision) {
      place--;
    }
    if (place == 0 || coming.get(place - 1).revision != change.revision) {
      coming.add(place, change);
    }
  }

  /** Takes out the first change that was recorded before T; null where there is none. */
  TermChange complete(long time) {
    if (coming.isEmpty() || coming.getFirst().recordedAt >= time) {
      return null;
    }
    return coming.removeFirst();
  }

  /** When it has to be looked at next; {@link Entry#NONE}: not before something is told. */
  long next() {
    long next = standing == null || told ? Entry.NONE : standing.dueAt;
    for (TermChange change : coming) {
      next = next == Entry.NONE ? change.recordedAt : Math.min(next, change.recordedAt);
    }
    return next;
  }
}
