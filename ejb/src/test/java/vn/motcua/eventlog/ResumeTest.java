package vn.motcua.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.eventlog.reading.ImportLimits;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.ImportStatus;

/**
 * An import that is killed at any of its commits goes on with the next worker and ends as if
 * nothing had happened: nothing lost, nothing twice, nothing visible in between.
 */
class ResumeTest {

  private static final int CASES = 2_100;

  @TempDir Path folder;

  @Test
  void killedAtEveryCommit() throws SQLException {
    EventLogImport undisturbed = new ImportBench(folder).run(log(), mapping("undisturbed"));
    assertThat(undisturbed.status()).isEqualTo(ImportStatus.ACTIVE);
    List<String> expected = content(undisturbed.datasetId());

    Set<ImportStatus> interrupted = EnumSet.noneOf(ImportStatus.class);
    boolean reached = true;
    for (int commit = 1; reached; commit++) {
      for (boolean acknowledged : new boolean[] {false, true}) {
        reached = killedAt(commit, acknowledged, undisturbed, expected, interrupted);
      }
    }
    assertThat(interrupted)
        .contains(
            ImportStatus.RECEIVED,
            ImportStatus.PARSING,
            ImportStatus.CHECKING,
            ImportStatus.PUBLISHING,
            ImportStatus.ACTIVE);
  }

  /** False when the import ended before that commit. */
  private boolean killedAt(
      int commit,
      boolean acknowledged,
      EventLogImport undisturbed,
      List<String> expected,
      Set<ImportStatus> interrupted)
      throws SQLException {
    ImportBench healthy = new ImportBench(folder);
    long id =
        healthy
            .imports()
            .submit(
                new ByteArrayInputStream(log().getBytes(StandardCharsets.UTF_8)),
                "log.csv",
                mapping(commit + (acknowledged ? " done" : " lost")),
                "tester")
            .eventLogImport()
            .id();
    HookedDatabase dying = HookedDatabase.dyingAt(commit, acknowledged);
    ImportBench doomed = new ImportBench(dying.database(), folder, ImportLimits.standard());
    boolean killed = false;
    try {
      doomed.queue().work();
    } catch (SQLException gone) {
      killed = true;
    }
    assertThat(killed).isEqualTo(dying.dead());
    EventLogImport stopped = healthy.imports().find(id);
    interrupted.add(stopped.status());
    if (stopped.status() != ImportStatus.ACTIVE) {
      assertThat(
              TestDatabase.number(
                  "select count(*) from dataset where id = ? and status = 'ACTIVE'",
                  stopped.datasetId()))
          .isZero();
    }

    healthy.work();

    EventLogImport done = healthy.imports().find(id);
    assertThat(done.status()).as("commit %s", commit).isEqualTo(ImportStatus.ACTIVE);
    assertThat(done.counts()).isEqualTo(undisturbed.counts());
    assertThat(content(done.datasetId())).isEqualTo(expected);
    assertThat(healthy.refusals(done)).hasSize(2);
    assertThat(folder).isEmptyDirectory();
    assertThat(TestDatabase.number("select count(*) from import_event")).isZero();
    assertThat(TestDatabase.number("select count(*) from import_case")).isZero();
    return killed;
  }

  private static List<String> content(int datasetId) throws SQLException {
    return TestDatabase.texts(
        """
        select count(*), count(distinct d.id), md5(string_agg(concat_ws(' ', d.code, d.state,
          d.received_at, d.finished_at, d.sequence, t.sequence, t.kind, t.activity, t.occurred_at,
          e.type, e.occurred_at), ',' order by d.code, t.sequence))
        from dossier d join dossier_transition t on t.dossier_id = d.id
          join domain_event e on e.aggregate_id = d.id and e.sequence = t.sequence
            and e.dataset_id = d.dataset_id
        where d.dataset_id = ?
        """,
        datasetId);
  }

  private static String log() {
    StringBuilder log = new StringBuilder("case,step,time\n,lost,2024-03-01\n");
    for (int i = 0; i < CASES; i++) {
      log.append("C-%05d,start,2024-03-%02d%n".formatted(i, 1 + i % 28));
      log.append("C-%05d,check,2024-03-%02d%n".formatted(i, 1 + i % 28));
    }
    for (int i = 0; i < CASES; i += 2) {
      log.append("C-%05d,done,2024-04-%02d%n".formatted(i, 1 + i % 28));
    }
    return log.append("C-early,done,2024-03-01\nC-early,start,2024-03-02\n").toString();
  }

  private static String mapping(String name) {
    return """
        {"format": "CSV", "zone": "Asia/Ho_Chi_Minh", "noDueDate": {"rule": "UNDATED"},
         "caseId": {"eventAttribute": "case"}, "activity": {"eventAttribute": "step"},
         "timestamp": {"eventAttribute": "time"}, "name": "%s",
         "received": {"eventTime": "FIRST", "activities": ["start"]},
         "finished": {"eventTime": "LAST", "activities": ["done"]}}
        """
        .formatted(name);
  }
}
