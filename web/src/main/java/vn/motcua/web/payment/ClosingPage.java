package vn.motcua.web.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.payment.ClosingService;
import vn.motcua.payment.DayClosing;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.PressedPage;

/** The end of a counter's day (chốt ngày). */
@Named("closing")
@RequestScoped
public class ClosingPage extends PressedPage {

  @EJB private ClosingService closings;

  private DayClosing.Expected expected;

  public List<ClosingService.Branch> getBranches() {
    return closings.branches();
  }

  public int getBranch() {
    return whole("branch");
  }

  public LocalDate getDate() {
    LocalDate asked = date("day");
    return asked == null ? closings.today() : asked;
  }

  public void prepare() {
    if (getBranch() > 0 && !given("counter").isEmpty()) {
      expected =
          tried(() -> closings.expected(getBranch(), given("counter"), getDate(), given("clerk")));
    }
  }

  /** Null until a counter was asked for. */
  public DayClosing.Expected getExpected() {
    return expected;
  }

  public boolean isShown() {
    return Press.pending() || expected != null;
  }

  public void close() {
    press(
        () ->
            "/closing?done=true&closing="
                + closings.close(
                    getBranch(),
                    new DayClosing(
                        given("counter"),
                        getDate(),
                        given("clerk"),
                        whole("received"),
                        whole("papers"),
                        whole("returned"),
                        number("cash"),
                        given("shelf"),
                        given("bagSeal"),
                        given("reason"))));
  }
}
