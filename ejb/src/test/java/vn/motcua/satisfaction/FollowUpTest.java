package vn.motcua.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.events.RatingPlace;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.payment.PaymentWorld;
import vn.motcua.worktime.BundledCalendars;

/** After unhappy ratings, on a real PostgreSQL. */
class FollowUpTest {

  private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
  private static final LocalDate TO = LocalDate.of(2026, 12, 1);

  private final PaymentWorld world = new PaymentWorld();
  private final FollowUpService followUps =
      new FollowUpService(
          world.joined, world.access, world.trail, () -> world.now, new BundledCalendars());
  private final RatingInvitations invitations =
      new RatingInvitations(world.joined, new SecureRandom());
  private final RatingWork ratings = new RatingWork(world.joined, world.transactions.dossiers());

  @Test
  void twoOrLessOpensAFollowUpWithADueDayAndAnOutcome() {
    long unhappy = rated(2, "");
    rated(5, "");
    FollowUp open = world.as("giam-doc", () -> followUps.list(true)).getFirst();
    assertThat(open.dossierId()).isEqualTo(unhappy);
    assertThat(world.as("giam-doc", () -> followUps.count(true))).isEqualTo(1);
    assertThat(world.as("giam-doc", () -> followUps.count(false))).isZero();
    assertThat(open.dueAt()).as("5 working days").isEqualTo(Instant.parse("2026-11-25T10:00:00Z"));
    assertThat(open.comment()).isEqualTo("Chờ lâu");
    world.runAs("giam-doc", () -> followUps.take(unhappy));
    assertThatThrownBy(() -> world.runAs("giam-doc", () -> followUps.close(unhappy, " ")))
        .isInstanceOf(RatingFailure.Missing.class);
    world.runAs("giam-doc", () -> followUps.close(unhappy, "Đã gọi điện xin lỗi"));
    assertThatThrownBy(() -> world.runAs("pho", () -> followUps.close(unhappy, "Lại")))
        .isInstanceOf(RatingFailure.WrongState.class);
    assertThat(world.as("giam-doc", () -> followUps.list(true))).isEmpty();
    assertThat(world.as("giam-doc", () -> followUps.list(false)))
        .singleElement()
        .extracting(FollowUp::outcome)
        .isEqualTo("Đã gọi điện xin lỗi");
  }

  @Test
  void manyRatingsOfOneDeviceAreShownBesideAndCounted() {
    for (int i = 0; i < 4; i++) {
      rated(1, "cùng máy");
    }
    rated(1, "máy khác");
    assertThat(world.as("giam-doc", () -> followUps.list(true)))
        .filteredOn(FollowUp::sameDevice)
        .hasSize(4);
    FollowUp.Figure figure = world.as("so-lieu", () -> followUps.figure(FROM, TO));
    assertThat(figure.flagged()).isEqualTo(4);
    assertThat(figure.answers()).as("none is dropped").isEqualTo(25);
  }

  @Test
  void aContestIsDecidedByAnotherBodyAndLeavesTheFigureAlone() {
    long rated = rated(1, "");
    rated(5, "");
    assertThatThrownBy(() -> world.runAs("la", () -> followUps.contest(rated, "Nhầm quầy")))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    world.runAs("thu", () -> followUps.contest(rated, "Người chấm nhầm quầy"));
    assertThatThrownBy(() -> world.runAs("thu", () -> followUps.contest(rated, "Lại")))
        .isInstanceOf(RatingFailure.WrongState.class);
    assertThat(world.as("so-lieu", () -> followUps.figure(FROM, TO)).contestsPending())
        .isEqualTo(1);
    world.execute("update staff set unit_id = 9001 where id = 9002");
    assertThatThrownBy(() -> world.runAs("so-lieu", () -> followUps.decide(rated, true, "Đúng")))
        .isInstanceOf(RatingFailure.OwnMatter.class);
    world.execute("update staff set unit_id = 9002 where id = 9002");
    world.runAs("so-lieu", () -> followUps.decide(rated, true, "Camera cho thấy nhầm"));
    FollowUp.Figure figure = world.as("so-lieu", () -> followUps.figure(FROM, TO));
    assertThat(figure.answers()).isEqualTo(10);
    assertThat(figure.satisfied()).isEqualTo(5);
    assertThat(figure.answersUncontested()).isEqualTo(5);
    assertThat(figure.satisfiedUncontested()).isEqualTo(5);
  }

  @Test
  void clerksSeeTheRatingsThatConcernThemAndNoOthers() {
    long mine = rated(2, "");
    assertThat(world.as("thu", followUps::concerning)).as("worked on by others").isEmpty();
    world.runAs(
        "thu",
        () ->
            world
                .transactions
                .dossiers()
                .completeStep(mine, world.now, "Trả kết quả", 9001, "thu"));
    assertThat(world.as("thu", followUps::concerning))
        .singleElement()
        .extracting(FollowUp::dossierId)
        .isEqualTo(mine);
    assertThat(world.as("thu", followUps::countConcerning)).isEqualTo(1);
    assertThat(world.as("la", followUps::concerning)).as("another branch").isEmpty();
    assertThat(world.as("la", followUps::countConcerning)).isZero();
    world.runAs("thu", () -> followUps.contest(mine, "Nhầm quầy"));
    assertThat(world.as("thu", followUps::concerning).getFirst().contest()).isEqualTo("Nhầm quầy");
  }

  private long rated(int score, String device) {
    long dossier = world.dossiers.received();
    world.transactions.run(() -> invitations.invite(dossier, world.now));
    String token =
        world.value("select token from rating_invitation where dossier_id = %d", dossier);
    world.transactions.run(
        () ->
            ratings.rate(
                token,
                new Rating(
                    List.of(score, score, score, score, score),
                    score,
                    "Chờ lâu",
                    RatingPlace.LINK,
                    device),
                world.now));
    return dossier;
  }
}
