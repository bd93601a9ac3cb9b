package vn.motcua.acceptance;

import java.time.Instant;
import vn.motcua.dossier.Channel;
import vn.motcua.worktime.TimeLeft;

/**
 * A submission in the list of those that wait. No number of a paper or telephone.
 *
 * @param number by which people speak of it; {@code externalId} where that can be read out
 * @param owner name
 * @param left working time until or since it must be decided
 * @param seenLeft likewise until it must be seen; null once it was seen
 * @param edits how often the applicant was asked to change it
 */
public record SubmissionLine(
    long id,
    String externalId,
    String number,
    String sourceSystem,
    Channel channel,
    String procedure,
    String owner,
    String branch,
    Instant submittedAt,
    Instant decideBy,
    TimeLeft left,
    TimeLeft seenLeft,
    int edits) {}
