package vn.motcua.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A dossier (hồ sơ) as it stands now. It changes only through {@link DossierService}: the package
 * sees the mutators, nobody else does.
 */
@Entity
public class Dossier {

  @Id private long id;

  @Version private int version;

  @Column(name = "dataset_id")
  private int datasetId;

  private String code;

  @Column(name = "procedure_id")
  private Integer procedureId;

  @Column(name = "field_id")
  private int fieldId;

  @Column(name = "unit_id")
  private int unitId;

  @Column(name = "branch_id")
  private Integer branchId;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Enumerated(EnumType.STRING)
  private DossierState state;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "original_due_at")
  private Instant originalDueAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  private String outcome;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "close_reason")
  private String closeReason;

  @Column(name = "returned_at")
  private Instant returnedAt;

  private int sequence;

  protected Dossier() {}

  Dossier(long id, NewDossier from) {
    this.id = id;
    datasetId = from.datasetId();
    code = from.code();
    procedureId = from.procedureId();
    fieldId = from.fieldId();
    unitId = from.unitId();
    branchId = from.branchId();
    channel = from.channel();
    state = DossierState.OPEN;
    receivedAt = from.receivedAt();
    dueAt = from.dueAt();
    originalDueAt = from.dueAt();
  }

  /** Takes the next number of this dossier's history; the caller holds the row lock. */
  int nextSequence() {
    return ++sequence;
  }

  void state(DossierState to) {
    state = to;
  }

  void due(Instant to) {
    dueAt = to;
    if (originalDueAt == null) {
      originalDueAt = to;
    }
  }

  void finish(Instant at, String result) {
    state = DossierState.FINISHED;
    finishedAt = at;
    outcome = result;
  }

  void close(Instant at, String reason) {
    state = DossierState.CLOSED;
    closedAt = at;
    closeReason = reason;
  }

  void reopen() {
    state = DossierState.OPEN;
    finishedAt = null;
    outcome = null;
    closedAt = null;
    closeReason = null;
  }

  void moveTo(int unit, Integer branch) {
    unitId = unit;
    branchId = branch;
  }

  void returned(Instant at) {
    returnedAt = at;
  }

  void correct(Correction correction) {
    if (correction.receivedAt() != null) {
      receivedAt = correction.receivedAt();
    }
    if (correction.dueAt() != null) {
      if (dueAt != null && dueAt.equals(originalDueAt)) {
        originalDueAt = correction.dueAt();
      }
      due(correction.dueAt());
    }
    if (correction.finishedAt() != null) {
      finishedAt = correction.finishedAt();
    }
    if (correction.outcome() != null) {
      outcome = correction.outcome();
    }
    if (correction.channel() != null) {
      channel = correction.channel();
    }
    if (correction.fieldId() != null) {
      fieldId = correction.fieldId();
    }
  }

  public long getId() {
    return id;
  }

  public int getDatasetId() {
    return datasetId;
  }

  public String getCode() {
    return code;
  }

  public DossierState getState() {
    return state;
  }

  public Channel getChannel() {
    return channel;
  }

  public int getUnitId() {
    return unitId;
  }

  public Integer getBranchId() {
    return branchId;
  }

  public Integer getProcedureId() {
    return procedureId;
  }

  public int getFieldId() {
    return fieldId;
  }

  public Instant getReceivedAt() {
    return receivedAt;
  }

  public Instant getDueAt() {
    return dueAt;
  }

  public Instant getFinishedAt() {
    return finishedAt;
  }

  public Instant getClosedAt() {
    return closedAt;
  }

  public Instant getReturnedAt() {
    return returnedAt;
  }

  public int getSequence() {
    return sequence;
  }
}
