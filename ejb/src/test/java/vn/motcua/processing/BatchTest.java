package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.processing.DossierBuilder.DUE;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.Access;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.processing.Reminders.Kind;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.satisfaction.RatingInvitations;

/** Many at once, and what nobody may forget, on a real PostgreSQL. */
class BatchTest {

  private static final Locale VIETNAMESE = Locale.of("vi");

  private final ProcessingWorld world = new ProcessingWorld();
  private Instant now = RECEIVED.plus(Duration.ofHours(1));
  private String login = "mot";
  private final Access access = new Access(world.database, () -> now, () -> login);
  private final AuditTrail trail = new AuditTrail(world.database, () -> now, () -> login);
  private final WorklistBatch batch = new WorklistBatch(access, inTransactions());
  private final Reminders reminders = new Reminders(world.database, access, () -> now, world.terms);

  @BeforeEach
  void rights() throws SQLException {
    LoadedDatabase.execute(
        world.database,
        """
        insert into account_role (account_id, role) values (9001, 'OFFICER'), (9002, 'CLERK');
        insert into account_scope (account_id, unit_id) values (9001, 9002), (9002, 9001)""");
  }

  @Test
  void eachLineHasItsOwnVerdict() {
    long good = world.dossiers.received();
    long moved = world.dossiers.received();
    long unknown = 999_999;
    Seen stale = world.seen(moved);
    world.complete(stale, now, "hai");
    List<WorklistBatch.Verdict> verdicts =
        batch.complete(List.of(world.seen(good), stale, new Seen(unknown, 1, 0)), VIETNAMESE);
    assertThat(verdicts)
        .extracting(WorklistBatch.Verdict::code)
        .containsExactly("", "processing.moved-on", "dossier.unknown");
    assertThat(world.step(good)).as("done though others were refused").isEqualTo("Thẩm định");
    assertThat(verdicts.get(1).message()).contains("Hãy");
  }

  @Test
  void takesManyAndRefusesNoneOrTooMany() {
    long first = world.dossiers.received();
    long second = world.dossiers.received();
    assertThat(batch.take(List.of(world.seen(first), world.seen(second)), VIETNAMESE))
        .allMatch(WorklistBatch.Verdict::done);
    assertThat(world.value("select count(*) from dossier_task where assignee = 'mot'"))
        .isEqualTo("2");
    assertThatThrownBy(() -> batch.take(List.of(), VIETNAMESE))
        .isInstanceOf(ProcessingFailure.Missing.class);
    assertThatThrownBy(
            () ->
                batch.take(
                    Collections.nCopies(WorklistBatch.MOST + 1, world.seen(first)), VIETNAMESE))
        .isInstanceOf(ProcessingFailure.TooMany.class);
    assertThatThrownBy(() -> batch.handOver(List.of(world.seen(first)), "hai", VIETNAMESE))
        .as("only a director gives work to others")
        .isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  @Test
  void remindsTheAgencyBeforeItIsDueAndBothOfWhatIsOverdue() {
    long id = world.dossiers.received();
    world.transactions.run(
        () -> world.opinions.ask(world.seen(id), "Sở Khác", "?", 1, RECEIVED, "mot"));
    assertThat(kinds()).isEmpty();
    now = DUE.minus(Duration.ofDays(2));
    assertThat(kinds()).contains(Kind.APOLOGY, Kind.OPINION);
    login = "hai";
    assertThat(kinds()).as("the branch is told of opinions").containsExactly(Kind.OPINION);
  }

  @Test
  void remindsOfProposalsAnswersAndUnclaimedResults() {
    long asked = world.dossiers.received();
    world.transactions.run(
        () ->
            world.supplements.propose(
                world.seen(asked), SupplementItems.of(List.of("Bản vẽ"), "Thiếu"), now, "mot"));
    login = "hai";
    assertThat(kinds()).containsExactly(Kind.PROPOSAL);
    world.request(world.seen(asked), SupplementItems.of(List.of("Bản vẽ"), "Thiếu"), now, "hai");
    long finished = world.dossiers.received();
    world.finish(
        world.seen(finished),
        new SignedResult("1", LocalDate.of(2026, 11, 16), "Bà A", true, "Không đủ", null),
        now,
        "mot");
    assertThat(kinds()).isEmpty();
    now = now.plus(Duration.ofDays(31));
    assertThat(kinds()).containsExactlyInAnyOrder(Kind.UNANSWERED, Kind.UNCLAIMED);
    assertThat(world.state(asked)).as("it prompts, it closes nothing").isEqualTo("PAUSED");
  }

  @Test
  void theCounterIsToldOfAnOpenDossierOfTheSamePersonAndProcedure() {
    long id = world.dossiers.received();
    OpenDossiers open = new OpenDossiers(world.database, access);
    assertThatThrownBy(() -> open.of("001190123456", "9.000001"))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    login = "hai";
    assertThat(open.of("001190123456", "9.000001"))
        .containsExactly(world.value("select code from dossier where id = %d", id));
    assertThat(open.of("001190123456", "9.000002")).isEmpty();
    assertThat(open.of("001080654321", "9.000001")).as("only the owner").isEmpty();
  }

  private List<Kind> kinds() {
    return reminders.list("").stream().map(Reminders.Reminder::kind).toList();
  }

  /** Each call a transaction of its own, as the container makes it. */
  private ProcessingService inTransactions() {
    return new ProcessingService(
        world.transactions.database(),
        access,
        trail,
        new ProcessingService.CaseWorks(
            world.tasks,
            world.parallel,
            world.supplements,
            world.pauses,
            world.results,
            world.returns),
        new RatingInvitations(world.transactions.database(), new SecureRandom()),
        () -> now) {
      @Override
      public void complete(Seen seen, String comment) {
        world.transactions.run(() -> super.complete(seen, comment));
      }

      @Override
      public void assign(Seen seen, String assignee) {
        world.transactions.run(() -> super.assign(seen, assignee));
      }
    };
  }
}
