package vn.motcua.web.citizen;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.motcua.events.RatingPlace;
import vn.motcua.failure.CodedFailure;
import vn.motcua.satisfaction.Rating;
import vn.motcua.satisfaction.RatingService;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.Words;

/** How was it (đánh giá): five elements and trust, by a link that works once. */
@Named("rating")
@RequestScoped
public class RatePage {

  private static final List<String> CHOICES = List.of("5", "4", "3", "2", "1", "0");

  @EJB private RatingService ratings;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private RatingService.Asked asked;
  private String problem = "";
  private String error = "";

  /** Says why where there is nothing to rate. */
  public void check() {
    if (isDone()) {
      return;
    }
    try {
      asked = ratings.asked(getToken());
      if (asked.given()) {
        problem = words.of("rate.given");
        asked = null;
      }
    } catch (RuntimeException thrown) {
      CodedFailure failure = Words.coded(thrown).orElseThrow(() -> thrown);
      problem = failure.message(words.locale());
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(failure.httpStatus());
    }
  }

  public void send() throws IOException {
    try {
      ratings.rate(
          getToken(),
          new Rating(
              IntStream.rangeClosed(1, Rating.ELEMENTS).mapToObj(n -> answer("e" + n)).toList(),
              answer("trust"),
              request.getParameter("comment"),
              place(),
              ""));
    } catch (RuntimeException refused) {
      error = words.failure(refused);
      return;
    }
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(
            request.getContextPath()
                + "/rate?done=true&t="
                + URLEncoder.encode(getToken(), StandardCharsets.UTF_8)
                + "&place="
                + place());
  }

  public String getToken() {
    String token = request.getParameter("t");
    return token == null ? "" : token.strip();
  }

  public RatingPlace place() {
    String given = request.getParameter("place");
    return Arrays.stream(RatingPlace.values())
        .filter(place -> place.name().equals(given))
        .findFirst()
        .orElse(RatingPlace.LINK);
  }

  public String getPlaceName() {
    return place().name();
  }

  /** On the tablet of the counter everything is larger, and the next person is asked afterwards. */
  public boolean isTablet() {
    return place() == RatingPlace.TABLET;
  }

  public boolean isDone() {
    return "true".equals(request.getParameter("done"));
  }

  /** Whether the questions are shown. */
  public boolean isShown() {
    return Press.pending() || asked != null;
  }

  public RatingService.Asked getAsked() {
    return asked;
  }

  public String getProblem() {
    return problem;
  }

  public String getError() {
    return error;
  }

  /** Names of the questions' fields, in order. */
  public List<String> getQuestions() {
    return List.of("e1", "e2", "e3", "e4", "e5", "trust");
  }

  /** From best to "does not apply". */
  public List<String> getChoices() {
    return CHOICES;
  }

  public boolean chosen(String question, String choice) {
    return choice.equals(request.getParameter(question));
  }

  public String getComment() {
    String comment = request.getParameter("comment");
    return comment == null ? "" : comment;
  }

  private int answer(String question) {
    String given = request.getParameter(question);
    return given != null && CHOICES.contains(given) ? Integer.parseInt(given) : 0;
  }
}
