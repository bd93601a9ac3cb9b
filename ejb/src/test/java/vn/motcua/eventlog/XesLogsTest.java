package vn.motcua.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.ImportStatus;

/** XES logs, and what their cases become. */
class XesLogsTest {

  private static final String MAPPING =
      """
      {"format": "XES", "zone": "Asia/Ho_Chi_Minh", "noDueDate": {"rule": "UNDATED"},
       "received": {"caseAttribute": "in"}, "due": {"caseAttribute": "limit"},
       "finished": {"caseAttribute": "out"}, "toleratedRefusal": 1 %s}
      """;

  @TempDir Path folder;
  private ImportBench bench;

  @BeforeEach
  void prepare() {
    bench = new ImportBench(folder);
  }

  @Test
  void theHistoryIsInTheOrderOfThingsWithTheEndAtItsPlace() throws SQLException {
    EventLogImport done =
        run(
            trace("A", "2024-03-02", "2024-03-08", "2024-03-05T10:00:00+07:00")
                + event("early", "2024-03-01T08:00:00+07:00")
                + event("last", "2024-03-06T08:00:00+07:00")
                + event("at the end", "2024-03-05T10:00:00+07:00")
                + "</trace>"
                + trace("B", "2024-03-02", "2024-03-03", null)
                + event("only", "2024-03-02T08:00:00+07:00")
                + "</trace>");
    assertThat(history(done, "A"))
        .containsExactly(
            "1|RECEIVED|null|2024-03-02 00:00:00",
            "2|STEP|early|2024-03-01 08:00:00",
            "3|STEP|at the end|2024-03-05 10:00:00",
            "4|FINISHED|null|2024-03-05 10:00:00",
            "5|STEP|last|2024-03-06 08:00:00");
    assertThat(history(done, "B"))
        .as("an open dossier is seen at the end of the log, which no due date moves")
        .endsWith("3|OBSERVED|null|2024-03-06 08:00:00");
    assertThat(
            TestDatabase.texts(
                """
                select type, schema_version, substring(payload from 1 for 2), aggregate_type
                from domain_event e join dossier d on d.id = aggregate_id
                where e.dataset_id = ? and code = 'A' order by e.sequence
                """,
                done.datasetId()))
        .containsExactly(
            "DossierReceived|1|\\xc301|dossier",
            "StepCompleted|1|\\xc301|dossier",
            "StepCompleted|1|\\xc301|dossier",
            "DossierFinished|1|\\xc301|dossier",
            "StepCompleted|1|\\xc301|dossier");
  }

  @Test
  void whatCannotBeTrueRefusesTheCase() {
    EventLogImport done =
        run(
            trace("finished the day before", "2024-03-05", "2024-03-08", "2024-03-04")
                + "</trace>"
                + trace("finished earlier that day", "2024-03-05T10:00:00", null, "2024-03-05")
                + "</trace>"
                + trace("due before received", "2024-03-05", "2024-03-01", "2024-03-06")
                + "</trace>"
                + trace("unreadable", "2024-03-05", "next week", null)
                + "</trace>"
                + trace("future", "2024-03-05", null, "2027-01-01")
                + "</trace>"
                + trace("due in the future", "2024-03-05", "2030-01-01", null)
                + "</trace>"
                + trace("epoch", "2024-03-05", null, "1970-01-01T00:00:00Z")
                + event("lost", "2024-03-05T08:00:00Z")
                + "</trace>"
                + "<trace><date key='in' value='2024-03-05'/>"
                + event("lost too", "2024-03-05T08:00:00Z")
                + "</trace>"
                + "<trace><string key='concept:name' value='nothing known'/></trace>");
    assertThat(bench.refusals(done))
        .extracting(refusal -> refusal.severity() + " " + refusal.code() + " " + refusal.caseId())
        .containsExactlyInAnyOrder(
            "CASE_REFUSED finished-before-received finished the day before",
            "WARNING end-earlier-that-day finished earlier that day",
            "WARNING case-without-events finished earlier that day",
            "WARNING due-before-received due before received",
            "WARNING case-without-events due before received",
            "CASE_REFUSED moment-unreadable unreadable",
            "CASE_REFUSED moment-in-future future",
            "WARNING case-without-events due in the future",
            "CASE_REFUSED moment-epoch epoch",
            "CASE_REFUSED trace-id-missing null",
            "CASE_REFUSED received-missing nothing known");
    assertThat(done.counts()).isEqualTo(new EventLogImport.Counts(2, 0, 0, 2, 9, 3, 6, 5));
  }

