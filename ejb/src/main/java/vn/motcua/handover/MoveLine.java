package vn.motcua.handover;

/**
 * What became, or would become, of one code of a signed list.
 *
 * @param from the competent agency until now; empty where there is no such dossier
 * @param note why it was not moved; empty else
 */
public record MoveLine(int position, String code, Verdict verdict, String from, String note) {

  /** In words of the list. */
  public enum Verdict {
    /** Chuyển được, đã chuyển. */
    MOVED,
    /** Không có mã này. */
    UNKNOWN,
    /** Không còn đang giải quyết. */
    NOT_OPEN,
    /** Đã thuộc đơn vị nhận. */
    ALREADY_THERE,
    /** Mã lặp trong danh sách. */
    TWICE,
    /** Không chuyển được. */
    FAILED
  }
}
