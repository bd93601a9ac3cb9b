package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.IdentityFailure;

/** What a dossier owes, on a real PostgreSQL. */
class AssessmentTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

  private final PaymentWorld world = new PaymentWorld();
  private final long dossier = world.dossiers.received();
  private final PaymentStanding standing = new PaymentStanding(world.database);

  @Test
  void anUnknownFeeIsProposedWithoutAnAmountAndNeverAsFree() {
    PaymentFile file = world.open(dossier);
    assertThat(file.assessed()).isFalse();
    assertThat(file.proposals())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.amount()).isNull();
              assertThat(line.freeStated()).isFalse();
            });
    FeeEntry unknown =
        new FeeEntry(FeeKind.CHARGE, "Lệ phí", null, false, "", world.beneficiary("so"), 0, "", "");
    assertThatThrownBy(() -> world.assess(dossier, unknown))
        .isInstanceOfSatisfying(
            PaymentFailure.AmountUnknown.class,
            refused ->
                assertThat(refused.message(Locale.of("vi")))
                    .contains("«Lệ phí»", "không được coi là miễn phí"));
    assertThat(world.open(dossier).assessed()).as("nothing was written").isFalse();
  }

  @Test
  void freeHoldsOnlyWhereAProvisionSaysSo() {
    assertThatThrownBy(() -> world.assess(dossier))
        .isInstanceOf(PaymentFailure.FreeNotStated.class);
    FeeEntry zero =
        new FeeEntry(FeeKind.FEE, "Phí", 0L, false, "NQ 1", world.beneficiary("so"), 0, "", "");
    assertThatThrownBy(() -> world.assess(dossier, zero))
        .isInstanceOf(PaymentFailure.FreeNotStated.class);
    PaymentFile free =
        world.as(
            "thu",
            () ->
                world.assessments.assess(world.code(dossier), null, List.of(), "Luật Hộ tịch Đ11"));
    assertThat(free.freeBasis()).isEqualTo("Luật Hộ tịch Đ11");
    assertThat(free.requests()).isEmpty();
    assertThat(standing.of(dossier, DAY).mayReturn()).isTrue();
  }

  @Test
  void eachBeneficiaryGetsARequestOfItsOwnLessTheRelief() {
    FeeEntry relieved =
        new FeeEntry(
            FeeKind.CHARGE,
            "Lệ phí",
            50_000L,
            false,
            "NQ 06/2020",
            world.beneficiary("mau"),
            20_000,
            "Hộ nghèo",
            "NQ 06/2020 Đ3");
    PaymentFile file = world.assess(dossier, world.fee(FeeKind.FEE, 100_000, "so"), relieved);
    assertThat(file.requests())
        .extracting(PaymentFile.Request::amount)
        .containsExactlyInAnyOrder(100_000L, 30_000L);
    assertThat(file.outstanding()).isEqualTo(130_000);
    assertThat(standing.of(dossier, DAY).mayReturn()).as("nothing is paid").isFalse();
    assertThat(file.requests())
        .allSatisfy(
            request ->
                assertThat(PaymentReference.find("CK " + request.reference() + " nop le phi"))
                    .isEqualTo(request.id()));
    assertThat(file.requests())
        .filteredOn(request -> request.beneficiary().equals("Sở Thử"))
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.qr()).contains("5406100000", request.reference());
              assertThat(request.trial()).isFalse();
            });
  }

  @Test
  void aReliefNeedsItsReasonAndBasis() {
    FeeEntry relieved =
        new FeeEntry(
            FeeKind.FEE, "Phí", 50_000L, false, "NQ", world.beneficiary("so"), 1, "Hộ nghèo", "");
    assertThatThrownBy(() -> world.assess(dossier, relieved))
        .isInstanceOf(PaymentFailure.ReliefWithoutReason.class);
    FeeEntry tooMuch =
        new FeeEntry(
            FeeKind.FEE, "Phí", 50L, false, "NQ", world.beneficiary("so"), 51, "Nghèo", "NQ");
    assertThatThrownBy(() -> world.assess(dossier, tooMuch))
        .isInstanceOf(PaymentFailure.BadAmount.class);
  }

  @Test
  void theScheduleInForceOnTheDayOfReceiptIsProposed() {
    world.execute(
        "insert into fee_schedule (procedure_id, kind, name, amount, legal_basis, beneficiary_id,"
            + " valid_from, valid_to, defined_by) select 9001, 'CHARGE', n, a, 'NQ ' || n, id, f, t,"
            + " 'x' from fee_beneficiary, (values ('cũ', 1000, date '2020-01-01', date '2026-01-01'),"
            + " ('mới', 2000, date '2026-01-01', date '2030-01-01'),"
            + " ('HĐND', null, date '2026-01-01', date '2030-01-01')) as x(n, a, f, t)"
            + " where code = 'so'");
    assertThat(world.open(dossier).proposals())
        .extracting(FeeProposal::name, FeeProposal::amount)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("mới", 2000L),
            org.assertj.core.groups.Tuple.tuple("HĐND", null));
  }

  @Test
  void aNewAssessmentEndsTheFormerRequestsUnlessPaid() {
    PaymentFile first = world.assess(dossier, world.fee(FeeKind.FEE, 100_000, "so"));
    PaymentFile second = world.assess(dossier, world.fee(FeeKind.FEE, 70_000, "so"));
    assertThat(second.revision()).isEqualTo(2);
    assertThatThrownBy(() -> world.collect(first, 0, PaymentMethod.CASH))
        .isInstanceOf(PaymentFailure.RequestOver.class);
    world.collect(second, 0, PaymentMethod.CASH);
    assertThatThrownBy(() -> world.assess(dossier, world.fee(FeeKind.FEE, 1, "so")))
        .isInstanceOf(PaymentFailure.AlreadyPaid.class);
  }

  @Test
  void otherBranchesSeeNothing() {
    assertThatThrownBy(
            () -> world.as("la", () -> world.assessments.open(world.code(dossier), null)))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThatThrownBy(
            () -> world.as("so-lieu", () -> world.assessments.open(world.code(dossier), null)))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  @Test
  void aChangedFeeHoldsFromItsDayOn() {
    world.execute(
        "insert into account (id, login, staff_id, password_hash, demo, whole_city, created_at,"
            + " password_changed_at) overriding system value values"
            + " (9199, 'quan-tri', 9001, 'x', false, true, now(), now());"
            + " insert into account_role values (9199, 'ADMINISTRATOR')");
    FeeScheduleService schedules = new FeeScheduleService(world.joined, world.access, world.trail);
    world.runAs("quan-tri", () -> schedules.define(scheduled(100_000L, "2026-01-01")));
    world.runAs("quan-tri", () -> schedules.define(scheduled(null, "2026-11-17")));
    assertThat(world.open(dossier).proposals())
        .as("received the day before the change")
        .extracting(FeeProposal::amount)
        .containsExactly(100_000L);
    assertThat(
            world.value(
                "select string_agg(valid_from || ' ' || valid_to, ',' order by id)"
                    + " from fee_schedule"))
        .isEqualTo("2026-01-01 2026-11-17,2026-11-17 infinity");
    assertThatThrownBy(
            () -> world.runAs("thu", () -> schedules.define(scheduled(1L, "2026-01-01"))))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    world.runAs(
        "quan-tri",
        () ->
            schedules.name(
                "so", "Sở Thử mới", "", new BankAccount("970418", "9", ""), DAY.plusDays(1)));
    assertThat(world.value("select count(*) from fee_beneficiary where code = 'so'"))
        .isEqualTo("2");
  }

  private static FeeScheduleService.Scheduled scheduled(Long amount, String from) {
    return new FeeScheduleService.Scheduled(
        "9.000001", FeeKind.FEE, "Phí thẩm định", null, amount, "NQ", "so", LocalDate.parse(from));
  }
}
