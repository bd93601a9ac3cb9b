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
import java.util.UUID;
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
  private boolean why;

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
    if (isUnhappy() && getComment().isBlank() && !"true".equals(request.getParameter("why"))) {
      error = words.of("rate.why");
      why = true;
      return;
    }
    try {
      ratings.rate(
          getToken(),
          new Rating(
              IntStream.rangeClosed(1, Rating.ELEMENTS).mapToObj(n -> answer("e" + n)).toList(),
              answer("trust"),
              request.getParameter("comment"),
              place(),
              device()));
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

  /**
   * A name of this device that says nothing about anybody, kept for a year: many ratings from one
   * device are shown apart. The page itself never reads it.
   */
  private String device() {
    String known = RateDevice.known(request);
    if (!known.isEmpty()) {
      return known;
    }
    String fresh = UUID.randomUUID().toString();
    RateDevice.keep(fresh);
    return fresh;
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

  /** Whether why was asked just now; who presses again need not say. */
  public boolean isWhy() {
    return why;
  }

  private boolean isUnhappy() {
    return getQuestions().stream().map(this::answer).anyMatch(score -> score == 1 || score == 2);
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
