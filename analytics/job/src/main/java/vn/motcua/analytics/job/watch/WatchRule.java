package vn.motcua.analytics.job.watch;

/**
 * A threshold: a row of {@code alert_rule}.
 *
 * @param procedureId {@link #ANY} for all that have none of their own
 * @param minutes before the due moment, or since the last deed
 * @param working whether they are minutes of working time, or of the clock on the wall
 * @param notBeforePercent of the limit that must be used first; 0 where it does not matter
 * @param from of the dossiers received from here on, UTC milliseconds
 * @param to exclusive
 */
public record WatchRule(
    AlertKind kind,
    int procedureId,
    int minutes,
    boolean working,
    int notBeforePercent,
    long from,
    long to) {

  public static final int ANY = 0;

  boolean holds(AlertKind asked, int procedure, long receivedAt) {
    return kind == asked && procedureId == procedure && from <= receivedAt && receivedAt < to;
  }
}
