package vn.motcua.feedback;

import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.worktime.TimeLeft;

/**
 * A complaint or denunciation in the register; never who sent it.
 *
 * @param routedTo who decides by law; empty: not routed yet
 * @param outcome UPHELD, PARTLY_UPHELD, REJECTED, WITHDRAWN, NOT_ACCEPTED; null: none yet
 * @param left working time until it must be routed or, after that, settled; null: it is settled
 */
public record Petition(
    long id,
    String code,
    PetitionKind kind,
    Instant receivedAt,
    String branch,
    String subject,
    String aboutUnit,
    boolean aboutConduct,
    LocalDate conductOn,
    Instant routeBy,
    Instant routedAt,
    String routedTo,
    String routedBasis,
    Instant settleBy,
    String outcome,
    String outcomeDocument,
    Instant publishedAt,
    String publishedText,
    TimeLeft left) {

  /** Who sent it, and what it says. */
  public record Secret(String fullName, String phone, String address, String content) {}
}
