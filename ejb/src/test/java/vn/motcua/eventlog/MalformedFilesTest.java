package vn.motcua.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.eventlog.reading.ImportLimits;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.ImportStatus;

/**
 * Files that are damaged, hostile or not what they are said to be: refused whole, with the place.
 */
class MalformedFilesTest {

  private static final String XES =
      """
      {"format": "XES", "zone": "UTC", "noDueDate": {"rule": "UNDATED"},
       "finished": {"eventTime": "LAST"}}
      """;
  private static final String CSV =
      """
      {"format": "CSV", "zone": "UTC", "noDueDate": {"rule": "UNDATED"},
       "caseId": {"eventAttribute": "case"}, "activity": {"eventAttribute": "step"},
       "timestamp": {"eventAttribute": "time"}, "finished": {"eventTime": "LAST"}}
      """;
  private static final String TRACE =
      """
      <trace><string key="concept:name" value="A-1"/><event>
      <string key="concept:name" value="submit"/>
      <date key="time:timestamp" value="2024-03-05T08:00:00+07:00"/></event></trace>
      """;
  private static final String LOG = "<log xes.version=\"2.0\">\n" + TRACE.repeat(200) + "</log>";

  @TempDir Path folder;
  private ImportBench bench;

  @BeforeEach
  void prepare() {
    bench = new ImportBench(folder);
  }

  @Test
  void truncatedGzip() throws SQLException {
    byte[] whole = ImportBench.gzip(noise());
    assertRefused(
        bench.run(Arrays.copyOf(whole, whole.length / 2), XES), "eventlog.file-gzip-truncated");
    assertRefused(
        bench.run(Arrays.copyOf(csvGzip(), csvGzip().length - 30), CSV),
        "eventlog.file-gzip-truncated");
  }

  @Test
  void corruptGzip() throws SQLException {
    byte[] whole = ImportBench.gzip(noise());
    whole[whole.length / 2] ^= 0x55;
    EventLogImport failed = bench.run(whole, XES);
    assertThat(failed.failureCode())
        .isIn(
            "eventlog.file-gzip-corrupt",
            "eventlog.file-xml-malformed",
            "eventlog.file-encoding-invalid");
    byte[] checksum = ImportBench.gzip(LOG.getBytes(StandardCharsets.UTF_8));
    checksum[checksum.length - 6] ^= 0x55;
    assertRefused(bench.run(checksum, XES), "eventlog.file-gzip-corrupt");
  }

