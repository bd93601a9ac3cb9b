package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A server that an earlier platform started and could not end. */
final class Leftover {
  /** Its guardian is at work from the moment when its launcher died; it is given this long. */
  private static final Duration GUARDIANS_TIME = Duration.ofSeconds(15);

  private static final long GLANCE_NANOS = Duration.ofMillis(100).toNanos();

  private Leftover() {}

  /** Waits for the recorded process to be gone, kills it when it stays, and removes the record. */
  static void end(Path record) {
    try {
      Optional<ProcessRecord> process = ProcessRecord.read(record);
      if (process.isPresent() && !isGoneWithin(process.get(), timeFor(process.get()))) {
        process.get().running().ifPresent(ProcessHandle::destroyForcibly);
        isGoneWithin(process.get(), GUARDIANS_TIME);
      }
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without its guardian nobody will end the process, so there is nothing to wait for. */
  private static Duration timeFor(ProcessRecord process) {
    boolean guarded =
        process
            .running()
            .flatMap(ProcessHandle::parent)
            .flatMap(parent -> parent.info().commandLine())
            .filter(line -> line.contains("guardian"))
            .isPresent();
    return guarded ? GUARDIANS_TIME : Duration.ZERO;
  }

  private static boolean isGoneWithin(ProcessRecord process, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (process.running().isPresent()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(GLANCE_NANOS);
    }
    return true;
  }
}
