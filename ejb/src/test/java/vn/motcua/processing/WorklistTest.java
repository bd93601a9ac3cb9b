package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.processing.DossierBuilder.DUE;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.Access;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.processing.WorklistFilter.Show;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.worktime.BundledCalendars;

/** Who sees which step, in which order, on a real PostgreSQL. */
class WorklistTest {

  private static final Instant NOW = RECEIVED.plus(Duration.ofDays(1));

  private final ProcessingWorld world = new ProcessingWorld();
  private String login = "mot";
  private final Worklist worklist =
      new Worklist(
          world.database,
          new Access(world.database, () -> NOW, () -> login),
          () -> NOW,
          new BundledCalendars());

  @BeforeEach
  void rights() throws SQLException {
    LoadedDatabase.execute(
        world.database,
        """
        insert into account_role (account_id, role) values (9001, 'OFFICER'), (9002, 'CLERK');
        insert into account_scope (account_id, unit_id) values (9001, 9002), (9002, 9003)""");
  }

  @Test
  void isSortedByTimeLeftAndPagedWithoutGapOrDouble() {
    for (int i = 0; i < 23; i++) {
      world.dossiers.received(RECEIVED, DUE.plus(Duration.ofHours((i * 7) % 11)));
    }
    List<String> codes = new ArrayList<>();
    List<Instant> dues = new ArrayList<>();
    String after = null;
    do {
      WorklistPage page = worklist.page(WorklistFilter.all(), after, 5);
      page.lines().forEach(line -> codes.add(line.code()));
      page.lines().forEach(line -> dues.add(line.dueAt()));
      after = page.next();
    } while (after != null);
    assertThat(codes).hasSize(23).doesNotHaveDuplicates();
    assertThat(dues).isSorted();
  }

  @Test
  void aLineSaysWhatIsLeftAndHidesNumbers() {
    world.dossiers.received();
    WorklistLine line = worklist.page(WorklistFilter.all(), null, 10).lines().getFirst();
    assertThat(line.owner()).isEqualTo("Nguyễn Thị Thử");
    assertThat(line.procedure()).isEqualTo("Giấy phép thử");
    // Monday 9:00 to Friday 17:00 is 39 hours; 8 of them are used on Tuesday at 9:00.
    assertThat(line.left().working()).isEqualTo(Duration.ofHours(31));
    assertThat(line.used()).isEqualTo(8 * 100 / 39);
    assertThat(line.toString()).doesNotContain("001190123456", "0912345678");
  }

  @Test
  void tabsAndFiltersNarrowIt() {
    long overdue = world.dossiers.received(RECEIVED, NOW.minusSeconds(1));
    long today = world.dossiers.received(RECEIVED, NOW.plusSeconds(3600));
    long paused = world.dossiers.received();
    world.pause(world.seen(paused), new Grounds("Chờ", "1"), RECEIVED, "mot");
    world.complete(world.seen(today), RECEIVED, "mot");

    assertThat(worklist.counts(WorklistFilter.all())).isEqualTo(new WorklistCounts(3, 1, 1, 1, 0));
    assertThat(found(filter(Show.OVERDUE, "", ""))).containsExactly(overdue);
    assertThat(found(filter(Show.TODAY, "", ""))).containsExactly(today);
    assertThat(found(filter(Show.PAUSED, "", ""))).containsExactly(paused);
    assertThat(found(filter(Show.ALL, "Thẩm định", ""))).containsExactly(today);
    assertThat(found(filter(Show.ALL, "", "nguyen thi"))).hasSize(3);
    assertThat(found(filter(Show.ALL, "", "0002"))).containsExactly(today);
    assertThat(found(filter(Show.ALL, "", "%"))).isEmpty();
    assertThat(worklist.choices(WorklistFilter.all()).steps())
        .extracting(WorklistChoices.Step::name)
        .containsExactly("Phân công", "Thẩm định");
  }

  @Test
  void theResultWaitsAtTheBranchThatReceived() throws SQLException {
    long id = world.dossiers.received();
    SignedResult refused =
        new SignedResult("1", LocalDate.of(2026, 11, 16), "Bà A", true, "Không", null);
    world.finish(world.seen(id), refused, RECEIVED, "mot");
    assertThat(found(WorklistFilter.all())).isEmpty();
    login = "hai";
    assertThat(found(WorklistFilter.all())).as("another branch").isEmpty();
    LoadedDatabase.execute(
        world.database, "update account_scope set unit_id = 9001 where account_id = 9002");
    assertThat(found(filter(Show.READY, "", ""))).containsExactly(id);
  }

  @Test
  void whoHasNoPartInProcessingHasNoWorklist() throws SQLException {
    LoadedDatabase.execute(world.database, "update account_role set role = 'REPORTER'");
    assertThatThrownBy(() -> worklist.page(WorklistFilter.all(), null, 10))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    login = "nobody";
    assertThatThrownBy(() -> worklist.counts(WorklistFilter.all()))
        .isInstanceOf(IdentityFailure.NotSignedIn.class);
  }

  private List<Long> found(WorklistFilter filter) {
    return worklist.page(filter, null, 50).lines().stream()
        .map(line -> line.seen().dossierId())
        .toList();
  }

  private static WorklistFilter filter(Show show, String step, String text) {
    return new WorklistFilter("", show, step, "", text, false);
  }
}