  @Test
  void emptyAndZip() throws SQLException, IOException {
    assertRefused(bench.run(new byte[0], XES), "eventlog.file-empty");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("log.xes"));
      zip.write(LOG.getBytes(StandardCharsets.UTF_8));
    }
    assertRefused(bench.run(out.toByteArray(), XES), "eventlog.file-zip");
  }

  @Test
  void truncatedXmlNamesItsLine() throws SQLException {
    EventLogImport failed = bench.run(LOG.substring(0, LOG.length() / 2), XES);
    assertRefused(failed, "eventlog.file-xml-malformed");
    assertThat(ImportBench.failure(failed)).contains("dòng 30");
  }

  @Test
  void otherXmlAndCsvAsXes() throws SQLException {
    assertRefused(bench.run("<html><body/></html>", XES), "eventlog.file-not-xes");
    assertRefused(bench.run("case,step,time\n", XES), "eventlog.file-xml-malformed");
  }

  @Test
  void xmlBombIsRefusedUnopened() throws SQLException {
    StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE log [\n");
    bomb.append("<!ENTITY l0 \"lol\">\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY l%d \"%s\">%n".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    bomb.append("]>\n<log>").append(TRACE.replace("submit", "&l11;")).append("</log>");
    assertRefused(bench.run(bomb.toString(), XES), "eventlog.file-xml-doctype");
  }

  @Test
  void externalEntitiesReadNoFile() throws SQLException, IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "top secret");
    String log =
        "<!DOCTYPE log [<!ENTITY x SYSTEM \"%s\">]>%n<log>%s</log>"
            .formatted(secret.toUri(), TRACE.replace("submit", "&x;"));
    EventLogImport failed = bench.run(log, XES);
    assertRefused(failed, "eventlog.file-xml-doctype");
    assertThat(
            TestDatabase.number(
                "select count(*) from dossier_transition where activity like '%secret%'"))
        .isZero();
    assertThat(
            bench.run("<log>" + TRACE.replace("submit", "&unknown;") + "</log>", XES).failureCode())
        .isIn("eventlog.file-xml-malformed", "eventlog.file-xml-doctype");
  }

  @Test
  void gzipBombStopsEarly() throws SQLException, IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write("<log>".getBytes(StandardCharsets.UTF_8));
      byte[] chunk = TRACE.repeat(5_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 40; i++) {
        gzip.write(chunk);
      }
    }
    ImportLimits limits = ImportLimits.standard();
    ImportLimits dense =
        new ImportLimits(
            limits.uploadBytes(),
            limits.expandedBytes(),
            20,
            limits.itemBytes(),
            100,
            64,
            10,
            100,
            limits.events(),
            limits.cases(),
            1_000);
    assertRefused(limited(dense).run(bomb.toByteArray(), XES), "eventlog.limit-expansion");
  }

  @Test
  void everyLimitHasItsOwnCode() throws SQLException {
    ImportLimits tight = new ImportLimits(100_000, 200_000, 400, 70_000, 8, 6, 5, 50, 150, 100, 10);
    ImportBench small = limited(tight);
    assertRefused(small.run(LOG, XES), "eventlog.limit-cases");
    assertRefused(
        small.run("case,step,time\n" + "a,b,2024-01-01\n".repeat(151), CSV),
        "eventlog.limit-events");
    assertRefused(small.run("a,b,c,d,e,f\n", CSV), "eventlog.limit-columns");
    assertRefused(
        small.run(
            ImportBench.gzip(
                ("case,step,time\n" + " ".repeat(150_000)).getBytes(StandardCharsets.UTF_8)),
            CSV),
        "eventlog.limit-item-bytes");
    assertRefused(
        small.run(
            ImportBench.gzip(
                ("<log>" + "<string key='a' value='b'/>".repeat(9_000) + "</log>")
                    .getBytes(StandardCharsets.UTF_8)),
            XES),
        "eventlog.limit-expanded-bytes");
    String attribute = "<string key='k' value='v'/>";
    assertRefused(
        small.run("<log><trace>" + attribute.repeat(9) + "</trace></log>", XES),
        "eventlog.limit-attributes");
    assertRefused(
        small.run("<log><list key='l'>" + "<list key='l'>".repeat(10), XES),
        "eventlog.limit-depth");
    assertRefused(
        small.run("<log><trace>" + "<list key='l'>".repeat(10), XES), "eventlog.limit-depth");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> small.run(new byte[100_001], CSV))
        .hasMessageContaining("eventlog.limit-upload-bytes");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void invalidUtf8NamesTheByte() throws SQLException {
    String start = "case,step,time\nA-1,";
    byte[] bytes = (start + "?,2024-03-05\n").getBytes(StandardCharsets.UTF_8);
    bytes[start.length()] = (byte) 0xE9;
    EventLogImport failed = bench.run(bytes, CSV);
    assertRefused(failed, "eventlog.file-encoding-invalid");
    assertThat(failed.failureArguments())
        .containsExactly("UTF-8", String.valueOf(start.length() + 1));

    byte[] far =
        ("case,step,time\n" + "A-1,x,2024-03-05\n".repeat(9_000) + "A-2,?,2024-03-05")
            .getBytes(StandardCharsets.UTF_8);
    int at = far.length - "?,2024-03-05".length();
    far[at] = (byte) 0xC3;
    assertThat(bench.run(far, CSV).failureArguments())
        .containsExactly("UTF-8", String.valueOf(at + 1));
  }

  @Test
  void csvThatIsNone() throws SQLException {
    assertRefused(
        bench.run("case,step,time\nA-1,\"open,2024-03-05\nA-2,x,2024-03-05\n", CSV),
        "eventlog.file-csv-malformed");
    assertRefused(bench.run("\n\n", CSV), "eventlog.file-csv-no-header");
    EventLogImport failed = bench.run("case;step;time\nA;b;2024-01-01\n", CSV);
    assertRefused(failed, "eventlog.file-csv-columns-missing");
    assertThat(ImportBench.failure(failed)).contains("case, step, time").contains("case;step;time");
    assertRefused(
        bench.run("case,step,time,step\nA,b,2024-01-01,c\n", CSV),
        "eventlog.file-csv-column-twice");
  }

  @Test
  void aMappingForAnotherXesNamesWhatIsNeverThere() throws SQLException {
    EventLogImport failed =
        bench.run(
            LOG,
            XES.replace("\"format\"", "\"due\": {\"caseAttribute\": \"dead line\"}, \"format\""));
    assertRefused(failed, "eventlog.file-attributes-missing");
    assertThat(failed.failureArguments()).containsExactly("dead line");
  }

  private ImportBench limited(ImportLimits limits) {
    return new ImportBench(TestDatabase.database(), folder, limits);
  }

  /** Failed, nothing visible, nothing left in staging, the upload gone. */
  private void assertRefused(EventLogImport failed, String code) throws SQLException {
    assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
    assertThat(failed.failureCode()).as(ImportBench.failure(failed)).isEqualTo(code);
    assertThat(failed.datasetId()).isNull();
    assertThat(
            TestDatabase.number(
                "select count(*) from import_event where import_id = ?", failed.id()))
        .isZero();
    assertThat(List.of(folder.toFile().list())).doesNotContain(failed.spoolName());
  }

  private static byte[] noise() {
    StringBuilder log = new StringBuilder("<log>");
    for (int i = 0; i < 3_000; i++) {
      log.append(TRACE.replace("A-1", Integer.toHexString(i * 7_919)));
    }
    return log.append("</log>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] csvGzip() {
    StringBuilder log = new StringBuilder("case,step,time\n");
    for (int i = 0; i < 3_000; i++) {
      log.append(i * 7_919).append(",x,2024-03-05\n");
    }
    return ImportBench.gzip(log.toString().getBytes(StandardCharsets.UTF_8));
  }
}
