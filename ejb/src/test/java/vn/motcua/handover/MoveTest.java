package vn.motcua.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.events.CloseReason;
import vn.motcua.events.Outcome;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.portal.PortalService;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.satisfaction.RatingInvitations;
import vn.motcua.structure.OrganisationChanges;
import vn.motcua.structure.StructureFailure;
import vn.motcua.world.CityWorld;

/** Moves of open dossiers by signed list, on a real PostgreSQL. */
class MoveTest {

  private final CityWorld city = new CityWorld();

  /** As the container would: each call a transaction of its own. */
  private final OneMove mover =
      new OneMove(city.database, city.dossiers) {
        @Override
        public void apply(
            long moveId, MoveLine line, int toUnit, Integer toBranch, Instant at, String actor) {
          city.run(() -> super.apply(moveId, line, toUnit, toBranch, at, actor));
        }

        @Override
        public void note(long moveId, MoveLine line) {
          city.run(() -> super.note(moveId, line));
        }
      };

  private final MoveService moves =
      new MoveService(city.database, city.access, city.trail, mover, city.clock);
  private final int target = city.unit("00004");

  @Test
  void aSignedListMovesWhatIsOpenAndTellsTheRest() {
    ReceivedDossier one = city.received(city.person(1));
    ReceivedDossier two = city.received(city.person(2));
    ReceivedDossier closed = city.received(city.person(3));
    city.wait(Duration.ofMinutes(5));
    city.run(() -> city.dossiers.close(closed.id(), city.now(), CloseReason.WITHDRAWN, "lan"));
    List<String> list =
        List.of(one.code(), " " + two.code() + " ", closed.code(), one.code(), "H26.x-1", "");
    city.signIn("quantri");
    assertThat(moves.preview(list, target))
        .extracting(MoveLine::verdict)
        .containsExactly(
            MoveLine.Verdict.MOVED,
            MoveLine.Verdict.MOVED,
            MoveLine.Verdict.NOT_OPEN,
            MoveLine.Verdict.TWICE,
            MoveLine.Verdict.UNKNOWN);
    assertThat(city.value("select count(*) from dossier_move")).as("a preview").isEqualTo("0");
    assertThatThrownBy(() -> moves.apply(list, target, null, " "))
        .isInstanceOf(HandoverFailure.Missing.class);

    moves.apply(list, target, null, "Danh sách số 12/DS-UBND ngày 20/11/2026");
    assertThat(city.history(one.id())).isEqualTo("RECEIVED STEP REATTRIBUTED");
    assertThat(
            city.value(
                "select u.code || ' ' || d.code from dossier d join unit u on u.id = d.unit_id"
                    + " where d.id = %d",
                one.id()))
        .as("the old code stays")
        .isEqualTo("00004 " + one.code());
    assertThat(
            city.value(
                "select u.code from dossier_task t join unit u on u.id = t.unit_id"
                    + " where dossier_id = %d and completed_at is null",
                two.id()))
        .isEqualTo("00004");
    assertThat(
            city.value("select string_agg(verdict, ' ' order by position) from dossier_move_line"))
        .isEqualTo("MOVED MOVED NOT_OPEN TWICE UNKNOWN");
    assertThat(moves.apply(List.of(one.code()), target, null, "x").getFirst().verdict())
        .as("the same list again")
        .isEqualTo(MoveLine.Verdict.ALREADY_THERE);
    assertThat(city.history(one.id())).isEqualTo("RECEIVED STEP REATTRIBUTED");
  }

  @Test
  void oneThatFailsLeavesTheOthersMoved() {
    ReceivedDossier one = city.received(city.person(1));
    city.wait(Duration.ofHours(1));
    ReceivedDossier later = city.received(city.person(2));
    city.at(CityWorld.TEN_O_CLOCK.plusSeconds(60).toString());
    city.signIn("quantri");
    List<MoveLine> lines = moves.apply(List.of(later.code(), one.code()), target, null, "DS 1");
    assertThat(lines)
        .extracting(MoveLine::verdict)
        .as("received after the move: the first cannot be")
        .containsExactly(MoveLine.Verdict.FAILED, MoveLine.Verdict.MOVED);
    assertThat(lines.getFirst().note()).isNotEmpty();
    assertThat(city.history(later.id())).isEqualTo("RECEIVED STEP");
  }

