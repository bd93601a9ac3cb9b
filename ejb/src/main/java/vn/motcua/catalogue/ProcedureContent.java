package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.events.Channel;

/**
 * What a sheet says once it was understood: all that a version of a procedure holds.
 *
 * @param sameDay the result is given on the day of receipt; null: not known
 * @param resultDocument the result is a document; null: not known
 * @param volume dossiers a year; null: not known
 */
record ProcedureContent(
    String code,
    String name,
    String shortName,
    String fieldCode,
    List<GovernmentLevel> levels,
    String competentAgency,
    String performingAgency,
    Delegation delegation,
    List<LegalBasis> legalBasis,
    Publication publication,
    List<Channel> channels,
    List<ProcedureLimit> limits,
    Basis limitBasis,
    String limitNote,
    Boolean sameDay,
    List<ProcedureQuestion> questions,
    List<Component> components,
    List<Fee> fees,
    Basis feeBasis,
    String feeNote,
    List<Cost> costs,
    Integer volume,
    String resultCode,
    String resultName,
    Boolean resultDocument,
    String onlineLevel,
    String onlineReason,
    String sourceSystem,
    boolean common) {

  /** Ủy quyền giải quyết; {@code to} is empty where there is none. */
  record Delegation(String to, LocalDate from, String document) {}

  /** Quyết định công bố và thời điểm công khai. */
  record Publication(String decision, LocalDate decidedOn, Instant at) {}

  /** Căn cứ pháp lý. Dates may be null: not known. */
  record LegalBasis(String name, LocalDate from, LocalDate to) {}

  /** Thành phần hồ sơ; {@code question} is null where it is always asked for. */
  record Component(
      String code,
      String name,
      boolean required,
      int baseline,
      String heldSource,
      String question,
      Boolean answer) {}

  /** Phí, lệ phí in đồng, and who gets it. */
  record Fee(Channel channel, String appliesTo, long amount, String beneficiary) {}

  /** A line of the compliance-cost sheet, for one dossier: hours × rate + other, in đồng. */
  record Cost(String activity, BigDecimal hours, long rate, long other) {
    long amount() {
      return hours.multiply(BigDecimal.valueOf(rate)).setScale(0, RoundingMode.HALF_UP).longValue()
          + other;
    }
  }
}
