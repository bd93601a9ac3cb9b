package vn.motcua.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as it is remembered on disk: its id and when it started, because ids are used again.
 *
 * @param pid process id
 * @param startedAt start as the operating system tells it
 */
record ProcessRecord(long pid, Instant startedAt) {
  /** The system derives the start from its boot time, which moves when the clock is set. */
  private static final Duration CLOCK_DRIFT = Duration.ofSeconds(5);

  static Optional<ProcessRecord> of(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(handle -> handle.info().startInstant())
        .map(start -> new ProcessRecord(pid, start));
  }

  /** Reads a record; one that cannot be understood counts as absent. */
  static Optional<ProcessRecord> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String[] parts = Files.readString(file).strip().split(" ");
    try {
      return Optional.of(new ProcessRecord(Long.parseLong(parts[0]), Instant.parse(parts[1])));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, pid + " " + startedAt + "\n");
  }

  /** The very same process, if it still runs. A zombie does not run. */
  Optional<ProcessHandle> running() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> handle.info().startInstant().map(this::isSameStart).orElse(false))
        .filter(handle -> !isZombie());
  }

  private boolean isSameStart(Instant other) {
    return Duration.between(startedAt, other).abs().compareTo(CLOCK_DRIFT) <= 0;
  }

  private boolean isZombie() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
    } catch (IOException | RuntimeException notLinuxOrGone) {
      return false;
    }
  }
}
