package vn.motcua.web.processing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.motcua.dossier.Channel;
import vn.motcua.processing.AgencyService;
import vn.motcua.processing.DossierAction;
import vn.motcua.processing.Extension;
import vn.motcua.processing.Grounds;
import vn.motcua.processing.OneStopService;
import vn.motcua.processing.PartyChange;
import vn.motcua.processing.ProcessingService;
import vn.motcua.processing.ResultCareWork;
import vn.motcua.processing.Seen;
import vn.motcua.processing.SignedResult;
import vn.motcua.processing.StepService;
import vn.motcua.processing.UploadedFile;
import vn.motcua.web.layout.Notation;

/** Takes what was typed into a dialog to the service that does it. */
@RequestScoped
public class BesideActions {

  @EJB private AgencyService agency;
  @EJB private OneStopService oneStop;
  @EJB private StepService steps;
  @EJB private ProcessingService processing;

  /**
   * @param typed what stands in a field of the dialog, empty where nothing does
   */
  void take(DossierAction action, Seen seen, UnaryOperator<String> typed, UploadedFile file) {
    Grounds grounds = new Grounds(typed.apply("reason"), typed.apply("document"));
    switch (action) {
      case ASSIGN -> processing.assign(seen, assignee(typed.apply("assignee")));
      case REOPEN -> oneStop.reopen(seen, grounds);
      case CORRECT_ENTRY ->
          oneStop.correctChannel(seen, constant(Channel.class, typed.apply("channel")), grounds);
      case PROPOSE_SUPPLEMENT ->
          agency.proposeSupplement(
              seen,
              List.of(typed.apply("items").split("\\R")),
              typed.apply("reason"),
              "true".equals(typed.apply("recheck")));
      case DECLINE_PROPOSAL -> oneStop.declineProposal(seen, grounds);
      case EXTEND -> agency.extend(seen, extension(typed));
      case AWAIT_PAYMENT -> agency.awaitPayment(seen, grounds);
      case ASK_OPINION ->
          agency.askOpinion(
              seen,
              typed.apply("askedOf"),
              typed.apply("question"),
              (int) number(typed.apply("days")));
      case ANSWER_OPINION -> agency.answerOpinion(seen, number(typed.apply("opinion")), grounds);
      case NOTE_RESULT ->
          oneStop.noteResult(
              seen, constant(ResultCareWork.Notice.class, typed.apply("kind")), grounds);
      case REPORT_ERROR -> oneStop.reportError(seen, grounds);
      case CORRECT_RESULT ->
          agency.correctResult(
              seen,
              new SignedResult(
                  typed.apply("number"),
                  day(typed.apply("signedOn")),
                  typed.apply("signer"),
                  false,
                  typed.apply("reason"),
                  null),
              file);
      case CHANGE_PARTY -> oneStop.changeParty(seen, party(typed));
      case GIVE_OPINION -> steps.giveOpinion(SeenText.read(typed.apply("asked")), grounds);
      case WAIVE_OPINION ->
          steps.waiveOpinion(seen, SeenText.read(typed.apply("asked")).taskId(), grounds);
      case STEP_BACK -> steps.stepBack(seen, (int) number(typed.apply("way")), grounds);
      case RETURN_HANDOVER -> steps.returnHandOver(seen, grounds);
      case CONVERT -> oneStop.convert(seen, typed.apply("procedure"), grounds);
      case CLOSE_DUPLICATE -> oneStop.closeDuplicate(seen, typed.apply("other"), grounds);
      default -> throw new IllegalArgumentException(action.name());
    }
  }

  /** Null: to nobody, so that anyone of the body may take it. */
  private static String assignee(String login) {
    return login.isBlank() ? null : login;
  }

  private static PartyChange party(UnaryOperator<String> typed) {
    return new PartyChange(
        constant(PartyChange.Kind.class, typed.apply("kind")),
        typed.apply("relation"),
        typed.apply("fullName"),
        typed.apply("nationalId"),
        typed.apply("reason"),
        typed.apply("document"));
  }

  private static Extension extension(UnaryOperator<String> typed) {
    return new Extension(
        moment(typed.apply("newDay"), typed.apply("newTime")),
        typed.apply("reason"),
        typed.apply("document"),
        typed.apply("signerTitle"),
        typed.apply("signer"),
        null,
        typed.apply("override"));
  }

  private static Instant moment(String day, String time) {
    try {
      return LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(Notation.CITY).toInstant();
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** Zero where it is none: the service refuses that with words. */
  private static long number(String text) {
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    return null;
  }
}
