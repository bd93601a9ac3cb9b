package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.processing.DossierBuilder.DUE;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.Access;
import vn.motcua.payment.PaymentStanding;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.satisfaction.RatingInvitations;
import vn.motcua.worktime.BundledCalendars;

/**
 * A dossier shows both clocks: the law counts anew and leaves pauses out, QĐ 766 subtracts waits.
 */
class TwoClocksTest {

  private final ProcessingWorld world = new ProcessingWorld();
  private Instant now = RECEIVED.plus(Duration.ofHours(3));
  private final Access access = new Access(world.database, () -> now, () -> "hai");
  private final DossierFile file =
      new DossierFile(
          world.transactions.database(),
          access,
          new AuditTrail(world.database, () -> now, () -> "hai"),
          new RatingInvitations(world.transactions.database(), new SecureRandom()),
          new PaymentStanding(world.transactions.database()),
          () -> now,
          new BundledCalendars());

  @BeforeEach
  void rights() throws SQLException {
    LoadedDatabase.execute(
        world.database,
        """
        insert into account_role (account_id, role) values (9002, 'CLERK');
        insert into account_scope (account_id, unit_id) values (9002, 9001)""");
  }

  @Test
  void untilSomethingHappensBothSayTheSame() {
    long id = world.dossiers.received();
    DossierAffairs.Clocks clocks = clocks(id);
    assertThat(clocks.ended()).isFalse();
    assertThat(clocks.legal().dueAt()).isEqualTo(DUE).isEqualTo(clocks.index().dueAt());
    assertThat(clocks.legal().used()).isEqualTo(clocks.index().used()).isPositive();
    assertThat(clocks.legal().restartedAt()).isNull();
    assertThat(clocks.legal().inTime()).isTrue();
    assertThat(clocks.index().inTime()).isTrue();
  }

  @Test
  void aSupplementRestartsTheOneAndIsSubtractedFromTheOther() {
    long id = world.dossiers.received();
    Instant asked = RECEIVED.plus(Duration.ofDays(1));
    Instant answered = asked.plus(Duration.ofHours(26));
    ask(id, asked);
    now = asked.plus(Duration.ofHours(30));
    assertThat(clocks(id).index().used()).as("it stands at the request").isEqualTo(8 * 60);
    world.answer(world.seen(id), answered, "hai");
    DossierAffairs.Clocks clocks = clocks(id);
    assertThat(clocks.legal().restartedAt()).isEqualTo(answered);
    assertThat(clocks.legal().dueAt()).isEqualTo(world.due(id)).isAfter(clocks.index().dueAt());
    assertThat(clocks.index().dueAt()).isEqualTo(DUE.plus(Duration.ofHours(26)));
    assertThat(clocks.index().waited()).isEqualTo(26 * 60);
    assertThat(clocks.index().waitedDays()).isEqualTo(1);
    assertThat(clocks.index().waitedHours()).isEqualTo(2);
    now = DUE.plus(Duration.ofHours(27));
    assertThat(clocks(id).legal().inTime()).as("the law gave the whole term again").isTrue();
    assertThat(clocks(id).index().inTime()).as("QĐ 766 did not").isFalse();
  }

  @Test
  void aLawfulPauseIsOnlyTheLawsToLeaveOut() {
    long id = world.dossiers.received();
    world.pause(
        world.seen(id),
        new Grounds("Chờ nộp thuế", "1/TB"),
        RECEIVED.plus(Duration.ofHours(2)),
        "mot");
    now = DUE.plus(Duration.ofDays(1));
    DossierAffairs.Clocks clocks = clocks(id);
    assertThat(clocks.legal().inTime()).as("it stands").isTrue();
    assertThat(clocks.legal().paused()).isPositive();
    assertThat(clocks.index().inTime()).isFalse();
    assertThat(clocks.index().waited()).isZero();
  }

  private void ask(long id, Instant at) {
    world.request(world.seen(id), SupplementItems.of(List.of("Bản vẽ"), "Thiếu"), at, "hai");
  }

  private DossierAffairs.Clocks clocks(long id) {
    String code = world.value("select code from dossier where id = %d", id);
    return world.transactions.in(() -> file.open(code, "")).affairs().clocks();
  }
}
