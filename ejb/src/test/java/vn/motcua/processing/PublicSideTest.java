package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.processing.DossierBuilder.DUE;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.events.CloseReason;
import vn.motcua.events.RatingPlace;
import vn.motcua.portal.PortalFailure;
import vn.motcua.portal.PortalService;
import vn.motcua.portal.TrackedDossier;
import vn.motcua.portal.TrackedDossier.Stage;
import vn.motcua.satisfaction.Rating;
import vn.motcua.satisfaction.RatingFailure;
import vn.motcua.satisfaction.RatingInvitations;
import vn.motcua.satisfaction.RatingService;
import vn.motcua.satisfaction.RatingWork;
import vn.motcua.worktime.BundledCalendars;

/** What applicants see and say, on a real PostgreSQL. */
class PublicSideTest {

  private static final Instant NEXT_DAY = RECEIVED.plus(Duration.ofDays(1));
  private static final Rating HAPPY =
      new Rating(List.of(5, 4, 5, 0, 4), 5, "", RatingPlace.LINK, "");

  private final ProcessingWorld world = new ProcessingWorld();
  private Instant now = NEXT_DAY;
  private final RatingInvitations invitations =
      new RatingInvitations(world.transactions.database(), new SecureRandom());
  private final RatingWork ratings =
      new RatingWork(world.transactions.database(), world.transactions.dossiers());
  private final RatingService publicRatings =
      new RatingService(world.transactions.database(), ratings, () -> now);
  private final PortalService portal =
      new PortalService(
          world.transactions.database(), invitations, () -> now, new BundledCalendars());

  @Test
  void theTokenShowsWhereItStandsWithoutPersonalData() {
    long id = world.dossiers.received();
    TrackedDossier seen = portal.track(token(id));
    assertThat(seen.stage()).isEqualTo(Stage.IN_PROGRESS);
    assertThat(seen.owner()).isEqualTo("N. T. T.");
    assertThat(seen.dueAt()).isEqualTo(DUE);
    assertThat(seen.steps())
        .extracting(TrackedDossier.Step::name)
        .containsExactly("Đang xử lý", "Đang thẩm định", "Đang ký duyệt", "Có kết quả");
    assertThat(seen.steps().getFirst().present()).isTrue();
    assertThat(seen.toString()).doesNotContain("Nguyễn", "001190123456", "0912345678");
  }

  @Test
  void everyStageIsTold() {
    long id = world.dossiers.received();
    now = DUE.plusSeconds(1);
    assertThat(portal.track(token(id)).stage()).isEqualTo(Stage.LATE);
    now = NEXT_DAY;
    world.request(world.seen(id), SupplementItems.of(List.of("Bản vẽ"), "Thiếu"), NEXT_DAY, "mot");
    TrackedDossier waiting = portal.track(token(id));
    assertThat(waiting.stage()).isEqualTo(Stage.WAITING_FOR_YOU);
    assertThat(waiting.missing()).containsExactly("Bản vẽ");
    world.answer(world.seen(id), NEXT_DAY, "clerk");
    assertThat(portal.track(token(id)).moved()).isTrue();
    world.pause(world.seen(id), new Grounds("Thuế", "1"), NEXT_DAY, "mot");
    assertThat(portal.track(token(id)).stage()).isEqualTo(Stage.PAUSED);
    world.resume(world.seen(id), NEXT_DAY, "mot");
    refuse(id);
    assertThat(portal.track(token(id)).stage()).isEqualTo(Stage.REFUSED);

    long withdrawn = world.dossiers.received();
    world.close(
        world.seen(withdrawn), CloseReason.WITHDRAWN, new Grounds("Rút", ""), NEXT_DAY, "clerk");
    assertThat(portal.track(token(withdrawn)).stage()).isEqualTo(Stage.CLOSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "H26.99-261116-0001", "token-999999-0123456789", "' or 1=1 --"})
  void nothingButTheTokenOpensIt(String guess) {
    world.dossiers.received();
    assertThatThrownBy(() -> portal.track(guess)).isInstanceOf(PortalFailure.Unknown.class);
  }

  @Test
  void aRefusedDossierIsRatedOnceAndAnUnhappyAnswerOpensAFollowUp() {
    long id = world.dossiers.received();
    refuse(id);
    invite(id);
    String link = invitations.open(id, now).orElseThrow();
    assertThat(publicRatings.asked(link).procedure()).isEqualTo("Cấp giấy phép thử");
    Rating unhappy = new Rating(List.of(5, 4, 2, 0, 4), 3, " Chờ lâu ", RatingPlace.QR, "");
    world.transactions.run(() -> publicRatings.rate(link, unhappy));
    assertThat(
            world.value(
                "select array_to_string(answers, ',') || ' ' || trust || ' ' || comment || ' '"
                    + " || follow_up from rating"))
        .isEqualTo("5,4,2,0,4 3 Chờ lâu OPEN");
    assertThat(world.history(id)).endsWith("RATED");
    assertThatThrownBy(() -> world.transactions.run(() -> publicRatings.rate(link, HAPPY)))
        .isInstanceOf(RatingFailure.AlreadyGiven.class);
    assertThat(publicRatings.asked(link).given()).isTrue();
    assertThat(invitations.open(id, now)).isEmpty();
  }

  @Test
  void anInvitationStaysTheSameUntilItIsUsedOrRunsOut() {
    long id = world.dossiers.received();
    invite(id);
    String link = invitations.open(id, now).orElseThrow();
    invite(id);
    assertThat(invitations.open(id, now)).contains(link);
    now = now.plus(Duration.ofDays(61));
    assertThatThrownBy(() -> publicRatings.asked(link)).isInstanceOf(RatingFailure.Unknown.class);
    assertThatThrownBy(() -> world.transactions.run(() -> publicRatings.rate(link, HAPPY)))
        .isInstanceOf(RatingFailure.Unknown.class);
    assertThat(world.value("select count(*) from rating")).isEqualTo("0");
  }

  @Test
  void nothingOrSomethingOffTheScaleIsNoRating() {
    long id = world.dossiers.received();
    invite(id);
    String link = invitations.open(id, now).orElseThrow();
    for (List<Integer> answers :
        List.of(List.of(0, 0, 0, 0, 0), List.of(6, 1, 1, 1, 1), List.of(5, 5))) {
      Rating rating = new Rating(answers, 0, "", RatingPlace.LINK, "");
      assertThatThrownBy(() -> world.transactions.run(() -> publicRatings.rate(link, rating)))
          .isInstanceOf(RatingFailure.Incomplete.class);
    }
    world.transactions.run(() -> publicRatings.rate(link, HAPPY));
    assertThat(world.value("select follow_up from rating")).isEmpty();
  }

  private void refuse(long id) {
    SignedResult refused =
        new SignedResult("1/TB", LocalDate.of(2026, 11, 16), "Bà A", true, "Không đủ", null);
    world.finish(world.seen(id), refused, NEXT_DAY, "mot");
  }

  private void invite(long id) {
    world.transactions.run(() -> invitations.invite(id, now));
  }

  private static String token(long id) {
    return "token-%d-0123456789".formatted(id);
  }
}
