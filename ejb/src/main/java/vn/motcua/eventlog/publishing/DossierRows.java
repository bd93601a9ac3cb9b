package vn.motcua.eventlog.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import vn.motcua.eventlog.store.CopyText;
import vn.motcua.events.Channel;
import vn.motcua.events.CloseReason;
import vn.motcua.events.DossierClosed;
import vn.motcua.events.DossierFinished;
import vn.motcua.events.DossierObserved;
import vn.motcua.events.DossierReceived;
import vn.motcua.events.LogEntry;
import vn.motcua.events.Outcome;
import vn.motcua.events.StepCompleted;

/**
 * Writes one case as a dossier: its row, its history and its log entries, which say the same.
 *
 * <p>The order of the history is: received; the steps in time; the end after the steps that are not
 * later than it; the steps after the end; and for a case still open, what it is at the end of the
 * log. A step before the receipt keeps its moment and stands after the receipt, because the history
 * of a dossier begins there.
 */
final class DossierRows {

  private final int datasetId;
  private final String zone;
  private final Instant clockEnd;
  private final LogEntryPayload payload = new LogEntryPayload();

  private final CopyText dossiers =
      new CopyText(
          "dossier (id, dataset_id, code, field_id, unit_id, channel, state, received_at, due_at,"
              + " original_due_at, finished_at, outcome, closed_at, close_reason, sequence)");
  private final CopyText history =
      new CopyText(
          "dossier_transition (dossier_id, sequence, dataset_id, kind, occurred_at, received_at,"
              + " due_at, unit_id, field_id, channel, outcome, reason, activity, actor)");
  private final CopyText log =
      new CopyText(
          "domain_event (event_id, dataset_id, aggregate_type, aggregate_id, sequence, type,"
              + " schema_version, payload, occurred_at)");

  DossierRows(int datasetId, String zone, Instant clockEnd) {
    this.datasetId = datasetId;
    this.zone = zone;
    this.clockEnd = clockEnd;
  }

  void add(long dossierId, StagedCase staged, int unitId, int fieldId) {
    History of = new History(dossierId);
    of.received(staged, unitId, fieldId);
    boolean ended = false;
    for (StagedCase.Step step : staged.events()) {
      if (!ended && staged.endedAt() != null && step.occurredAt().isAfter(staged.endedAt())) {
        of.ended(staged);
        ended = true;
      }
      of.step(step);
    }
    if (!ended && staged.endedAt() != null) {
      of.ended(staged);
    }
    if (staged.endedAt() == null) {
      of.observed();
    }
    dossiers.row(
        dossierId,
        datasetId,
        staged.caseId(),
        fieldId,
        unitId,
        staged.channel(),
        staged.state(),
        staged.receivedAt(),
        staged.dueAt(),
        staged.dueAt(),
        staged.finishedAt(),
        staged.outcome(),
        staged.closedAt(),
        staged.closeReason(),
        of.sequence);
  }

  void writeTo(Connection connection) throws SQLException {
    dossiers.writeTo(connection);
    history.writeTo(connection);
    log.writeTo(connection);
  }

  /** Numbers the entries of one dossier 1, 2, 3 … */
  private final class History {

    private final long dossierId;
    private int sequence;

    private History(long dossierId) {
      this.dossierId = dossierId;
    }

    private void received(StagedCase staged, int unitId, int fieldId) {
      row(
          new Row("RECEIVED", staged.receivedAt())
              .received(staged.receivedAt(), staged.dueAt(), unitId, fieldId, staged.channel()),
          DossierReceived.newBuilder()
              .setReceivedAt(staged.receivedAt())
              .setDueAt(staged.dueAt())
              .setUnitId(unitId)
              .setFieldId(fieldId)
              .setChannel(Channel.valueOf(staged.channel()))
              .setZone(zone)
              .setLive(false)
              .build());
    }

    private void step(StagedCase.Step step) {
      row(
          new Row("STEP", step.occurredAt()).step(step.activity(), step.actor()),
          StepCompleted.newBuilder().setActivity(step.activity()).build());
    }

    private void ended(StagedCase staged) {
      if (staged.finishedAt() != null) {
        row(
            new Row("FINISHED", staged.finishedAt()).ended(staged.outcome(), null),
            DossierFinished.newBuilder()
                .setFinishedAt(staged.finishedAt())
                .setOutcome(Outcome.valueOf(staged.outcome()))
                .build());
      } else {
        row(
            new Row("CLOSED", staged.closedAt()).ended(null, staged.closeReason()),
            DossierClosed.newBuilder()
                .setClosedAt(staged.closedAt())
                .setReason(CloseReason.valueOf(staged.closeReason()))
                .build());
      }
    }

    private void observed() {
      row(
          new Row("OBSERVED", clockEnd),
          DossierObserved.newBuilder().setObservedAt(clockEnd).build());
    }

    private void row(Row row, Object body) {
      sequence++;
      row.writeTo(history, dossierId, sequence, datasetId);
      UUID eventId = payload.newEventId();
      LogEntry entry =
          LogEntry.newBuilder()
              .setEventId(LogEntryPayload.eventId(eventId))
              .setDatasetId(datasetId)
              .setAggregateId(dossierId)
              .setSequence(sequence)
              .setOccurredAt(row.occurredAt)
              .setBody(body)
              .build();
      log.row(
          eventId,
          datasetId,
          "dossier",
          dossierId,
          sequence,
          body.getClass().getSimpleName(),
          1,
          payload.encode(entry),
          row.occurredAt);
    }
  }

  /** A row of the history; what it does not say stays null. */
  private static final class Row {

    private final String kind;
    private final Instant occurredAt;
    private Instant receivedAt;
    private Instant dueAt;
    private Integer unitId;
    private Integer fieldId;
    private String channel;
    private String outcome;
    private String reason;
    private String activity;
    private String actor;

    private Row(String kind, Instant occurredAt) {
      this.kind = kind;
      this.occurredAt = occurredAt;
    }

    private Row received(Instant received, Instant due, int unit, int field, String by) {
      receivedAt = received;
      dueAt = due;
      unitId = unit;
      fieldId = field;
      channel = by;
      return this;
    }

    private Row step(String name, String by) {
      activity = name;
      actor = by;
      return this;
    }

    private Row ended(String result, String why) {
      outcome = result;
      reason = why;
      return this;
    }

    private void writeTo(CopyText history, long dossierId, int sequence, int datasetId) {
      history.row(
          dossierId,
          sequence,
          datasetId,
          kind,
          occurredAt,
          receivedAt,
          dueAt,
          unitId,
          fieldId,
          channel,
          outcome,
          reason,
          activity,
          actor);
    }
  }
}