  @Test
  void aSecondTraceOfTheSameIdIsRefusedOrMerged() throws SQLException {
    String log =
        trace("A", "2024-03-01", null, null)
            + event("one", "2024-03-01T08:00:00Z")
            + "</trace>"
            + trace("A", null, "2024-03-09", "2024-03-05")
            + event("two", "2024-03-04T08:00:00Z")
            + "</trace>";
    EventLogImport refused = run(log);
    assertThat(bench.findings(refused)).containsExactly("6 case-duplicate A");
    assertThat(refused.counts()).isEqualTo(new EventLogImport.Counts(2, 1, 0, 1, 2, 1, 1, 0));

    EventLogImport merged = run(log, ", \"sameTraceId\": \"MERGE\"");
    assertThat(merged.counts()).isEqualTo(new EventLogImport.Counts(2, 2, 0, 0, 1, 1, 0, 0));
    assertThat(history(merged, "A")).hasSize(4).last().asString().startsWith("4|FINISHED");
  }

  @Test
  void attributesAfterTheFirstEventSpoilTheirTraceOnly() {
    EventLogImport done =
        run(
            trace("A", "2024-03-01", "2024-03-02", null)
                + event("one", "2024-03-01T08:00:00Z")
                + "<date key='out' value='2024-03-05'/></trace>"
                + trace("B", "2024-03-01", null, "2024-03-05")
                + "</trace>");
    assertThat(bench.findings(done))
        .contains("2 trace-attribute-late A", "6 case-without-events B");
    assertThat(done.counts().casesTaken()).isEqualTo(1);
  }

  @Test
  void nestedAttributesGlobalsListsAndNamespacesAreTolerated() throws SQLException {
    EventLogImport done =
        bench.run(
            ("""
            <?xml version="1.0" encoding="UTF-16"?>
            <x:log xmlns:x="http://www.xes-standard.org/" xes.version="1849.2016">
              <extension name="Concept" prefix="concept" uri="http://example.invalid/"/>
              <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
              <classifier name="c" keys="concept:name"/>
              <x:trace>
                <x:string key="concept:name" value="A"/>
                <x:list key="people"><x:values>
                  <x:string key="owner" value="An"><x:string key="unit" value="Sở Y tế"/></x:string>
                </x:values></x:list>
                <x:event><x:string key="concept:name" value="start"/>
                  <x:date key="time:timestamp" value="2024-03-05T08:00:00+07:00">
                    <x:string key="note" value="deep"/></x:date></x:event>
              </x:trace>
            </x:log>
            """)
                .getBytes(StandardCharsets.UTF_16),
            """
            {"format": "XES", "zone": "UTC", "noDueDate": {"rule": "UNDATED"},
             "finished": {"eventTime": "LAST"},
             "unit": {"caseAttribute": "people/owner/unit"}}
            """);
    assertThat(done.status()).as(ImportBench.failure(done)).isEqualTo(ImportStatus.ACTIVE);
    assertThat(TestDatabase.texts("select name from unit where dataset_id = ?", done.datasetId()))
        .containsExactly("Sở Y tế");
  }

  @Test
  void eventsWithoutTracesAreGroupedByTheirOwnAttribute() {
    EventLogImport done =
        bench.run(
            "<log>"
                + event("one", "2024-03-05T08:00:00Z").replace("<event>", "<event>" + caseOf("A"))
                + "<trace>"
                + event("two", "2024-03-04T08:00:00Z").replace("<event>", "<event>" + caseOf("A"))
                + "</trace></log>",
            """
            {"format": "XES", "zone": "UTC", "noDueDate": {"rule": "UNDATED"},
             "caseId": {"eventAttribute": "case"}, "finished": {"eventTime": "LAST"}}
            """);
    assertThat(done.counts()).isEqualTo(new EventLogImport.Counts(2, 2, 0, 0, 1, 1, 0, 0));
  }

