package vn.motcua.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.catalogue.IntakeScopes;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitDetail;
import vn.motcua.organisation.UnitKind;
import vn.motcua.web.layout.Words;

/** Which branch may receive what, by date (phạm vi tiếp nhận). */
@Named("intakeScope")
@RequestScoped
public class IntakeScopeScreen {

  @EJB private IntakeScopes scopes;
  @EJB private OrganisationDirectory organisation;
  @Inject private CatalogueAddress address;
  @Inject private Words words;

  private final Map<String, String> typed = new HashMap<>();
  private String error = "";

  @PostConstruct
  void begin() {
    typed.put("from", address.today().plusDays(1).toString());
  }

  public void add() throws IOException {
    try {
      scopes.add(
          new IntakeScopes.NewRule(
              typed.get("branch"),
              typed.get("agency"),
              typed.get("level"),
              typed.get("channel"),
              typed.get("procedure"),
              "true".equals(typed.get("allowed")),
              CatalogueAddress.day(typed.get("from"), null),
              CatalogueAddress.day(typed.get("to"), null),
              typed.get("document")));
      address.goTo("/intake-scope");
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  public void end() throws IOException {
    try {
      scopes.end(address.number("id"));
      address.goTo("/intake-scope");
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  public List<IntakeScopes.Rule> getRules() {
    return scopes.rules(getOn());
  }

  public LocalDate getOn() {
    return address.day("on");
  }

  public List<UnitDetail> getBranches() {
    return organisation.units(UnitKind.BRANCH, address.today());
  }

  public List<UnitDetail> getAgencies() {
    return organisation.units(UnitKind.DEPARTMENT, address.today());
  }

  /** A rule holds on the day, or only later. */
  public boolean isLater(IntakeScopes.Rule rule) {
    return rule.from().isAfter(getOn());
  }

  public String day(LocalDate day) {
    return day == null ? "" : words.getNotation().day(day);
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public String getError() {
    return error;
  }
}