  @Test
  void aBranchAloneMovesWithItsOwnStepsAndTheResultsThatWait() {
    ReceivedDossier agencys = city.received(city.person(1));
    ReceivedDossier branchs = city.received(city.person(2));
    ReceivedDossier waiting = city.received(city.person(3));
    String step =
        "update dossier_task set unit_id = %d, role = '%s', assignee = '%s'"
            + " where dossier_id = %d and completed_at is null";
    city.execute(step.formatted(city.commune(), "OFFICER", "minh", agencys.id()));
    city.execute(step.formatted(city.branch(), "CLERK", "lan", branchs.id()));
    city.execute(step.formatted(city.branch(), "CLERK", "lan", waiting.id()));
    city.wait(Duration.ofMinutes(5));
    city.run(() -> city.dossiers.finish(waiting.id(), city.now(), Outcome.GRANTED, 0, "minh"));
    int there = city.unit("cn-cau-giay");
    List<String> codes = List.of(agencys.code(), branchs.code(), waiting.code());
    OrganisationChanges bodies =
        new OrganisationChanges(city.plain, city.access, city.trail, city.clock);
    LocalDate from = LocalDate.of(2026, 12, 1);
    city.signIn("quantri");

    moves.apply(List.of(agencys.code(), branchs.code()), city.commune(), there, "DS 1");
    assertThatThrownBy(() -> bodies.close("cn-tay-ho", from, "QĐ"))
        .as("two bodies are below it, and a result still waits there")
        .isInstanceOf(StructureFailure.StillUsed.class)
        .hasMessageContaining("[cn-tay-ho, 2, 1]");
    assertThat(moves.preview(codes, city.commune(), there))
        .extracting(MoveLine::verdict)
        .containsExactly(
            MoveLine.Verdict.ALREADY_THERE, MoveLine.Verdict.ALREADY_THERE, MoveLine.Verdict.MOVED);
    assertThat(moves.apply(codes, city.commune(), there, "DS 2").getLast().verdict())
        .isEqualTo(MoveLine.Verdict.MOVED);

    assertThat(
            city.value(
                """
                select string_agg(u.code || ' ' || coalesce(t.assignee, '-'), ', ' order by d.id)
                from dossier d join dossier_task t on t.dossier_id = d.id
                  and t.completed_at is null
                join unit u on u.id = t.unit_id
                where d.branch_id = %d and d.unit_id = %d""",
                there, city.commune()))
        .as("the agency's step and who has it stay; the branch's steps go")
        .isEqualTo("00103 minh, cn-cau-giay -, cn-cau-giay -");
    assertThat(city.history(waiting.id())).isEqualTo("RECEIVED STEP FINISHED");
    assertThatThrownBy(() -> bodies.close("cn-tay-ho", from, "QĐ"))
        .as("no dossier keeps it open")
        .hasMessageContaining("[cn-tay-ho, 2, 0]");
    assertThat(moves.preview(codes, city.commune()))
        .extracting(MoveLine::verdict)
        .as("where the branch stays")
        .containsOnly(MoveLine.Verdict.ALREADY_THERE);
  }

  @Test
  void theOldReceiptStillOpensTheDossier() {
    ReceivedDossier dossier = city.received(city.person(1));
    PortalService portal =
        new PortalService(
            city.database,
            new RatingInvitations(city.database, new SecureRandom()),
            city.clock,
            CityWorld.CALENDARS);
    String before = city.call(() -> portal.track(dossier.publicToken())).toString();
    city.signIn("quantri");
    moves.apply(List.of(dossier.code()), target, null, "DS 1");
    var after = city.call(() -> portal.track(dossier.publicToken()));
    assertThat(before).contains(dossier.code());
    assertThat(after.toString()).contains(dossier.code());
    assertThat(after.toString())
        .contains(city.value("select name from unit where id = %d", target));
  }

  @Test
  void onlyAnAdministratorMoves() {
    city.signIn("son");
    assertThatThrownBy(() -> moves.preview(List.of("x"), target))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
  }
}
