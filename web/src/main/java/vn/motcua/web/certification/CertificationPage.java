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
import vn.motcua.certification.DayTotal;
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
  private DayTotal total;
  private Certification done;
  private List<UnitDetail> branches;
  private List<UnitDetail> agencies;
  private String error = "";

  public void certify() throws IOException {
    Certification made;
    try {
      made =
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
                + afterwards(made, getBranch(), number("agency"), given("counter")));
  }

  /** Names what was certified: the latest of the branch may be a colleague's. */
  static String afterwards(Certification made, int branch, int agency, String counter) {
    return "/certification?done="
        + made.visitId()
        + "&branch="
        + branch
        + "&agency="
        + agency
        + "&counter="
        + URLEncoder.encode(counter, StandardCharsets.UTF_8);
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
      agencies = organisation.units(UnitKind.COMMUNE, today());
    }
    return agencies;
  }

  public int getAgency() {
    int asked = number("agency");
    return asked != 0 ? asked : getAgencies().isEmpty() ? 0 : getAgencies().getFirst().id();
  }

  /** Today's entries at the branch, the latest first; where there are many, not all. */
  public List<Certification> getDay() {
    if (day == null) {
      day = getBranch() == 0 ? List.of() : service.day(getBranch(), today());
    }
    return day;
  }

  /** Of all of today's entries at the branch. */
  public DayTotal getTotal() {
    if (total == null) {
      total = getBranch() == 0 ? new DayTotal(0, 0) : service.total(getBranch(), today());
    }
    return total;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Notation.CITY);
  }

  /** What the press before certified; null where there was none. */
  public Certification getDone() {
    if (done == null && given("done").matches("\\d{1,18}") && getBranch() != 0) {
      done = service.done(getBranch(), Long.parseLong(given("done"))).orElse(null);
    }
    return done;
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
