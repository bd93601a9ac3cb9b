package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements of banks held against what was taken. */
class ReconciliationTest {

  private static final String HEADER = "Ngày,Ghi có,Ghi nợ,Nội dung\n";

  private final PaymentWorld world = new PaymentWorld();

  @Test
  void everyKindOfDifferenceIsListedAndTheRestMatches() {
    PaymentFile good = paid(100_000, PaymentMethod.TRANSFER);
    PaymentFile other = paid(50_000, PaymentMethod.TRANSFER);
    PaymentFile unpaid =
        world.assess(world.dossiers.received(), world.fee(FeeKind.FEE, 7_000, "so"));
    PaymentFile cash = paid(9_000, PaymentMethod.CASH);
    paid(33_000, PaymentMethod.TRANSFER);
    Reconciliation read =
        read(
            HEADER
                + line("100.000", "NGUYEN THI THU CK " + reference(good) + " nop phi")
                + line("100,000.00", "CK lan hai " + reference(good))
                + line("49000", reference(other))
                + line("7.000", "tt " + reference(unpaid).toLowerCase(java.util.Locale.ROOT))
                + line("9.000", reference(cash))
                + line("1.000", "khong co gi")
                + "17/11/2026,,500.000,Phí dịch vụ\n");
    assertThat(read.matched()).isEqualTo(1);
    assertThat(read.matchedAmount()).isEqualTo(100_000);
    assertThat(read.lines()).isEqualTo(7);
    assertThat(read.differences())
        .extracting(Reconciliation.Difference::kind)
        .containsExactly(
            Reconciliation.Kind.DOUBLE,
            Reconciliation.Kind.AMOUNT_DIFFERS,
            Reconciliation.Kind.MISSING_HERE,
            Reconciliation.Kind.DOUBLE,
            Reconciliation.Kind.UNKNOWN_REFERENCE,
            Reconciliation.Kind.MISSING_IN_BANK);
    assertThat(read.differences().getLast().ours()).isEqualTo(33_000);
    assertThat(world.as("thu", () -> world.assessments.open(good.code(), null)).requests())
        .singleElement()
        .extracting(PaymentFile.Request::confirmed)
        .isEqualTo(true);
  }

  @Test
  void theSameFileTwiceIsRefused() {
    paid(100_000, PaymentMethod.TRANSFER);
    String file = HEADER + line("1.000", "x");
    read(file);
    assertThatThrownBy(() -> read(file)).isInstanceOf(PaymentFailure.StatementKnown.class);
    assertThat(world.value("select count(*) from bank_statement")).isEqualTo("1");
  }

  @Test
  void aDifferenceIsResolvedOnceWithANote() {
    Reconciliation read = read(HEADER + line("1.000", "x"));
    long id = read.differences().getFirst().id();
    assertThatThrownBy(() -> world.runAs("so-lieu", () -> world.banks.resolve(id, " ")))
        .isInstanceOf(PaymentFailure.Missing.class);
    world.runAs("so-lieu", () -> world.banks.resolve(id, "Tiền thuê mặt bằng, trả lại"));
    assertThatThrownBy(() -> world.runAs("so-lieu", () -> world.banks.resolve(id, "lại")))
        .isInstanceOf(PaymentFailure.AlreadyResolved.class);
    assertThat(
            world.as("so-lieu", () -> world.banks.find(read.id())).differences().getFirst().note())
        .contains("mặt bằng");
  }

  @Test
  void whatTheBankBooksLaterSettlesTheEarlierDifference() {
    PaymentFile late = paid(60_000, PaymentMethod.TRANSFER);
    Reconciliation first = read(HEADER + line("1.000", "x"));
    assertThat(first.differences())
        .extracting(Reconciliation.Difference::kind)
        .contains(Reconciliation.Kind.MISSING_IN_BANK);
    read(HEADER + "01/12/2026,60.000,," + reference(late) + "\n");
    assertThat(world.as("so-lieu", () -> world.banks.find(first.id())).differences())
        .filteredOn(one -> one.kind() == Reconciliation.Kind.MISSING_IN_BANK)
        .singleElement()
        .satisfies(one -> assertThat(one.note()).contains("ghi có sau"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "17/11/2026,12a,,x|Ghi có",
        "17/11/2026,12.50,,x|Ghi có",
        "31/02/2026,1,,x|Ngày",
        "17/11/2026|Ghi có"
      })
  void aLineThatCannotBeReadRefusesTheWholeFile(String bad, String column) {
    assertThatThrownBy(() -> read(HEADER + line("1.000", "x") + bad + "\n"))
        .isInstanceOfSatisfying(
            PaymentFailure.StatementUnreadable.class,
            refused ->
                assertThat(refused.message(java.util.Locale.of("vi")))
                    .contains("dòng 3", "«" + column + "»"));
    assertThat(world.value("select count(*) from bank_line")).isEqualTo("0");
  }

  @Test
  void tooLargeAndForeignFilesAreRefused() {
    assertThatThrownBy(() -> read("x".repeat(StatementReader.LARGEST_BYTES + 1)))
        .isInstanceOf(PaymentFailure.StatementTooLarge.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(PaymentFailure.StatementUnreadable.class);
    assertThatThrownBy(() -> read("a,b\n1,2\n"))
        .isInstanceOf(PaymentFailure.StatementUnreadable.class);
    assertThatThrownBy(
            () ->
                new StatementReader(StatementFormat.USUAL)
                    .read(new byte[] {(byte) 0xC3, (byte) 0x28, 10, 49}))
        .isInstanceOf(PaymentFailure.StatementUnreadable.class);
  }

  private PaymentFile paid(long amount, PaymentMethod method) {
    PaymentFile file =
        world.assess(world.dossiers.received(), world.fee(FeeKind.FEE, amount, "so"));
    world.collect(file, 0, method);
    return file;
  }

  private static String reference(PaymentFile file) {
    return file.requests().getFirst().reference();
  }

  private static String line(String amount, String description) {
    return "17/11/2026,\"" + amount + "\",," + description + "\n";
  }

  private Reconciliation read(String text) {
    return world.as(
        "so-lieu",
        () ->
            world.banks.read(
                world.beneficiary("so"),
                "sao-ke.csv",
                text.getBytes(StandardCharsets.UTF_8),
                StatementFormat.USUAL));
  }
}
