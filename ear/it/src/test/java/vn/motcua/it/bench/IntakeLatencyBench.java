package vn.motcua.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Counter;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.RunningSystem;
import vn.motcua.local.Platform;

/**
 * From "Tiếp nhận" to the changed number: at 60 intakes per second, sent on their beat whether the
 * earlier ones were answered or not, until each stands in the read model; at all branches in turn,
 * as in a city, and all at one, whose counters then wait for each other's receipt numbers. What a
 * server costs that has just started, and still compiles itself, stands in a row of its own.
 */
class IntakeLatencyBench {

  private static final int PER_SECOND = 60;
  private static final int FRESH = 1_800;
  private static final int WARM_UP = 7_200;
  private static final int MEASURED = 2_400;
  private static final long GLANCE_NANOS = 2_000_000L;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Map<Long, Long> sentAt = new ConcurrentHashMap<>();
  private final Queue<Long> answered = new ConcurrentLinkedQueue<>();
  private final Queue<Long> seen = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refused = new AtomicInteger();

  @Test
  void fromThePressToTheReadModel() throws Exception {
    Counter counter = Counter.ofTheCity();
    live(counter, FRESH);
    BenchReport.times("press to answer, first 30 s after the start", array(answered));
    forget();
    live(counter, WARM_UP);
    forget();
    live(counter, MEASURED);
    report("60 intakes/s at all branches");
    forget();
    live(Counter.inSession(), MEASURED);
    report("60 intakes/s at one branch");
  }

  @AfterEach
  void theClerkIsOfOneBranchAgain() {
    Database.change("update account set whole_city = false where login = 'tiepnhan.tayho'");
  }

  private void report(String load) {
    assertThat(refused).hasValue(0);
    assertThat(seen).hasSize(MEASURED);
    BenchReport.times("press to answer, " + load, array(answered));
    BenchReport.times("press to read model, " + load, array(seen));
  }

  private void forget() {
    answered.clear();
    seen.clear();
  }

  private void live(Counter counter, int visits) throws Exception {
    AtomicBoolean sending = new AtomicBoolean(true);
    try (ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor()) {
      var watching = clerks.submit(() -> watch(sending));
      long start = System.nanoTime();
      for (int i = 0; i < visits; i++) {
        String body = counter.next();
        long due = start + i * 1_000_000_000L / PER_SECOND;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        clerks.submit(() -> press(counter, body, due));
      }
      while (answered.size() + refused.get() < visits) {
        LockSupport.parkNanos(GLANCE_NANOS);
      }
      sending.set(false);
      watching.get();
    }
  }

  /** The wait counts from the beat, so that a slow system cannot hide behind its own slowness. */
  private void press(Counter counter, String body, long due) {
    try {
      long dossier = counter.receive(body);
      answered.add(System.nanoTime() - due);
      sentAt.put(dossier, due);
    } catch (RuntimeException e) {
      refused.incrementAndGet();
      System.err.println(e.getMessage());
    }
  }

  private Void watch(AtomicBoolean sending) throws SQLException {
    Platform platform = RunningSystem.platform();
    try (Connection connection =
            DriverManager.getConnection(
                platform.jdbcUrl(), platform.databaseUser(), platform.databasePassword());
        PreparedStatement look =
            connection.prepareStatement(
                "select dossier_id from dossier_fact where generation = 1"
                    + " and dossier_id = any(?)")) {
      long end = Long.MAX_VALUE;
      while (sending.get() || (!sentAt.isEmpty() && System.nanoTime() < end)) {
        if (!sending.get() && end == Long.MAX_VALUE) {
          end = System.nanoTime() + PATIENCE_NANOS;
        }
        List<Long> waiting = new ArrayList<>(sentAt.keySet());
        look.setArray(1, connection.createArrayOf("bigint", waiting.toArray()));
        try (ResultSet row = look.executeQuery()) {
          while (row.next()) {
            seen.add(System.nanoTime() - sentAt.remove(row.getLong(1)));
          }
        }
        LockSupport.parkNanos(GLANCE_NANOS);
      }
    }
    return null;
  }

  private static long[] array(Queue<Long> times) {
    return times.stream().mapToLong(Long::longValue).toArray();
  }
}
