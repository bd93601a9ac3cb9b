package vn.motcua.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Counter;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.Figures;

/**
 * Fifty clerks of one branch for five minutes (motcua.endurance.seconds), each in a session: they
 * receive, press twice, keep drafts, and put right the same receipts. No update is lost, no code is
 * given twice, nothing waits for each other for ever. Prints what was done.
 */
@Tag("endurance")
class FiftyClerksIT {

  private static final int CLERKS = 50;
  private static final Duration LONG = Duration.ofMinutes(5);

  /** Receipts that all of them correct; their versions tell how often that succeeded. */
  private static final int SHARED = 5;

  private final AtomicInteger received = new AtomicInteger();
  private final AtomicInteger corrected = new AtomicInteger();
  private final AtomicInteger overtaken = new AtomicInteger();
  private final Map<String, Integer> strange = new ConcurrentHashMap<>();

  @Test
  void nothingIsLostDoubledOrStuck() throws Exception {
    long end = System.nanoTime() + Long.getLong("motcua.endurance.seconds", 300) * 1_000_000_000L;
    long deadlocks = deadlocks();
    long before = visits();
    Counter desk = Counter.inSession();
    List<Long> shared = new ArrayList<>();
    for (int i = 0; i < SHARED; i++) {
      JsonNode visit = desk.press(desk.next()).json();
      shared.add(visit.get("visitId").asLong());
      desk.api().get("api/v1/reception/visits/" + shared.get(i) + "/receipt");
    }
    List<Callable<Void>> clerks = new ArrayList<>();
    for (int i = 0; i < CLERKS; i++) {
      Counter counter = Counter.inSession();
      RandomGenerator random = RandomGeneratorFactory.getDefault().create(i);
      clerks.add(() -> work(counter, random, shared, end));
    }
    try (var threads = Executors.newFixedThreadPool(CLERKS)) {
      for (Future<Void> clerk : threads.invokeAll(clerks)) {
        clerk.get();
      }
    }
    System.err.printf(
        "50 clerks: %,d visits received, %,d corrections made, %,d refused as overtaken%n",
        received.get(), corrected.get(), overtaken.get());

    assertThat(strange).isEmpty();
    assertThat(visits() - before).isEqualTo(received.get() + SHARED);
    assertThat(Database.number("select count(*) - count(distinct code) from dossier")).isZero();
    assertThat(Database.number("select count(*) - count(distinct receipt_code) from visit"))
        .isZero();
    assertThat(
            Database.number(
                "select sum(v) from (select max(version) - 1 as v from receipt where visit_id in ("
                    + shared.toString().replaceAll("[\\[\\]]", "")
                    + ") group by visit_id) x"))
        .as("each correction that was confirmed is a version, and no other")
        .isEqualTo(corrected.get());
    assertThat(corrected).hasPositiveValue();
    assertThat(deadlocks()).as("deadlocks").isEqualTo(deadlocks);
    new Figures(Api.administrator()).assertEqualNow("hanoi", LONG);
  }

  private Void work(Counter counter, RandomGenerator random, List<Long> shared, long end) {
    while (System.nanoTime() < end) {
      String body;
      synchronized (this) {
        body = counter.next();
      }
      switch (random.nextInt(10)) {
        case 0 -> pressTwice(counter, body);
        case 1, 2 -> correct(counter, shared.get(random.nextInt(SHARED)), random);
        case 3 -> keepDraft(counter, body);
        default -> receive(counter, body);
      }
    }
    return null;
  }

  private void receive(Counter counter, String body) {
    Api.Answer answer = counter.press(body);
    if (expect(answer, 201)) {
      received.incrementAndGet();
    }
  }

  /** The second press is answered with the visit of the first. */
  private void pressTwice(Counter counter, String body) {
    Api.Answer first = counter.press(body);
    Api.Answer second = counter.press(body);
    if (expect(first, 201) && second.status() < 300) {
      received.incrementAndGet();
      if (first.json().get("visitId").asLong() != second.json().get("visitId").asLong()) {
        strange.merge("two visits of one request", 1, Integer::sum);
      }
    } else {
      expect(second, 201);
    }
  }

  private void correct(Counter counter, long visit, RandomGenerator random) {
    int seen = version(counter, visit);
    Api.Answer answer =
        counter
            .api()
            .post(
                "api/v1/reception/visits/" + visit + "/corrections",
                BodyPublishers.ofString(
                    """
                    {"version": %d, "reason": "Ghi sai số điện thoại",
                     "people": [{"relation": "OWNER", "fullName": "", "phone": "09%08d"}]}
                    """
                        .formatted(seen, random.nextInt(100_000_000))),
                "application/json");
    if (answer.status() == 409) {
      overtaken.incrementAndGet();
    } else if (expect(answer, 200)) {
      corrected.incrementAndGet();
    }
  }

  private static int version(Counter counter, long visit) {
    return counter
        .api()
        .get("api/v1/reception/visits/" + visit + "/receipt")
        .response()
        .headers()
        .firstValue("Content-Disposition")
        .map(name -> Integer.parseInt(name.replaceAll(".*-v(\\d+)\\.pdf.*", "$1")))
        .orElse(-1);
  }

  private void keepDraft(Counter counter, String body) {
    String id = java.util.UUID.randomUUID().toString();
    expect(counter.api().put("api/v1/reception/drafts/" + id, body), 200, 204);
    expect(counter.api().delete("api/v1/reception/drafts/" + id), 200, 204);
  }

  private boolean expect(Api.Answer answer, int... statuses) {
    for (int status : statuses) {
      if (answer.status() == status) {
        return true;
      }
    }
    strange.merge(answer.status() + " " + answer.text(), 1, Integer::sum);
    return false;
  }

  private static long visits() {
    return Database.number("select count(*) from visit");
  }

  private static long deadlocks() {
    return Database.number("select sum(deadlocks) from pg_stat_database");
  }
}
