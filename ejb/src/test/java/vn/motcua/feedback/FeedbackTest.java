package vn.motcua.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.payment.PaymentWorld;
import vn.motcua.processing.DossierBuilder;
import vn.motcua.worktime.BundledCalendars;

/** The way of feedback on a real PostgreSQL; Tuesday 17 November 2026, 10:00 in Hanoi. */
class FeedbackTest {

  private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
  private static final LocalDate TO = LocalDate.of(2026, 12, 1);

  private final PaymentWorld world = new PaymentWorld();
  private final BundledCalendars calendars = new BundledCalendars();
  private final PublicFeedback people =
      new PublicFeedback(world.joined, () -> world.now, calendars);
  private final FeedbackDesk desk =
      new FeedbackDesk(world.joined, world.access, world.trail, () -> world.now, calendars);
  private final FeedbackWork work =
      new FeedbackWork(world.joined, world.access, world.trail, () -> world.now, calendars);
  private final ConductFigures figures = new ConductFigures(world.database);

  @Test
  void goesFromTheCitizenToAPublishedAnswerWithoutAnIdentity() {
    long dossier = world.dossiers.received();
    PublicFeedback.Sent sent = send(world.code(dossier));
    assertThat(sent.code()).startsWith("PA26-");
    long id = id(sent);
    assertThat(due(id)).as("two working days").isEqualTo(Instant.parse("2026-11-19T10:00:00Z"));
    assertThat(desk(true))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.title()).doesNotContain("Hà").contains(ProtectedText.GAP);
              assertThat(line.left().over()).isFalse();
            });
    assign(id, FeedbackClass.CONDUCT, DossierBuilder.BRANCH, DossierBuilder.DEPARTMENT);
    assertThat(due(id)).as("five working days").isEqualTo(Instant.parse("2026-11-25T10:00:00Z"));
    world.runAs("so", () -> work.markComplex(id, "Phải xác minh nhiều nơi"));
    assertThat(due(id)).as("15 working days").isEqualTo(Instant.parse("2026-12-09T10:00:00Z"));
    assertThatThrownBy(() -> world.runAs("so", () -> work.answer(id, "Đã kiểm tra.", null)))
        .isInstanceOf(FeedbackFailure.Missing.class);
    world.runAs("so", () -> work.answer(id, "Bà Nguyễn Thị Thu Hà nói đúng, đã xin lỗi.", true));
    FeedbackView view = world.as("so-lieu", () -> desk.open(id));
    assertThat(view.publicAnswer()).doesNotContain("Hà").contains(ProtectedText.GAP);
    assertThatThrownBy(
            () ->
                world.runAs(
                    "so-lieu", () -> work.publish(id, "Thái độ", view.publicBody(), view.answer())))
        .isInstanceOf(FeedbackFailure.StillNames.class);
    world.runAs(
        "so-lieu",
        () -> work.publish(id, view.publicTitle(), view.publicBody(), view.publicAnswer()));
    assertThat(people.published(0))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.toString())
                    .doesNotContain("Thu Hà", "0912", "gmail", "Quảng An", world.code(dossier)));
    assertThat(people.track(sent.token()).answer()).contains("nói đúng");
  }

  /** What came over the public page is sent there, and is not registered by hand. */
  @ParameterizedTest
  @EnumSource(FeedbackChannel.class)
  void everyChannelIsRegisteredAndCanBeFollowed(FeedbackChannel channel) {
    NewFeedback said =
        new NewFeedback("Chậm", "Hồ sơ bị chậm", null, "", "Lan", "0912345678", "", "Phố Huế");
    if (channel == FeedbackChannel.PORTAL) {
      assertThatThrownBy(() -> world.as("so-lieu", () -> desk.register(channel, said)))
          .isInstanceOf(FeedbackFailure.Missing.class);
      id(world.transactions.in(() -> people.send(said)));
    } else {
      PublicFeedback.Sent sent = world.as("so-lieu", () -> desk.register(channel, said));
      assertThat(people.track(sent.token()).state()).isEqualTo(FeedbackState.NEW);
      assertThat(due(id(sent))).isEqualTo(Instant.parse("2026-11-19T10:00:00Z"));
    }
    assertThat(world.value("select string_agg(channel, ' ') from feedback"))
        .isEqualTo(channel.name());
  }

  @Test
  void whoIsJudgedNeverJudges() {
    long id = id(send(""));
    assertThatThrownBy(
            () -> assign(id, FeedbackClass.CONDUCT, DossierBuilder.BRANCH, DossierBuilder.BRANCH))
        .isInstanceOf(FeedbackFailure.JudgeIsJudged.class);
    world.execute("update unit set parent_id = 9001 where id = 9003");
    assertThatThrownBy(
            () ->
                assign(
                    id, FeedbackClass.CONDUCT, DossierBuilder.BRANCH, DossierBuilder.OTHER_BRANCH))
        .as("one below it")
        .isInstanceOf(FeedbackFailure.JudgeIsJudged.class);
    // Everybody of this world is employed at the department: it may name another body as judge, and
    // still none of its people may sign.
    assign(id, FeedbackClass.CONDUCT, DossierBuilder.DEPARTMENT, DossierBuilder.BRANCH);
    assertThatThrownBy(() -> world.runAs("giam-doc", () -> work.answer(id, "Không đúng.", false)))
        .isInstanceOf(FeedbackFailure.JudgeIsJudged.class);
  }

  @Test
  void onlyTheOfficeAndTheJudgeSeeIt() {
    long id = id(send(""));
    assertThatThrownBy(() -> world.as("giam-doc", () -> desk.open(id)))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThatThrownBy(() -> world.as("thu", () -> desk.open(id)))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    assertThat(world.as("giam-doc", () -> desk.worklist(true))).isEmpty();
    FeedbackView seen = world.as("kiem-tra", () -> desk.open(id));
    assertThat(seen.sender()).isNull();
    assertThat(seen.toString()).doesNotContain("Thu Hà", "0912");
    assertThat(world.as("so-lieu", () -> desk.open(id)).sender().fullName())
        .isEqualTo("Nguyễn Thị Thu Hà");
  }

  @Test
  void isReopenedOnceAndRatedOnce() {
    PublicFeedback.Sent sent = send("");
    long id = id(sent);
    assign(id, FeedbackClass.REGULATION, DossierBuilder.BRANCH, DossierBuilder.DEPARTMENT);
    world.runAs("so", () -> work.answer(id, "Quy định như vậy.", null));
    world.transactions.run(() -> people.rate(sent.token(), 2, "Chưa rõ"));
    assertThatThrownBy(() -> world.transactions.run(() -> people.rate(sent.token(), 5, "")))
        .isInstanceOf(FeedbackFailure.WrongState.class);
    world.transactions.run(() -> people.reopen(sent.token(), "Chưa trả lời đúng câu hỏi"));
    assertThat(people.track(sent.token()).state()).isEqualTo(FeedbackState.NEW);
    assign(id, FeedbackClass.REGULATION, DossierBuilder.BRANCH, DossierBuilder.DEPARTMENT);
    world.runAs("so", () -> work.answer(id, "Trả lời lại.", null));
    assertThatThrownBy(() -> world.transactions.run(() -> people.reopen(sent.token(), "Nữa")))
        .isInstanceOf(FeedbackFailure.ReopenedBefore.class);
  }

  @Test
  void conditionsAreAskedForAndCanBeSupplemented() {
    assertThatThrownBy(
            () ->
                people.send(new NewFeedback("Chậm", "Hồ sơ bị chậm", null, "", "Lan", "", "", "")))
        .isInstanceOf(FeedbackFailure.Missing.class);
    assertThatThrownBy(() -> send("H26.99-000000-0000"))
        .isInstanceOf(FeedbackFailure.UnknownDossier.class);
    PublicFeedback.Sent sent = send("");
    long id = id(sent);
    world.runAs("so-lieu", () -> work.askForMore(id, "Việc xảy ra ở quầy nào?"));
    assertThat(people.track(sent.token()).maySupplement()).isTrue();
    world.transactions.run(() -> people.supplement(sent.token(), "Ở quầy 3"));
    assertThat(people.track(sent.token()).state()).isEqualTo(FeedbackState.NEW);
    world.runAs("so-lieu", () -> work.forward(id, "Công an Thành phố"));
    assertThat(people.track(sent.token()).decision()).isEqualTo("Công an Thành phố");
    assertThatThrownBy(() -> people.track("không-có")).isInstanceOf(FeedbackFailure.Unknown.class);
  }

  @Test
  void theTermsOfTheDayCount() {
    world.execute(
        "update feedback_term set valid_to = date '2026-11-01' where step = 'CLASSIFY';"
            + " insert into feedback_term (step, working_days, valid_from, source)"
            + " values ('CLASSIFY', 1, date '2026-11-01', 'mới')");
    assertThat(due(id(send("")))).isEqualTo(Instant.parse("2026-11-18T10:00:00Z"));
  }

  @Test
  void k1CountsUpheldConductByTheDayOfTheConduct() {
    for (int i = 0; i < 4; i++) {
      world.dossiers.received();
    }
    decided(LocalDate.of(2026, 11, 16), true);
    decided(LocalDate.of(2026, 11, 1), false);
    decided(LocalDate.of(2026, 10, 31), true);
    long pending = id(send(""));
    assign(pending, FeedbackClass.CONDUCT, DossierBuilder.BRANCH, DossierBuilder.DEPARTMENT);
    send("");
    ConductFigures.Conduct total = figures.total(1, FROM, TO);
    assertThat(total).isEqualTo(new ConductFigures.Conduct(null, 3, 2, 1, 1, 4));
    assertThat(figures.byUnit(1, FROM, TO))
        .containsExactly(new ConductFigures.Conduct(DossierBuilder.BRANCH, 3, 2, 1, 1, 4));
    assertThat(figures.ofBranch(1, DossierBuilder.BRANCH, FROM, TO))
        .isEqualTo(new ConductFigures.Conduct(DossierBuilder.BRANCH, 3, 2, 1, 1, 4));
    assertThat(figures.ofBranch(1, DossierBuilder.DEPARTMENT, FROM, TO))
        .as("an agency is no branch")
        .isEqualTo(new ConductFigures.Conduct(DossierBuilder.DEPARTMENT, 0, 0, 0, 0, 0));
  }

  @Test
  void theMostUrgentIsListedFirstAndAllAreCounted() {
    long urgent = id(send(""));
    world.execute(
        """
        with made as (
          insert into feedback (dataset_id, code, token, channel, received_at, registered_by,
            conduct_on, title, body, state, due_at)
          select dataset_id, 'PA-' || n, 'token-' || n, channel, received_at, registered_by,
            conduct_on, title, body, state, due_at + interval '1 day'
          from feedback, generate_series(1, 204) n returning id)
        insert into feedback_person (feedback_id, full_name, phone, email, address)
        select id, 'Lan', '', '', '' from made""");
    assertThat(world.as("so-lieu", () -> desk.worklist(true)))
        .hasSize(200)
        .first()
        .extracting(FeedbackLine::id)
        .isEqualTo(urgent);
    assertThat(world.as("so-lieu", () -> desk.waiting(true))).isEqualTo(205);
    assertThat(world.as("so-lieu", () -> desk.waiting(false))).isZero();
    assertThat(world.as("giam-doc", () -> desk.waiting(true))).as("judges none").isZero();
    assertThatThrownBy(() -> world.as("thu", () -> desk.waiting(true)))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  private void decided(LocalDate conductOn, boolean upheld) {
    long id = id(send("", conductOn));
    assign(id, FeedbackClass.CONDUCT, DossierBuilder.BRANCH, DossierBuilder.DEPARTMENT);
    world.runAs("so", () -> work.answer(id, "Đã xem xét.", upheld));
  }

  private PublicFeedback.Sent send(String dossier) {
    return send(dossier, null);
  }

  private PublicFeedback.Sent send(String dossier, LocalDate conductOn) {
    return world.transactions.in(
        () ->
            people.send(
                new NewFeedback(
                    "Chị Thu Hà bị nói nặng lời",
                    "Tôi là Nguyễn Thị Thu Hà, số 12 phố Quảng An, điện thoại 0912 345 678, thư"
                        + " thuha@gmail.com. Hồ sơ "
                        + dossier
                        + " bị cán bộ quầy 3 nói nặng lời.",
                    conductOn,
                    dossier,
                    "Nguyễn Thị Thu Hà",
                    "0912345678",
                    "thuha@gmail.com",
                    "12 phố Quảng An")));
  }

  private long id(PublicFeedback.Sent sent) {
    return Long.parseLong(world.value("select id from feedback where token = '%s'", sent.token()));
  }

  private Instant due(long id) {
    return Instant.ofEpochSecond(
        Long.parseLong(
            world.value(
                "select extract(epoch from due_at)::bigint from feedback where id = %d", id)));
  }

  private List<FeedbackLine> desk(boolean open) {
    return world.as("so-lieu", () -> desk.worklist(open));
  }

  private void assign(long id, FeedbackClass kind, int judged, int judge) {
    // The world's people are employed at the department; where the branch is judged they may sign.
    world.runAs("so-lieu", () -> work.assign(id, kind, judged, judge));
  }
}
