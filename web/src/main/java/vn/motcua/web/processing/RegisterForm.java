package vn.motcua.web.processing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.handover.SlipLists;
import vn.motcua.web.layout.Notation;

/** Which register to print: a branch and its days of receipt (sổ theo dõi hồ sơ, mẫu 07). */
@Named("register")
@RequestScoped
public class RegisterForm {

  @EJB private SlipLists slips;
  @Inject private InstantSource clock;
  @Inject private HttpServletRequest request;

  private List<SlipLists.Body> branches;

  /** The bodies of the account that is signed in. */
  public List<SlipLists.Body> getBranches() {
    if (branches == null) {
      branches = slips.ownBodies();
    }
    return branches;
  }

  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), Notation.CITY);
  }

  /** Of this month. */
  public LocalDate getFirstDay() {
    return getToday().withDayOfMonth(1);
  }

  public String getAddress() {
    return request.getContextPath() + "/api/v1/registers";
  }
}
