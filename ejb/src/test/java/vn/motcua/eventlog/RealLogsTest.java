package vn.motcua.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.ImportStatus;

/** Logs of real authorities, with answers that were computed independently of this system. */
class RealLogsTest {

  @TempDir Path folder;
  private ImportBench bench;

  @BeforeEach
  void prepare() {
    bench = new ImportBench(folder);
  }

  @Test
  void receiptPhaseOfEnvironmentalPermits() throws SQLException {
    EventLogImport done =
        bench.run(SharedData.eventLog("receipt.xes.gz"), ImportBench.mapping("receipt"));

    assertThat(done.status()).as(ImportBench.failure(done)).isEqualTo(ImportStatus.ACTIVE);
    assertThat(done.counts().eventsRead()).isEqualTo(8_577);
    assertThat(done.counts().eventsTaken()).as("%s", bench.refusals(done)).isEqualTo(8_577);
    assertThat(done.counts().casesTaken()).isEqualTo(1_434);
    assertThat(done.counts().casesRefused()).isZero();
    int dataset = done.datasetId();
    assertThat(
            TestDatabase.texts(
                """
                select count(*), count(*) filter (where finished_at <= due_at),
                  count(*) filter (where finished_at > due_at),
                  count(*) filter (where state = 'OPEN'),
                  count(*) filter (where state = 'OPEN' and due_at < s.clock_end)
                from dossier join dataset s on s.id = dataset_id where dataset_id = ?
                """,
                dataset))
        .containsExactly("1434|952|377|105|39");
    assertThat(
            TestDatabase.texts(
                """
                select u.name, count(*), count(*) filter (where finished_at <= due_at)
                from dossier d join unit u on u.id = unit_id where d.dataset_id = ?
                group by 1 order by 1
                """,
                dataset))
        .containsExactly("Customer contact|29|28", "Experts|15|9", "General|1390|915");
    assertThat(
            TestDatabase.texts(
                """
                select channel, count(*) from dossier where dataset_id = ? group by 1 order by 1
                """,
                dataset))
        .containsExactly("DIRECT|109", "ONLINE|1271", "OTHER|1", "POST|53");
    assertThat(
            TestDatabase.texts(
                "select zone, status, kind, clock_end at time zone 'UTC' from dataset where id = ?",
                dataset))
        .containsExactly("Europe/Amsterdam|ACTIVE|IMPORT|2012-01-23 14:42:54.644");
    assertHistoryAgrees(dataset);
  }

  @Test
  void buildingPermitsWithoutReceiptAndFinishOfTheirOwn() throws SQLException {
    EventLogImport done =
        bench.run(SharedData.eventLog("BPIC15_1.csv.gz"), ImportBench.mapping("building-permits"));

    assertThat(done.status()).as(ImportBench.failure(done)).isEqualTo(ImportStatus.ACTIVE);
    assertThat(done.counts().eventsRead()).isEqualTo(52_217);
    assertThat(done.counts().casesRead()).isEqualTo(1_199);
    assertThat(done.counts().casesTaken()).as(bench.findings(done).toString()).isEqualTo(1_199);
    assertThat(done.counts().eventsTaken()).isEqualTo(52_217);
    assertHistoryAgrees(done.datasetId());
  }

  @Test
  void travelPermitsWithCaseAttributesOnEvents() throws SQLException {
    EventLogImport done =
        bench.run(
            SharedData.eventLog("bpic2020_PermitLog.xes.gz"),
            ImportBench.mapping("travel-permits"));

    assertThat(done.status()).as(ImportBench.failure(done)).isEqualTo(ImportStatus.ACTIVE);
    assertThat(done.counts().casesRead()).isEqualTo(6_426);
    assertThat(done.counts().casesTaken() + done.counts().casesRefused()).isEqualTo(6_426);
    assertThat(done.counts().eventsRead())
        .isEqualTo(
            done.counts().eventsTaken()
                + done.counts().eventsRefused()
                + done.counts().eventsOfRefusedCases());
    assertHistoryAgrees(done.datasetId());
  }

  /** The history and the log have the same entries, numbered without gaps, and one end at most. */
  private static void assertHistoryAgrees(int dataset) throws SQLException {
    assertThat(
            TestDatabase.number(
                """
                select count(*) from dossier_transition t full join domain_event e
                  on e.aggregate_id = t.dossier_id and e.sequence = t.sequence
                    and e.dataset_id = t.dataset_id
                where coalesce(t.dataset_id, e.dataset_id) = ?
                  and (t.dossier_id is null or e.aggregate_id is null
                    or e.occurred_at <> t.occurred_at)
                """,
                dataset))
        .isZero();
    assertThat(
            TestDatabase.number(
                """
                select count(*) from (
                  select d.id from dossier d join dossier_transition t on t.dossier_id = d.id
                  where d.dataset_id = ? group by d.id, d.sequence, d.state
                  having count(*) <> d.sequence or max(t.sequence) <> d.sequence
                    or count(*) filter (where kind in ('FINISHED', 'CLOSED', 'OBSERVED')) <> 1
                    or min(t.sequence) filter (where kind = 'RECEIVED') <> 1) wrong
                """,
                dataset))
        .isZero();
  }
}
