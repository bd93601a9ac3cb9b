package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.processing.DossierBuilder.DUE;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierFailure;
import vn.motcua.events.CloseReason;

/** From the agency's first step to the applicant's hands, on a real PostgreSQL. */
class ProcessingTest {

  private static final Instant MONDAY_11 = RECEIVED.plus(Duration.ofHours(2));
  private static final SignedResult GRANTED =
      new SignedResult("12/GP", LocalDate.of(2026, 11, 18), "Bà A, Giám đốc", false, "", null);
  private static final SignedResult REFUSED =
      new SignedResult("13/TB", LocalDate.of(2026, 11, 16), "Bà A", true, "Không đủ tuổi", null);
  private static final SupplementItems DEED = SupplementItems.of(List.of("Bản vẽ"), "Thiếu");

  private final ProcessingWorld world = new ProcessingWorld();

  @Test
  void goesFromStepToStepUntilTheResultIsHandedOver() {
    long id = world.dossiers.received();
    world.complete(world.seen(id), MONDAY_11, "mot");
    assertThat(world.step(id)).isEqualTo("Thẩm định");
    world.complete(world.seen(id), at("2026-11-17T03:00:00Z"), "mot");
    assertThat(world.step(id)).isEqualTo("Ký duyệt");

    world.finish(world.seen(id), GRANTED, at("2026-11-18T03:00:00Z"), "mot");
    assertThat(world.state(id)).isEqualTo("FINISHED");
    assertThat(world.step(id)).isEqualTo("Trả kết quả");
    assertThat(world.value("select unit_id from dossier_task where completed_at is null"))
        .as("back at the branch")
        .isEqualTo("9001");

    world.giveResult(world.seen(id), shown("4321"), at("2026-11-19T03:00:00Z"), "clerk");
    assertThat(world.value("select received_by || ' ' || checked_id from result_return"))
        .isEqualTo("Lê Văn Nhận …4321");
    assertThat(world.step(id)).isNull();
    assertThat(world.history(id)).isEqualTo("RECEIVED STEP STEP STEP STEP FINISHED RETURNED");
    assertThat(world.value("select count(*) from domain_event")).isEqualTo("7");
  }

  /** Two days and an hour by the clock, two working days. */
  @Test
  void usedTimeIsWorkingTimeWithoutLawfulPauses() {
    long id = atSigning();
    world.pause(world.seen(id), new Grounds("Thuế", "TB 1"), at("2026-11-17T01:00:00Z"), "mot");
    world.resume(world.seen(id), at("2026-11-18T01:00:00Z"), "mot");
    world.finish(world.seen(id), GRANTED, at("2026-11-18T03:00:00Z"), "mot");
    // Monday 9:00–17:00 without lunch is 7 hours, Tuesday is paused, Wednesday 8:00–10:00 is 2.
    assertThat(used(id)).isEqualTo(Integer.toString(9 * 60));
  }

  @Test
  void theStepsOwnTimeIsWorkingTime() {
    long id = world.dossiers.received();
    world.complete(world.seen(id), at("2026-11-20T09:00:00Z"), "mot");
    // Friday 16:00 and two working days: an hour, Monday, (Tuesday is a holiday), Wednesday 7.
    assertThat(stepDue(id)).isEqualTo("2026-11-25 09:00:00+00");
  }

  @Test
  void aGrantComesAfterTheAgencysLastStepARefusalAtAnyTime() {
    long early = world.dossiers.received();
    assertThatThrownBy(
            () -> world.finish(world.seen(early), GRANTED, at("2026-11-18T03:00:00Z"), "mot"))
        .isInstanceOf(ProcessingFailure.StepsRemain.class)
        .hasMessageContaining("Thẩm định");
    assertThat(world.history(early)).isEqualTo("RECEIVED STEP");
    world.finish(world.seen(early), REFUSED, MONDAY_11, "mot");
    assertThat(world.value("select outcome from dossier where id = %d", early))
        .isEqualTo("REFUSED");
    assertThat(world.step(early)).isEqualTo("Trả kết quả");
  }

