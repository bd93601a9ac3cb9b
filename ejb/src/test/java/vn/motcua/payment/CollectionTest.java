package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.IdentityFailure;

/** Money in, receipts, money back, on a real PostgreSQL. */
class CollectionTest {

  private final PaymentWorld world = new PaymentWorld();

  @Test
  void whatIsPaidHasANumberedReceiptAndIsPaidOnce() {
    long dossier = world.dossiers.received();
    PaymentFile file = world.assess(dossier, world.fee(FeeKind.FEE, 150_000, "so"));
    long receipt = world.collect(file, 0, PaymentMethod.CASH);
    assertThatThrownBy(() -> world.collect(file, 0, PaymentMethod.CASH))
        .isInstanceOf(PaymentFailure.AlreadyPaid.class);
    PaymentFile paid = world.open(dossier);
    assertThat(paid.outstanding()).isZero();
    assertThat(paid.receipts())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.id()).isEqualTo(receipt);
              assertThat(one.number()).isEqualTo(1);
              assertThat(one.symbol()).isEqualTo("MC9001-26");
              assertThat(one.amount()).isEqualTo(150_000);
            });
    byte[] pdf = world.as("thu", () -> world.receipts.pdf(receipt));
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    assertThat(
            world.value(
                "select count(*) from audit_entry where action in"
                    + " ('payment.assess', 'payment.collect', 'personal-data.read')"))
        .isEqualTo("3");
  }

  /** 50 cashiers, 4 receipts each, every fifth refused half-way: numbers 1 … n without a gap. */
  @Test
  void fiftyCashiersAtOnceLeaveNoGapInTheBook() throws Exception {
    List<PaymentFile> files = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      files.add(world.assess(world.dossiers.received(), world.fee(FeeKind.CHARGE, 8_000, "so")));
    }
    List<Callable<Boolean>> cashiers = new ArrayList<>();
    for (int cashier = 0; cashier < 50; cashier++) {
      int from = cashier * 4;
      cashiers.add(
          () -> {
            for (int i = from; i < from + 4; i++) {
              PaymentFile file = files.get(i);
              if (i % 5 == 0) {
                assertThatThrownBy(
                        () ->
                            world.transactions.run(
                                () -> {
                                  world.collect(file, 0, PaymentMethod.CASH);
                                  throw new IllegalStateException("the line broke");
                                }))
                    .hasMessage("the line broke");
              }
              world.collect(file, 0, PaymentMethod.CASH);
            }
            return true;
          });
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(50)) {
      for (Future<Boolean> done : pool.invokeAll(cashiers)) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(
            world.value(
                "select count(*) || ' ' || count(distinct number) || ' ' || min(number) || ' '"
                    + " || max(number) from fee_receipt"))
        .isEqualTo("200 200 1 200");
    assertThat(world.value("select last from receipt_series")).isEqualTo("200");
  }

  @Test
  void aReceiptIsReplacedOrCancelledButNeverDeleted() {
    long dossier = world.dossiers.received();
    PaymentFile file = world.assess(dossier, world.fee(FeeKind.FEE, 150_000, "so"));
    long first = world.collect(file, 0, PaymentMethod.CASH);
    assertThatThrownBy(
            () ->
                world.as(
                    "thu",
                    () -> world.receipts.replace(first, new Payer("Trần Văn B", "", ""), "")))
        .isInstanceOf(PaymentFailure.Missing.class);
    long second =
        world.as(
            "thu", () -> world.receipts.replace(first, new Payer("Trần Văn B", "", ""), "Sai tên"));
    assertThat(world.open(dossier).receipts())
        .extracting(PaymentFile.Receipt::number, PaymentFile.Receipt::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, PaymentFile.ReceiptState.REPLACED),
            org.assertj.core.groups.Tuple.tuple(2, PaymentFile.ReceiptState.ISSUED));
    assertThatThrownBy(() -> world.runAs("giam-doc", () -> world.receipts.cancel(first, "Sai")))
        .isInstanceOf(PaymentFailure.ReceiptOver.class);
    world.runAs("giam-doc", () -> world.receipts.cancel(second, "Thu nhầm hồ sơ"));
    assertThat(world.open(dossier).outstanding()).isEqualTo(150_000);
    world.collect(file, 0, PaymentMethod.TRANSFER);
    assertThat(world.open(dossier).receipts()).hasSize(3);
    assertThatThrownBy(() -> world.execute("delete from fee_receipt"))
        .hasMessageContaining("keeps every row");
    assertThatThrownBy(() -> world.execute("truncate fee_receipt cascade"))
        .hasMessageContaining("keeps every row");
  }

  @Test
  void aSecondPersonApprovesWhatIsGivenBack() {
    long dossier = world.dossiers.received();
    PaymentFile file = world.assess(dossier, world.fee(FeeKind.FEE, 150_000, "so"));
    world.collect(file, 0, PaymentMethod.CASH);
    long payment = world.open(dossier).requests().getFirst().paymentId();
    assertThatThrownBy(
            () -> world.as("thu", () -> world.refunds.request(payment, 150_001, "Thu thừa")))
        .isInstanceOf(PaymentFailure.RefundTooLarge.class);
    long refund = world.as("giam-doc", () -> world.refunds.request(payment, 100_000, "Thu thừa"));
    assertThatThrownBy(
            () -> world.as("thu", () -> world.refunds.request(payment, 50_001, "Thu thừa nữa")))
        .as("what is asked for counts")
        .isInstanceOf(PaymentFailure.RefundTooLarge.class);
    assertThatThrownBy(() -> world.runAs("giam-doc", () -> world.refunds.decide(refund, true, "")))
        .isInstanceOf(PaymentFailure.SamePerson.class);
    assertThatThrownBy(
            () ->
                world.runAs(
                    "thu", () -> world.refunds.payOut(refund, PaymentMethod.CASH, "Quầy 1")))
        .as("not approved yet")
        .isInstanceOf(PaymentFailure.RefundState.class);
    world.execute(
        "update staff set kind = 'POST_STAFF'"
            + " where id = (select staff_id from account where login = 'thu')");
    assertThatThrownBy(() -> world.runAs("thu", () -> world.refunds.decide(refund, true, "Đúng")))
        .as("reads who decides")
        .isInstanceOf(IdentityFailure.NotForPostStaff.class);
    assertThatThrownBy(() -> world.as("thu", () -> world.refunds.request(payment, 1, "Thu thừa")))
        .as("says that it was taken wrongly")
        .isInstanceOf(IdentityFailure.NotForPostStaff.class);
    world.runAs("pho", () -> world.refunds.decide(refund, true, "Đúng"));
    world.runAs("thu", () -> world.refunds.payOut(refund, PaymentMethod.CASH, "Quầy 1"));
    assertThatThrownBy(
            () ->
                world.runAs(
                    "thu", () -> world.refunds.payOut(refund, PaymentMethod.CASH, "Quầy 1")))
        .as("paid out once")
        .isInstanceOf(PaymentFailure.RefundState.class);
    assertThat(expected().cash()).isEqualTo(50_000);
  }

  @Test
  void aClosedDayTakesNoMoreCashAndDifferencesNeedAReason() {
    PaymentFile paid =
        world.assess(world.dossiers.received(), world.fee(FeeKind.FEE, 150_000, "so"));
    PaymentFile later =
        world.assess(world.dossiers.received(), world.fee(FeeKind.FEE, 10_000, "so"));
    long receipt = world.collect(paid, 0, PaymentMethod.CASH);
    DayClosing.Expected expected = expected();
    assertThat(expected.cash()).isEqualTo(150_000);
    assertThat(expected.firstReceipt()).isEqualTo("MC9001-26 0000001");
    assertThatThrownBy(() -> close(140_000, ""))
        .isInstanceOf(PaymentFailure.DifferenceUnexplained.class);
    long closing = close(140_000, "Trả thừa 10.000 tiền lẻ");
    assertThatThrownBy(() -> world.collect(later, 0, PaymentMethod.CASH))
        .isInstanceOf(PaymentFailure.DayClosed.class);
    assertThatThrownBy(() -> world.runAs("giam-doc", () -> world.receipts.cancel(receipt, "Sai")))
        .isInstanceOf(PaymentFailure.DayClosed.class);
    assertThatThrownBy(() -> close(150_000, "")).isInstanceOf(PaymentFailure.DayClosed.class);
    world.collect(later, 0, PaymentMethod.TRANSFER);
    world.now = world.now.plus(Duration.ofDays(1));
    assertThat(world.as("thu", () -> world.closings.sheet(closing))).isNotEmpty();
  }

  private DayClosing.Expected expected() {
    return world.as(
        "thu", () -> world.closings.expected(9001, "Quầy 1", LocalDate.of(2026, 11, 17), null));
  }

  private long close(long cash, String reason) {
    return world.as(
        "thu",
        () ->
            world.closings.close(
                9001,
                new DayClosing(
                    "Quầy 1",
                    LocalDate.of(2026, 11, 17),
                    "",
                    0,
                    0,
                    0,
                    cash,
                    "Giá A3",
                    "NP-0017",
                    reason)));
  }
}
