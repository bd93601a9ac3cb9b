package vn.motcua.reports;

/** A row of Biểu II.06a whose columns do not add up. */
public final class BrokenIdentityException extends ReportRefusedException {

  private static final long serialVersionUID = 1L;

  BrokenIdentityException(String row, ColumnIdentity identity, DossierCounts counts) {
    super(
        "report.identity.broken",
        "Dòng “%s”: %s. Số liệu sai lệch nên chưa in biểu; hãy đối chiếu lại kỳ báo cáo này."
            .formatted(row, identity.contradiction(counts)));
  }
}
