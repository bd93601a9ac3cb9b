package vn.motcua.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Locale;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.Refusal;

/** Imports and refusals as the API shows them. Moments are in UTC; what is null is left out. */
final class EventLogJson {

  private EventLogJson() {}

  static JsonObjectBuilder of(EventLogImport shown, Locale language) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", shown.id())
            .add("fileName", shown.fileName())
            .add("status", shown.status().name())
            .add("progressPercent", shown.progressPercent())
            .add("cancelRequested", shown.cancelRequested())
            .add("submittedBy", shown.submittedBy())
            .add("contentHash", shown.contentHash())
            .add("bytesTotal", shown.bytesTotal())
            .add("bytesRead", shown.bytesRead())
            .add("casesPublished", shown.casesPublished())
            .add("counts", counts(shown.counts()));
    moment(json, "submittedAt", shown.submittedAt());
    moment(json, "startedAt", shown.startedAt());
    moment(json, "endedAt", shown.endedAt());
    moment(json, "clockEnd", shown.clockEnd());
    if (shown.datasetCode() != null) {
      json.add("dataset", shown.datasetCode());
    }
    if (shown.failureCode() != null) {
      json.add(
          "failure",
          Json.createObjectBuilder()
              .add("code", shown.failureCode())
              .add("detail", shown.failure(language)));
    }
    return json;
  }

  static JsonObjectBuilder of(Refusal refusal, Locale language) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", refusal.id())
            .add("severity", refusal.severity().name())
            .add("code", refusal.code())
            .add("message", refusal.message(language));
    if (refusal.line() != null) {
      json.add("line", refusal.line());
    }
    if (refusal.position() != null) {
      json.add("position", refusal.position());
    }
    if (refusal.caseId() != null) {
      json.add("caseId", refusal.caseId());
    }
    if (refusal.value() != null) {
      json.add("value", refusal.value());
    }
    return json;
  }

  private static JsonObjectBuilder counts(EventLogImport.Counts counts) {
    return Json.createObjectBuilder()
        .add("eventsRead", counts.eventsRead())
        .add("eventsTaken", counts.eventsTaken())
        .add("eventsRefused", counts.eventsRefused())
        .add("eventsOfRefusedCases", counts.eventsOfRefusedCases())
        .add("casesRead", counts.casesRead())
        .add("casesTaken", counts.casesTaken())
        .add("casesRefused", counts.casesRefused())
        .add("warnings", counts.warnings());
  }

  private static void moment(JsonObjectBuilder json, String name, Instant moment) {
    if (moment != null) {
      json.add(name, moment.toString());
    }
  }
}
