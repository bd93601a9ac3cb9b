package vn.motcua.reception;

import java.util.List;
import java.util.Map;
import vn.motcua.dossier.Channel;

/**
 * One dossier (hồ sơ) of a visit as typed.
 *
 * @param procedureCode for example 1.001193
 * @param communeId body of the commune that decides; null: the owner's
 * @param summary what is asked for (nội dung yêu cầu); empty: the procedure's name
 * @param copies sets of the dossier (số bộ)
 * @param answers to the case questions, by their codes
 * @param externalCode its number in the ministry's software that decides it, typed at the counter;
 *     empty: not known yet
 */
public record DossierEntry(
    String procedureCode,
    Channel channel,
    Integer communeId,
    String summary,
    int copies,
    ReturnChannel returnChannel,
    Map<String, Boolean> answers,
    List<PaperEntry> papers,
    String externalCode) {

  public DossierEntry {
    procedureCode = EntryText.line(procedureCode);
    summary = EntryText.line(summary);
    externalCode = EntryText.line(externalCode);
    answers = Map.copyOf(answers);
    papers = List.copyOf(papers);
  }

  /** Without a number in another software. */
  public DossierEntry(
      String procedureCode,
      Channel channel,
      Integer communeId,
      String summary,
      int copies,
      ReturnChannel returnChannel,
      Map<String, Boolean> answers,
      List<PaperEntry> papers) {
    this(procedureCode, channel, communeId, summary, copies, returnChannel, answers, papers, "");
  }

  /** Filed directly, one set, returned at the counter. */
  public static DossierEntry direct(
      String procedureCode, Map<String, Boolean> answers, List<PaperEntry> papers) {
    return new DossierEntry(
        procedureCode, Channel.DIRECT, null, "", 1, ReturnChannel.COUNTER, answers, papers);
  }
}
