package vn.motcua.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import vn.motcua.eventlog.reading.ImportLimits;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.ImportStatus;

/** More than half a million events in one file, in a process that could not hold them. */
class LargeLogTest {

  private static final int CASES = 64_000;
  private static final int EVENTS_PER_CASE = 8;
  private static final int HEAP_MEGABYTES = 96;
  private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void halfAMillionEventsInASmallHeap() throws Exception {
    Path log = folder.resolve("large.xes.gz");
    write(log);
    Instant before = Instant.now();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                LargeLogTest.class.getName(),
                TestDatabase.url(),
                log.toString(),
                folder.resolve("spool").toString())
            .inheritIO()
            .start();
    int exit = process.waitFor();
    Duration elapsed = Duration.between(before, Instant.now());

    assertThat(exit).isZero();
    EventLogImport done = new ImportBench(folder).imports().list(Long.MAX_VALUE, 1).get(0);
    assertThat(done.status()).as(ImportBench.failure(done)).isEqualTo(ImportStatus.ACTIVE);
    assertThat(done.counts().eventsTaken()).isEqualTo((long) CASES * EVENTS_PER_CASE);
    assertThat(done.counts().casesTaken()).isEqualTo(CASES);
    assertThat(
            TestDatabase.number(
                "select count(*) from dossier_transition where dataset_id = ?", done.datasetId()))
        .isEqualTo((long) CASES * (EVENTS_PER_CASE + 2));
    System.out.printf(
        "MEASURED %d events of %d MB gzip in %d s with a heap of %d MB%n",
        done.counts().eventsTaken(), Files.size(log) >> 20, elapsed.toSeconds(), HEAP_MEGABYTES);
  }

  /** The import in its own process: address of the database, log, spool folder. */
  public static void main(String[] arguments) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[0]);
    EventLogImport done =
        new ImportBench(database, Path.of(arguments[2]), ImportLimits.standard())
            .run(
                Path.of(arguments[1]),
                """
                {"format": "XES", "zone": "Asia/Ho_Chi_Minh", "name": "large",
                 "due": {"caseAttribute": "due"}, "noDueDate": {"rule": "REFUSE"},
                 "finished": {"eventTime": "LAST"}}
                """);
    System.exit(done.status() == ImportStatus.ACTIVE ? 0 : 1);
  }

  private static void write(Path file) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      out.write("<log>\n");
      for (int i = 0; i < CASES; i++) {
        Instant received = START.plusSeconds(i * 977L);
        out.write("<trace><string key=\"concept:name\" value=\"H" + i + "\"/>");
        out.write("<date key=\"due\" value=\"" + received.plusSeconds(864_000) + "\"/>\n");
        for (int step = 0; step < EVENTS_PER_CASE; step++) {
          out.write(
              "<event><string key=\"concept:name\" value=\"Bước "
                  + step
                  + "\"/><string key=\"org:resource\" value=\"Cán bộ "
                  + i % 97
                  + "\"/><string key=\"org:group\" value=\"Đơn vị "
                  + i % 12
                  + "\"/><string key=\"note\" value=\""
                  + Integer.toHexString(i * 31 + step)
                  + "\"/><date key=\"time:timestamp\" value=\""
                  + received.plusSeconds(step * 90_000L)
                  + "\"/></event>\n");
        }
        out.write("</trace>\n");
      }
      out.write("</log>\n");
    }
  }
}
