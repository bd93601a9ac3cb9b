package vn.motcua.web.imports;

import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.ImportStatus;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/**
 * One import as screens show it.
 *
 * @param dataset code of its active dataset, or null
 */
public record ImportLine(EventLogImport log, String dataset, Words words) {

  public long getId() {
    return log.id();
  }

  public String getFileName() {
    return log.fileName();
  }

  public String getSize() {
    return words.getNotation().bytes(log.bytesTotal());
  }

  /** In the city's zone. */
  public String getSubmitted() {
    return words.getNotation().second(log.submittedAt(), Notation.CITY);
  }

  public boolean isRunning() {
    return !log.status().ended();
  }

  /** Until publishing begins. */
  public boolean isCancellable() {
    return isRunning() && log.status() != ImportStatus.PUBLISHING && !log.cancelRequested();
  }

  /** The kind of state: decides shape and colour. */
  public String getStyle() {
    return switch (log.status()) {
      case ACTIVE -> "good";
      case FAILED -> "bad";
      case CANCELLED -> "unknown";
      default -> "running";
    };
  }

  public String getState() {
    return log.cancelRequested() && isRunning()
        ? words.of("imports.state.cancelling")
        : words.of("imports.state." + log.status().name().toLowerCase(java.util.Locale.ROOT));
  }

  public int getPercent() {
    return log.progressPercent();
  }

  /** Why it failed and what to do, or null. */
  public String getFailure() {
    return log.failure(words.locale());
  }

  public String getCasesRead() {
    return words.getNotation().count(log.counts().casesRead());
  }

  public String getCasesTaken() {
    return words.getNotation().count(log.counts().casesTaken());
  }

  public String getCasesRefused() {
    return words.getNotation().count(log.counts().casesRefused());
  }

  public String getEventsRead() {
    return words.getNotation().count(log.counts().eventsRead());
  }

  public String getEventsTaken() {
    return words.getNotation().count(log.counts().eventsTaken());
  }

  public String getEventsRefused() {
    return words
        .getNotation()
        .count(log.counts().eventsRefused() + log.counts().eventsOfRefusedCases());
  }

  public String getWarnings() {
    return words.getNotation().count(log.counts().warnings());
  }
}
