package vn.motcua.eventlog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import vn.motcua.eventlog.reading.ImportLimits;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.Refusal;

/** Sends logs through the whole import, as the service and its worker do. */
final class ImportBench {

  static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private final EventLogImports imports;
  private final ImportQueue queue;

  ImportBench(Path folder) {
    this(TestDatabase.database(), folder, ImportLimits.standard());
  }

  ImportBench(DataSource database, Path folder, ImportLimits limits) {
    imports = new EventLogImports(database, folder, InstantSource.fixed(NOW), limits);
    queue = new ImportQueue(database, folder, InstantSource.fixed(NOW), limits);
  }

  EventLogImports imports() {
    return imports;
  }

  ImportQueue queue() {
    return queue;
  }

  /** Submits, works the queue off, and answers how the import ended. */
  EventLogImport run(InputStream log, String mapping) {
    Submission submission = imports.submit(log, "log", mapping, "tester");
    work();
    return imports.find(submission.eventLogImport().id());
  }

  EventLogImport run(String log, String mapping) {
    return run(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), mapping);
  }

  EventLogImport run(byte[] log, String mapping) {
    return run(new ByteArrayInputStream(log), mapping);
  }

  EventLogImport run(Path log, String mapping) {
    try (InputStream in = Files.newInputStream(log)) {
      return run(in, mapping);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void work() {
    try {
      queue.work();
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  /** Every finding as "line code case". */
  List<String> findings(EventLogImport of) {
    return imports.refusals(of.id(), 0, 100_000).stream()
        .map(refusal -> refusal.line() + " " + refusal.code() + " " + refusal.caseId())
        .toList();
  }

  List<Refusal> refusals(EventLogImport of) {
    return imports.refusals(of.id(), 0, 100_000);
  }

  static String mapping(String name) {
    try (InputStream in = ImportBench.class.getResourceAsStream(name + ".mapping.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return out.toByteArray();
  }

  static String failure(EventLogImport of) {
    return of.failure(Locale.ROOT);
  }
}
