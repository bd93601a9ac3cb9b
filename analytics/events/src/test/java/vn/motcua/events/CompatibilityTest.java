package vn.motcua.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written under any released schema must stay readable, for good. */
class CompatibilityTest {

  static Stream<Schema> current() {
    return Stream.of(LogEntry.getClassSchema(), Tick.getClassSchema(), Term.getClassSchema());
  }

  @ParameterizedTest
  @MethodSource("current")
  void current_schema_reads_every_released_one(Schema current) {
    assertThat(ReleasedSchemas.of(current.getName()))
        .isNotEmpty()
        .allSatisfy(
            released -> {
              var compatibility =
                  SchemaCompatibility.checkReaderWriterCompatibility(current, released);
              assertThat(compatibility.getType())
                  .as("%s", compatibility.getResult().getIncompatibilities())
                  .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            });
  }

  @ParameterizedTest
  @MethodSource("current")
  void current_schema_is_the_newest_released_one(Schema current) throws IOException {
    List<Schema> released = ReleasedSchemas.of(current.getName());
    String next = "%s-v%d.avsc".formatted(current.getName(), released.size() + 1);
    if (released.isEmpty() || !current.equals(released.getLast())) {
      Files.writeString(Path.of("target", next), current.toString(true) + "\n");
    }
    assertThat(released)
        .as("log.avdl changed: release it, copy target/%s to src/main/resources/schemas", next)
        .last()
        .isEqualTo(current);
  }

  @ParameterizedTest
  @MethodSource("current")
  void every_released_schema_has_its_own_fingerprint(Schema current) {
    Set<Long> seen = new HashSet<>();
    assertThat(ReleasedSchemas.of(current.getName()))
        .allMatch(schema -> seen.add(SchemaNormalization.parsingFingerprint64(schema)));
  }
}
