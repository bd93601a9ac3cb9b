package vn.motcua.processing;

import java.time.Instant;
import java.time.ZoneId;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.DossierState;

/**
 * What processing needs to know of a dossier.
 *
 * @param branchId the receiving branch, null where there is none
 * @param procedureCode null where the procedure is not in the catalogue
 * @param dueAt null where no law sets a limit
 * @param processId null where it follows no internal process
 * @param episodeId null where nobody counted its episode
 * @param elsewhere the ministry's software that processes it; empty: it is processed here
 */
record CaseRow(
    long id,
    int datasetId,
    String code,
    int unitId,
    Integer branchId,
    String procedureCode,
    Channel channel,
    DossierState state,
    Instant receivedAt,
    Instant dueAt,
    int sequence,
    Integer processId,
    Long episodeId,
    String elsewhere,
    ZoneId zone) {

  /** The body that a step at this place belongs to. */
  int unitAt(String place) {
    return "BRANCH".equals(place) && branchId != null ? branchId : unitId;
  }
}
