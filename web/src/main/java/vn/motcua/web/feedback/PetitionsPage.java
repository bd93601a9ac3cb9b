package vn.motcua.web.feedback;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import vn.motcua.feedback.Petition;
import vn.motcua.feedback.PetitionService;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.PressedPage;

/** The register of complaints and denunciations (sổ đơn khiếu nại, tố cáo). */
@Named("petitions")
@RequestScoped
public class PetitionsPage extends PressedPage {

  @EJB private PetitionService petitions;

  private List<Petition> list;
  private Petition.Secret secret;

  public void prepare() {
    list = petitions.list();
  }

  public List<Petition> getList() {
    if (list == null) {
      list = petitions.list();
    }
    return list;
  }

  /** The one that was asked for; null: none. */
  public Petition getChosen() {
    return getList().stream().filter(one -> one.id() == number("id")).findFirst().orElse(null);
  }

  public boolean isShown() {
    return Press.pending() || getChosen() != null;
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
