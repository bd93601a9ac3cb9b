package vn.motcua.web.feedback;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.satisfaction.FollowUp;
import vn.motcua.satisfaction.FollowUpService;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.PressedPage;

/** What follows unhappy ratings (xử lý đánh giá chưa hài lòng). */
@Named("followUps")
@RequestScoped
public class RatingsPage extends PressedPage {

  @EJB private FollowUpService followUps;
  @Inject private InstantSource clock;

  private List<FollowUp> list;

  public boolean isOver() {
    return "true".equals(given("over"));
  }

  public List<FollowUp> getList() {
    if (list == null) {
      list = isSupervising() ? followUps.list(!isOver()) : followUps.concerning();
    }
    return list;
  }

  /** Listed or not. */
  public long getTotal() {
    return isSupervising() ? followUps.count(!isOver()) : followUps.countConcerning();
  }

  /** Who follows up or judges; clerks and officers see the ratings that concern them. */
  public boolean isSupervising() {
    return Stream.of("BRANCH_DIRECTOR", "REPORTER", "LEADER", "AUDITOR")
        .anyMatch(request()::isUserInRole);
  }

  public FollowUp getChosen() {
    return getList().stream()
        .filter(one -> one.dossierId() == number("id"))
        .findFirst()
        .orElse(null);
  }

  public boolean isShown() {
    return Press.pending() || getChosen() != null;
  }

  /** The rated branch follows up and may contest. */
  public boolean isMine() {
    return Press.pending() || isShown() && request().isUserInRole("BRANCH_DIRECTOR");
  }

  /** Staff of the rated body, once; the office decides, never the body itself. */
  public boolean isContesting() {
    return Press.pending()
        || isShown()
            && getChosen().contest().isEmpty()
            && Stream.of("CLERK", "OFFICER", "BRANCH_DIRECTOR").anyMatch(request()::isUserInRole);
  }

  /** The office decides about a contest, once. */
  public boolean isJudging() {
    return Press.pending()
        || isShown()
            && !getChosen().contest().isEmpty()
            && getChosen().upheld() == null
            && (request().isUserInRole("REPORTER") || request().isUserInRole("LEADER"));
  }

  /** Reads the list first, so that who may not see it is told by the page's status. */
  public void prepare() {
    getList();
  }

  /** The last thirty days with today, in the city. */
  public FollowUp.Figure getFigure() {
    LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), Notation.CITY).plusDays(1);
    return followUps.figure(tomorrow.minusDays(30), tomorrow);
  }

  public String share(long part, long whole) {
    return words().getNotation().share(part, whole);
  }

  public void take() {
    press(() -> followUps.take(number("id")), back());
  }

  public void close() {
    press(() -> followUps.close(number("id"), given("outcome")), "/ratings?done=true");
  }

  public void contest() {
    press(() -> followUps.contest(number("id"), given("reason")), back());
  }

  public void uphold() {
    press(() -> followUps.decide(number("id"), true, given("decision")), "/ratings?done=true");
  }

  public void reject() {
    press(() -> followUps.decide(number("id"), false, given("decision")), "/ratings?done=true");
  }

  private String back() {
    return "/ratings?done=true&id=" + number("id");
  }
}
