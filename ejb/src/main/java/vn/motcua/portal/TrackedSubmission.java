package vn.motcua.portal;

import java.time.Instant;
import java.util.List;

/**
 * What was sent online or by post and is no dossier yet, as the applicant sees it.
 *
 * @param number the sender's own, as the portal or the post gave it; ours where that is no number
 *     that people can read out
 * @param owner initials only
 * @param decideBy until when the branch decides
 * @param decidedAt null while it waits
 * @param items what is to be put right, empty where nothing is
 * @param reason of the request or of the refusal, empty where there is none
 */
public record TrackedSubmission(
    String number,
    String procedure,
    String owner,
    String branch,
    Stage stage,
    boolean post,
    Instant submittedAt,
    Instant decideBy,
    Instant decidedAt,
    List<String> items,
    String reason) {

  public TrackedSubmission {
    items = List.copyOf(items);
  }

  /** Where it stands. An accepted one is shown as the dossier that it became. */
  public enum Stage {
    WAITING,
    EDIT_ASKED,
    REFUSED
  }
}
