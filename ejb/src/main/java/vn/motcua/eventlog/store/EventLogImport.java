package vn.motcua.eventlog.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.motcua.eventlog.failure.EventLogFailure;

/**
 * An import as it stands now, for screens and for the API.
 *
 * @param datasetId null until publishing begins
 * @param failureCode null unless it failed
 * @param clockEnd the last moment the log speaks of; null until it is checked
 * @param bytesRead of the file as received
 */
public record EventLogImport(
    long id,
    String fileName,
    String contentHash,
    String mapping,
    String submittedBy,
    Instant submittedAt,
    Instant startedAt,
    Instant endedAt,
    ImportStatus status,
    boolean cancelRequested,
    int faults,
    String failureCode,
    List<String> failureArguments,
    Integer datasetId,
    Instant clockEnd,
    long bytesTotal,
    long bytesRead,
    Counts counts,
    long casesPublished,
    String spoolName) {

  /**
   * What became of everything in the file. After checking: eventsRead = eventsTaken + eventsRefused
   * + eventsOfRefusedCases, and casesRead = casesTaken + casesRefused.
   */
  public record Counts(
      long eventsRead,
      long eventsTaken,
      long eventsRefused,
      long eventsOfRefusedCases,
      long casesRead,
      long casesTaken,
      long casesRefused,
      long warnings) {}

  /** 0 to 100: reading is the first half, publishing the second. */
  public int progressPercent() {
    return switch (status) {
      case RECEIVED -> 0;
      case PARSING -> (int) (50 * bytesRead / Math.max(1, bytesTotal));
      case CHECKING -> 50;
      case PUBLISHING -> (int) (50 + 50 * casesPublished / Math.max(1, counts.casesTaken()));
      case ACTIVE, FAILED, CANCELLED -> 100;
    };
  }

  /** The code by which figures name the dataset, or null while there is none. */
  public String datasetCode() {
    return datasetId == null ? null : "import-" + id;
  }

  /** Why it failed and what to do, or null. */
  public String failure(Locale locale) {
    return failureCode == null
        ? null
        : EventLogFailure.message(failureCode, failureArguments, locale);
  }
}
