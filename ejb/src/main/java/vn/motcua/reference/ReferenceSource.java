package vn.motcua.reference;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where the reference files come from. */
@FunctionalInterface
public interface ReferenceSource {

  /** The bytes of a file; empty where there is none of this name. */
  Optional<byte[]> read(String file) throws IOException;

  /** The files that are part of the application. */
  static ReferenceSource builtIn() {
    return file -> {
      try (InputStream stream =
          ReferenceSource.class.getClassLoader().getResourceAsStream("reference/" + file)) {
        return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
      }
    };
  }
}
