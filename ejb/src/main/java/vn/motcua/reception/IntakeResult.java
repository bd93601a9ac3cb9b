package vn.motcua.reception;

import java.util.List;

/**
 * What a visit became.
 *
 * @param receiptCode number of the receipt (số giấy tiếp nhận)
 * @param repeated the visit was received before: nothing was written now
 */
public record IntakeResult(
    long visitId, String receiptCode, List<ReceivedDossier> dossiers, boolean repeated) {

  public IntakeResult {
    dossiers = List.copyOf(dossiers);
  }
}
