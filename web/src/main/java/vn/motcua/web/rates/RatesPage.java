package vn.motcua.web.rates;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern NUMBERS = Pattern.compile("\\d+");

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

  /**
   * What may be chosen.
   *
   * @param value as the service takes it
   * @param label as people read it
   */
  public record Choice(String value, String label) {}

  /** The words of an entry; none: it is free text. */
  public List<Choice> choices(String entry) {
    return getKind().choices(entry).stream()
        .map(value -> new Choice(value, chosen(value)))
        .toList();
  }

  /** What was written into an entry before, to be chosen from while typing. */
  public List<Choice> suggestions(String entry) {
    return switch (entry) {
      case "beneficiary" -> known(RateKind.BENEFICIARY, RateProposals.Rate::key);
      case "basis" -> known(RateKind.LEGAL_BASIS, RateProposals.Rate::key);
      case "procedure" -> known(RateKind.PROCEDURE_FEE, rate -> rate.key().split(" ", 2)[0]);
      default -> List.of();
    };
  }

  private List<Choice> known(RateKind kind, Function<RateProposals.Rate, String> value) {
    return getList().stream()
        .filter(rate -> kind == rate.what())
        .collect(
            Collectors.toMap(
                value, RateProposals.Rate::value, (one, other) -> one, LinkedHashMap::new))
        .entrySet()
        .stream()
        .map(one -> new Choice(one.getKey(), one.getValue()))
        .toList();
  }

  private String chosen(String value) {
    return words().of("rates.choice." + (value.isEmpty() ? "any" : value));
  }

  /** What a rate is of, in words. */
  public String keyOf(RateProposals.Rate rate) {
    return told(rate.what(), rate.key(), rate.what() == RateKind.PETITION_TERM ? " · " : " ");
  }

  /** How much it is, with its unit. */
  public String valueOf(RateProposals.Rate rate) {
    RateKind kind = rate.what();
    Matcher numbers = NUMBERS.matcher(rate.value());
    List<Long> found = numbers.results().map(one -> Long.valueOf(one.group())).toList();
    return switch (kind) {
      case FEEDBACK_TERM -> words().of("rates.value.days", found.getFirst());
      case PETITION_TERM -> told(kind, rate.value(), " ");
      case RATING_SETTING -> words().of("rates.value.rating", found.get(0), found.get(1));
      case CERTIFICATION_FEE ->
          words()
              .of(
                  found.get(3) == 0 ? "rates.value.pages" : "rates.value.capped",
                  found.get(0),
                  money(found.get(1)),
                  money(found.get(2)),
                  money(found.get(3)));
      case PROCEDURE_FEE ->
          found.isEmpty() ? words().of("rates.value.each") : money(found.getFirst());
      case BENEFICIARY, LEGAL_BASIS -> rate.value();
    };
  }

  private String money(long dong) {
    return words().getNotation().count(dong) + " ₫";
  }

  /** A text in which the words of a kind's entries stand for codes. */
  private String told(RateKind kind, String text, String between) {
    Set<String> codes =
        kind.entries().stream()
            .flatMap(entry -> kind.choices(entry).stream())
            .filter(code -> !code.isEmpty())
            .collect(Collectors.toSet());
    return Arrays.stream(text.split(" "))
        .map(word -> codes.contains(word) ? chosen(word) : word)
        .collect(Collectors.joining(between));
  }

  /** What is proposed, entry by entry. */
  public String told(RateProposal one) {
    return one.kind().entries().stream()
        .filter(entry -> !one.content().getOrDefault(entry, "").isEmpty())
        .map(
            entry ->
                words().of("rates.entry." + entry)
                    + ": "
                    + (one.kind().choices(entry).isEmpty()
                        ? one.content().get(entry)
                        : chosen(one.content().get(entry))))
        .collect(Collectors.joining(" · "));
  }

  /** Whether it may still be decided by somebody. */
  public boolean open(RateProposal one) {
    return one.status() == RateProposal.Status.PROPOSED;
  }
}
