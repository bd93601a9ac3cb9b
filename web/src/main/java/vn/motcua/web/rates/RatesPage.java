package vn.motcua.web.rates;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.rates.RateKind;
import vn.motcua.rates.RateProposal;
import vn.motcua.rates.RateProposals;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.PressedPage;

/**
 * Terms, fees, bases and beneficiaries: what holds, what is proposed, who decides (mức, thời hạn).
 */
@Named("rates")
@RequestScoped
public class RatesPage extends PressedPage {

  @EJB private RateProposals rates;

  private List<RateProposals.Rate> list;
  private List<RateProposal> proposals;

  /** Reads first, so that who may not see it is told by the page's status. */
  public void prepare() {
    getList();
  }

  public List<RateProposals.Rate> getList() {
    if (list == null) {
      list = rates.rates();
    }
    return list;
  }

  public List<RateProposal> getProposals() {
    if (proposals == null) {
      proposals = rates.proposals();
    }
    return proposals;
  }

  /** The kind that the address chose; terms of feedback where it chose none. */
  public RateKind getKind() {
    RateKind kind = one(RateKind.class, "kind");
    return kind == null ? RateKind.FEEDBACK_TERM : kind;
  }

  public List<RateKind> getKinds() {
    return Arrays.asList(RateKind.values());
  }

  public boolean isProposing() {
    return Press.pending()
        || request().isUserInRole("REPORTER")
        || request().isUserInRole("ADMINISTRATOR");
  }

  public boolean isDeciding() {
    return Press.pending()
        || request().isUserInRole("LEADER")
        || request().isUserInRole("ADMINISTRATOR");
  }

  public void propose() {
    Map<String, String> content = new HashMap<>();
    getKind().entries().forEach(entry -> content.put(entry, given(entry)));
    press(
        () -> rates.propose(getKind(), content, date("from"), given("reason")),
        "/rates?done=true&kind=" + getKind());
  }

  public void approve() {
    decide(true);
  }

  public void reject() {
    decide(false);
  }

  private void decide(boolean approved) {
    press(
        () -> rates.decide(number("id"), whole("seen"), approved, given("note")),
        "/rates?done=true");
  }

  /** What is proposed, entry by entry. */
  public String told(RateProposal one) {
    return one.kind().entries().stream()
        .filter(entry -> !one.content().getOrDefault(entry, "").isEmpty())
        .map(entry -> words().of("rates.entry." + entry) + ": " + one.content().get(entry))
        .collect(Collectors.joining(" · "));
  }

  /** Whether it may still be decided by somebody. */
  public boolean open(RateProposal one) {
    return one.status() == RateProposal.Status.PROPOSED;
  }
}
