package vn.motcua.web.certification;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.motcua.certification.Book;
import vn.motcua.certification.Certification;
import vn.motcua.certification.CertificationOrder;
import vn.motcua.certification.CertificationService;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitDetail;
import vn.motcua.organisation.UnitKind;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.reception.IntakeService;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/** One fast sheet for certified copies and signatures, with the day's list below (chứng thực). */
@Named("certification")
@RequestScoped
public class CertificationPage {

  @EJB private CertificationService service;
  @EJB private IntakeService intake;
  @EJB private OrganisationDirectory organisation;
  @Inject private InstantSource clock;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private List<Certification> day;
  private List<UnitDetail> branches;
  private List<UnitDetail> agencies;
  private String error = "";

  public void certify() throws IOException {
    try {
      service.certify(
          getBranch(),
          new CertificationOrder(
              UUID.fromString(getRequestId()),
              "SIGNATURE".equals(given("book")) ? Book.SIGNATURE : Book.COPY,
              number("agency"),
              given("requester"),
              given("nationalId"),
              given("title"),
              number("pages"),
              number("copies"),
              given("counter"),
              "ELECTRONIC_COPY".equals(given("book"))));
    } catch (RuntimeException thrown) {
      error =
          Words.coded(thrown).orElse(null) instanceof IntakeFailure.Refused refused
              ? refused.findings().getFirst().message(words.locale())
              : words.failure(thrown);
      return;
    }
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(
            request.getContextPath()
                + "/certification?done=true&branch="
                + getBranch()
                + "&agency="
                + number("agency")
                + "&counter="
                + URLEncoder.encode(given("counter"), StandardCharsets.UTF_8));
  }

  /** Made once per sheet, kept while it is refused. */
  public String getRequestId() {
    String given = given("requestId");
    return error.isEmpty() && !FacesContext.getCurrentInstance().isPostback()
            || !given.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? UUID.randomUUID().toString()
        : given;
  }

  public List<UnitDetail> getBranches() {
    if (branches == null) {
      branches = intake.branches();
    }
    return branches;
  }

  public int getBranch() {
    int asked = number("branch");
    return asked != 0 ? asked : getBranches().isEmpty() ? 0 : getBranches().getFirst().id();
  }

  public List<UnitDetail> getAgencies() {
    if (agencies == null) {
      agencies =
          organisation.units(UnitKind.COMMUNE, LocalDate.ofInstant(clock.instant(), Notation.CITY));
    }
    return agencies;
  }

  public int getAgency() {
    int asked = number("agency");
    return asked != 0 ? asked : getAgencies().isEmpty() ? 0 : getAgencies().getFirst().id();
  }

  /** Today's entries at the branch, the latest first. */
  public List<Certification> getDay() {
    if (day == null) {
      day =
          getBranch() == 0
              ? List.of()
              : service.day(getBranch(), LocalDate.ofInstant(clock.instant(), Notation.CITY));
    }
    return day;
  }

  public long getTotal() {
    return getDay().stream().mapToLong(Certification::fee).sum();
  }

  /** What the press before certified; null where there was none. */
  public Certification getDone() {
    return given("done").isEmpty() || getDay().isEmpty() ? null : getDay().getFirst();
  }

  public String receiptAddress(long visit) {
    return request.getContextPath() + "/api/v1/reception/visits/" + visit + "/receipt";
  }

  public String given(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  private int number(String name) {
    return given(name).matches("\\d{1,9}") ? Integer.parseInt(given(name)) : 0;
  }

  public String getError() {
    return error;
  }
}
