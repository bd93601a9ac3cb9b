package vn.motcua.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.motcua.dossier.Channel;
import vn.motcua.reception.PersonEntry;
import vn.motcua.reception.ReturnChannel;

/**
 * What an applicant sent online or by post (hồ sơ nộp trực tuyến, qua bưu chính).
 *
 * @param sourceSystem whose number {@code externalId} is, as {@code DVCQG}
 * @param revision 1, and one more with each answer to a request for edits
 * @param submittedAt sent or posted, by the sender's clock
 * @param submitter null: the owner
 * @param communeId body of the commune that decides; null: the owner's
 */
public record Submission(
    String sourceSystem,
    String externalId,
    int revision,
    Channel channel,
    String procedureCode,
    Instant submittedAt,
    PersonEntry owner,
    PersonEntry submitter,
    Integer communeId,
    String summary,
    ReturnChannel returnChannel,
    Map<String, Boolean> answers,
    List<SubmittedPaper> papers) {

  public Submission {
    sourceSystem = Texts.line(sourceSystem);
    externalId = Texts.line(externalId);
    procedureCode = Texts.line(procedureCode);
    summary = Texts.line(summary);
    answers = Map.copyOf(answers);
    papers = List.copyOf(papers);
  }
}
