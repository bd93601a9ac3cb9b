package vn.motcua.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Every version of a message's schema that ever left the house, oldest first. Bytes in the log are
 * kept for good, so a released schema is never changed or removed; a new one gets the next number.
 */
final class ReleasedSchemas {

  private ReleasedSchemas() {}

  /**
   * @param name the record's simple name, for instance {@code LogEntry}
   */
  static List<Schema> of(String name) {
    List<Schema> released = new ArrayList<>();
    for (Optional<Schema> next = version(name, 1);
        next.isPresent();
        next = version(name, released.size() + 1)) {
      released.add(next.get());
    }
    return List.copyOf(released);
  }

  private static Optional<Schema> version(String name, int version) {
    String resource = "/schemas/%s-v%d.avsc".formatted(name, version);
    try (InputStream in = ReleasedSchemas.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(in));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
