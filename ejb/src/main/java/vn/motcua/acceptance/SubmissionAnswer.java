package vn.motcua.acceptance;

import java.time.Instant;

/**
 * What the door answers to who sent.
 *
 * @param decideBy until when the branch decides
 * @param dossierCode empty until it is accepted
 * @param token opens the applicant's page ({@code /track?t=…}) until there is a dossier, and then
 *     leads on to it
 * @param repeated this revision was there before: nothing was written now
 */
public record SubmissionAnswer(
    long id,
    SubmissionState state,
    Instant decideBy,
    String dossierCode,
    String token,
    boolean repeated) {}
