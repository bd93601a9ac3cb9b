package vn.motcua.web.outage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.handover.SlipLists;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitDetail;
import vn.motcua.organisation.UnitKind;
import vn.motcua.outage.OutageService;
import vn.motcua.outage.OutageWindow;
import vn.motcua.outage.ReservedCode;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/** What a branch does about an outage: reserve codes, declare the window (mất hệ thống). */
@Named("outage")
@RequestScoped
public class OutagePage {

  @EJB private OutageService outages;
  @EJB private SlipLists slips;
  @EJB private OrganisationDirectory organisation;
  @Inject private InstantSource clock;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private String error = "";
  private List<ReservedCode> codes;
  private List<OutageWindow> windows;
  private List<SlipLists.Body> branches;

  public void declare() throws IOException {
    act(
        () -> outages.declare(getBranch(), moment("from"), moment("to"), given("reason")),
        "declared");
  }

  public void reserve() throws IOException {
    act(
        () -> outages.reserve(getBranch(), number("agency"), getDay(), number("count")),
        "reserved");
  }

  private void act(Runnable step, String done) throws IOException {
    try {
      step.run();
    } catch (RuntimeException refused) {
      error = words.failure(refused);
      return;
    }
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(
            request.getContextPath()
                + "/outage?done="
                + done
                + "&branch="
                + getBranch()
                + "&on="
                + getDay());
  }

  public List<OutageWindow> getWindows() {
    if (windows == null) {
      windows = outages.windows();
    }
    return windows;
  }

  /** The caller's own; branches and points stand first. */
  public List<SlipLists.Body> getBranches() {
    if (branches == null) {
      branches = slips.ownBodies();
    }
    return branches;
  }

  public int getBranch() {
    int asked = number("branch");
    return asked != 0 ? asked : getBranches().isEmpty() ? 0 : getBranches().getFirst().id();
  }

  /** The day whose codes are shown; today where none was asked for. */
  public LocalDate getDay() {
    try {
      return given("on").isEmpty()
          ? LocalDate.ofInstant(clock.instant(), Notation.CITY)
          : LocalDate.parse(given("on"));
    } catch (DateTimeException e) {
      return LocalDate.ofInstant(clock.instant(), Notation.CITY);
    }
  }

  public List<ReservedCode> getCodes() {
    if (codes == null) {
      codes = getBranch() == 0 ? List.of() : outages.codes(getBranch(), getDay());
    }
    return codes;
  }

  public List<UnitDetail> getAgencies() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Notation.CITY);
    return Stream.of(UnitKind.COMMUNE, UnitKind.DEPARTMENT)
        .flatMap(kind -> organisation.units(kind, today).stream())
        .toList();
  }

  public String getPrintAddress() {
    return request.getContextPath()
        + "/api/v1/outages/codes.pdf?branch="
        + getBranch()
        + "&on="
        + getDay();
  }

  private Instant moment(String name) {
    try {
      return given(name).isEmpty()
          ? null
          : LocalDateTime.parse(given(name)).atZone(Notation.CITY).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  public String given(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  private int number(String name) {
    return given(name).matches("\\d{1,9}") ? Integer.parseInt(given(name)) : 0;
  }

  public String getDone() {
    return given("done");
  }

  public String getError() {
    return error;
  }
}
