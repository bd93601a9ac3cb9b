package vn.motcua.dossier;

import java.time.Instant;

/**
 * What is known when a dossier is accepted (tiếp nhận).
 *
 * @param code the dossier code (mã hồ sơ), unique in its dataset
 * @param procedureId null where the procedure is not in the catalogue
 * @param unitId the competent agency
 * @param branchId the receiving branch, or null
 * @param receivedAt complete and valid: the clock starts
 * @param dueAt the legal due moment; null only where no law sets a limit
 * @param baseline what the figures measure the dossier against
 */
public record NewDossier(
    int datasetId,
    String code,
    Integer procedureId,
    int fieldId,
    int unitId,
    Integer branchId,
    Channel channel,
    Instant receivedAt,
    Instant dueAt,
    Baseline baseline) {

  public NewDossier {
    receivedAt = Moments.recordable(receivedAt);
    dueAt = Moments.recordable(dueAt);
  }

  /** Without a baseline, as from another system's log. */
  public NewDossier(
      int datasetId,
      String code,
      Integer procedureId,
      int fieldId,
      int unitId,
      Integer branchId,
      Channel channel,
      Instant receivedAt,
      Instant dueAt) {
    this(
        datasetId,
        code,
        procedureId,
        fieldId,
        unitId,
        branchId,
        channel,
        receivedAt,
        dueAt,
        Baseline.NONE);
  }
}
