package vn.motcua.analytics.job.watch;

import java.util.List;
import java.util.Optional;
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
    WatchRule rule = of(AlertKind.DUE_SOON, procedureId, receivedAt).orElse(null);
    if (rule == null || dueAt == Entry.NONE) {
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
    return of(AlertKind.UNTOUCHED, procedureId, receivedAt)
        .map(
            rule ->
                rule.working()
                    ? time.after(since, rule.minutes() * MINUTE)
                    : since + rule.minutes() * MINUTE)
        .orElse(Entry.NONE);
  }

  private Optional<WatchRule> of(AlertKind kind, int procedureId, long receivedAt) {
    return rules.stream()
        .filter(rule -> rule.holds(kind, procedureId, receivedAt))
        .findFirst()
        .or(
            () ->
                rules.stream()
                    .filter(rule -> rule.holds(kind, WatchRule.ANY, receivedAt))
                    .findFirst());
  }
}
