package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that an earlier platform started and could not end. */
final class Leftover {
  /** Its guardian is at work from the moment when its launcher died; it is given this long. */
  private static final int GUARDIAN_SECONDS = 15;

  private Leftover() {}

  /** Waits for the recorded process to be gone, kills it when it stays, and removes the record. */
  static void end(Path record) {
    try {
      Optional<ProcessHandle> running = ProcessRecord.read(record).flatMap(ProcessRecord::running);
      if (running.isPresent()) {
        end(running.get());
      }
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(ProcessHandle process) {
    if (!isGoneWithin(process, GUARDIAN_SECONDS)) {
      process.destroyForcibly();
      isGoneWithin(process, GUARDIAN_SECONDS);
    }
  }

  private static boolean isGoneWithin(ProcessHandle process, int seconds) {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
