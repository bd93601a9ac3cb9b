package vn.motcua.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.ImportStatus;

/** CSV and TSV in the conventions that are met in the wild. */
class CsvLogsTest {

  private static final String MAPPING =
      """
      {"format": "CSV", "zone": "Asia/Ho_Chi_Minh", "noDueDate": {"rule": "UNDATED"},
       "caseId": {"eventAttribute": "case"}, "activity": {"eventAttribute": "step"},
       "timestamp": {"eventAttribute": "time"}, "actor": {"eventAttribute": "who"},
       "finished": {"eventTime": "LAST", "activities": ["done"]}, "toleratedRefusal": 1 %s}
      """;
  private static final String HEADER = "case,step,time,who\n";

  @TempDir Path folder;
  private ImportBench bench;

  @BeforeEach
  void prepare() {
    bench = new ImportBench(folder);
  }

  @Test
  void quotesLineBreaksAndDoubledQuotes() throws SQLException {
    EventLogImport done =
        run(
            HEADER
                + "A-1,\"check, \"\"twice\"\"\",2024-03-05 08:00,\"Lan\nAnh\"\n"
                + "A-1,done,2024-03-06 08:00,Bình\n");
    assertActive(done);
    assertThat(steps(done, "A-1"))
        .containsExactly(
            "check, \"twice\"|Lan Anh|2024-03-05 01:00:00", "done|Bình|2024-03-06 01:00:00");
  }

  @Test
  void semicolonByteOrderMarkCrLfAndEmptyLines() throws SQLException {
    EventLogImport done =
        run(
            "\uFEFFcase;step;time;who\r\n\r\nA-1;a;2024-03-05 08:00;\r\nA-1;done;2024-03-06;x\r\n",
            ", \"csv\": {\"separator\": \";\"}");
    assertActive(done);
    assertThat(steps(done, "A-1"))
        .containsExactly("a|null|2024-03-05 01:00:00", "done|x|2024-03-05 17:00:00");
  }

  @Test
  void tabsWithoutQuoting() throws SQLException {
    EventLogImport done =
        run(
            "case\tstep\ttime\twho\nA-1\ta \"b\t2024-03-05 08:00\t\"x\nA-1\tdone\t2024-03-06\ty\n",
            ", \"csv\": {\"separator\": \"\\t\", \"quote\": null}");
    assertActive(done);
    assertThat(steps(done, "A-1").get(0)).isEqualTo("a \"b|\"x|2024-03-05 01:00:00");
  }

  @Test
  void anotherCharacterSetAndNoHeader() throws SQLException {
    byte[] log =
        "A-1|café|05.03.2024 08:00|José\nA-1|done|06.03.2024 08:00|José"
            .getBytes(Charset.forName("windows-1252"));
    EventLogImport done =
        bench.run(
            log,
            MAPPING.formatted(
                """
                , "dateFormats": ["dd.MM.yyyy HH:mm"], "csv": {"separator": "|",
                "charset": "windows-1252", "columns": ["case", "step", "time", "who"]}
                """));
    assertActive(done);
    assertThat(steps(done, "A-1").get(0)).isEqualTo("café|José|2024-03-05 01:00:00");
    assertThat(done.counts().warnings()).isZero();
  }

  @Test
  void utf16WithByteOrderMark() throws SQLException {
    byte[] log =
        ("\uFEFF" + HEADER + "A-1,tiếp nhận,2024-03-05,Lan\nA-1,done,2024-03-06,Lan\n")
            .getBytes(StandardCharsets.UTF_16LE);
    EventLogImport done = bench.run(log, MAPPING.formatted(""));
    assertActive(done);
    assertThat(steps(done, "A-1").get(0)).startsWith("tiếp nhận|Lan");
  }

  @Test
  void raggedRowsAreRefusedWithTheirLineAndTheRestIsTaken() {
    EventLogImport done =
        run(
            HEADER
                + "A-1,\"a\nb\",2024-03-05,x\n"
                + "A-1,short,2024-03-05\n"
                + "A-1,long,2024-03-05,x,y\n"
                + "A-1,done,2024-03-06,x");
    assertActive(done);
    assertThat(bench.findings(done)).containsExactly("4 row-ragged null", "5 row-ragged null");
    assertCounts(done, 4, 2, 2, 0, 1, 1, 0);
  }

  @Test
  void casesMixedAndUnsortedAreGroupedAndOrdered() throws SQLException {
    EventLogImport done =
        run(
            HEADER
                + "B,done,2024-03-09,x\nA,done,2024-03-08,x\nB,start,2024-03-01,x\n"
                + "A,second,2024-03-02,x\nA,first,2024-03-02,x\nA,start,2024-03-01,x\n");
    assertActive(done);
    assertThat(steps(done, "A"))
        .map(step -> step.split("\\|")[0])
        .as("equal moments keep the order of the file")
        .containsExactly("start", "second", "first", "done");
    assertThat(steps(done, "B")).hasSize(2);
  }

  @Test
  void wordsLikeNaAreIdsUnlessTheMappingSaysOtherwise() throws SQLException {
    String log =
        HEADER + "NA,start,2024-03-01,NA\nnull,start,2024-03-01,null\n ,start,2024-03-01,x\n";
    EventLogImport taken = run(log);
    assertActive(taken);
    assertThat(codes(taken)).containsExactly("NA", "null");
    assertThat(bench.findings(taken))
        .containsExactly("4 case-id-missing null", "null activity-unseen null");

    EventLogImport missing = run(log, ", \"missing\": [\"NA\"]");
    assertThat(codes(missing)).containsExactly("null");
    assertThat(steps(missing, "null").get(0)).startsWith("start|null|");
    assertThat(missing.counts().eventsRefused()).isEqualTo(2);
  }

