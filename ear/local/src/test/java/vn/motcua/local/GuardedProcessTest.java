package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedProcessTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  @TempDir Path temporary;

  @Test
  void writesWhatTheServerSays() throws IOException {
    RotatingLog log = new RotatingLog(temporary.resolve("server.log"), 1000);
    GuardedProcess process = GuardedProcess.start(shell("echo $WORD"), record(), log, line -> {});
    assertThat(process.awaitEnd(SOON)).isTrue();
    Waiting.until(SOON, () -> log.lastLines().contains("hello"));
  }

  @Test
  void stopsInOrderAndForgets() throws IOException {
    GuardedProcess process = start("trap 'exit 0' TERM; while :; do sleep 0.1; done");
    ProcessHandle server = handle(process);
    assertThat(record()).exists();
    process.stop();
    assertThat(server.isAlive()).isFalse();
    assertThat(record()).doesNotExist();
  }

  @Test
  void killsWhatDoesNotStopWithinItsGrace() throws IOException {
    GuardedProcess process = start("trap '' TERM; while :; do sleep 0.1; done");
    ProcessHandle server = handle(process);
    long begin = System.nanoTime();
    process.stop();
    assertThat(server.isAlive()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .as("its grace")
        .isGreaterThanOrEqualTo(Duration.ofMillis(900));
  }

  @Test
  void endsTheServerWhenTheGuardianIsKilled() throws Exception {
    GuardedProcess process = start("sleep 1000");
    ProcessHandle server = handle(process);
    server.parent().orElseThrow().destroyForcibly();
    server.onExit().get(SOON.toSeconds(), TimeUnit.SECONDS);
    assertThat(process.awaitEnd(SOON)).isTrue();
  }

  @Test
  void endsTheGuardianWhenTheServerIsKilled() throws IOException {
    GuardedProcess process = start("sleep 1000");
    ProcessHandle guardian = handle(process).parent().orElseThrow();
    process.kill();
    assertThat(guardian.isAlive()).isFalse();
    Waiting.until(SOON, () -> guardian.descendants().findAny().isEmpty());
  }

  @Test
  void aLeftoverIsEndedOnlyIfItIsTheSameProcess() throws IOException {
    Process other = new ProcessBuilder("sleep", "1000").start();
    try {
      ProcessRecord real = ProcessRecord.of(other.pid()).orElseThrow();
      Instant longAgo = real.startedAt().minus(Duration.ofHours(1));
      new ProcessRecord(other.pid(), longAgo).write(record());
      Leftover.end(record());
      assertThat(other.isAlive()).as("another process with the same id").isTrue();
      assertThat(record()).doesNotExist();
      assertThat(real.running()).isPresent();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void anUnreadableRecordCountsAsNone() throws IOException {
    for (String content : List.of("", "12", "x y", "12 yesterday")) {
      java.nio.file.Files.writeString(record(), content);
      assertThat(ProcessRecord.read(record())).isEmpty();
    }
  }

  private GuardedProcess start(String script) throws IOException {
    RotatingLog log = new RotatingLog(temporary.resolve("server.log"), 1000);
    GuardedProcess process = GuardedProcess.start(shell(script), record(), log, line -> {});
    // The shell has set its traps when it has started its first child, or it is sleep itself.
    Waiting.until(SOON, () -> handle(process).info().command().isPresent());
    Waiting.until(
        SOON,
        () ->
            Stream.concat(Stream.of(handle(process)), handle(process).children())
                .anyMatch(child -> child.info().command().orElse("").endsWith("sleep")));
    return process;
  }

  private Command shell(String script) {
    return new Command(
        List.of("sh", "-c", script),
        Map.of("WORD", "hello"),
        temporary,
        "TERM",
        Duration.ofSeconds(1));
  }

  private Path record() {
    return temporary.resolve("server.process");
  }

  private static ProcessHandle handle(GuardedProcess process) {
    return ProcessHandle.of(process.pid()).orElseThrow();
  }
}
