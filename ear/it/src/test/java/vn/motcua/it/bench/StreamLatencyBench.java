package vn.motcua.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Database;

/**
 * From the commit of an entry in {@code domain_event} to the row of the read model that includes
 * it, at 1,000 entries a second: ten in a transaction every ten milliseconds, on their beat whether
 * the earlier ones have arrived or not. Each dossier is received, has a step, is finished and
 * returned, a second apart.
 */
class StreamLatencyBench {

  private static final int PER_SECOND = 1_000;
  private static final int PER_TRANSACTION = 10;
  private static final int WARM_UP_SECONDS = 20;
  private static final int MEASURED_SECONDS = 60;
  private static final int LIFE = 4;
  private static final long GLANCE_NANOS = 4_000_000L;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  /** No dataset's, so that no figure that others measure changes. */
  private static final int NO_DATASET = 999_998;

  private static final long FIRST_DOSSIER = 1L << 41;

  /** Received only, while there is nothing yet that could go on. */
  private static final long FIRST_OTHER = 1L << 42;

  private record Entry(long dossier, int sequence) {}

  private record Written(int sequence, long beat, long committed, boolean measured) {}

  private final Map<Long, Queue<Written>> waiting = new ConcurrentHashMap<>();
  private final Queue<Long> fromCommit = new ConcurrentLinkedQueue<>();
  private final Queue<Long> fromBeat = new ConcurrentLinkedQueue<>();
  private volatile boolean writing = true;

  @Test
  void fromTheLogToTheReadModel() throws Exception {
    try (ExecutorService watching = Executors.newSingleThreadExecutor();
        Connection connection = LogWriter.connect()) {
      Future<Void> watch = watching.submit(this::watch);
      write(connection);
      writing = false;
      watch.get();
    }
    assertThat(fromCommit).hasSize(MEASURED_SECONDS * PER_SECOND);
    BenchReport.times("commit to read model, 1,000 entries/s", array(fromCommit));
    BenchReport.times("beat to read model, 1,000 entries/s", array(fromBeat));
  }

  private void write(Connection connection) throws SQLException {
    int transactions = (WARM_UP_SECONDS + MEASURED_SECONDS) * PER_SECOND / PER_TRANSACTION;
    long start = System.nanoTime();
    try (LogWriter log = new LogWriter(connection, NO_DATASET)) {
      for (int i = 0; i < transactions; i++) {
        long beat = start + i * (1_000_000_000L * PER_TRANSACTION / PER_SECOND);
        while (System.nanoTime() < beat) {
          LockSupport.parkNanos(beat - System.nanoTime());
        }
        List<Entry> entries = new ArrayList<>();
        for (int k = 0; k < PER_TRANSACTION; k++) {
          entries.add(entry(i * PER_TRANSACTION + k));
          add(log, entries.getLast());
        }
        log.commit();
        long committed = System.nanoTime();
        boolean measured = i >= WARM_UP_SECONDS * PER_SECOND / PER_TRANSACTION;
        for (Entry entry : entries) {
          waiting
              .computeIfAbsent(entry.dossier(), id -> new ConcurrentLinkedQueue<>())
              .add(new Written(entry.sequence(), beat, committed, measured));
        }
      }
    }
  }

  /** A quarter of each second's entries begin a dossier, the others go on with earlier ones. */
  private static Entry entry(int number) {
    int second = number / PER_SECOND;
    int within = number % PER_SECOND;
    int passed = within % LIFE;
    return second < passed
        ? new Entry(FIRST_OTHER + number, 1)
        : new Entry(
            FIRST_DOSSIER + (second - passed) * (long) (PER_SECOND / LIFE) + within / LIFE,
            passed + 1);
  }

  private static void add(LogWriter log, Entry entry) throws SQLException {
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    log.add(
        entry.dossier(),
        entry.sequence(),
        now,
        LogWriter.life(entry.dossier(), entry.sequence(), now));
  }

  private Void watch() throws SQLException {
    try (Connection connection = LogWriter.connect();
        PreparedStatement look =
            connection.prepareStatement(
                "select dossier_id, sequence from dossier_fact"
                    + " where generation = ? and dossier_id = any(?)")) {
      look.setLong(1, Database.number("select active_generation from read_model"));
      long end = Long.MAX_VALUE;
      while (writing || !waiting.isEmpty()) {
        if (!writing && end == Long.MAX_VALUE) {
          end = System.nanoTime() + PATIENCE_NANOS;
        }
        assertThat(System.nanoTime()).as("%d have not arrived", waiting.size()).isLessThan(end);
        look.setArray(2, connection.createArrayOf("bigint", waiting.keySet().toArray()));
        try (ResultSet row = look.executeQuery()) {
          while (row.next()) {
            arrived(row.getLong(1), row.getInt(2), System.nanoTime());
          }
        }
        LockSupport.parkNanos(GLANCE_NANOS);
      }
    }
    return null;
  }

  private void arrived(long dossier, int sequence, long now) {
    waiting.computeIfPresent(
        dossier,
        (id, entries) -> {
          entries.removeIf(
              written -> {
                boolean included = written.sequence() <= sequence;
                if (included && written.measured()) {
                  fromCommit.add(now - written.committed());
                  fromBeat.add(now - written.beat());
                }
                return included;
              });
          return entries.isEmpty() ? null : entries;
        });
  }

  private static long[] array(Queue<Long> times) {
    return times.stream().mapToLong(Long::longValue).toArray();
  }
}
