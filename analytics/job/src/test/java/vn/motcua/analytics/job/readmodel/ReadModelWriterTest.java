package vn.motcua.analytics.job.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.apache.flink.util.function.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.TestReadModel;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Standing;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.events.Channel;

/** Many rows go into the database beside the stream: what that must not change. */
class ReadModelWriterTest {

  private static final int MANY = 3 * BulkRows.WORTHWHILE;
  private static final long TIME = Instant.parse("2026-11-21T08:00:00Z").toEpochMilli();
  private static final int BROKEN = 666;

  private static TestReadModel server;

  private final TestProcessingTimeService clock = new TestProcessingTimeService();
  private final Mailbox mailbox = new Mailbox();
  private ReadModelWriter writer;

  @BeforeAll
  static void start() throws Exception {
    server = new TestReadModel();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void begin() throws Exception {
    server.clear();
    clock.setCurrentTime(1_000);
    writer = writer(Integer.MAX_VALUE);
  }

  private ReadModelWriter writer(int mostHeld) {
    return new ReadModelWriter(server.address(), 1, mostHeld, clock, mailbox);
  }

  @AfterEach
  void end() {
    writer.close();
  }

  @Test
  void many_rows_are_in_the_checkpoint_until_they_are_in_the_database() throws Exception {
    fill(10);
    writer.writeWatermark(new Watermark(TIME - 1));
    writer.flush(false);
    assertThat(unwritten()).as("on their way").isEqualTo(MANY);
    writer.write(ReadModelRow.of(dossier(MANY, 10)), null);
    assertThat(unwritten()).as("on their way, and one more").isEqualTo(MANY + 1);
    mailbox.runOne();
    clock.setCurrentTime(2_000);
    assertThat(unwritten()).isZero();
    assertThat(server.number("select count(*) from dossier_fact")).isEqualTo(MANY + 1);
    assertThat(position()).isEqualTo(TIME);
  }

  /** The position a batch is written with is that of its rows, not of those collected meanwhile. */
  @Test
  void the_position_says_no_more_than_is_written() throws Exception {
    fill(10);
    writer.writeWatermark(new Watermark(TIME - 1));
    writer.flush(false);
    writer.write(ReadModelRow.of(dossier(0, 20)), null);
    writer.writeWatermark(new Watermark(TIME + 999));
    mailbox.await();
    assertThat(position()).isEqualTo(TIME);
    assertThat(server.number("select count(*) from dossier_fact where unit_id = 20")).isZero();
    mailbox.runOne();
    assertThat(position()).isEqualTo(TIME + 1_000);
    assertThat(server.number("select count(*) from dossier_fact where unit_id = 20")).isOne();
  }

  @Test
  void what_could_not_be_written_is_written_later_but_never_over_something_newer()
      throws Exception {
    server.execute("alter table dossier_fact add constraint broken check (unit_id <> 666)");
    try {
      fill(10);
      writer.write(ReadModelRow.of(dossier(1, BROKEN)), null);
      writer.writeWatermark(new Watermark(TIME - 1));
      writer.flush(false);
      writer.write(ReadModelRow.of(dossier(0, 20)), null);
      mailbox.runOne();
      assertThat(server.number("select count(*) from stream_position")).isZero();
      assertThat(unwritten()).isEqualTo(MANY);
      writer.write(ReadModelRow.of(dossier(1, 30)), null);
      writer.flush(false);
      mailbox.runOne();
    } finally {
      server.execute("alter table dossier_fact drop constraint broken");
    }
    assertThat(unwritten()).isZero();
    assertThat(server.rows("select dossier_id, unit_id from dossier_fact where dossier_id < 3"))
        .containsOnly(
            java.util.Map.entry("0", "20"),
            java.util.Map.entry("1", "30"),
            java.util.Map.entry("2", "10"));
    assertThat(position()).isEqualTo(TIME);
  }

  /**
   * Whoever ends the job waits for its rows: they are not lost, and nobody else writes meanwhile.
   */
  @Test
  void a_writer_that_ends_lets_its_rows_arrive() throws Exception {
    fill(10);
    writer.writeWatermark(new Watermark(TIME - 1));
    writer.flush(false);
    writer.close();
    assertThat(server.number("select count(*) from dossier_fact")).isEqualTo(MANY);
    try (var next = new ReadModelDatabase(server.address(), 1)) {
      assertThat(next.lastWrite()).isNotEqualTo(Entry.NONE);
    }
  }

  /**
   * All of the log is read again, as after a change of what is kept: what may not be seen before
   * the stream has come to the last write must not fill the memory.
   */
  @Test
  void many_rows_that_may_not_be_seen_yet_wait_in_the_database() throws Exception {
    fill(10);
    writer.writeWatermark(new Watermark(TIME - 1));
    writer.flush(true);
    for (int life = 0; life < 2; life++) {
      writer.close();
      writer = writer(MANY / 3);
      for (int i = 0; i < MANY; i++) {
        writer.write(ReadModelRow.of(dossier(i, 20 + life)), null);
        if (i == MANY / 2) {
          writer.writeWatermark(new Watermark(TIME - 2));
        }
        assertThat(unwritten()).isLessThan(MANY / 3);
      }
      writer.write(ReadModelRow.of(dossier(0, 30)), null);
      writer.flush(false);
      assertThat(rows("generation = 1 and unit_id = 10")).as("what is shown").isEqualTo(MANY);
      assertThat(rows("generation < 0")).as("what waits, of either life").isEqualTo(MANY);
      assertThat(position()).isEqualTo(TIME);
    }
    writer.writeWatermark(new Watermark(System.currentTimeMillis() + 60_000));
    writer.flush(true);
    assertThat(rows("generation = 1 and unit_id = 21")).isEqualTo(MANY - 1);
    assertThat(rows("generation = 1 and unit_id = 30")).as("the last one counts").isEqualTo(1);
    assertThat(rows("true")).as("nothing is left").isEqualTo(MANY);
    assertThat(position()).isGreaterThan(TIME);
  }

  private static long rows(String which) throws Exception {
    return server.number("select count(*) from dossier_fact where " + which);
  }

  @Test
  void at_the_end_of_the_log_everything_is_written() throws Exception {
    fill(10);
    writer.writeWatermark(new Watermark(TIME - 1));
    writer.flush(true);
    assertThat(unwritten()).isZero();
    assertThat(position()).isEqualTo(TIME);
  }

  private void fill(int unit) throws Exception {
    for (int i = 0; i < MANY; i++) {
      writer.write(ReadModelRow.of(dossier(i, unit)), null);
    }
  }

  private int unwritten() {
    return (int) writer.snapshotState(1).stream().mapToLong(List::size).sum();
  }

  private static long position() throws Exception {
    return server.number("select (extract(epoch from time) * 1000)::bigint from stream_position");
  }

  private static DossierRow dossier(long id, int unit) {
    DossierRow row = new DossierRow();
    row.dossierId = id;
    row.datasetId = 1;
    row.sequence = 3;
    row.unitId = unit;
    row.channel = Channel.POST;
    row.standing = Standing.WITHIN;
    row.receivedAt = TIME;
    row.dueAt = Entry.NONE;
    row.originalDueAt = Entry.NONE;
    row.overdueSince = Entry.NONE;
    row.endedAt = Entry.NONE;
    row.returnedAt = Entry.NONE;
    return row;
  }

  /** The task's messages, run by the test when it wants. */
  private static final class Mailbox implements MailboxExecutor {
    private final LinkedBlockingQueue<ThrowingRunnable<? extends Exception>> messages =
        new LinkedBlockingQueue<>();

    @Override
    public void execute(
        MailOptions options,
        ThrowingRunnable<? extends Exception> command,
        String description,
        Object... arguments) {
      messages.add(command);
    }

    /** Returns once a message is there. */
    void await() throws InterruptedException {
      messages.add(messages.take());
    }

    void runOne() throws Exception {
      messages.take().run();
    }

    @Override
    public void yield() throws InterruptedException {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean tryYield() {
      return false;
    }

    @Override
    public boolean shouldInterrupt() {
      return false;
    }
  }
}
