package vn.motcua.web.supervision;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.Horizon;
import vn.motcua.reporting.IssuedReport;
import vn.motcua.reporting.ReportingService;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.SignedIn;
import vn.motcua.web.layout.Words;

/** What can be done with the figures that are shown: compare them at a cut, issue a form. */
@Named
@RequestScoped
public class FigureActions {

  @EJB private FigureService figures;
  @EJB private ReportingService reporting;
  @Inject private FigureQuestion question;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private String markFailure;
  private IssuedReport report;
  private String reportFailure;

  /** Takes a cut of the log and shows this same question at it. */
  public void mark() throws IOException {
    if (question.failure() != null) {
      markFailure = question.failure();
      return;
    }
    FigurePeriod period = question.getPeriod();
    boolean allDays = question.isWholeLog();
    try {
      Horizon marked =
          figures.mark(
              question.getDataset().code(),
              allDays ? null : period.first(),
              allDays ? null : period.after(),
              signedIn.getLogin());
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .redirect(request.getContextPath() + question.getAddress().at(marked.id()).text());
    } catch (RuntimeException thrown) {
      markFailure = words.failure(thrown);
    }
  }

  /** Issues Biểu II.06a of the period, at a cut of its own. */
  public void issue() {
    if (question.failure() != null) {
      reportFailure = question.failure();
      return;
    }
    try {
      report =
          reporting.issueProcedureResults(
              question.getDataset().code(),
              question.getAddress().unit(),
              reportCode(question.getPeriod()),
              signedIn.getLogin());
    } catch (RuntimeException thrown) {
      reportFailure = words.failure(thrown);
    }
  }

  /** Why no cut was taken, or null. */
  public String getMarkFailure() {
    return markFailure;
  }

  /** The form just issued, or null. */
  public IssuedReport getReport() {
    return report;
  }

  /** In the city's zone. */
  public String getReportIssuedAt() {
    return words.getNotation().second(report.issuedAt(), Notation.CITY);
  }

  /** Why no form was issued, or null. */
  public String getReportFailure() {
    return reportFailure;
  }

  private String reportCode(FigurePeriod period) {
    return question.isWholeLog() ? FigurePeriod.span(period.first(), period.last()) : period.code();
  }
}
