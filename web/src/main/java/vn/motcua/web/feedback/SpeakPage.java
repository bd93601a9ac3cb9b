package vn.motcua.web.feedback;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.motcua.failure.CodedFailure;
import vn.motcua.feedback.NewFeedback;
import vn.motcua.feedback.PublicFeedback;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.PressedPage;
import vn.motcua.web.layout.Words;

/** Sending feedback and following it, without an account (gửi, theo dõi phản ánh, kiến nghị). */
@Named("speak")
@RequestScoped
public class SpeakPage extends PressedPage {

  @EJB private PublicFeedback people;
  @Inject private SendingRate rate;

  private PublicFeedback.Tracked tracked;
  private String problem = "";

  public void prepare() {
    if (getToken().isEmpty()) {
      return;
    }
    try {
      tracked = people.track(getToken());
    } catch (RuntimeException thrown) {
      CodedFailure failure = Words.coded(thrown).orElseThrow(() -> thrown);
      problem = failure.message(words().locale());
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(failure.httpStatus());
    }
  }

  public String getToken() {
    return given("t");
  }

  /** Null: the form is shown. */
  public PublicFeedback.Tracked getTracked() {
    return tracked;
  }

  /** Why nothing is shown. */
  public String getProblem() {
    return problem;
  }

  public boolean isForm() {
    return Press.pending() || getToken().isEmpty();
  }

  public boolean isSupplementing() {
    return Press.pending() || tracked != null && tracked.maySupplement();
  }

  public boolean isRating() {
    return Press.pending() || tracked != null && tracked.mayRate();
  }

  public boolean isReopening() {
    return Press.pending() || tracked != null && tracked.mayReopen();
  }

  public List<String> getScores() {
    return List.of("5", "4", "3", "2", "1");
  }

  public List<PublicFeedback.Published> getPublished() {
    return people.published(whole("page"));
  }

  public void send() {
    press(
        () -> {
          rate.ask(request().getRemoteAddr());
          return "/pakn?done=true&t="
              + people
                  .send(
                      new NewFeedback(
                          given("title"),
                          given("body"),
                          date("conductOn"),
                          given("dossier"),
                          given("fullName"),
                          given("phone"),
                          given("email"),
                          given("address")))
                  .token();
        });
  }

  public void supplement() {
    press(() -> people.supplement(getToken(), given("more")), back());
  }

  public void rate() {
    press(() -> people.rate(getToken(), whole("score"), given("note")), back());
  }

  public void reopen() {
    press(() -> people.reopen(getToken(), given("reason")), back());
  }

  private String back() {
    return "/pakn?done=true&t=" + encoded(getToken());
  }
}
