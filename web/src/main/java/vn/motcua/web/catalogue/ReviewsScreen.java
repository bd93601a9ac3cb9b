package vn.motcua.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.catalogue.CatalogueFailure;
import vn.motcua.catalogue.ProcedureReviews;
import vn.motcua.web.layout.Words;

/** Reviews of procedures with their impact (rà soát, đơn giản hóa). */
@Named("reviewsScreen")
@RequestScoped
public class ReviewsScreen {

  @EJB private ProcedureReviews reviews;
  @Inject private CatalogueAddress address;
  @Inject private Words words;

  private final Map<String, String> typed = new HashMap<>();
  private List<ProcedureReviews.Review> all;
  private String error = "";

  /** Begins with what the catalogue says of the procedure that the address names. */
  @PostConstruct
  void read() {
    all = reviews.list();
    if (!address.text("code").isEmpty()) {
      try {
        ProcedureReviews.Figures now = reviews.present(address.text("code"));
        typed.put("steps", Integer.toString(now.steps()));
        typed.put("papers", Integer.toString(now.papers()));
        typed.put(
            "days", BigDecimal.valueOf(now.tenthsOfDays(), 1).stripTrailingZeros().toPlainString());
        typed.put("cost", Long.toString(now.cost()));
      } catch (RuntimeException thrown) {
        error = words.failure(thrown);
      }
    }
  }

  public void propose() throws IOException {
    step(
        "propose",
        () ->
            reviews.propose(
                getCode(),
                typed.get("reason"),
                typed.get("measures"),
                new ProcedureReviews.Figures(
                    (int) number("steps"), (int) number("papers"), tenths(), number("cost")),
                (int) number("volume")));
  }

  public void assess() throws IOException {
    step("assess", () -> reviews.assess(id(), seen(), address.text("said")));
  }

  public void accept() throws IOException {
    step("accept", () -> reviews.decide(id(), seen(), true, address.text("said")));
  }

  public void refuse() throws IOException {
    step("refuse", () -> reviews.decide(id(), seen(), false, address.text("said")));
  }

  public void carry() throws IOException {
    step("carry", () -> reviews.carry(id(), seen(), count(address.text("proposal"))));
  }

  private void step(String button, Runnable step) throws IOException {
    try {
      step.run();
      address.done("/reviews", button);
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  /**
   * What stands in a field of a review: what was typed and refused. It is read from the request,
   * because of forms in a list Faces takes the fields of the last one only.
   */
  public String entered(ProcedureReviews.Review review, String name) {
    return !error.isEmpty() && id() == review.id() ? address.text(name) : "";
  }

  private long number(String name) {
    return count(typed.get(name) == null ? "" : typed.get(name));
  }

  private static long count(String typed) {
    String text = typed.strip().replace(".", "");
    if (!text.matches("\\d{1,9}")) {
      throw new CatalogueFailure.BadNumber(text);
    }
    return Long.parseLong(text);
  }

  private int tenths() {
    String text = typed.get("days") == null ? "" : typed.get("days").strip().replace(',', '.');
    if (!text.matches("\\d{1,4}(\\.\\d)?")) {
      throw new CatalogueFailure.BadNumber(text);
    }
    return new BigDecimal(text).movePointRight(1).intValueExact();
  }

  private long id() {
    return address.number("id");
  }

  private int seen() {
    return (int) address.number("seen");
  }

  public String getCode() {
    return address.text("code");
  }

  public List<ProcedureReviews.Review> getAll() {
    return all;
  }

  public String status(ProcedureReviews.Review review) {
    return words.of("review.status." + review.status());
  }

  public String days(int tenths) {
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    return format.format(BigDecimal.valueOf(tenths, 1));
  }

  public String money(long amount) {
    return words.getNotation().count(amount);
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public String getError() {
    return error;
  }
}
