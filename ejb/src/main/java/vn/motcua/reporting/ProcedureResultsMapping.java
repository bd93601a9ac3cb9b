package vn.motcua.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import vn.motcua.figures.PeriodFigures;
import vn.motcua.reports.DossierCounts;

/**
 * From figures to the columns of Biểu II.06a, edition of TT 01/2020/TT-VPCP. The form only knows
 * (3) = (7) + (11), so what it has no column for needs a place; each place is named in a footnote.
 *
 * <ul>
 *   <li>Closed without a result goes into (7): before due as on time (9), after due as late (10).
 *   <li>Paused dossiers are within their limit (12).
 *   <li>Transferred in and reopened came from before the period as the form sees it: (6).
 *       Transferred out and voided never were this agency's: taken off (6), and where that is not
 *       enough off (5), then (4).
 *   <li>Channels other than online count under (5).
 * </ul>
 */
final class ProcedureResultsMapping {

  private ProcedureResultsMapping() {}

  /** The row of one field. Its totals are counted, not derived, so a wrong source shows. */
  static DossierCounts counts(PeriodFigures figures) {
    long carried = figures.carriedOver() + figures.transferredIn() + figures.reopened();
    long others = figures.receivedDirect() + figures.receivedPost() + figures.receivedOther();
    long online = figures.receivedOnline();
    long gone = figures.transferredOut() + figures.voided();

    long fromCarried = Math.min(gone, carried);
    long fromOthers = Math.min(gone - fromCarried, others);
    long fromOnline = gone - fromCarried - fromOthers;
    long received =
        figures.carriedOver()
            + figures.received()
            + figures.transferredIn()
            + figures.reopened()
            - gone;
    return new DossierCounts(
        received,
        online - fromOnline,
        others - fromOthers,
        carried - fromCarried,
        figures.resolved() + figures.closedWithoutResult(),
        figures.early(),
        figures.onTime() + figures.closedBeforeDue(),
        figures.late() + figures.closedAfterDue(),
        figures.open(),
        figures.within() + figures.paused(),
        figures.overdue());
  }

  /**
   * What the columns hide.
   *
   * @param dated the rows of the form
   * @param undated the same cut for dossiers without a legal limit, which the form leaves out
   */
  static List<String> footnotes(List<PeriodFigures> dated, List<PeriodFigures> undated) {
    List<String> notes = new ArrayList<>();
    long before = sum(dated, PeriodFigures::closedBeforeDue);
    long after = sum(dated, PeriodFigures::closedAfterDue);
    if (before + after > 0) {
      notes.add(
          "Cột (7) gồm %d hồ sơ kết thúc không có kết quả (rút, dừng, trả lại): %d trước hạn ghi ở cột (9), %d sau hạn ghi ở cột (10)."
              .formatted(before + after, before, after));
    }
    note(notes, dated, PeriodFigures::paused, "Cột (12) gồm %d hồ sơ đang tạm dừng đúng quy định.");
    note(
        notes,
        dated,
        PeriodFigures::transferredIn,
        "Cột (6) gồm %d hồ sơ nhận bàn giao từ cơ quan khác trong kỳ.");
    note(notes, dated, PeriodFigures::reopened, "Cột (6) gồm %d lượt hồ sơ được mở lại trong kỳ.");
    note(
        notes,
        dated,
        PeriodFigures::transferredOut,
        "Không tính %d hồ sơ đã bàn giao cho cơ quan khác trong kỳ.");
    note(notes, dated, PeriodFigures::voided, "Không tính %d hồ sơ đã hủy do nhập nhầm trong kỳ.");
    note(
        notes,
        dated,
        PeriodFigures::receivedOther,
        "Cột (5) gồm %d hồ sơ nhận qua kênh khác (thư điện tử, nội bộ).");
    long withoutLimit = sum(undated, PeriodFigures::resolved) + sum(undated, PeriodFigures::open);
    if (withoutLimit > 0) {
      notes.add(
          "Không tính %d hồ sơ không có thời hạn giải quyết theo quy định."
              .formatted(withoutLimit));
    }
    return notes;
  }

  private static void note(
      List<String> notes,
      List<PeriodFigures> figures,
      ToLongFunction<PeriodFigures> count,
      String text) {
    long n = sum(figures, count);
    if (n > 0) {
      notes.add(text.formatted(n));
    }
  }

  private static long sum(List<PeriodFigures> figures, ToLongFunction<PeriodFigures> count) {
    return figures.stream().mapToLong(count).sum();
  }
}
