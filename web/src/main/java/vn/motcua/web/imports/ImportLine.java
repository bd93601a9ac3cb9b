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

  public long id() {
    return log.id();
  }

  public String fileName() {
    return log.fileName();
  }

  public String size() {
    return words.getNotation().bytes(log.bytesTotal());
  }

  /** In the city's zone. */
  public String submitted() {
    return words.getNotation().second(log.submittedAt(), Notation.CITY);
  }

  public boolean running() {
    return !log.status().ended();
  }

  /** Until publishing begins. */
  public boolean cancellable() {
    return running() && log.status() != ImportStatus.PUBLISHING && !log.cancelRequested();
  }

  /** The kind of state: decides shape and colour. */
  public String style() {
    return switch (log.status()) {
      case ACTIVE -> "good";
      case FAILED -> "bad";
      case CANCELLED -> "unknown";
      default -> "running";
    };
  }

  public String state() {
    return log.cancelRequested() && running()
        ? words.of("imports.state.cancelling")
        : words.of("imports.state." + log.status().name().toLowerCase(java.util.Locale.ROOT));
  }

  public int percent() {
    return log.progressPercent();
  }

  /** Why it failed and what to do, or null. */
  public String failure() {
    return log.failure(words.locale());
  }

  public String casesRead() {
    return words.getNotation().count(log.counts().casesRead());
  }

  public String casesTaken() {
    return words.getNotation().count(log.counts().casesTaken());
  }

  public String casesRefused() {
    return words.getNotation().count(log.counts().casesRefused());
  }

  public String eventsRead() {
    return words.getNotation().count(log.counts().eventsRead());
  }

  public String eventsTaken() {
    return words.getNotation().count(log.counts().eventsTaken());
  }

  public String eventsRefused() {
    return words
        .getNotation()
        .count(log.counts().eventsRefused() + log.counts().eventsOfRefusedCases());
  }

  public String warnings() {
    return words.getNotation().count(log.counts().warnings());
  }
}
