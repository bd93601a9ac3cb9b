package vn.motcua.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.TestPeople;
import vn.motcua.database.TestDatabase;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.payment.PaymentFailure;
import vn.motcua.processing.DossierBuilder;
import vn.motcua.processing.TestTransactions;

/** Terms, fees, bases and beneficiaries are changed by two people, on a real PostgreSQL. */
class RateProposalsTest {

  private static final LocalDate FROM = LocalDate.of(2026, 12, 1);

  private final TestTransactions transactions = new TestTransactions(TestDatabase.fresh());
  private final DossierBuilder world = new DossierBuilder(transactions.database(), transactions);
  private final TestPeople people = new TestPeople(transactions.database());
  private final RateProposals rates =
      new RateProposals(transactions.database(), people.access(), people.trail(), () -> people.now);

  RateProposalsTest() {
    people.now = Instant.parse("2026-11-20T03:00:00Z");
  }

  private long propose(RateKind kind, Map<String, String> content) {
    people.caller = "quantri";
    return transactions.in(() -> rates.propose(kind, content, FROM, "QĐ số 7/2026"));
  }

  private void approve(long id) {
    people.caller = "lanhdao";
    transactions.run(() -> rates.decide(id, 0, true, ""));
  }

  @Test
  void aTermHoldsFromItsDayOnAndTheFormerEndsThere() {
    long id = propose(RateKind.FEEDBACK_TERM, Map.of("step", "ANSWER", "amount", "7"));
    String now =
        "select string_agg(working_days || ' ' || valid_from || ' ' || valid_to, ', '"
            + " order by valid_from) from feedback_term where step = 'ANSWER'";
    assertThat(transactions.value(now))
        .as("a proposal changes nothing")
        .isEqualTo("5 2025-01-01 infinity");
    approve(id);
    assertThat(transactions.value(now)).isEqualTo("5 2025-01-01 2026-12-01, 7 2026-12-01 infinity");
    assertThat(rates.rates())
        .filteredOn(one -> one.what() == RateKind.FEEDBACK_TERM && one.key().equals("ANSWER"))
        .hasSize(2);
    long again = propose(RateKind.FEEDBACK_TERM, Map.of("step", "ANSWER", "amount", "9"));
    assertThatThrownBy(() -> approve(again)).isInstanceOf(RateFailure.AlreadySet.class);
    assertThat(
            transactions.value("select count(*) from audit_entry where action = 'rates.approve'"))
        .isEqualTo("1");
  }

  @Test
  void allKindsOfTermsCanBeWritten() {
    approve(
        propose(
            RateKind.PETITION_TERM,
            Map.of(
                "petition",
                "COMPLAINT",
                "step",
                "SETTLE",
                "amount",
                "45",
                "unit",
                "calendar_days")));
    approve(propose(RateKind.RATING_SETTING, Map.of("amount", "3", "device", "6")));
    approve(
        propose(
            RateKind.CERTIFICATION_FEE,
            Map.of(
                "book",
                "COPY",
                "firstPages",
                "2",
                "firstAmount",
                "3000",
                "nextAmount",
                "1500",
                "cap",
                "250000",
                "basis",
                "NQ 9/2026",
                "beneficiary",
                "mau")));
    approve(
        propose(
            RateKind.BENEFICIARY,
            Map.of("code", "kho-bac", "name", "Kho bạc", "bin", "970415", "account", "123456")));
    approve(
        propose(
            RateKind.PROCEDURE_FEE,
            Map.of(
                "procedure",
                "9.000001",
                "feeKind",
                "FEE",
                "name",
                "Phí thẩm định",
                "amount",
                "500000",
                "basis",
                "NQ 9/2026",
                "beneficiary",
                "kho-bac")));
    assertThat(
            transactions.value(
                "select f.amount || ' ' || b.citation || ' ' || b.certainty from fee_schedule f"
                    + " join legal_basis b on b.id = f.basis_id"))
        .as("the basis is data, unsure until somebody has seen its text")
        .isEqualTo("500000 NQ 9/2026 UNSURE");
    assertThat(transactions.value("select count(*) from certification_fee where book = 'COPY'"))
        .isEqualTo("2");
    assertThat(transactions.value("select working_days from feedback_term where step = 'ANSWER'"))
        .isEqualTo("5");
    assertThat(transactions.value("select count(*) from rating_setting")).isEqualTo("2");
  }

  @Test
  void aBasisIsConfirmedEndsAndThenCarriesNoFee() {
    people.caller = "quantri";
    long id =
        transactions.in(
            () ->
                rates.propose(
                    RateKind.LEGAL_BASIS,
                    Map.of(
                        "basis",
                        "TT 226/2016/TT-BTC",
                        "certainty",
                        "CONFIRMED",
                        "last",
                        "2026-11-30"),
                    LocalDate.of(2017, 1, 1),
                    "Công báo"));
    approve(id);
    assertThat(
            transactions.value(
                "select b.certainty || ' ' || b.valid_to from certification_fee f"
                    + " join legal_basis b on b.id = f.basis_id where f.book = 'COPY'"))
        .isEqualTo("CONFIRMED 2026-12-01");
    long fee =
        propose(
            RateKind.CERTIFICATION_FEE,
            Map.of(
                "book",
                "SIGNATURE",
                "firstPages",
                "1",
                "firstAmount",
                "15000",
                "nextAmount",
                "0",
                "cap",
                "0",
                "basis",
                "TT 226/2016/TT-BTC",
                "beneficiary",
                "mau"));
    assertThatThrownBy(() -> approve(fee)).isInstanceOf(PaymentFailure.BasisOver.class);
    assertThat(transactions.value("select status from rate_proposal where id = " + fee))
        .as("nothing half-written")
        .isEqualTo("PROPOSED");
  }

  @Test
  void fourEyesAndLaterDaysOnly() {
    long id = propose(RateKind.RATING_SETTING, Map.of("amount", "3", "device", "6"));
    assertThatThrownBy(() -> transactions.run(() -> rates.decide(id, 0, true, "")))
        .isInstanceOf(RateFailure.OwnProposal.class);
    people.caller = "lanhdao";
    transactions.run(() -> rates.decide(id, 0, false, "Chưa đủ căn cứ"));
    assertThat(rates.proposals().getFirst().note()).isEqualTo("Chưa đủ căn cứ");
    assertThatThrownBy(() -> approve(id)).isInstanceOf(RateFailure.ChangedMeanwhile.class);
    assertThat(transactions.value("select count(*) from rating_setting")).isEqualTo("1");
    people.caller = "quantri";
    assertThatThrownBy(
            () ->
                rates.propose(
                    RateKind.RATING_SETTING,
                    Map.of("amount", "3", "device", "6"),
                    LocalDate.of(2026, 11, 20),
                    "x"))
        .isInstanceOf(RateFailure.PastDay.class);
    assertThatThrownBy(() -> propose(RateKind.FEEDBACK_TERM, Map.of("step", "ANSWER")))
        .isInstanceOf(RateFailure.Unclear.class);
    assertThatThrownBy(() -> propose(RateKind.BENEFICIARY, Map.of("code", "x", "name", "X")))
        .isInstanceOf(RateFailure.Unclear.class);
    people.caller = "tiepnhan";
    assertThatThrownBy(() -> rates.propose(RateKind.RATING_SETTING, Map.of(), FROM, "x"))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
  }
}
