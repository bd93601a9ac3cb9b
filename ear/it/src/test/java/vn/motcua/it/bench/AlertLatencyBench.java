package vn.motcua.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Database;

/**
 * From the due moment of an open dossier to the row of its alert "quá hạn" in the database: 2,000
 * dossiers become overdue within a minute, while 400 entries a second of other dossiers go through
 * the same stream. Both clocks are this machine's.
 */
class AlertLatencyBench {

  private static final int DOSSIERS = 2_000;
  private static final long FIRST_WATCHED = 1L << 43;

  /** The first due moment after the beginning; they are all received before it. */
  private static final Duration LEAD = Duration.ofSeconds(50);

  private static final Duration SPREAD = Duration.ofSeconds(60);

  /** After the last due moment. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int WATCHED_PER_TRANSACTION = 2;
  private static final int LOAD_PER_TRANSACTION = 8;
  private static final long BEAT_NANOS = 20_000_000L;
  private static final int LIFE = 4;
  private static final long FIRST_OF_LOAD = 1L << 44;
  private static final long GLANCE_NANOS = 3_000_000L;

  /** No dataset's. */
  private static final int NO_DATASET = 999_997;

  private record Watched(long dossier, Instant due) {}

  private final Watched[] watched = new Watched[DOSSIERS];
  private volatile boolean waiting = true;

  @Test
  void fromTheDueMomentToTheAlert() throws Exception {
    Instant start = Instant.ofEpochMilli(System.currentTimeMillis());
    Random random = new Random(20_261_122);
    for (int i = 0; i < DOSSIERS; i++) {
      Instant due = start.plus(LEAD).plusMillis(random.nextLong(SPREAD.toMillis()));
      watched[i] = new Watched(FIRST_WATCHED + i, due);
    }
    long[] times;
    try (ExecutorService writing = Executors.newSingleThreadExecutor()) {
      Future<Integer> load = writing.submit(this::write);
      try {
        times = watch();
      } finally {
        waiting = false;
      }
      BenchReport.figures(
          "entries written beside the alerts", BenchReport.node().put("n", load.get()));
    }
    assertThat(times).hasSize(DOSSIERS);
    BenchReport.times("due moment to alert, 400 entries/s beside", times);
  }

  /** On its beat, whether the stream keeps up or not: first the watched ones too, then the load. */
  private int write() throws SQLException {
    int written = 0;
    long start = System.nanoTime();
    try (Connection connection = LogWriter.connect();
        LogWriter log = new LogWriter(connection, NO_DATASET)) {
      for (int beat = 0; waiting; beat++) {
        long at = start + beat * BEAT_NANOS;
        while (System.nanoTime() < at) {
          LockSupport.parkNanos(at - System.nanoTime());
        }
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        for (int k = 0; k < WATCHED_PER_TRANSACTION; k++) {
          int i = beat * WATCHED_PER_TRANSACTION + k;
          if (i < DOSSIERS) {
            long dossier = watched[i].dossier();
            log.add(dossier, 1, now, LogWriter.received(dossier, now, watched[i].due()));
          }
        }
        for (int k = 0; k < LOAD_PER_TRANSACTION; k++) {
          // A second beat goes on with the dossiers of the first, and so on to the fourth.
          long dossier = FIRST_OF_LOAD + beat / LIFE * (long) LOAD_PER_TRANSACTION + k;
          int sequence = beat % LIFE + 1;
          log.add(dossier, sequence, now, LogWriter.life(dossier, sequence, now));
          written++;
        }
        log.commit();
      }
    }
    return written;
  }

  /**
   * @return how long each alert took, nanoseconds, in the order of their coming
   */
  private long[] watch() throws SQLException {
    PriorityQueue<Watched> ahead = new PriorityQueue<>(Comparator.comparing(Watched::due));
    ahead.addAll(List.of(watched));
    Map<Long, Instant> due = new HashMap<>();
    long[] times = new long[DOSSIERS];
    int seen = 0;
    Instant end = watched[0].due();
    for (Watched one : watched) {
      end = one.due().isAfter(end) ? one.due() : end;
    }
    end = end.plus(PATIENCE);
    try (Connection connection = LogWriter.connect();
        PreparedStatement look =
            connection.prepareStatement(
                """
                select dossier_id, raised_at from alert
                where generation = ? and dossier_id = any(?) and kind = 'OVERDUE'
                  and not withdrawn""")) {
      look.setLong(1, Database.number("select active_generation from read_model"));
      while (seen < DOSSIERS) {
        Instant now = Instant.now();
        assertThat(now).as("%d alerts of %d have come", seen, DOSSIERS).isBefore(end);
        while (!ahead.isEmpty() && !ahead.peek().due().isAfter(now)) {
          due.put(ahead.peek().dossier(), ahead.poll().due());
        }
        look.setArray(2, connection.createArrayOf("bigint", due.keySet().toArray()));
        try (ResultSet row = look.executeQuery()) {
          now = Instant.now();
          while (row.next()) {
            Instant moment = due.remove(row.getLong(1));
            assertThat(row.getTimestamp(2).toInstant()).isEqualTo(moment);
            times[seen++] = Duration.between(moment, now).toNanos();
          }
        }
        LockSupport.parkNanos(GLANCE_NANOS);
      }
    }
    return times;
  }
}
