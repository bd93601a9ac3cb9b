package vn.motcua.analytics.job.watch;

import java.util.List;
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

  /** Whether the same is among these, of which there are two or three: a stream costs more. */
  boolean isAmong(List<WatchedAlert> alerts) {
    for (int i = 0; i < alerts.size(); i++) {
      if (isSame(alerts.get(i))) {
        return true;
      }
    }
    return false;
  }

  WatchedAlert cleared(long at) {
    return new WatchedAlert(kind, sequence, raisedAt, Math.max(raisedAt, at), dueAt);
  }
}
