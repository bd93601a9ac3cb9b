package vn.motcua.analytics.job.watch;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.motcua.analytics.job.facts.Entry;

/**
 * A row of {@code alert}, absolute: written again it says the same. Moments are UTC milliseconds.
 */
public final class AlertRow {

  public long dossierId;
  public int datasetId;
  public AlertKind kind;

  /** The entry of the dossier that began what is alerted of; 0 where it is of a term. */
  public int sequence;

  /**
   * The step, submission or feedback whose term it is of; 0 where it is of the dossier's own. Its
   * own serialiser keeps it: to Flink's general one the row must look as when that was in use.
   */
  public transient long thingId;

  public int unitId;
  public int branchId;
  public int procedureId;

  /** When it became true in the world. */
  public long raisedAt;

  /** When it ceased to be; {@link Entry#NONE} while it is true. */
  public long clearedAt = Entry.NONE;

  /** The due moment it speaks of; {@link Entry#NONE} where there is none. */
  public long dueAt = Entry.NONE;

  /** An entry that came late showed that it never was true. */
  public boolean withdrawn;

  /** Made once: it is asked for by whoever collects the row and by whoever writes it. */
  private transient UUID id;

  public AlertRow() {}

  /**
   * Named by what it is about, so a replay finds it again instead of raising another. What it is
   * about must not change afterwards. That of a term is as the application names its own, in {@code
   * deadlines.AlertIds}: another moment is another alert.
   */
  public UUID id() {
    if (id == null) {
      String name =
          thingId == 0
              ? datasetId + "/" + dossierId + "/" + kind + "/" + sequence
              : datasetId + "/" + thing() + " " + thingId + "/" + kind + "/" + raisedAt;
      id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
    return id;
  }

  private String thing() {
    return switch (kind) {
      case STEP_OVERDUE -> "step";
      case ACCEPTANCE -> "submission";
      case FEEDBACK -> "feedback";
      default -> throw new IllegalStateException(kind + " is of no term");
    };
  }
}