  @Test
  void aStepThatEndsWithTheResultIsNotPassedOnWithoutIt() {
    long id = atSigning();
    assertThatThrownBy(() -> world.complete(world.seen(id), tomorrow(), "mot"))
        .isInstanceOf(ProcessingFailure.ResultMissing.class);
    assertThat(world.step(id)).isEqualTo("Ký duyệt");
  }

  @Test
  void pressedTwiceIsDoneOnce() {
    long id = world.dossiers.received();
    Seen seen = world.seen(id);
    world.complete(seen, MONDAY_11, "mot");
    world.complete(seen, MONDAY_11.plusSeconds(1), "mot");
    assertThat(world.step(id)).isEqualTo("Thẩm định");

    Seen atRefusal = world.seen(id);
    world.finish(atRefusal, REFUSED, tomorrow(), "mot");
    world.finish(atRefusal, REFUSED, tomorrow(), "mot");
    assertThat(world.value("select count(*) from result_document")).isEqualTo("1");

    Seen atReturn = world.seen(id);
    world.giveResult(atReturn, shown("4321"), tomorrow(), "clerk");
    world.giveResult(atReturn, shown("4321"), tomorrow(), "clerk");
    assertThat(world.history(id)).isEqualTo("RECEIVED STEP STEP STEP FINISHED RETURNED");
  }

  @Test
  void whoComesSecondIsToldWhoWasQuicker() {
    long id = world.dossiers.received();
    Seen seen = world.seen(id);
    world.complete(seen, MONDAY_11, "mot");
    assertThatThrownBy(() -> world.complete(seen, MONDAY_11, "hai"))
        .isInstanceOfSatisfying(
            ProcessingFailure.MovedOn.class,
            moved -> {
              assertThat(moved.httpStatus()).isEqualTo(409);
              assertThat(moved.message(Locale.of("vi")))
                  .contains("vừa được Trần Văn Một xử lý lúc", "tải lại");
            });
  }

