package vn.motcua.ministry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.DossierState;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.portal.PortalService;
import vn.motcua.portal.TrackedDossier;
import vn.motcua.processing.ElsewhereDesk;
import vn.motcua.processing.StatusMeaning;
import vn.motcua.reception.DossierEntry;
import vn.motcua.reception.Finding;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.reception.PersonEntry;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.reception.ReturnChannel;
import vn.motcua.satisfaction.RatingInvitations;
import vn.motcua.world.CityWorld;

/** Dossiers that a ministry's own software processes, on a real PostgreSQL. */
class MinistryTest {

  private static final String SYSTEM = "Hộ tịch điện tử";

  private final CityWorld city = new CityWorld();
  private final RatingInvitations invitations =
      new RatingInvitations(city.database, new SecureRandom());
  private final StatusBook book =
      new StatusBook(city.database, ElsewhereDesk.of(city.transactions), invitations);
  private final StatusDoor door =
      new StatusDoor(city.database, city.access, city.trail, book, city.clock, 30);
  private final StatusWords words =
      new StatusWords(city.database, city.access, city.trail, book, city.clock);
  private final ExternalCodes codes =
      new ExternalCodes(city.database, city.access, city.trail, city.recorder, city.clock);

  private ReceivedDossier dossier;

  @BeforeEach
  void itsProcedureIsDecidedElsewhere() {
    city.execute(
        "update procedure_version set source_system = '%s' where procedure_id =".formatted(SYSTEM)
            + " (select id from procedure where dataset_id = 1 and code = '1.001193')");
    dossier = city.received(city.person(1));
    city.signIn("lan");
    city.run(() -> codes.link(dossier.code(), "HT-2026-1"));
    say("Đã tiếp nhận", StatusMeaning.RECEIVED);
    say("Yêu cầu bổ sung", StatusMeaning.SUPPLEMENT_REQUESTED);
    say("Đã bổ sung", StatusMeaning.SUPPLEMENTED);
    say("Có kết quả", StatusMeaning.RESULT_READY);
    say("Đã trả", StatusMeaning.RETURNED);
    say("Từ chối", StatusMeaning.REFUSED);
    say("Rút", StatusMeaning.WITHDRAWN);
    say("Đồng bộ dữ liệu", null);
    city.signIn("quantri");
  }

  @Test
  void nothingOfOursRunsAndTheBranchFollowsIt() {
    assertThat(city.history(dossier.id())).isEqualTo("RECEIVED STEP");
    assertThat(
            city.value(
                "select coalesce(process_id::text, 'none') from dossier_intake where dossier_id = "
                    + dossier.id()))
        .isEqualTo("none");
    assertThat(
            city.value(
                "select baseline_steps || ' ' || baseline_minutes from dossier_transition"
                    + " where kind = 'RECEIVED' and dossier_id = "
                    + dossier.id()))
        .isEqualTo("0 0");
    assertThat(present()).isEqualTo("CLERK Theo dõi trên phần mềm của bộ, ngành");
  }

  @Test
  void eachStatusIsAStepOfTheHistory() {
    Instant due = due();
    assertThat(told(1, "đã tiếp nhận ").verdict()).isEqualTo(StatusVerdict.APPLIED);
    city.wait(Duration.ofMinutes(30));
    assertThat(told(2, "YÊU CẦU BỔ SUNG").state()).isEqualTo(DossierState.PAUSED);
    assertThat(track().stage()).isEqualTo(TrackedDossier.Stage.WAITING_FOR_YOU);
    assertThat(track().system()).isEqualTo(SYSTEM);
    assertThat(track().externalCode()).isEqualTo("HT-2026-1");
    city.at("2026-11-23T03:00:00Z");
    assertThat(told(3, "Đã bổ sung").state()).isEqualTo(DossierState.OPEN);
    assertThat(due()).as("begins anew with the answer").isAfter(due);
    city.wait(Duration.ofHours(1));
    told(
        new ReportedStatus(
            4, "Có kết quả", city.now(), "", List.of(), "12/GKS", LocalDate.of(2026, 11, 23), ""));
    assertThat(present()).isEqualTo("CLERK Trả kết quả");
    city.wait(Duration.ofHours(1));
    assertThat(told(5, "Đã trả").verdict()).isEqualTo(StatusVerdict.APPLIED);
    assertThat(city.history(dossier.id()))
        .isEqualTo(
            "RECEIVED STEP STEP SUPPLEMENT_REQUESTED PAUSED DUE_MOVED RESUMED FINISHED RETURNED");
    assertThat(track().stage()).isEqualTo(TrackedDossier.Stage.RETURNED);
    assertThat(
            city.value(
                "select number || ' ' || signer from result_document where dossier_id = "
                    + dossier.id()))
        .isEqualTo("12/GKS " + SYSTEM);
    assertThat(invitations.open(dossier.id(), city.now())).isPresent();
    assertThat(
            city.value(
                "select count(*) from domain_event where aggregate_id = "
                    + dossier.id()
                    + " and dataset_id = 1"))
        .as("the stream hears of each")
        .isEqualTo("9");
  }

