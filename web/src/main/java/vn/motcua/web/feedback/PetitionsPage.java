package vn.motcua.web.feedback;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.feedback.NewPetition;
import vn.motcua.feedback.Petition;
import vn.motcua.feedback.PetitionKind;
import vn.motcua.feedback.PetitionService;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitDetail;
import vn.motcua.payment.ClosingService;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.PressedPage;

/** The register of complaints and denunciations (sổ đơn khiếu nại, tố cáo). */
@Named("petitions")
@RequestScoped
public class PetitionsPage extends PressedPage {

  private static final int MOST_UNITS = 1000;

  @EJB private PetitionService petitions;
  @EJB private ClosingService closings;
  @EJB private OrganisationDirectory organisation;
  @Inject private InstantSource clock;

  private List<Petition> list;
  private Petition.Secret secret;

  /** Reads the register first. */
  public void prepare() {
    getList();
  }

  /** The register; empty for who only enters. */
  public List<Petition> getList() {
    if (list == null) {
      list = isReading() ? petitions.list() : List.of();
    }
    return list;
  }

  public boolean isReading() {
    return Stream.of("REPORTER", "AUDITOR", "LEADER").anyMatch(request()::isUserInRole);
  }

  /** Branches enter what is handed in at their desks. */
  public boolean isEntering() {
    return Press.pending()
        || Stream.of("CLERK", "BRANCH_DIRECTOR").anyMatch(request()::isUserInRole);
  }

  public List<ClosingService.Branch> getBranches() {
    return closings.branches();
  }

  public List<UnitDetail> getUnits() {
    return organisation.units(null, today(), null, MOST_UNITS).items();
  }

  public void register() {
    press(
        () ->
            "/petitions?done=true&code="
                + encoded(
                    petitions.register(
                        new NewPetition(
                            one(PetitionKind.class, "kind"),
                            whole("branch"),
                            given("subject"),
                            unit(),
                            "true".equals(given("conduct")),
                            date("conductOn"),
                            given("fullName"),
                            given("phone"),
                            given("address"),
                            given("content")))));
  }

  /** The id of the body whose code was typed; 0: none has it. */
  private int unit() {
    return tried(() -> organisation.unit(given("about"), today())) instanceof UnitDetail found
        ? found.bodyId()
        : 0;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Notation.CITY);
  }

  /** The one that was asked for; null: none. */
  public Petition getChosen() {
    return getList().stream().filter(one -> one.id() == number("id")).findFirst().orElse(null);
  }

  public boolean isShown() {
    return Press.pending() || getChosen() != null;
  }

  /** Office and supervision; of a denunciation supervision alone. */
  public boolean mayReveal() {
    return Press.pending()
        || isWorking()
            && (getChosen().kind() == PetitionKind.COMPLAINT || request().isUserInRole("AUDITOR"));
  }

  /** Until it was handed to who decides. */
  public boolean mayRoute() {
    return Press.pending() || isWorking() && getChosen().routedAt() == null;
  }

  /** From then on, until it has an outcome. */
  public boolean maySettle() {
    return Press.pending()
        || isWorking() && getChosen().routedAt() != null && getChosen().outcome() == null;
  }

  /** Once, of what has an outcome. */
  public boolean mayPublish() {
    return Press.pending()
        || isWorking() && getChosen().outcome() != null && getChosen().publishedAt() == null;
  }

  private boolean isWorking() {
    return getChosen() != null
        && Stream.of("REPORTER", "AUDITOR").anyMatch(request()::isUserInRole);
  }

  /** Null until it was asked for by a press, which is audited. */
  public Petition.Secret getSecret() {
    return secret;
  }

  public void reveal() {
    secret = tried(() -> petitions.secret(number("id")));
  }

  public List<String> getOutcomes() {
    return List.of("UPHELD", "PARTLY_UPHELD", "REJECTED", "WITHDRAWN", "NOT_ACCEPTED");
  }

  public void route() {
    press(() -> petitions.route(number("id"), given("to"), given("basis")), back());
  }

  public void settle() {
    press(() -> petitions.settle(number("id"), given("outcome"), given("document")), back());
  }

  public void publish() {
    press(() -> petitions.publish(number("id"), given("text")), back());
  }

  private String back() {
    return "/petitions?done=true&id=" + number("id");
  }
}