  @Test
  void idsAreTrimmedComposedAndOtherwiseLeftAlone() throws SQLException {
    EventLogImport done =
        run(
            HEADER
                + " 007 ,start,2024-03-01,x\n007,done,2024-03-02,x\n7,start,2024-03-01,x\n"
                + "Ho\u0300a,start,2024-03-01,x\nHòa,done,2024-03-02,x\n");
    assertThat(codes(done)).containsExactly("007", "7", "Hòa");
  }

  @Test
  void unusableEventsAreRefusedOneByOne() {
    EventLogImport done =
        run(
            HEADER
                + "A,start,2024-03-01,x\nA,,2024-03-02,x\nA,b,,x\nA,b,soon,x\nA,b,31/12/2024,x\n"
                + "A,b,1970-01-01 00:00:00,x\nA,b,1899-12-31,x\nA,b,2101-06-01,x\n"
                + "A,b,2026-11-23,x\nB,b,soon,x\n"
                + ("C," + "b".repeat(2_001) + ",2024-03-01,x\nA,done,2024-03-09,x\n"));
    assertActive(done);
    assertThat(bench.findings(done))
        .containsExactly(
            "3 activity-missing A",
            "4 timestamp-missing A",
            "5 moment-unreadable A",
            "6 moment-unreadable A",
            "7 moment-epoch A",
            "8 moment-out-of-range A",
            "9 moment-out-of-range A",
            "10 moment-in-future A",
            "11 moment-unreadable B",
            "12 value-too-long C",
            "11 received-missing B",
            "12 received-missing C");
    assertCounts(done, 12, 2, 10, 0, 3, 1, 2);
  }

  @Test
  void doubleEncodedTextIsTakenWithOneRemarkPerText() {
    EventLogImport done =
        run(HEADER + "A,Ã¡,2024-03-01,x\nA,Ã¡,2024-03-02,x\nA,caf\uFFFD,2024-03-03,\u0007x\n");
    assertThat(bench.findings(done))
        .containsExactly(
            "2 text-double-encoded A",
            "4 text-character-lost A",
            "4 text-control-character A",
            "null activity-unseen null");
    assertThat(done.counts().warnings()).isEqualTo(4);
    assertThat(done.counts().eventsTaken()).isEqualTo(3);
  }

  @Test
  void localTimesAtClockChangesAreTakenWithARemark() throws SQLException {
    EventLogImport done =
        bench.run(
            HEADER + "A,start,2011-03-27 02:30,x\nA,b,2011-10-30 02:30,x\n",
            MAPPING.formatted("").replace("Asia/Ho_Chi_Minh", "Europe/Amsterdam"));
    assertThat(bench.findings(done))
        .containsExactly(
            "2 local-time-skipped A", "3 local-time-twice A", "null activity-unseen null");
    assertThat(steps(done, "A"))
        .containsExactly("start|x|2011-03-27 01:30:00", "b|x|2011-10-30 00:30:00");
  }

  @Test
  void rowsThatAreCasesNeedNoEvents() throws SQLException {
    EventLogImport done =
        bench.run(
            """
            id,in,limit,out
            A,05/03/2024,06/03/2024,06/03/2024
            B,05/03/2024,06/03/2024,07/03/2024
            C,05/03/2024,,
            """,
            """
            {"format": "CSV", "zone": "Asia/Ho_Chi_Minh", "caseId": {"eventAttribute": "id"},
             "received": {"eventAttribute": "in"}, "due": {"eventAttribute": "limit"},
             "finished": {"eventAttribute": "out"}, "dateFormats": ["dd/MM/yyyy"],
             "noDueDate": {"rule": "ALLOWANCE", "amount": 3, "unit": "calendar_days"}}
            """);
    assertActive(done);
    assertThat(
            TestDatabase.texts(
                """
                select code, state, due_at at time zone 'Asia/Ho_Chi_Minh', finished_at <= due_at
                from dossier where dataset_id = ? order by code
                """,
                done.datasetId()))
        .as("a due date without a time means the whole day")
        .containsExactly(
            "A|FINISHED|2024-03-06 23:59:59.999|t",
            "B|FINISHED|2024-03-06 23:59:59.999|f",
            "C|OPEN|2024-03-08 00:00:00|null");
  }

  private EventLogImport run(String log) {
    return run(log, "");
  }

  private EventLogImport run(String log, String more) {
    return bench.run(log, MAPPING.formatted(more));
  }

  private static void assertActive(EventLogImport done) {
    assertThat(done.status()).as(ImportBench.failure(done)).isEqualTo(ImportStatus.ACTIVE);
  }

  private static void assertCounts(
      EventLogImport done,
      int eventsRead,
      int eventsTaken,
      int eventsRefused,
      int eventsOfRefusedCases,
      int casesRead,
      int casesTaken,
      int casesRefused) {
    assertThat(done.counts())
        .isEqualTo(
            new EventLogImport.Counts(
                eventsRead,
                eventsTaken,
                eventsRefused,
                eventsOfRefusedCases,
                casesRead,
                casesTaken,
                casesRefused,
                done.counts().warnings()));
  }

  private static List<String> codes(EventLogImport done) throws SQLException {
    return TestDatabase.texts(
        "select code from dossier where dataset_id = ? order by code collate \"C\"",
        done.datasetId());
  }

  private static List<String> steps(EventLogImport done, String code) throws SQLException {
    return TestDatabase.texts(
        """
        select activity, actor, occurred_at at time zone 'UTC'
        from dossier_transition t join dossier d on d.id = t.dossier_id
        where d.dataset_id = ? and code = ? and kind = 'STEP' order by t.sequence
        """,
        done.datasetId(),
        code);
  }
}
