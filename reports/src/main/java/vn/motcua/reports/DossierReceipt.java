package vn.motcua.reports;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * Form 01 (giấy tiếp nhận hồ sơ và hẹn trả kết quả, TT 03/2025/TT-VPCP, Annex I) for one visit.
 *
 * @param superiorAgency cơ quan chủ quản, one entry per line
 * @param issuingAgency the receiving branch, one entry per line
 * @param number of the receipt, as printed
 * @param place of issue
 * @param issuedAt the moment of this version, on the wall clock of the place
 * @param version 1, or more after a correction
 * @param correction why there is another version; empty on the first
 * @param owners names of whose matter it is
 * @param submitter who stood at the counter
 * @param clerk name of who received
 */
public record DossierReceipt(
    List<String> superiorAgency,
    List<String> issuingAgency,
    String number,
    String place,
    ZonedDateTime issuedAt,
    int version,
    String correction,
    List<String> owners,
    ReceiptPerson submitter,
    String clerk,
    List<ReceiptDossier> dossiers) {

  /** How the reason of a version begins that stands for a lost one (cấp lại). */
  public static final String REISSUED = "Cấp lại: ";

  /** The reason of a version that names the second phase (giai đoạn hai) and puts nothing right. */
  public static final String SECOND_PHASE = "Giai đoạn hai";

  /**
   * @throws UnprintableTextException if a text cannot be printed or is missing
   */
  public DossierReceipt {
    superiorAgency = PrintableText.requiredLines("Cơ quan chủ quản", superiorAgency);
    issuingAgency = PrintableText.requiredLines("Nơi tiếp nhận", issuingAgency);
    number = PrintableText.required("Số giấy tiếp nhận", number);
    place = PrintableText.required("Địa danh", place);
    correction = PrintableText.optional("Lý do đính chính", correction);
    owners = PrintableText.requiredLines("Chủ hồ sơ", owners);
    clerk = PrintableText.required("Người tiếp nhận", clerk);
    dossiers = List.copyOf(dossiers);
    if (dossiers.isEmpty()) {
      throw UnprintableTextException.blank("Hồ sơ");
    }
  }
}