  @Test
  void theSameAgainIsAnsweredAndAnotherContentRefused() {
    StatusAnswer first = told(1, "Đã tiếp nhận");
    assertThat(first.repeated()).isFalse();
    assertThat(told(1, "Đã tiếp nhận")).isEqualTo(again(first));
    ReportedStatus uncounted = ReportedStatus.of(null, "Có kết quả", city.now());
    StatusAnswer second = told(uncounted);
    assertThat(told(uncounted)).isEqualTo(again(second));
    assertThat(city.history(dossier.id())).isEqualTo("RECEIVED STEP STEP FINISHED");
    assertThatThrownBy(() -> told(1, "Có kết quả"))
        .isInstanceOf(MinistryFailure.OtherContent.class);
  }

  @Test
  void twoSendersAtOnceMakeOneStep() throws Exception {
    ReportedStatus status = ReportedStatus.of(1, "Có kết quả", city.now());
    Callable<StatusAnswer> call =
        () -> {
          city.signIn("quantri");
          return told(status);
        };
    try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
      int fresh = 0;
      for (Future<StatusAnswer> one : senders.invokeAll(List.of(call, call, call, call))) {
        fresh += one.get().repeated() ? 0 : 1;
      }
      assertThat(fresh).isEqualTo(1);
    }
    assertThat(city.history(dossier.id())).isEqualTo("RECEIVED STEP FINISHED");
  }

  @Test
  void anUnknownWordIsKeptUntilSomebodySaysWhatItMeans() {
    StatusAnswer answer = told(1, "Trình ký số");
    assertThat(answer.verdict()).isEqualTo(StatusVerdict.UNKNOWN);
    assertThat(city.history(dossier.id())).isEqualTo("RECEIVED STEP");
    assertThat(city.call(words::unknown))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.word()).isEqualTo("Trình ký số");
              assertThat(one.first()).isEqualTo(dossier.code());
            });
    assertThat(city.call(() -> words.say(SYSTEM, "trình ký số", StatusMeaning.RECEIVED, 0)))
        .isEqualTo(1);
    assertThat(city.history(dossier.id())).isEqualTo("RECEIVED STEP STEP");
    assertThat(city.call(words::unknown)).isEmpty();
    assertThatThrownBy(() -> city.call(() -> words.say(SYSTEM, "Trình ký số", null, 0)))
        .isInstanceOf(MinistryFailure.WordChanged.class);
    assertThat(told(2, "Đồng bộ dữ liệu").verdict()).isEqualTo(StatusVerdict.NOTED);
    assertThat(city.history(dossier.id())).isEqualTo("RECEIVED STEP STEP");
  }

  @Test
  void whatComesTooEarlyWaitsAndWhatComesTooLateChangesNothing() {
    Instant ten = city.now();
    city.wait(Duration.ofHours(4));
    assertThat(told(2, "Đã bổ sung", ten.plusSeconds(3600)).verdict())
        .isEqualTo(StatusVerdict.WAITING);
    assertThat(told(1, "Yêu cầu bổ sung", ten.plusSeconds(600)).verdict())
        .isEqualTo(StatusVerdict.APPLIED);
    assertThat(city.history(dossier.id()))
        .isEqualTo("RECEIVED STEP SUPPLEMENT_REQUESTED PAUSED DUE_MOVED RESUMED");
    assertThat(told(4, "Đã trả", ten.plusSeconds(7200)).state()).isEqualTo(DossierState.FINISHED);
    assertThat(told(3, "Có kết quả", ten.plusSeconds(7000)).verdict())
        .isEqualTo(StatusVerdict.TOO_LATE);
    assertThat(told(5, "Rút", ten.plusSeconds(7300)).verdict()).isEqualTo(StatusVerdict.TOO_LATE);
    assertThat(city.history(dossier.id())).endsWith("RESUMED FINISHED RETURNED");
    assertThat(
            city.value(
                "select string_agg(verdict, ' ' order by number) from external_status"
                    + " where dossier_id = "
                    + dossier.id()))
        .isEqualTo("APPLIED APPLIED TOO_LATE APPLIED TOO_LATE");
  }

  @Test
  void neverBeforeTheReceiptAndNeverInTheFuture() {
    Instant before = city.now().minusSeconds(1800);
    assertThatThrownBy(() -> told(1, "Có kết quả", before))
        .isInstanceOf(MinistryFailure.Invalid.class);
    assertThat(told(1, "Đã tiếp nhận", before).verdict()).isEqualTo(StatusVerdict.APPLIED);
    assertThat(
            city.value(
                "select bool_and(occurred_at >= received) from dossier_transition,"
                    + " lateral (select received_at as received from dossier"
                    + " where id = dossier_id) d where dossier_id = "
                    + dossier.id()))
        .isEqualTo("t");
    assertThatThrownBy(() -> told(2, "Có kết quả", city.now().plusSeconds(301)))
        .isInstanceOf(MinistryFailure.Invalid.class);
    assertThat(told(2, "Có kết quả", city.now().plusSeconds(200)).verdict())
        .as("clocks may differ")
        .isEqualTo(StatusVerdict.APPLIED);
  }

  @Test
  void aRefusalAndAWithdrawalEndIt() {
    assertThat(told(1, "Từ chối").state()).isEqualTo(DossierState.FINISHED);
    assertThat(track().resultNegative()).isTrue();
    ReceivedDossier other = another("HT-2026-2");
    city.signIn("lan");
    StatusAnswer answer =
        city.call(
            () ->
                door.enter(
                    other.code(),
                    StatusMeaning.WITHDRAWN,
                    ReportedStatus.of(null, "Người nộp rút", city.now())));
    assertThat(answer.state()).isEqualTo(DossierState.CLOSED);
    assertThat(city.value("select close_reason from dossier where id = " + other.id()))
        .isEqualTo("WITHDRAWN");
    assertThat(
            city.value(
                "select count(*) from audit_entry where action = 'dossier.external-status'"
                    + " and login = 'lan'"))
        .isEqualTo("1");
  }

  @Test
  void onlyTheBranchsOwnMayTellOrEnter() {
    ReportedStatus status = ReportedStatus.of(1, "Có kết quả", city.now());
    for (String stranger : List.of("hoa", "minh", "khanh")) {
      city.signIn(stranger);
      assertThatThrownBy(() -> city.call(() -> door.report(SYSTEM, "HT-2026-1", status)))
          .isInstanceOf(IdentityFailure.class);
      assertThatThrownBy(
              () -> city.call(() -> door.enter(dossier.code(), StatusMeaning.RESULT_READY, status)))
          .isInstanceOf(IdentityFailure.class);
      assertThatThrownBy(() -> city.run(() -> codes.link(dossier.code(), "HT-9")))
          .isInstanceOf(IdentityFailure.class);
    }
    city.execute("update staff set kind = 'POST_STAFF' where full_name = 'Người mai'");
    city.signIn("mai");
    assertThatThrownBy(() -> city.call(() -> door.report(SYSTEM, "HT-2026-1", status)))
        .isInstanceOf(IdentityFailure.NotForPostStaff.class);
    assertThatThrownBy(() -> city.call(words::entries))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    city.signIn("lan");
    assertThatThrownBy(() -> city.call(() -> door.report(SYSTEM, "khong-co", status)))
        .isInstanceOf(MinistryFailure.UnknownDossier.class);
    assertThat(city.call(() -> door.report(SYSTEM, "ht-2026-1", status)).verdict())
        .isEqualTo(StatusVerdict.APPLIED);
  }

  @Test
  void oneAccountTellsOnlySoMuchWithinAMinute() {
    for (int i = 1; i <= 30; i++) {
      told(i, "Đồng bộ dữ liệu");
    }
    assertThatThrownBy(() -> told(31, "Đồng bộ dữ liệu"))
        .isInstanceOf(MinistryFailure.TooMany.class);
    city.wait(Duration.ofMinutes(1));
    assertThat(told(31, "Đồng bộ dữ liệu").verdict()).isEqualTo(StatusVerdict.NOTED);
  }

  @Test
  void aNumberIsOneDossiersAndStaysOnceStatusesCameInByIt() {
    ReceivedDossier other = another("HT-2026-2");
    city.signIn("lan");
    assertThatThrownBy(() -> city.run(() -> codes.link(other.code(), "ht-2026-1")))
        .isInstanceOf(MinistryFailure.CodeTaken.class);
    city.run(() -> codes.link(other.code(), "HT-2026-3"));
    city.signIn("quantri");
    told(1, "Đã tiếp nhận");
    city.signIn("lan");
    assertThatThrownBy(() -> city.run(() -> codes.link(dossier.code(), "HT-2026-4")))
        .isInstanceOf(MinistryFailure.CodeUsed.class);
  }

  @Test
  void theNumberTypedAtTheCounterIsKeptAndFindsTheDossier() {
    ReceivedDossier typed = city.received(city.person(4), birth(" ht-2026 9 "));
    assertThat(
            city.value(
                "select external_code || ' ' || linked_by || ' ' || registered"
                    + " from external_dossier where dossier_id = "
                    + typed.id()))
        .isEqualTo("ht-2026 9 lan false");
    assertThat(
            city.call(
                    () ->
                        door.report(
                            SYSTEM, "HT-2026 9", ReportedStatus.of(1, "Có kết quả", city.now())))
                .dossier())
        .isEqualTo(typed.code());
    for (String taken : List.of("HT-2026-1", "HT-2026 9", "x".repeat(101))) {
      assertThatThrownBy(() -> city.received(city.person(5), birth(taken)))
          .isInstanceOfSatisfying(
              IntakeFailure.Refused.class,
              refused ->
                  assertThat(refused.findings())
                      .extracting(Finding::path)
                      .containsExactly("dossiers.0.externalCode"));
    }
    city.execute(
        "update procedure_version set source_system = '' where procedure_id ="
            + " (select id from procedure where dataset_id = 1 and code = '1.001193')");
    ReceivedDossier ours = city.received(city.person(6), birth("HT-2026-1"));
    assertThat(city.value("select count(*) from external_dossier where dossier_id = " + ours.id()))
        .as("decided here: the number means nothing")
        .isEqualTo("0");
  }

  private static DossierEntry birth(String number) {
    DossierEntry birth = CityWorld.birth();
    return new DossierEntry(
        birth.procedureCode(),
        birth.channel(),
        birth.communeId(),
        birth.summary(),
        birth.copies(),
        birth.returnChannel(),
        birth.answers(),
        birth.papers(),
        number);
  }

  @Test
  void aDossierThatCameInThereIsRegisteredOnce() {
    Instant there = city.now().minusSeconds(3600);
    Registration from = registration("HT-77", there, city.person(7));
    ExternalCodes.Registered first = city.call(() -> codes.register(city.branch(), SYSTEM, from));
    assertThat(first.repeated()).isFalse();
    ExternalCodes.Registered second = city.call(() -> codes.register(city.branch(), SYSTEM, from));
    assertThat(second.code()).isEqualTo(first.code());
    assertThat(second.repeated()).isTrue();
    assertThat(
            city.value(
                "select d.received_at = '%s' and x.registered from dossier d".formatted(there)
                    + " join external_dossier x on x.dossier_id = d.id where d.code = '"
                    + first.code()
                    + "'"))
        .isEqualTo("t");
    assertThat(
            city.value(
                "select papers_baseline || ' ' || papers_brought from dossier_transition t"
                    + " join dossier d on d.id = t.dossier_id where t.kind = 'RECEIVED'"
                    + " and d.code = '"
                    + first.code()
                    + "'"))
        .as("its papers are there, nothing is measured")
        .isEqualTo("0 0");
    assertThat(
            city.call(
                    () ->
                        door.report(
                            SYSTEM, "HT-77", ReportedStatus.of(1, "Có kết quả", city.now())))
                .verdict())
        .isEqualTo(StatusVerdict.APPLIED);
    assertThatThrownBy(() -> city.call(() -> codes.register(city.branch(), "Phần mềm khác", from)))
        .isInstanceOf(MinistryFailure.Invalid.class);
    assertThatThrownBy(
            () ->
                city.call(
                    () ->
                        codes.register(
                            city.branch(),
                            SYSTEM,
                            registration(
                                "HT-78", city.now().minus(Duration.ofDays(61)), city.person(8)))))
        .isInstanceOf(MinistryFailure.Invalid.class);
  }

  private Registration registration(String code, Instant at, PersonEntry owner) {
    return new Registration(
        code, CityWorld.BIRTH, Channel.ONLINE, at, owner, null, null, "", ReturnChannel.COUNTER);
  }

  private ReceivedDossier another(String code) {
    ReceivedDossier other = city.received(city.person(2));
    city.signIn("lan");
    city.run(() -> codes.link(other.code(), code));
    city.signIn("quantri");
    return other;
  }

  private void say(String word, StatusMeaning meaning) {
    city.signIn("quantri");
    city.call(() -> words.say(SYSTEM, word, meaning, 0));
  }

  private StatusAnswer told(int number, String word) {
    return told(number, word, city.now());
  }

  private StatusAnswer told(int number, String word, Instant at) {
    return told(ReportedStatus.of(number, word, at));
  }

  private StatusAnswer told(ReportedStatus status) {
    return city.call(() -> door.report(SYSTEM, "HT-2026-1", status));
  }

  private static StatusAnswer again(StatusAnswer first) {
    return new StatusAnswer(
        first.id(), first.dossier(), first.verdict(), first.meaning(), first.state(), true);
  }

  private Instant due() {
    return Instant.parse(
        city.value(
            "select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                + " from dossier where id = "
                + dossier.id()));
  }

  private String present() {
    return city.value(
        "select role || ' ' || name from dossier_task where completed_at is null"
            + " and dossier_id = "
            + dossier.id());
  }

  private TrackedDossier track() {
    return new PortalService(city.database, invitations, city.clock, CityWorld.CALENDARS)
        .track(dossier.publicToken());
  }
}
