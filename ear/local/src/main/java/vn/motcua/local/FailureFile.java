package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Hands the reason of a failed start to the build, which then fails with it in one line. */
final class FailureFile {
  private FailureFile() {}

  static void remove() {
    try {
      Optional<Path> file = file();
      if (file.isPresent()) {
        Files.deleteIfExists(file.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(String reason) {
    try {
      Optional<Path> file = file();
      if (file.isPresent()) {
        Files.writeString(file.get(), reason);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> file() {
    return Optional.ofNullable(System.getProperty("motcua.failureFile")).map(Path::of);
  }
}