  @Test
  void closedWithoutResultByStatusOrByActivity() throws SQLException {
    String rules =
        """
        , "closed": [
          {"attribute": {"caseAttribute": "status"}, "values": ["withdrawn"], "reason": "WITHDRAWN"},
          {"activities": ["stop"], "reason": "STOPPED"}],
        "negativeResult": {"activities": ["reject"]}
        """;
    EventLogImport done =
        run(
            trace("status", "2024-03-01", null, "2024-03-05T00:00:00").replace("</trace>", "")
                + "<string key='status' value='withdrawn'/></trace>"
                + trace("activity", "2024-03-01", null, null)
                + event("stop", "2024-03-04T08:00:00+07:00")
                + event("later", "2024-03-06T08:00:00+07:00")
                + "</trace>"
                + trace("result first", "2024-03-01", null, "2024-03-03T00:00:00")
                + event("stop", "2024-03-04T08:00:00+07:00")
                + "</trace>"
                + trace("negative", "2024-03-01", null, "2024-03-03T00:00:00")
                + event("reject", "2024-03-02T08:00:00+07:00")
                + "</trace>"
                + trace("limit", "2024-03-01", "2024-03-05", null)
                + "</trace>",
            rules);
    assertThat(
            TestDatabase.texts(
                """
                select code, state, outcome, close_reason,
                  closed_at at time zone 'Asia/Ho_Chi_Minh'
                from dossier where dataset_id = ? order by code
                """,
                done.datasetId()))
        .containsExactly(
            "activity|CLOSED|null|STOPPED|2024-03-04 08:00:00",
            "limit|OPEN|null|null|null",
            "negative|FINISHED|REFUSED|null|null",
            "result first|FINISHED|GRANTED|null|null",
            "status|CLOSED|null|WITHDRAWN|2024-03-05 00:00:00");
    assertThat(bench.findings(done))
        .anyMatch(line -> line.endsWith("closed-after-finish result first"));
  }

  @Test
  void tooManyRefusedCasesFailTheWholeImport() throws SQLException {
    String good = trace("A", "2024-03-01", "2024-03-02", "2024-03-05") + "</trace>";
    String bad =
        trace("B", "2024-03-05", null, "2024-03-01")
            + "</trace>"
            + trace("C", "2024-03-05", null, "2024-03-01")
            + "</trace>";
    EventLogImport failed = run(good + bad, ", \"name\": \"strict\"", "0.5");
    assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
    assertThat(failed.failureCode()).isEqualTo("eventlog.too-many-refused");
    assertThat(ImportBench.failure(failed)).contains("2 trong 3 hồ sơ").contains("50 %");
    assertThat(failed.datasetId()).isNull();
    assertThat(bench.refusals(failed)).hasSize(3);
    assertThat(run(good + bad, "", "0.7").status()).isEqualTo(ImportStatus.ACTIVE);

    EventLogImport none =
        run(bad.replace("</trace>", "<date key='limit' value='2024-03-09'/></trace>"));
    assertThat(none.failureCode()).isEqualTo("eventlog.no-case-left");
  }

  private EventLogImport run(String traces) {
    return run(traces, "");
  }

  private EventLogImport run(String traces, String more) {
    return run(traces, more, "1");
  }

  private EventLogImport run(String traces, String more, String tolerated) {
    return bench.run(
        "<log>\n" + traces + "</log>",
        MAPPING
            .formatted(more)
            .replace("\"toleratedRefusal\": 1", "\"toleratedRefusal\": " + tolerated));
  }

  private static String trace(String id, String in, String limit, String out) {
    return "<trace>\n"
        + "<string key='concept:name' value='%s'/>".formatted(id)
        + date("in", in)
        + date("limit", limit)
        + date("out", out)
        + "\n";
  }

  private static String date(String key, String value) {
    return value == null ? "" : "<date key='%s' value='%s'/>".formatted(key, value);
  }

  private static String caseOf(String id) {
    return "<string key='case' value='%s'/>".formatted(id);
  }

  private static String event(String activity, String at) {
    return """
        <event><string key='concept:name' value='%s'/>
        <date key='time:timestamp' value='%s'/></event>
        """
        .formatted(activity, at);
  }

  private static List<String> history(EventLogImport done, String code) throws SQLException {
    return TestDatabase.texts(
        """
        select t.sequence, kind, activity, occurred_at at time zone 'Asia/Ho_Chi_Minh'
        from dossier_transition t join dossier d on d.id = t.dossier_id
        where d.dataset_id = ? and code = ? order by t.sequence
        """,
        done.datasetId(),
        code);
  }
}
