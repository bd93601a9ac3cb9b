package vn.motcua.ministry;

import java.time.Instant;
import vn.motcua.dossier.Channel;
import vn.motcua.reception.PersonEntry;
import vn.motcua.reception.ReturnChannel;

/**
 * A dossier that came in at a ministry's own software.
 *
 * @param externalCode its number there
 * @param receivedAt when it was received there: the clock runs from it
 * @param submitter null: the owner
 * @param communeId body of the commune that decides; null: the owner's
 */
public record Registration(
    String externalCode,
    String procedureCode,
    Channel channel,
    Instant receivedAt,
    PersonEntry owner,
    PersonEntry submitter,
    Integer communeId,
    String summary,
    ReturnChannel returnChannel) {

  public Registration {
    externalCode = ReportedStatus.clean(externalCode);
    procedureCode = ReportedStatus.clean(procedureCode);
  }
}