  /** Many times, so that they really meet. */
  @Test
  void oneOfTwoAtOnceWinsAndTheOtherIsTold() throws Exception {
    try (var clerks = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 25; i++) {
        long id = world.dossiers.received();
        Seen seen = world.seen(id);
        CyclicBarrier together = new CyclicBarrier(2);
        List<String> answers =
            clerks
                .invokeAll(List.of(press(together, seen, "mot"), press(together, seen, "hai")))
                .stream()
                .map(ProcessingTest::answer)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder("done", "processing.moved-on");
        assertThat(world.history(id)).isEqualTo("RECEIVED STEP STEP");
        assertThat(world.step(id)).isEqualTo("Thẩm định");
      }
    }
  }

  @Test
  void whoTookTheStepMeanwhileIsNotOverrun() {
    long id = world.dossiers.received();
    Seen seen = world.seen(id);
    world.assign(seen, "hai", Instant.now(), "hai");
    assertThatThrownBy(() -> world.complete(seen, MONDAY_11, "mot"))
        .isInstanceOf(ProcessingFailure.MovedOn.class)
        .hasMessageContaining("Phạm Thị Hai");
    world.complete(world.seen(id), MONDAY_11, "hai");
  }

  @Test
  void aRequestInTimeStopsTheClockAndTheAnswerRestartsItFromZero() {
    long id = world.dossiers.received();
    // Received on Monday: three working days end on Thursday at closing.
    world.request(world.seen(id), DEED, at("2026-11-19T10:00:00Z"), "mot");
    assertThat(world.state(id)).isEqualTo("PAUSED");
    assertThat(world.value("select in_time from supplement_request")).isEqualTo("t");
    world.answer(world.seen(id), at("2026-11-26T02:00:00Z"), "clerk");
    assertThat(world.state(id)).isEqualTo("OPEN");
    // Thursday and four working days, whatever had been used before.
    assertThat(world.due(id)).isEqualTo(at("2026-12-02T10:00:00Z"));
    assertThat(world.value("select original_due_at = '%s' from dossier where id = %d", DUE, id))
        .isEqualTo("t");
    assertThat(world.value("select dossier_due_at from dossier_task where completed_at is null"))
        .isEqualTo("2026-12-02 10:00:00+00");
    assertThat(world.value("select promised_at from dossier_intake"))
        .isEqualTo("2026-12-02 10:00:00+00");
    assertThat(world.history(id))
        .isEqualTo("RECEIVED STEP SUPPLEMENT_REQUESTED PAUSED DUE_MOVED RESUMED");
  }

  @Test
  void aLateRequestNeitherStopsNorRestartsTheClock() {
    long id = world.dossiers.received();
    world.request(world.seen(id), DEED, at("2026-11-19T10:00:00.001Z"), "mot");
    assertThat(world.state(id)).isEqualTo("OPEN");
    assertThat(world.value("select in_time from supplement_request")).isEqualTo("f");
    Seen seen = world.seen(id);
    world.answer(seen, at("2026-11-20T02:00:00Z"), "clerk");
    world.answer(seen, at("2026-11-20T02:00:01Z"), "clerk");
    assertThat(world.due(id)).isEqualTo(DUE);
    assertThat(world.history(id)).isEqualTo("RECEIVED STEP SUPPLEMENT_REQUESTED");
  }

  @Test
  void aSecondRequestOfTheEpisodeNeedsTheDirector() {
    long first = world.dossiers.received();
    long sameEpisode = world.dossiers.received();
    world.request(world.seen(first), DEED, MONDAY_11, "mot");
    assertThatThrownBy(() -> world.request(world.seen(first), DEED, MONDAY_11, "mot"))
        .as("one is open")
        .isInstanceOf(ProcessingFailure.AlreadyRequested.class);
    world.answer(world.seen(first), tomorrow(), "clerk");

    for (long id : List.of(first, sameEpisode)) {
      assertThatThrownBy(() -> world.request(world.seen(id), DEED, tomorrow(), "mot"))
          .isInstanceOf(ProcessingFailure.SecondRequest.class);
    }
    SupplementItems allowed =
        new SupplementItems(List.of("Bản vẽ"), "Thiếu", false, "giamdoc", "Luật mới");
    world.request(world.seen(sameEpisode), allowed, tomorrow(), "giamdoc");
    assertThat(second(sameEpisode)).isEqualTo("t f");
  }

  @Test
  void aRecheckOfTheSameItemsIsCountedApart() {
    long id = world.dossiers.received();
    world.request(world.seen(id), DEED, MONDAY_11, "mot");
    world.answer(world.seen(id), tomorrow(), "clerk");
    SupplementItems more =
        new SupplementItems(List.of("Bản vẽ", "Ảnh"), "Chưa đạt", true, null, "");
    assertThatThrownBy(() -> world.request(world.seen(id), more, tomorrow(), "mot"))
        .isInstanceOf(ProcessingFailure.NotTheSameItems.class);
    SupplementItems same = new SupplementItems(List.of("Bản vẽ"), "Chưa đạt", true, null, "");
    world.request(world.seen(id), same, tomorrow(), "mot");
    assertThat(second(id)).isEqualTo("f t");
    assertThat(world.value("select requests from request_episode")).isEqualTo("1");
  }

  @Test
  void withoutAnAnswerItIsClosedAfterFifteenDaysAndNotBefore() {
    long id = world.dossiers.received();
    world.request(world.seen(id), DEED, MONDAY_11, "mot");
    Grounds why = new Grounds("Không bổ sung", "");
    // Fifteen days from Monday the 16th end on Tuesday 1 December.
    Instant last = at("2026-12-01T10:00:00Z");
    assertThatThrownBy(
            () -> world.close(world.seen(id), CloseReason.NO_SUPPLEMENT, why, last, "mot"))
        .isInstanceOf(ProcessingFailure.TooEarly.class);
    world.close(world.seen(id), CloseReason.NO_SUPPLEMENT, why, last.plusMillis(1), "mot");
    assertThat(world.state(id)).isEqualTo("CLOSED");
    assertThat(world.step(id)).isNull();
  }

  @Test
  void aPauseWithItsDocumentMovesTheDueMomentOneWithoutDoesNot() {
    long lawful = world.dossiers.received();
    world.pause(world.seen(lawful), new Grounds("Chờ thuế", "TB 9"), tomorrow(), "mot");
    assertThatThrownBy(() -> world.complete(world.seen(lawful), tomorrow(), "mot"))
        .isInstanceOf(DossierFailure.NotAllowed.class);
    world.resume(world.seen(lawful), at("2026-11-19T02:00:00Z"), "mot");
    assertThat(world.due(lawful)).isAfter(DUE);
    assertThat(world.value("select reason || document from dossier_statement"))
        .isEqualTo("Chờ thuếTB 9");

    long bare = world.dossiers.received();
    world.pause(world.seen(bare), new Grounds("Chờ", ""), tomorrow(), "mot");
    world.resume(world.seen(bare), at("2026-11-19T02:00:00Z"), "mot");
    assertThat(world.due(bare)).isEqualTo(DUE);
  }

  @Test
  void theWaitForAnAnswerIsNotEndedByHand() {
    long id = world.dossiers.received();
    world.request(world.seen(id), DEED, MONDAY_11, "mot");
    assertThatThrownBy(() -> world.resume(world.seen(id), tomorrow(), "mot"))
        .isInstanceOf(ProcessingFailure.AlreadyRequested.class);
  }

  @Test
  void onlyWhoMayTakeTheResultGetsIt() {
    long id = atSigning();
    world.finish(world.seen(id), GRANTED, at("2026-11-18T03:00:00Z"), "mot");
    Instant later = at("2026-11-19T03:00:00Z");
    for (String wrong : List.of("", "1111", "321", "001080654320", "0010806543210")) {
      assertThatThrownBy(() -> world.giveResult(world.seen(id), shown(wrong), later, "clerk"))
          .as(wrong)
          .isInstanceOf(ProcessingFailure.NotTheReceiver.class);
    }
    world.giveResult(world.seen(id), shown("001 190 123 456"), later, "clerk");
    assertThat(world.value("select received_by || ' ' || checked_id from result_return"))
        .isEqualTo("Nguyễn Thị Thử …3456");
  }

  private long atSigning() {
    long id = world.dossiers.received();
    world.complete(world.seen(id), RECEIVED, "mot");
    world.complete(world.seen(id), RECEIVED, "mot");
    return id;
  }

  private Callable<String> press(CyclicBarrier together, Seen seen, String actor) {
    return () -> {
      together.await();
      try {
        world.complete(seen, MONDAY_11, actor);
        return "done";
      } catch (ProcessingFailure refused) {
        return refused.code();
      }
    };
  }

  private static String answer(java.util.concurrent.Future<String> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String used(long id) {
    return world.value(
        "select used_minutes from dossier_transition where kind = 'FINISHED' and dossier_id = %d",
        id);
  }

  private String stepDue(long id) {
    return world.value(
        "select due_at from dossier_task where completed_at is null and dossier_id = %d", id);
  }

  /** Second of the episode, re-check. */
  private String second(long id) {
    return world.value(
        """
        select case when second_of_episode then 't' else 'f' end || ' '
          || case when recheck then 't' else 'f' end
        from dossier_transition where dossier_id = %d and kind = 'SUPPLEMENT_REQUESTED'
        order by sequence desc limit 1""",
        id);
  }

  private static HandOver shown(String digits) {
    return new HandOver(HandOver.Channel.COUNTER, "", digits, false);
  }

  private static Instant tomorrow() {
    return RECEIVED.plus(Duration.ofDays(1));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
