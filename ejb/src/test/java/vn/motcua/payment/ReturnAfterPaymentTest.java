package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.motcua.processing.ProcessingFailure;
import vn.motcua.processing.ResultDesk;

/** A result waits for its money (NĐ 118 Đ24), on a real PostgreSQL. */
class ReturnAfterPaymentTest {

  private final PaymentWorld world = new PaymentWorld();
  private final ResultDesk desk = new ResultDesk(world.transactions);

  @Test
  void anUnpaidFeeHoldsTheResultBackAndSaysWhatToDo() {
    long dossier = world.dossiers.received();
    PaymentFile file = world.assess(dossier, world.fee(FeeKind.FEE, 150_000, "so"));
    desk.finish(dossier, world.now);
    ProcessingFailure.Unpaid refused =
        catchThrowableOfType(
            ProcessingFailure.Unpaid.class, () -> desk.give(dossier, world.now.plusSeconds(60)));
    assertThat(refused.message(Locale.of("vi"))).contains("150.000 đồng", "/fees", "miễn", "Hãy");
    assertThat(refused.message(Locale.ENGLISH)).contains("150,000", "exempt");
    assertThat(world.value("select count(*) from result_return")).isEqualTo("0");
    world.collect(file, 0, PaymentMethod.CASH);
    desk.give(dossier, world.now.plusSeconds(120));
    assertThat(world.value("select count(*) from result_return")).isEqualTo("1");
  }

  @Test
  void whatWasNeverAssessedIsReturnedAsBefore() {
    long dossier = world.dossiers.received();
    desk.finish(dossier, world.now);
    desk.give(dossier, world.now.plusSeconds(60));
    assertThat(world.value("select returned_at is not null from dossier where id = %d", dossier))
        .isEqualTo("t");
  }

  @Test
  void theRuleOfTheProcedureGoesBeforeThatOfAll() {
    world.execute(
        """
        insert into payment_rule (procedure_id, before_return, valid_from, source)
        values (9001, false, date '2026-01-01', 'thử')""");
    long dossier = world.dossiers.received();
    world.assess(dossier, world.fee(FeeKind.FEE, 150_000, "so"));
    assertThat(
            new PaymentStanding(world.joined).of(dossier, LocalDate.of(2026, 11, 17)).mayReturn())
        .isTrue();
    assertThat(
            new PaymentStanding(world.joined).of(dossier, LocalDate.of(2025, 11, 17)).mayReturn())
        .as("before that rule was in force")
        .isFalse();
    desk.finish(dossier, world.now);
    desk.give(dossier, world.now.plusSeconds(60));
    assertThat(world.value("select count(*) from result_return")).isEqualTo("1");
  }
}
