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
  private Petition chosen;
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

  /** Listed or not. */
  public long getTotal() {
    return isReading() ? petitions.count() : 0;
  }

  /** The one that was asked for; null: none. */
  public Petition getChosen() {
    if (chosen == null && isReading() && number("id") != 0) {
      chosen = petitions.find(number("id")).orElse(null);
    }
    return chosen;
  }

  public boolean isShown() {
    return Press.pending() || getChosen() != null;
  }

  /** What the caller may do with the one that is shown; every form counts while pressed. */
  private boolean offers(PetitionStep step) {
    return Press.pending()
        || getChosen() != null && step.isOffered(getChosen(), request()::isUserInRole);
  }

  public boolean isRevealing() {
    return offers(PetitionStep.REVEAL);
  }

  public boolean isRouting() {
    return offers(PetitionStep.ROUTE);
  }

  public boolean isSettling() {
    return offers(PetitionStep.SETTLE);
  }

  public boolean isPublishing() {
    return offers(PetitionStep.PUBLISH);
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
