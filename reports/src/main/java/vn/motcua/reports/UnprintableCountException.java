package vn.motcua.reports;

/** A number of dossiers that is negative or wider than the form's columns. */
public final class UnprintableCountException extends ReportRefusedException {

  private static final long serialVersionUID = 1L;

  UnprintableCountException(String row, int column, long count) {
    super(
        "report.count.unprintable",
        "Dòng “%s”: cột (%d) là %d, ngoài khoảng từ 0 đến %d; hãy kiểm tra nguồn số liệu."
            .formatted(row, column, count, DossierCounts.LARGEST));
  }
}
