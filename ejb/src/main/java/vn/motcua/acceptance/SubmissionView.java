package vn.motcua.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.Channel;

/**
 * A submission as the clerk who decides sees it.
 *
 * @param number by which people speak of it; {@code externalId} where that can be read out
 * @param version to be given back with the decision
 * @param dossierCode empty until it is accepted
 * @param token of the applicant's own page
 */
public record SubmissionView(
    long id,
    int version,
    String externalId,
    String number,
    String sourceSystem,
    Channel channel,
    SubmissionState state,
    String procedureCode,
    String procedure,
    String branch,
    String ownerName,
    String ownerNumber,
    String phone,
    String address,
    String submitter,
    String summary,
    Instant submittedAt,
    Instant seeBy,
    Instant decideBy,
    int edits,
    String dossierCode,
    String token,
    List<Paper> papers,
    List<Step> steps) {

  public SubmissionView {
    papers = List.copyOf(papers);
    steps = List.copyOf(steps);
  }

  /** A paper that came with it. */
  public record Paper(String component, String name, UUID fileId, String mediaType, long size) {}

  /**
   * Something that happened to it.
   *
   * @param kind ARRIVED, SEEN, EDIT_ASKED, ACCEPTED or REFUSED
   */
  public record Step(String kind, Instant at, String who, List<String> items, String reason) {}
}
