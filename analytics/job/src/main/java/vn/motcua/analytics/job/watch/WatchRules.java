package vn.motcua.analytics.job.watch;

import java.util.List;
import vn.motcua.analytics.job.facts.Entry;

/**
 * The thresholds with their days (ngưỡng cảnh báo). A dossier keeps those that held on the day of
 * its receipt, so a later change never moves an alert that was raised.
 */
public record WatchRules(List<WatchRule> rules, WorkingSpans time) {

  private static final long MINUTE = 60_000;

  public WatchRules {
    rules = List.copyOf(rules);
  }

  /** When it is due soon; {@link Entry#NONE} where no rule says so. */
  long dueSoon(int procedureId, long receivedAt, long dueAt) {
    WatchRule rule = dueAt == Entry.NONE ? null : find(AlertKind.DUE_SOON, procedureId, receivedAt);
    if (rule == null) {
      return Entry.NONE;
    }
    long length = rule.minutes() * MINUTE;
    long lead = rule.working() ? time.before(dueAt, length) : dueAt - length;
    long limit = Math.max(0, dueAt - receivedAt);
    long used = receivedAt + limit / 100 * rule.notBeforePercent();
    return Math.min(dueAt, Math.max(receivedAt, Math.max(lead, used)));
  }

  /** When it has lain too long since a moment; {@link Entry#NONE} where no rule says so. */
  long untouched(int procedureId, long receivedAt, long since) {
    WatchRule rule = find(AlertKind.UNTOUCHED, procedureId, receivedAt);
    if (rule == null) {
      return Entry.NONE;
    }
    long length = rule.minutes() * MINUTE;
    return rule.working() ? time.after(since, length) : since + length;
  }

  /**
   * The first of the procedure's own, else the first of those for all; null where there is none.
   */
  private WatchRule find(AlertKind kind, int procedureId, long receivedAt) {
    WatchRule ofAll = null;
    for (int i = 0; i < rules.size(); i++) {
      WatchRule rule = rules.get(i);
      if (rule.holds(kind, procedureId, receivedAt)) {
        return rule;
      }
      if (ofAll == null && rule.holds(kind, WatchRule.ANY, receivedAt)) {
        ofAll = rule;
      }
    }
    return ofAll;
  }
}
