package vn.motcua.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The generation of the figures that is shown, as the database tells; while it does not answer, as
 * it was known last. A job that begins for the wrong one is started again as soon as it answers.
 */
final class ShownGeneration {
  private final Path remembered;
  private final Addresses addresses;

  ShownGeneration(Path folder, Addresses addresses) {
    this.remembered = folder.resolve("generation");
    this.addresses = addresses;
  }

  int read() throws IOException {
    try {
      int shown = WantedGenerations.read(addresses).shown();
      Files.writeString(remembered, Integer.toString(shown));
      return shown;
    } catch (SQLException databaseIsDown) {
      return Files.exists(remembered)
          ? Integer.parseInt(Files.readString(remembered).strip())
          : WantedGenerations.FIRST;
    }
  }
}
