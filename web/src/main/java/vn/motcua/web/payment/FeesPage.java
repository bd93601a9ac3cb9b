package vn.motcua.web.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.motcua.payment.AssessmentService;
import vn.motcua.payment.CollectionService;
import vn.motcua.payment.FeeEntry;
import vn.motcua.payment.FeeKind;
import vn.motcua.payment.FeeProposal;
import vn.motcua.payment.FeeReceiptService;
import vn.motcua.payment.Payer;
import vn.motcua.payment.PaymentFile;
import vn.motcua.payment.PaymentMethod;
import vn.motcua.payment.RefundService;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.PressedPage;
import vn.motcua.web.layout.QrCode;

/** The money of a dossier: assess, collect, receipt, give back (thu phí, lệ phí). */
@Named("fees")
@RequestScoped
public class FeesPage extends PressedPage {

  /** Lines that the form offers; more is unheard of. */
  private static final int LINES = 4;

  @EJB private AssessmentService assessments;
  @EJB private CollectionService collection;
  @EJB private FeeReceiptService receipts;
  @EJB private RefundService refunds;

  private boolean searched;
  private PaymentFile file;

  /**
   * One line of the form, as the catalogue proposes it or as it was typed.
   *
   * @param unsure the proposed basis is not in force, or nobody has seen its published text
   */
  public record Line(
      int index,
      String kind,
      String name,
      String amount,
      boolean free,
      String basis,
      boolean unsure,
      int to) {}

  public String getCode() {
    return given("q");
  }

  /** Null while none was asked for, and where none was found. */
  public PaymentFile getFile() {
    if (!searched && !getCode().isEmpty()) {
      searched = true;
      file = tried(() -> assessments.open(getCode(), dataset()));
    }
    return file;
  }

  /** Reads the dossier first, so that why it is not shown is known above it. */
  public void prepare() {
    getFile();
  }

  public boolean isShown() {
    return Press.pending() || getFile() != null;
  }

  public List<AssessmentService.Beneficiary> getBeneficiaries() {
    return assessments.beneficiaries();
  }

  public List<Line> getLines() {
    List<FeeProposal> proposals = getFile() == null ? List.of() : getFile().proposals();
    return IntStream.range(0, LINES)
        .mapToObj(i -> line(i, i < proposals.size() ? proposals.get(i) : null))
        .toList();
  }

  private Line line(int i, FeeProposal proposal) {
    if (!getError().isEmpty() && !given("name0").isEmpty() || proposal == null) {
      return new Line(
          i,
          given("kind" + i),
          given("name" + i),
          given("amount" + i),
          "true".equals(given("free" + i)),
          given("basis" + i),
          false,
          whole("to" + i));
    }
    return new Line(
        i,
        proposal.kind() == null ? "" : proposal.kind().name(),
        proposal.name(),
        proposal.amount() == null ? "" : proposal.amount().toString(),
        proposal.freeStated(),
        proposal.legalBasis(),
        !proposal.legalBasis().isEmpty() && !proposal.basisSure(),
        proposal.beneficiaryId() == null ? 0 : proposal.beneficiaryId());
  }

  public void assess() {
    press(
        () -> {
          List<FeeEntry> lines = new ArrayList<>();
          for (int i = 0; i < LINES; i++) {
            if (!given("name" + i).isEmpty() || !given("amount" + i).isEmpty()) {
              lines.add(entry(i));
            }
          }
          assessments.assess(getCode(), dataset(), lines, given("freeBasis"));
        },
        back());
  }

  private FeeEntry entry(int i) {
    return new FeeEntry(
        one(FeeKind.class, "kind" + i),
        given("name" + i),
        amount("amount" + i),
        "true".equals(given("free" + i)),
        given("basis" + i),
        whole("to" + i),
        number("relief" + i),
        given("reason" + i),
        given("reliefBasis" + i));
  }

  public void collect() {
    press(
        () ->
            collection.collect(
                number("request"), one(PaymentMethod.class, "method"), given("counter"), payer()),
        back());
  }

  public void replace() {
    press(() -> receipts.replace(number("receipt"), payer(), given("reason")), back());
  }

  public void cancel() {
    press(() -> receipts.cancel(number("receipt"), given("reason")), back());
  }

  public void refund() {
    press(() -> refunds.request(number("payment"), number("amount"), given("reason")), back());
  }

  public void approve() {
    press(() -> refunds.decide(number("refund"), true, given("note")), back());
  }

  public void reject() {
    press(() -> refunds.decide(number("refund"), false, given("note")), back());
  }

  public void payOut() {
    press(
        () ->
            refunds.payOut(number("refund"), one(PaymentMethod.class, "method"), given("counter")),
        back());
  }

  /** Whether something is left to take. */
  public boolean isMayCollect() {
    return Press.pending() || getFile() != null && getFile().outstanding() > 0;
  }

  /** Whether there is something to replace, cancel or give back. */
  public boolean isHasMoney() {
    return Press.pending() || getFile() != null && !getFile().receipts().isEmpty();
  }

  /** Whether the form of the assessment stands open. */
  public boolean isAssessing() {
    return getFile() != null && !getFile().assessed();
  }

  /** The code that a telephone pays from. */
  public QrCode qr(PaymentFile.Request asked) {
    return QrCode.of(asked.qr());
  }

  private Payer payer() {
    return new Payer(given("payer"), given("address"), given("taxCode"));
  }

  private String dataset() {
    return given("dataset").isEmpty() ? null : given("dataset");
  }

  private String back() {
    return "/fees?done=true&q="
        + encoded(getCode())
        + (dataset() == null ? "" : "&dataset=" + encoded(dataset()));
  }
}
