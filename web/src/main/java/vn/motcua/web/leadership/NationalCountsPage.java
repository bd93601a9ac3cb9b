package vn.motcua.web.leadership;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import vn.motcua.figures.index.NationalCounts;
import vn.motcua.web.layout.PressedPage;

/** The entry of what only the national portal counts (số của Cổng cho thành phần 1.4). */
@Named("nationalCounts")
@RequestScoped
public class NationalCountsPage extends PressedPage {

  @EJB private NationalCounts counts;
  @Inject private BoardQuestions questions;

  /** The office enters them. */
  public boolean isAllowed() {
    return request().isUserInRole("REPORTER") || request().isUserInRole("ADMINISTRATOR");
  }

  public void enter() {
    press(
        () -> {
          String dataset = questions.of(BoardAddress.of(request()::getParameter)).dataset();
          counts.enter(
              dataset,
              month(),
              amount("synchronised"),
              amount("reported"),
              amount("portal"),
              given("source"));
          return "/quality?done=true&dataset="
              + encoded(dataset)
              + "&period=month&on="
              + month().atDay(1);
        });
  }

  private YearMonth month() {
    try {
      return YearMonth.parse(given("month"));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
