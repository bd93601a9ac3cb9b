package vn.motcua.web.operations;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.Rebuild;
import vn.motcua.figures.Rebuilds;
import vn.motcua.figures.RefereeVerdict;
import vn.motcua.outbox.DeadLetter;
import vn.motcua.outbox.DeadLetters;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.PressedPage;

/** Rebuilds, records set aside, the last verdicts of the referee (vận hành luồng số liệu). */
@Named("operations")
@RequestScoped
public class OperationsPage extends PressedPage {

  private static final String CITY = "hanoi";
  private static final int MOST_VERDICTS = 8;

  @EJB private Rebuilds rebuilds;
  @EJB private DeadLetters letters;
  @EJB private FigureService figures;

  private List<Rebuild> all;
  private List<DeadLetter> aside;
  private List<RefereeVerdict> verdicts;

  /** Reads first, so that who may not see it is told by the page's status. */
  public void prepare() {
    getRebuilds();
  }

  /** The newest first. */
  public List<Rebuild> getRebuilds() {
    if (all == null) {
      all = rebuilds.list();
    }
    return all;
  }

  /** The one that has not ended; null: none. */
  public Rebuild getRunning() {
    return getRebuilds().stream().filter(Rebuild::isRunning).findFirst().orElse(null);
  }

  /** Whether the running one is equal and waits for a yes. */
  public boolean isAgreed() {
    return getRunning() != null && getRunning().state() == Rebuild.State.AGREED;
  }

  public List<DeadLetter> getLetters() {
    if (aside == null) {
      aside = letters.list();
    }
    return aside;
  }

  /** Whether one of the records can be sent once more. */
  public boolean isReplaying() {
    return isSteering() && getLetters().stream().anyMatch(this::sendable);
  }

  public boolean sendable(DeadLetter letter) {
    return letter.dossierId() != null && letter.replayRequestedAt() == null;
  }

  public List<RefereeVerdict> getVerdicts() {
    if (verdicts == null) {
      verdicts = figures.verdicts(CITY, MOST_VERDICTS);
    }
    return verdicts;
  }

  /** Whether the caller may press anything; the services look again. */
  public boolean isSteering() {
    return Press.pending() || request().isUserInRole("ADMINISTRATOR");
  }

  public void begin() {
    press(
        () -> rebuilds.begin(given("reason"), "true".equals(given("asks"))),
        "/operations?done=true");
  }

  public void confirm() {
    press(() -> rebuilds.confirm(number("id")), "/operations?done=true");
  }

  public void cancel() {
    press(() -> rebuilds.cancel(number("id")), "/operations?done=true");
  }

  /** Sends the dossiers of the chosen records once more. */
  public void replay() {
    String[] chosen = request().getParameterValues("place");
    List<DeadLetter.Place> places = new ArrayList<>();
    for (String one : chosen == null ? new String[0] : chosen) {
      getLetters().stream()
          .map(OperationsPage::placeOf)
          .filter(place -> place.toString().equals(one))
          .forEach(places::add);
    }
    press(() -> letters.replay(places), "/operations?done=true");
  }

  /** Where a record lies, as text. */
  public String place(DeadLetter letter) {
    return placeOf(letter).toString();
  }

  private static DeadLetter.Place placeOf(DeadLetter letter) {
    return new DeadLetter.Place(letter.topic(), letter.partition(), letter.position());
  }

  /** What became of a record. */
  public String fate(DeadLetter letter) {
    if (letter.replayedAt() != null) {
      return words().of("operations.letters.replayed", moment(letter.replayedAt()));
    }
    if (letter.replayRequestedAt() != null) {
      return words()
          .of(
              "operations.letters.asked",
              moment(letter.replayRequestedAt()),
              letter.replayRequestedBy());
    }
    return words()
        .of(
            letter.dossierId() == null
                ? "operations.letters.not-ours"
                : "operations.letters.waiting");
  }

  public String fateStyle(DeadLetter letter) {
    if (letter.replayedAt() != null) {
      return "good";
    }
    return letter.dossierId() == null ? "none" : "bad";
  }

  /** The colour and shape of a state. */
  public String style(Rebuild rebuild) {
    return switch (rebuild.state()) {
      case SWITCHED -> "good";
      case DIFFERENT -> "bad";
      case CANCELLED -> "none";
      default -> "waiting";
    };
  }

  public String state(Rebuild rebuild) {
    return words().of("operations.state." + rebuild.state());
  }

  /** What was compared, in a sentence; empty before. */
  public String compared(Rebuild rebuild) {
    return rebuild.compared() == 0
        ? ""
        : words()
            .of(
                "operations.compared",
                words().getNotation().count(rebuild.compared()),
                words().getNotation().count(rebuild.differences()));
  }

  public String verdict(RefereeVerdict verdict) {
    return verdict.matches()
        ? words().of("operations.verdict.equal")
        : words()
            .of("operations.verdict.differs", words().getNotation().count(verdict.differences()));
  }

  /** The clock, or a login. */
  public String asker(RefereeVerdict verdict) {
    if (verdict.scheduled()) {
      return words().of("operations.verdict.schedule");
    }
    String asker = verdict.askedBy();
    // Some hand over how one signed in with the login: "UserNameAndPassword[login]".
    return asker.endsWith("]")
        ? asker.substring(asker.indexOf('[') + 1, asker.length() - 1)
        : asker;
  }
}
