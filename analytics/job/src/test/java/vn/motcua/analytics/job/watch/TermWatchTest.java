package vn.motcua.analytics.job.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.events.TermKind;

/** Step 17 is recorded at 10 and due at 100. */
class TermWatchTest {

  @Test
  void a_term_is_over_right_after_its_moment_until_it_has_ended() throws Exception {
    try (var watch = new TermHarness()) {
      watch.send(step(1, 10, 100));
      watch.tick(100);
      assertThat(watch.told()).isEmpty();
      watch.tick(101);
      assertThat(watch.told()).containsOnlyKeys(id(100)).containsValue(words("100-"));
      assertThat(watch.timers()).isZero();
      watch.send(ended(2, 120));
      watch.tick(121);
      assertThat(watch.told()).containsOnlyKeys(id(100)).containsValue(words("100-120"));
      assertThat(watch.kept()).isZero();
      assertThat(watch.timers()).isZero();
    }
  }

  /** The application's AlertsTest knows the same id: what was told already is not told again. */
  @Test
  void its_id_is_the_one_that_the_application_knows() {
    assertThat(id(100)).isEqualTo("a36187a4-d55a-31b0-8c15-45096ed4d14b");
  }

  @Test
  void each_kind_is_told_as_what_it_is() throws Exception {
    try (var watch = new TermHarness()) {
      for (TermKind kind : TermKind.values()) {
        TermChange one = step(1, 10, 100);
        one.kind = kind;
        watch.send(one);
      }
      watch.tick(101);
      assertThat(watch.rows.values())
          .extracting(row -> row.kind)
          .containsExactlyInAnyOrder(
              AlertKind.STEP_OVERDUE, AlertKind.ACCEPTANCE, AlertKind.FEEDBACK);
      assertThat(watch.rows)
          .containsOnlyKeys(
              id(100), uuid("1/submission 17/ACCEPTANCE/100"), uuid("1/feedback 17/FEEDBACK/100"));
    }
  }

  @Test
  void a_term_that_ends_in_time_is_never_told() throws Exception {
    try (var watch = new TermHarness()) {
      watch.send(step(1, 10, 100));
      watch.tick(50);
      watch.send(ended(2, 99));
      watch.tick(500);
      assertThat(watch.rows).isEmpty();
      assertThat(watch.kept()).isZero();
    }
  }

  @Test
  void a_term_that_moves_is_another_alert_and_back_the_former_one() throws Exception {
    try (var watch = new TermHarness()) {
      watch.send(step(1, 10, 100));
      watch.tick(101);
      watch.send(step(2, 110, 200));
      watch.tick(111);
      assertThat(watch.told()).containsOnlyKeys(id(100)).containsValue(words("100-110"));
      watch.tick(201);
      assertThat(watch.told()).containsEntry(id(200), words("200-"));
      watch.send(step(3, 210, 100));
      watch.tick(211);
      assertThat(watch.told())
          .containsEntry(id(100), words("100-"))
          .containsEntry(id(200), words("200-210"));
    }
  }

  @Test
  void who_is_to_act_now_is_told_with_the_same_alert() throws Exception {
    try (var watch = new TermHarness()) {
      watch.send(step(1, 10, 100));
      watch.tick(101);
      TermChange handedOver = step(2, 110, 100);
      handedOver.unitId = 4;
      watch.send(handedOver);
      watch.tick(111);
      assertThat(watch.rows).hasSize(1);
      assertThat(watch.rows.firstEntry().getValue().unitId).isEqualTo(4);
      assertThat(watch.rows.firstEntry().getValue().clearedAt).isEqualTo(Entry.NONE);
    }
  }

  /** What was done in the world before it was due was never late, however late it is told. */
  @Test
  void what_a_late_record_disproves_is_withdrawn() throws Exception {
    try (var watch = new TermHarness()) {
      watch.send(step(1, 10, 100));
      watch.tick(101);
      TermChange done = ended(2, 120);
      done.changedAt = 90;
      watch.send(done);
      watch.tick(121);
      assertThat(watch.told()).isEmpty();
      assertThat(watch.rows.firstEntry().getValue().withdrawn).isTrue();
    }
  }

  /** Two transactions are sent in another order than that in which they changed the step. */
  @Test
  void an_end_that_comes_before_what_it_ends_is_not_forgotten() throws Exception {
    try (var watch = new TermHarness()) {
      watch.send(ended(3, 120), step(2, 110, 100), step(1, 10, 500), step(2, 110, 100));
      watch.tick(121);
      assertThat(watch.told()).containsOnlyKeys(id(100)).containsValue(words("100-120"));
      assertThat(watch.kept()).isZero();
    }
  }

