package vn.motcua.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is counted at a horizon is counted once, and nobody waits longer than he wants to. */
class HorizonRecountsTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private Instant now = Instant.parse("2026-11-23T01:00:00Z");
  private final AtomicInteger counts = new AtomicInteger();
  private final HorizonRecounts recounts = new HorizonRecounts(Thread::new, () -> now);

  @AfterEach
  void stop() {
    recounts.stop();
  }

  @Test
  void anAnswerIsCountedOnceAndSaysWhen() {
    Instant first = ask("H1", LONG).orElseThrow().countedAt();
    now = now.plusSeconds(3_600);
    Recounted<Integer> again = ask("H1", LONG).orElseThrow();
    assertThat(again.answer()).isOne();
    assertThat(again.countedAt()).isEqualTo(first);
    assertThat(ask("H2", LONG).orElseThrow().answer()).isEqualTo(2);
  }

  @Test
  void whoLooksWhileItIsCountedIsToldSo() {
    CountDownLatch go = new CountDownLatch(1);
    Callable<Integer> slow =
        () -> {
          go.await();
          return counts.incrementAndGet();
        };
    assertThat(recounts.of("H1", Duration.ZERO, slow)).isEmpty();
    assertThat(recounts.of("H1", Duration.ofMillis(20), slow)).isEmpty();
    assertThat(ask("H2", Duration.ZERO)).as("one after another").isEmpty();
    go.countDown();
    assertThat(recounts.of("H1", LONG, slow).orElseThrow().answer()).isOne();
    assertThat(ask("H2", LONG).orElseThrow().answer()).isEqualTo(2);
  }

  @Test
  void aCountThatFailedIsNotKept() {
    Callable<Integer> broken =
        () -> {
          throw new IllegalStateException("no connection");
        };
    assertThatThrownBy(() -> recounts.of("H1", LONG, broken)).hasMessage("no connection");
    assertThat(ask("H1", LONG).orElseThrow().answer()).isOne();
  }

  @Test
  void aFullQueueTakesNoMoreAndOldAnswersGo() {
    CountDownLatch go = new CountDownLatch(1);
    for (int i = 0; i < 60; i++) {
      recounts.of(
          "waiting " + i, Duration.ZERO, () -> go.await(30, java.util.concurrent.TimeUnit.SECONDS));
    }
    assertThat(ask("H1", Duration.ZERO)).isEmpty();
    go.countDown();
    recounts.of("waiting 49", LONG, () -> true);
    for (int i = 0; i < 250; i++) {
      ask("H" + i, LONG);
    }
    int before = counts.get();
    ask("H0", LONG);
    assertThat(counts.get()).as("the one looked at longest ago").isEqualTo(before + 1);
    ask("H249", LONG);
    assertThat(counts.get()).isEqualTo(before + 1);
  }

  private Optional<Recounted<Integer>> ask(Object question, Duration patience) {
    return recounts.of(question, patience, counts::incrementAndGet);
  }
}
