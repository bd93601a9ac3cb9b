package vn.motcua.analytics.job.watch;

import vn.motcua.analytics.job.facts.Entry;

/**
 * An alert of a dossier, as far as it differs from one to the other.
 *
 * @param clearedAt {@link Entry#NONE} while it is true
 */
record WatchedAlert(AlertKind kind, int sequence, long raisedAt, long clearedAt, long dueAt) {

  boolean isOpen() {
    return clearedAt == Entry.NONE;
  }

  boolean isSame(WatchedAlert other) {
    return kind == other.kind && sequence == other.sequence;
  }

  WatchedAlert cleared(long at) {
    return new WatchedAlert(kind, sequence, raisedAt, Math.max(raisedAt, at), dueAt);
  }
}