  @Test
  void a_restart_raises_nothing_twice_and_forgets_nothing() throws Exception {
    OperatorSubtaskState snapshot;
    try (var watch = new TermHarness()) {
      watch.send(step(1, 10, 100));
      watch.tick(101);
      watch.send(ended(2, 120));
      snapshot = watch.snapshot();
    }
    try (var watch = new TermHarness(snapshot)) {
      watch.tick(50);
      watch.tick(120);
      assertThat(watch.written).isZero();
      watch.tick(121);
      assertThat(watch.told()).containsOnlyKeys(id(100)).containsValue(words("100-120"));
    }
  }

  @Test
  void what_this_version_keeps_stays_readable() throws Exception {
    WatchedTerm term = new WatchedTerm();
    term.standing = step(7, 10, 100);
    term.told = true;
    term.coming.add(ended(9, 120));
    term.armedFor = 120;
    byte[] bytes = new WatchedTermCodec().encode(term);
    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo("010314020e0a060401b4010002f00102120a0604000001f001");
    WatchedTerm read = new WatchedTermCodec().decode(bytes, term.standing.thing());
    assertThat(read).usingRecursiveComparison().isEqualTo(term);
  }

  /**
   * Whatever ticks come in between, in whatever order and how often the changes between two ticks
   * come, and after restarts in the middle, the same alerts hold.
   */
  @Property(tries = 300)
  void time_order_repetition_and_restarts_change_no_alert(@ForAll Random random) throws Exception {
    List<TermChange> log = history(random);
    long end = 1_000;
    try (var replayed = new TermHarness()) {
      replayed.send(log.toArray(TermChange[]::new));
      replayed.tick(end);
      TermHarness live = new TermHarness();
      Map<String, AlertRow> rows = new TreeMap<>();
      int sent = 0;
      while (sent < log.size()) {
        int to = sent + 1 + random.nextInt(log.size() - sent);
        List<TermChange> batch = new ArrayList<>(log.subList(sent, to));
        batch.addAll(log.subList(sent, sent + random.nextInt(to - sent + 1)));
        Collections.shuffle(batch, random);
        live.send(batch.toArray(TermChange[]::new));
        sent = to;
        live.tick(sent < log.size() ? log.get(sent).recordedAt : end);
        if (random.nextInt(4) == 0) {
          rows.putAll(live.rows);
          OperatorSubtaskState snapshot = live.snapshot();
          live.close();
          live = new TermHarness(snapshot);
          live.rows.putAll(rows);
        }
      }
      live.tick(end);
      assertThat(live.told()).isEqualTo(replayed.told());
      assertThat(live.kept()).isEqualTo(replayed.kept());
      live.close();
    }
  }

  /** Changes of three things, in the order in which they were recorded. */
  private static List<TermChange> history(Random random) {
    List<TermChange> log = new ArrayList<>();
    long[] changedAt = new long[3];
    long recordedAt = 10;
    for (int revision = 1; revision <= 1 + random.nextInt(20); revision++) {
      recordedAt += random.nextInt(30);
      int thing = random.nextInt(changedAt.length);
      TermChange change =
          random.nextInt(3) == 0
              ? ended(revision, recordedAt)
              : step(revision, recordedAt, 10 * random.nextInt(60));
      change.thingId = thing + 1;
      change.unitId = 1 + random.nextInt(2);
      changedAt[thing] = Math.max(changedAt[thing], recordedAt - random.nextInt(20));
      change.changedAt = changedAt[thing];
      log.add(change);
    }
    return log;
  }

  private static String id(long raisedAt) {
    return uuid("1/step 17/STEP_OVERDUE/" + raisedAt);
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String words(String period) {
    return "STEP_OVERDUE 17 unit 3 branch 2 " + period;
  }

  private static TermChange step(long revision, long recordedAt, long dueAt) {
    TermChange change = new TermChange();
    change.datasetId = 1;
    change.kind = TermKind.STEP;
    change.thingId = 17;
    change.revision = revision;
    change.dossierId = 5;
    change.unitId = 3;
    change.branchId = 2;
    change.dueAt = dueAt;
    change.changedAt = recordedAt;
    change.recordedAt = recordedAt;
    return change;
  }

  private static TermChange ended(long revision, long recordedAt) {
    return step(revision, recordedAt, Entry.NONE);
  }
}
