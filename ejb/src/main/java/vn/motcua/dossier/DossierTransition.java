package vn.motcua.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.motcua.events.DueCause;

/**
 * One row of a dossier's history (quá trình giải quyết). Written once, never changed. When it was
 * recorded, and in which transaction, is filled in by the database.
 */
@Entity
@Table(name = "dossier_transition")
@IdClass(DossierTransitionId.class)
public class DossierTransition {

  @Id
  @Column(name = "dossier_id")
  private long dossierId;

  @Id private int sequence;

  @Column(name = "dataset_id")
  private int datasetId;

  @Enumerated(EnumType.STRING)
  private TransitionKind kind;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "unit_id")
  private Integer unitId;

  @Column(name = "branch_id")
  private Integer branchId;

  @Column(name = "field_id")
  private Integer fieldId;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private Boolean lawful;

  @Column(name = "due_cause")
  private String dueCause;

  private String outcome;

  private String reason;

  private String actor;

  private String activity;

  @Column(name = "baseline_steps")
  private Integer baselineSteps;

  @Column(name = "baseline_minutes")
  private Integer baselineMinutes;

  @Column(name = "papers_baseline")
  private Integer papersBaseline;

  @Column(name = "papers_brought")
  private Integer papersBrought;

  @Column(name = "opens_episode")
  private Boolean opensEpisode;

  @Column(name = "used_minutes")
  private Integer usedMinutes;

  @Column(name = "request_kind")
  private String requestKind;

  @Column(name = "second_of_episode")
  private Boolean secondOfEpisode;

  private Boolean recheck;

  protected DossierTransition() {}

  DossierTransition(Dossier dossier, TransitionKind kind, Instant occurredAt, String actor) {
    this.dossierId = dossier.getId();
    this.sequence = dossier.nextSequence();
    this.datasetId = dossier.getDatasetId();
    this.kind = kind;
    this.occurredAt = occurredAt;
    this.actor = actor;
  }

  DossierTransition received(NewDossier from) {
    receivedAt = from.receivedAt();
    dueAt = from.dueAt();
    unitId = from.unitId();
    branchId = from.branchId();
    fieldId = from.fieldId();
    channel = from.channel();
    baselineSteps = from.baseline().steps();
    baselineMinutes = from.baseline().minutes();
    papersBaseline = from.baseline().papers();
    papersBrought = from.baseline().papersBrought();
    opensEpisode = from.baseline().opensEpisode();
    return this;
  }

  DossierTransition activity(String done, int unit) {
    activity = done;
    unitId = unit;
    return this;
  }

  DossierTransition request(String kind, boolean second, boolean again) {
    requestKind = kind;
    secondOfEpisode = second;
    recheck = again;
    return this;
  }

  DossierTransition due(Instant to) {
    dueAt = to;
    return this;
  }

  DossierTransition dueCause(String cause) {
    dueCause = cause;
    return this;
  }

  DossierTransition lawful(boolean stopsTheClock) {
    lawful = stopsTheClock;
    return this;
  }

  DossierTransition finished(Instant at, String result, Integer minutes) {
    finishedAt = at;
    outcome = result;
    usedMinutes = minutes;
    return this;
  }

  DossierTransition reason(String why) {
    reason = why;
    return this;
  }

  DossierTransition movedTo(int unit, Integer branch) {
    unitId = unit;
    branchId = branch;
    return this;
  }

  DossierTransition corrected(Correction correction) {
    receivedAt = correction.receivedAt();
    dueAt = correction.dueAt();
    finishedAt = correction.finishedAt();
    outcome = correction.outcome();
    channel = correction.channel();
    fieldId = correction.fieldId();
    return this;
  }

  public int getSequence() {
    return sequence;
  }

  public TransitionKind getKind() {
    return kind;
  }

  public Instant getOccurredAt() {
    return occurredAt;
  }

  /** Of a correction: the receipt's true moment, or null. */
  Instant getReceivedAt() {
    return receivedAt;
  }

  /** Of a finish or a correction: the result's true moment, or null. */
  Instant getFinishedAt() {
    return finishedAt;
  }

  /** Of a pause: allowed for the procedure, with its document. */
  boolean isLawful() {
    return Boolean.TRUE.equals(lawful);
  }

  /** Of a moved due moment: it restarts, and is not a calendar put right. */
  boolean restartsTheClock() {
    return DueCause.RESTART.name().equals(dueCause);
  }
}
