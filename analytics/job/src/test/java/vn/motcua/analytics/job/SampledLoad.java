package vn.motcua.analytics.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends dossiers and ticks all the time, and reads the figures with their position all the time. At
 * every position it is known how many dossiers must have been counted.
 */
final class SampledLoad implements AutoCloseable {

  private static final int DOSSIERS_A_TICK = 10;
  private static final long PAUSE_NANOS = 100_000_000L;
  private static final String SAMPLE =
      "select (extract(epoch from time) * 1000)::bigint::text,"
          + " (select coalesce(sum(received), 0) from figure_day)::text from stream_position";

  private final JobPlatform platform;

  /** Tick → how many dossiers were recorded before it. */
  private final ConcurrentSkipListMap<Long, Integer> before = new ConcurrentSkipListMap<>();

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger samples = new AtomicInteger();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private volatile boolean running = true;
  private volatile boolean sending;
  private volatile boolean idle = true;
  private final Thread sender = Thread.ofPlatform().daemon().name("load").unstarted(this::send);
  private final Thread reader = Thread.ofPlatform().daemon().name("samples").unstarted(this::read);

  SampledLoad(JobPlatform platform) {
    this.platform = platform;
  }

  void begin() {
    sending = true;
    sender.start();
    reader.start();
  }

  /** Returns when nothing more is on its way into the log. */
  void pause() throws Exception {
    sending = false;
    JobPlatform.await("the load to pause", () -> idle);
    long last = before.lastKey();
    JobPlatform.await("all of it to be counted", () -> platform.position() >= last);
  }

  void resume() {
    sending = true;
  }

  void awaitFresh(Duration longest) throws Exception {
    awaitNewerThan(Instant.now(), longest);
  }

  void awaitNewerThan(Instant moment, Duration longest) throws Exception {
    JobPlatform.await(
        "figures newer than " + moment, longest, () -> platform.position() > moment.toEpochMilli());
  }

  /** Sends no more and waits until all is counted. */
  void end(Duration longest) throws Exception {
    sending = false;
    JobPlatform.await("the load to pause", () -> idle);
    long last = before.lastKey();
    JobPlatform.await("the rest", longest, () -> platform.position() >= last);
  }

  int sent() {
    return sent.get();
  }

  int samples() {
    return samples.get();
  }

  List<String> wrong() {
    return wrong;
  }

  private void send() {
    while (running) {
      if (sending) {
        idle = false;
        Instant now = Instant.now();
        for (int i = 0; i < DOSSIERS_A_TICK; i++) {
          int dossier = sent.incrementAndGet();
          platform.log.send(TestLog.entry(dossier, 1, now, TestLog.received(now, null, 10)));
        }
        Instant tick = Instant.now().plusMillis(1);
        before.put(tick.toEpochMilli(), sent.get());
        platform.log.tick(tick);
      }
      idle = !sending;
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void read() {
    long formerTime = Long.MIN_VALUE;
    long formerCount = 0;
    while (running) {
      try {
        TreeMap<String, String> row = platform.readModel.rows(SAMPLE);
        if (!row.isEmpty()) {
          long time = Long.parseLong(row.firstKey());
          long count = Long.parseLong(row.firstEntry().getValue());
          int mostSent = sent.get();
          var known = before.floorEntry(time);
          int least = known == null ? 0 : known.getValue();
          if (time < formerTime || count < formerCount || count < least || count > mostSent) {
            wrong.add(
                "%d at %d: at least %d and at most %d; before %d at %d"
                    .formatted(count, time, least, mostSent, formerCount, formerTime));
          }
          formerTime = time;
          formerCount = count;
          samples.incrementAndGet();
        }
      } catch (java.sql.SQLException e) {
        wrong.add(e.toString());
      }
      LockSupport.parkNanos(PAUSE_NANOS / 5);
    }
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    sender.join(5_000);
    reader.join(5_000);
  }
}
