package vn.motcua.web.feedback;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.feedback.FeedbackChannel;
import vn.motcua.feedback.FeedbackClass;
import vn.motcua.feedback.FeedbackDesk;
import vn.motcua.feedback.FeedbackLine;
import vn.motcua.feedback.FeedbackState;
import vn.motcua.feedback.FeedbackView;
import vn.motcua.feedback.FeedbackWork;
import vn.motcua.feedback.NewFeedback;
import vn.motcua.feedback.PublicFeedback;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitDetail;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.PressedPage;

/** Feedback as staff handle it (xử lý phản ánh, kiến nghị): by the time left, one by one. */
@Named("feedback")
@RequestScoped
public class FeedbackPage extends PressedPage {

  private static final int MOST_UNITS = 1000;

  @EJB private FeedbackDesk desk;
  @EJB private FeedbackWork work;
  @EJB private OrganisationDirectory organisation;
  @Inject private InstantSource clock;

  private List<FeedbackLine> list;
  private FeedbackView view;
  private PublicFeedback.Sent sent;

  public void prepare() {
    if (getId() > 0 && view == null) {
      view = tried(() -> desk.open(getId()));
    }
  }

  public long getId() {
    return number("id");
  }

  /** Null: the list is shown. */
  public FeedbackView getView() {
    return view;
  }

  public boolean isShown() {
    return Press.pending() || view != null;
  }

  /** Whether it stands there; every form counts while a press is looked at. */
  public boolean at(String state) {
    return Press.pending() || view != null && view.line().state() == FeedbackState.valueOf(state);
  }

  /** What stands in a field of the publication: what was typed and refused, else the proposal. */
  public String publicText(String name, String proposed) {
    return getError().isEmpty() || given(name).isEmpty() ? proposed : given(name);
  }

  /** The office checks conditions, class and who decides. */
  public boolean isDeciding() {
    return at("NEW") && (Press.pending() || request().isUserInRole("REPORTER"));
  }

  public boolean isPublishing() {
    return at("ANSWERED") && (Press.pending() || request().isUserInRole("REPORTER"));
  }

  /** Clerks register; the list is for who handles it. */
  public boolean isListed() {
    return view == null
        && Stream.of("REPORTER", "LEADER", "AUDITOR", "OFFICER", "BRANCH_DIRECTOR")
            .anyMatch(request()::isUserInRole);
  }

  public boolean isOver() {
    return "true".equals(given("over"));
  }

  public List<FeedbackLine> getList() {
    if (list == null) {
      list = desk.worklist(!isOver());
    }
    return list;
  }

  /** Listed or not. */
  public long getTotal() {
    return desk.waiting(!isOver());
  }

  /** What the clerk tells the sender after registering. */
  public PublicFeedback.Sent getSent() {
    return sent;
  }

  /** Who has no list comes to register; and what was refused is to be mended. */
  public boolean isRegistering() {
    return getId() == 0 && (!getError().isEmpty() || sent == null && !isListed());
  }

  /** What stands in a field of the form: nothing once it was entered, so that none is twice. */
  public String entered(String name) {
    return sent == null ? given(name) : "";
  }

  public List<FeedbackChannel> getChannels() {
    return Stream.of(FeedbackChannel.values()).filter(c -> c != FeedbackChannel.PORTAL).toList();
  }

  /** Bodies that may be judged or judge; their codes are typed or chosen. */
  public List<UnitDetail> getUnits() {
    return organisation.units(null, today(), null, MOST_UNITS).items();
  }

  /** The id of the body whose code was typed; 0: none has it. */
  private int unit(String name) {
    return tried(() -> organisation.unit(given(name), today())) instanceof UnitDetail found
        ? found.bodyId()
        : 0;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Notation.CITY);
  }

  public void register() {
    sent =
        tried(
            () ->
                desk.register(
                    one(FeedbackChannel.class, "channel"),
                    new NewFeedback(
                        given("title"),
                        given("body"),
                        date("conductOn"),
                        given("dossier"),
                        given("fullName"),
                        given("phone"),
                        given("email"),
                        given("address"))));
  }

  public void refuse() {
    press(() -> work.refuse(getId(), given("reason")), back());
  }

  public void forward() {
    press(() -> work.forward(getId(), given("to")), back());
  }

  public void ask() {
    press(() -> work.askForMore(getId(), given("reason")), back());
  }

  public void assign() {
    press(
        () ->
            work.assign(getId(), one(FeedbackClass.class, "class"), unit("judged"), unit("judge")),
        back());
  }

  public void markComplex() {
    press(() -> work.markComplex(getId(), given("reason")), back());
  }

  public void answer() {
    // Whatever is neither is no verdict: a page that sends the dash of "not chosen" gives none.
    Boolean upheld =
        given("upheld").matches("true|false") ? Boolean.valueOf(given("upheld")) : null;
    press(() -> work.answer(getId(), given("answer"), upheld), back());
  }

  public void publish() {
    press(() -> work.publish(getId(), given("title"), given("body"), given("answer")), back());
  }

  private String back() {
    return "/feedback?done=true&id=" + getId();
  }
}
