package vn.motcua.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.world.CityWorld;

/** Certified copies and signatures on a real PostgreSQL. */
class CertificationTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final CityWorld city = new CityWorld();
  private final CertificationService service =
      new CertificationService(
          city.database, city.access, city.trail, city.recorder, city.dossiers, city.clock);
  private final int branch = city.branch();
  private final int agency = city.commune();

  @ParameterizedTest
  @CsvSource({
    "1, 1, 2000",
    "2, 1, 4000",
    "3, 1, 5000",
    "10, 3, 36000",
    "198, 1, 200000",
    "199, 1, 200000",
    "500, 2, 400000"
  })
  void aCopyCostsByPageAndNoMoreThanTheCap(int pages, int copies, long fee) {
    assertThat(city.call(() -> service.fee(Book.COPY, false, pages, copies))).isEqualTo(fee);
  }

  @Test
  void oneSheetIsReceivedFinishedAndReturnedTheSameDay() {
    Certification done = city.call(() -> service.certify(branch, copy("Bằng tốt nghiệp", 3, 2)));
    assertThat(done.numberText()).isEqualTo("1/2026-SCT/BS");
    assertThat(done.fee()).isEqualTo(10_000);
    long id = Long.parseLong(city.value("select id from dossier"));
    assertThat(city.history(id)).isEqualTo("RECEIVED STEP STEP FINISHED RETURNED");
    assertThat(
            city.value(
                "select state || ' ' || outcome || ' ' || (finished_at <= due_at) || ' '"
                    + " || (returned_at = received_at) from dossier"))
        .isEqualTo("FINISHED GRANTED true true");
    assertThat(city.value("select count(*) from dossier_task where completed_at is null"))
        .as("nobody finds it in a worklist")
        .isEqualTo("0");
    assertThat(city.value("select count(*) from receipt"))
        .as("no receipt unless asked")
        .isEqualTo("0");
    assertThat(city.value("select fee_amount from dossier_intake")).isEqualTo("10000");
    assertThat(city.call(() -> service.day(branch, TODAY))).hasSize(1);
    assertThat(city.call(() -> service.day(branch, TODAY.minusDays(1)))).isEmpty();
  }

  @Test
  void anElectronicCopyStandsInTheSameBookWithAFeeOfItsOwn() {
    city.call(() -> service.certify(branch, copy("Trên giấy", 1, 1)));
    city.execute("update certification_fee set first_amount = 3000 where book = 'ELECTRONIC_COPY'");
    Certification done = city.call(() -> service.certify(branch, electronic(Book.COPY)));
    assertThat(done.numberText()).isEqualTo("2/2026-SCT/BS");
    assertThat(done.electronic()).isTrue();
    assertThat(done.fee()).as("two pages at the configured fee").isEqualTo(6_000);
    assertThat(city.call(() -> service.fee(Book.COPY, false, 2, 1))).isEqualTo(4_000);
    assertThat(
            city.value(
                "select string_agg(e.electronic || ' ' || r.channel, ', ' order by e.number)"
                    + " from certification_entry e"
                    + " join result_return r on r.dossier_id = e.dossier_id"))
        .isEqualTo("false COUNTER, true ELECTRONIC");
    assertThat(city.value("select string_agg(name, ', ' order by assessment_id) from fee_line"))
        .isEqualTo("Phí chứng thực bản sao, Phí chứng thực bản sao điện tử");
    assertThatThrownBy(() -> city.call(() -> service.certify(branch, electronic(Book.SIGNATURE))))
        .isInstanceOf(CertificationFailure.Invalid.class);
  }

  @Test
  void postStaffDoNotCertify() {
    city.execute(
        "update staff set kind = 'POST_STAFF'"
            + " where id = (select staff_id from account where login = 'lan')");
    assertThatThrownBy(() -> city.call(() -> service.certify(branch, copy("A", 1, 1))))
        .isInstanceOf(IdentityFailure.NotForPostStaff.class);
    assertThat(city.value("select count(*) from dossier")).isEqualTo("0");
  }

  @Test
  void theSameSheetPressedTwiceHasOneNumber() {
    CertificationOrder order = copy("Giấy khai sinh", 1, 1);
    Certification first = city.call(() -> service.certify(branch, order));
    assertThat(city.call(() -> service.certify(branch, order))).isEqualTo(first);
    assertThat(city.value("select count(*) from dossier")).isEqualTo("1");
  }

  @Test
  void signaturesHaveTheirOwnBookAndNeedTheCard() {
    city.call(() -> service.certify(branch, copy("A", 1, 1)));
    assertThatThrownBy(() -> city.call(() -> service.certify(branch, signature(""))))
        .isInstanceOf(CertificationFailure.Invalid.class);
    Certification done = city.call(() -> service.certify(branch, signature("001190000001")));
    assertThat(done.numberText()).isEqualTo("1/2026-SCT/CK");
    assertThat(done.fee()).isEqualTo(10_000);
  }

  @Test
  void bookNumbersHaveNoGapsUnderConcurrencyAndRefusals() throws Exception {
    List<Callable<Integer>> sheets = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int number = i;
      sheets.add(
          () -> {
            try {
              return city.call(
                  () -> {
                    int taken = service.certify(branch, copy("Giấy tờ " + number, 1, 1)).number();
                    if (number % 8 == 0) {
                      throw new IllegalStateException("rolled back");
                    }
                    return taken;
                  });
            } catch (IllegalStateException rolledBack) {
              return 0;
            }
          });
    }
    List<Integer> numbers = new ArrayList<>();
    try (ExecutorService clerks = Executors.newFixedThreadPool(10)) {
      for (Future<Integer> future : clerks.invokeAll(sheets)) {
        if (future.get() > 0) {
          numbers.add(future.get());
        }
      }
    }
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 35).boxed().toList());
  }

  @Test
  void aNewYearBeginsANewBook() {
    city.call(() -> service.certify(branch, copy("A", 1, 1)));
    city.at("2027-01-04T03:00:00Z");
    assertThat(city.call(() -> service.certify(branch, copy("B", 1, 1))).numberText())
        .isEqualTo("1/2027-SCT/BS");
  }

  @Test
  void theFeeGoesTheWayOfAllMoney() {
    city.call(() -> service.certify(branch, copy("Thu sau", 3, 1)));
    assertThat(
            city.value(
                "select r.amount || ' ' || l.legal_basis from payment_request r"
                    + " join fee_line l on l.assessment_id = r.assessment_id"))
        .as("without a counter it is owed, on a basis without remarks")
        .isEqualTo("5000 TT 226/2016/TT-BTC");
    assertThat(city.value("select count(*) from payment")).isEqualTo("0");
    Certification paid =
        city.call(
            () ->
                service.certify(
                    branch,
                    new CertificationOrder(
                        UUID.randomUUID(),
                        Book.COPY,
                        agency,
                        "Trần Văn B",
                        "",
                        "Thu ngay",
                        1,
                        2,
                        "Quầy 1")));
    assertThat(paid.receipt()).isEqualTo("MC%d-26 1".formatted(branch));
    assertThat(city.value("select method || ' ' || counter || ' ' || amount from payment"))
        .as("what the counter's closing counts")
        .isEqualTo("CASH Quầy 1 4000");
    city.value("update counter_day set closed = true returning 1");
    assertThatThrownBy(
            () ->
                city.call(
                    () ->
                        service.certify(
                            branch,
                            new CertificationOrder(
                                UUID.randomUUID(),
                                Book.COPY,
                                agency,
                                "Trần Văn B",
                                "",
                                "Sau chốt ngày",
                                1,
                                1,
                                "Quầy 1"))))
        .isInstanceOf(vn.motcua.payment.PaymentFailure.DayClosed.class);
    assertThat(city.value("select count(*) from certification_entry"))
        .as("nothing half-written, and no number is lost")
        .isEqualTo("2");
  }

  @Test
  void eachClerkIsToldTheNumberOfHerOwnSheet() {
    Certification mine = city.call(() -> service.certify(branch, copy("Của Lan", 1, 1)));
    city.signIn("mai");
    Certification hers = city.call(() -> service.certify(branch, copy("Của Mai", 1, 1)));
    assertThat(city.call(() -> service.done(branch, hers.visitId()))).contains(hers);
    city.signIn("lan");
    assertThat(city.call(() -> service.day(branch, TODAY)).getFirst())
        .as("the latest of the branch is the colleague's")
        .isEqualTo(hers);
    assertThat(city.call(() -> service.done(branch, mine.visitId()))).contains(mine);
    city.signIn("hoa");
    assertThatThrownBy(() -> city.call(() -> service.done(branch, mine.visitId())))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThat(city.call(() -> service.done(city.unit("cn-cau-giay"), mine.visitId())))
        .as("with another branch's name it is nobody's")
        .isEmpty();
  }

  @Test
  void theDayIsCountedBeyondWhatIsListed() {
    city.call(() -> service.certify(branch, copy("Bằng", 3, 2)));
    city.execute(
        "alter table certification_entry drop constraint certification_entry_dossier_id_key");
    city.execute(
        """
        insert into certification_entry (dataset_id, agency_id, body_id, year, book, number,
          branch_id, occurred_at, clerk, requester, title, pages, copies, fee, dossier_id,
          request_id)
        select dataset_id, agency_id, body_id, year, book, number + n, branch_id, occurred_at,
          clerk, requester, title, pages, copies, fee, dossier_id, gen_random_uuid()
        from certification_entry, generate_series(1, 520) n""");
    assertThat(city.call(() -> service.day(branch, TODAY))).hasSize(500);
    assertThat(city.call(() -> service.total(branch, TODAY)))
        .isEqualTo(new DayTotal(521, 5_210_000));
    assertThat(city.call(() -> service.total(branch, TODAY.minusDays(1))))
        .isEqualTo(new DayTotal(0, 0));
    city.signIn("hoa");
    assertThatThrownBy(() -> city.call(() -> service.total(branch, TODAY)))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  @Test
  void anotherBranchMayNot() {
    city.signIn("hoa");
    assertThatThrownBy(() -> city.call(() -> service.certify(branch, copy("A", 1, 1))))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThatThrownBy(() -> city.call(() -> service.day(branch, TODAY)))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  private CertificationOrder copy(String title, int pages, int copies) {
    return new CertificationOrder(
        UUID.randomUUID(), Book.COPY, agency, "Trần Văn B", "", title, pages, copies);
  }

  private CertificationOrder electronic(Book book) {
    return new CertificationOrder(
        UUID.randomUUID(), book, agency, "Trần Văn B", "001190000001", "Bằng", 2, 1, "", true);
  }

  private CertificationOrder signature(String number) {
    return new CertificationOrder(
        UUID.randomUUID(), Book.SIGNATURE, agency, "Trần Văn B", number, "Giấy ủy quyền", 4, 1);
  }
}
