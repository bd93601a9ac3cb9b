package vn.motcua.reception;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A visit to the counter (lượt giao dịch) as it is sent: shared persons, one dossier or more.
 *
 * @param requestId made once per form: the same again is answered with the same visit
 * @param draftId the draft that this finishes, or null
 * @param branchId the branch or point that receives
 * @param owners whose matter it is (chủ hồ sơ), at least one
 * @param submitter who stands at the counter (người nộp); null: the first owner
 * @param authorised who was authorised (người được ủy quyền), or null
 * @param authorityScope what the authority covers
 * @param authorityUntil until when it holds; null: not limited
 * @param receiver who will receive the result; null: the submitter
 */
public record IntakeRequest(
    UUID requestId,
    UUID draftId,
    int branchId,
    List<PersonEntry> owners,
    PersonEntry submitter,
    PersonEntry authorised,
    String authorityScope,
    LocalDate authorityUntil,
    PersonEntry receiver,
    List<DossierEntry> dossiers) {

  public IntakeRequest {
    owners = List.copyOf(owners);
    dossiers = List.copyOf(dossiers);
    authorityScope = EntryText.line(authorityScope);
  }

  /** One person in all relations, no draft. */
  public static IntakeRequest of(
      UUID requestId, int branchId, PersonEntry owner, List<DossierEntry> dossiers) {
    return new IntakeRequest(
        requestId, null, branchId, List.of(owner), null, null, "", null, null, dossiers);
  }
}
