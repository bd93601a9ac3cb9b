package vn.motcua.reports;

import java.time.LocalDate;

/** A reporting period that ends before it begins. */
public final class ImpossiblePeriodException extends ReportRefusedException {

  private static final long serialVersionUID = 1L;

  ImpossiblePeriodException(LocalDate from, LocalDate to) {
    super(
        "report.period.impossible",
        "Kỳ báo cáo kết thúc ngày %s trước khi bắt đầu ngày %s; hãy chọn lại kỳ báo cáo."
            .formatted(VietnameseDates.numeric(to), VietnameseDates.numeric(from)));
  }
}
