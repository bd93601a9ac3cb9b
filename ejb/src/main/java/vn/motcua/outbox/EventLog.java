package vn.motcua.outbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import vn.motcua.events.EventIds;
import vn.motcua.events.LogCodec;
import vn.motcua.events.LogEntry;

/** Appends to the log, inside the caller's transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class EventLog {

  /** The version of the Avro contract that this code writes. */
  public static final int SCHEMA_VERSION = 2;

  public static final String DOSSIER = "dossier";

  private static final LogCodec CODEC = new LogCodec();
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  @PersistenceContext(unitName = "motcua")
  private EntityManager entities;

  /**
   * Writes one entry about a dossier.
   *
   * @param sequence the dossier's own number of this entry, assigned under its row lock
   * @param occurredAt when it happened in the world
   * @param body one of the bodies of the contract; no personal data
   */
  public void append(
      int datasetId, long dossierId, int sequence, Instant occurredAt, SpecificRecord body) {
    LogEntry entry = entry(datasetId, dossierId, sequence, occurredAt, body);
    entities
        .createNativeQuery(
            """
            insert into domain_event
              (event_id, dataset_id, aggregate_type, aggregate_id, sequence, type, schema_version,
               payload, occurred_at)
            values (cast(? as uuid), ?, ?, ?, ?, ?, ?, ?, ?)""")
        .setParameter(1, EventIds.toUuid(entry.getEventId()).toString())
        .setParameter(2, datasetId)
        .setParameter(3, DOSSIER)
        .setParameter(4, dossierId)
        .setParameter(5, sequence)
        .setParameter(6, body.getSchema().getName())
        .setParameter(7, SCHEMA_VERSION)
        .setParameter(8, CODEC.encode(entry))
        .setParameter(9, Timestamp.from(occurredAt))
        .executeUpdate();
  }

  /** Builds an entry with a fresh id. */
  public static LogEntry entry(
      int datasetId, long dossierId, int sequence, Instant occurredAt, SpecificRecord body) {
    return LogEntry.newBuilder()
        .setEventId(EventIds.of(IDS.generate()))
        .setDatasetId(datasetId)
        .setAggregateId(dossierId)
        .setSequence(sequence)
        .setOccurredAt(occurredAt)
        .setBody(body)
        .build();
  }
}
