package vn.motcua.web.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import vn.motcua.payment.AssessmentService;
import vn.motcua.payment.Reconciliation;
import vn.motcua.payment.ReconciliationService;
import vn.motcua.payment.StatementFormat;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.PressedPage;

/** The bank's statements against what was taken (đối soát). */
@Named("statements")
@RequestScoped
public class StatementsPage extends PressedPage {

  @EJB private ReconciliationService banks;

  private Reconciliation read;

  public void prepare() {
    if (number("id") > 0) {
      read = tried(() -> banks.find(number("id")));
    }
  }

  /** Null: the list is shown. */
  public Reconciliation getRead() {
    return read;
  }

  public boolean isShown() {
    return Press.pending() || read != null;
  }

  public List<Reconciliation> getList() {
    return banks.list();
  }

  public List<AssessmentService.Beneficiary> getAccounts() {
    return banks.accounts();
  }

  /** What was typed, or what most banks write. */
  public StatementFormat getFormat() {
    StatementFormat usual = StatementFormat.USUAL;
    return new StatementFormat(
        or("separator", usual.separator()),
        or("charset", usual.charset()),
        or("dateColumn", usual.dateColumn()),
        or("datePattern", usual.datePattern()),
        or("amountColumn", usual.amountColumn()),
        or("descriptionColumn", usual.descriptionColumn()));
  }

  private String or(String name, String usual) {
    return given(name).isEmpty() ? usual : given(name);
  }

  public void upload() {
    press(
        () -> {
          try {
            Part file = request().getPart("file");
            String name = file == null ? "" : file.getSubmittedFileName();
            // One byte more than is allowed, so that too much is noticed and never read whole.
            byte[] content = new byte[0];
            if (file != null) {
              try (InputStream in = file.getInputStream()) {
                content = in.readNBytes(ReconciliationService.LARGEST_BYTES + 1);
              }
            }
            return "/bank-statements?done=true&id="
                + banks.read(whole("account"), name, content, getFormat()).id();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (ServletException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  public void resolve() {
    press(
        () -> banks.resolve(number("difference"), given("note")),
        "/bank-statements?done=true&id=" + number("id"));
  }
}
