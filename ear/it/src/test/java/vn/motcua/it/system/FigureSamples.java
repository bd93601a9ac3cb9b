package vn.motcua.it.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.ShownFigures;

/**
 * Looks at the city's figures all the time, whatever happens to the servers: in the read model, and
 * as the interface gives them, figures and board in turn. Every answer must be right for the moment
 * that it states; where it says that nothing is pending, right for the moment it was asked.
 */
final class FigureSamples implements AutoCloseable {

  private static final long PAUSE_NANOS = Duration.ofMillis(40).toNanos();
  private static final long STALE_MILLIS = 2_000;
  private static final List<String> ASKED =
      List.of(
          "api/v1/figures?dataset=hanoi&from=2020-01-01&to=2040-01-01",
          "api/v1/board?dataset=hanoi&period=year");

  private final Api api = Api.administrator();
  private final ShownFigures first;
  private final long[] firstShown = new long[ASKED.size()];
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger stale = new AtomicInteger();
  private final AtomicInteger away = new AtomicInteger();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private volatile Instant newest = Instant.EPOCH;
  private volatile boolean running = true;
  private final Thread table = Thread.ofPlatform().daemon().name("rows").unstarted(this::look);
  private final Thread answers = Thread.ofPlatform().daemon().name("answers").unstarted(this::ask);

  /** Begins at a moment in which nothing is pending and nobody writes. */
  FigureSamples() throws SQLException {
    first = ShownFigures.read();
    for (int i = 0; i < ASKED.size(); i++) {
      firstShown[i] = received(api.get(ASKED.get(i)).json());
    }
  }

  void begin() {
    table.start();
    answers.start();
  }

  /** T of the newest answer over the interface. */
  Instant newest() {
    return newest;
  }

  /** Samples of the read model. */
  int read() {
    return read.get();
  }

  /** Answers over the interface. */
  int answered() {
    return answered.get();
  }

  /** Of these: said themselves that they were old. */
  int stale() {
    return stale.get();
  }

  /** Looks that found nobody there, in the database or at the interface. */
  int away() {
    return away.get();
  }

  List<String> wrong() {
    return wrong;
  }

  private void look() {
    ShownFigures former = first;
    while (running) {
      try {
        ShownFigures now = ShownFigures.read();
        if (!now.isRightFor(first)
            || now.time() < former.time()
            || now.figures() < former.figures()) {
          wrong.add("since " + first + " after " + former + ": " + now);
        }
        former = now;
        read.incrementAndGet();
      } catch (SQLException databaseIsAway) {
        away.incrementAndGet();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void ask() {
    for (int i = 0; running; i = (i + 1) % ASKED.size()) {
      try {
        long before = ShownFigures.log("epoch").now();
        Api.Answer answer = api.get(ASKED.get(i));
        if (answer.status() == 200) {
          judge(i, before, answer.json());
        } else {
          away.incrementAndGet();
        }
      } catch (SQLException | RuntimeException nobodyAnswers) {
        away.incrementAndGet();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void judge(int asked, long before, JsonNode answer) throws SQLException {
    JsonNode position = answer.get("position");
    String time = position.get("time").asText();
    ShownFigures.Log log = ShownFigures.log(time);
    long counted = received(answer) - firstShown[asked];
    boolean current = position.get("pendingEvents").asLong() == 0;
    long least = (current ? Math.max(before, log.before()) : log.before()) - first.logged();
    if (counted < least || counted > log.now() - first.logged()) {
      wrong.add(
          "%s: %d counted, at least %d of %d at %s"
              .formatted(ASKED.get(asked), counted, least, log.now() - first.logged(), position));
    }
    if (!current && position.get("ageMillis").asLong() > STALE_MILLIS) {
      stale.incrementAndGet();
    }
    newest = Instant.parse(time);
    answered.incrementAndGet();
  }

  private static long received(JsonNode answer) {
    JsonNode figures = answer.at("/figures/0/received/total");
    return figures.isMissingNode() ? answer.at("/flows/received").asLong() : figures.asLong();
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    table.join(Duration.ofSeconds(70));
    answers.join(Duration.ofSeconds(70));
  }
}
