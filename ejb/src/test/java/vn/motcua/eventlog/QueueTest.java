package vn.motcua.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.eventlog.failure.ImportNotCancellable;
import vn.motcua.eventlog.failure.ImportNotFound;
import vn.motcua.eventlog.failure.InvalidMapping;
import vn.motcua.eventlog.reading.ImportLimits;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.ImportStatus;

/** Uploads that come again, are cancelled, wait, or lose their file. */
class QueueTest {

  private static final String LOG = "case,step,time\nA,start,2024-03-01\nA,done,2024-03-02\n";

  @TempDir Path folder;
  private ImportBench bench;
  private String unique;

  @BeforeEach
  void prepare() {
    bench = new ImportBench(folder);
    unique = UUID.randomUUID().toString();
  }

  @Test
  void theSameBytesWithTheSameMappingAreTheEarlierImport() throws SQLException {
    EventLogImport first = bench.run(LOG, mapping(unique));
    long datasets = TestDatabase.number("select count(*) from dataset");

    Submission again = submit("other name.csv", "  " + mapping(unique));

    assertThat(again.isNew()).isFalse();
    assertThat(again.eventLogImport()).isEqualTo(first);
    assertThat(TestDatabase.number("select count(*) from dataset")).isEqualTo(datasets);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anotherMappingIsAnotherDataset() {
    EventLogImport first = bench.run(LOG, mapping(unique));
    EventLogImport second = bench.run(LOG, mapping(unique + "2"));
    assertThat(second.datasetId()).isNotNull().isNotEqualTo(first.datasetId());
  }

  @Test
  void whatFailedMayBeTriedAgain() {
    EventLogImport failed = bench.run("case,step\n" + unique, mapping(unique));
    assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
    EventLogImport again = bench.run("case,step\n" + unique, mapping(unique));
    assertThat(again.id()).isGreaterThan(failed.id());
  }

  @Test
  void twoUploadsWhileTheFirstWaitsAreOne() {
    Submission first = submit("a.csv", mapping(unique));
    Submission second = submit("a.csv", mapping(unique));
    assertThat(second.isNew()).isFalse();
    assertThat(second.eventLogImport().id()).isEqualTo(first.eventLogImport().id());
    bench.work();
    assertThat(bench.imports().find(first.eventLogImport().id()).status())
        .isEqualTo(ImportStatus.ACTIVE);
  }

  @Test
  void aWrongMappingIsRefusedBeforeAnythingIsStored() {
    assertThatThrownBy(() -> submit("a.csv", "{}")).isInstanceOf(InvalidMapping.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void cancelledWhileWaiting() {
    long id = submit("a.csv", mapping(unique)).eventLogImport().id();
    assertThat(bench.imports().cancel(id).status()).isEqualTo(ImportStatus.CANCELLED);
    assertThat(bench.imports().cancel(id).status())
        .as("twice is as good as once")
        .isEqualTo(ImportStatus.CANCELLED);
    bench.work();
    assertThat(bench.imports().find(id).datasetId()).isNull();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void cancelledWhileItRunsOrRefusedWhilePublishing() throws SQLException {
    List<String> seen = new ArrayList<>();
    for (ImportStatus during :
        List.of(ImportStatus.PARSING, ImportStatus.CHECKING, ImportStatus.PUBLISHING)) {
      long id = submit("a.csv", mapping(unique + during)).eventLogImport().id();
      HookedDatabase watched =
          new HookedDatabase(
              (number, connection) -> {
                connection.commit();
                EventLogImport now = bench.imports().find(id);
                if (now.status() == during && !now.cancelRequested()) {
                  seen.add(during + " " + cancel(id));
                }
              });
      new ImportBench(watched.database(), folder, ImportLimits.standard()).work();
      EventLogImport ended = bench.imports().find(id);
      seen.add(ended.status().name());
      assertThat(TestDatabase.number("select count(*) from import_event")).isZero();
    }
    assertThat(seen)
        .startsWith("PARSING asked", "CANCELLED", "CHECKING asked", "CANCELLED")
        .endsWith("ACTIVE")
        .contains("PUBLISHING eventlog.cancel-publishing")
        .doesNotContain("PUBLISHING asked");
  }

  @Test
  void whatHasEndedCannotBeCancelled() {
    EventLogImport done = bench.run(LOG, mapping(unique));
    ImportNotCancellable failure =
        catchThrowableOfType(ImportNotCancellable.class, () -> bench.imports().cancel(done.id()));
    assertThat(failure.httpStatus()).isEqualTo(409);
    assertThat(failure.message(Locale.forLanguageTag("vi"))).contains("đã kết thúc");
    assertThatThrownBy(() -> bench.imports().cancel(-1)).isInstanceOf(ImportNotFound.class);
  }

  @Test
  void aLostFileAsksToSendItAgain() throws Exception {
    EventLogImport waiting = submit("a.csv", mapping(unique)).eventLogImport();
    Files.delete(folder.resolve(waiting.spoolName()));
    bench.work();
    EventLogImport failed = bench.imports().find(waiting.id());
    assertThat(failed.failureCode()).isEqualTo("eventlog.spool-lost");
    assertThat(ImportBench.failure(failed)).contains("gửi lại tệp");
  }

  @Test
  void oneWorkerAtATime() throws SQLException {
    long id = submit("a.csv", mapping(unique)).eventLogImport().id();
    boolean[] inside = new boolean[1];
    HookedDatabase first =
        new HookedDatabase(
            (number, connection) -> {
              connection.commit();
              if (!inside[0]) {
                inside[0] = true;
                bench.work();
                assertThat(bench.imports().find(id).status().ended()).isFalse();
              }
            });
    new ImportBench(first.database(), folder, ImportLimits.standard()).work();
    assertThat(inside[0]).isTrue();
    assertThat(bench.imports().find(id).status()).isEqualTo(ImportStatus.ACTIVE);
  }

  @Test
  void faultAfterFaultIsGivenUpAndTheNextImportGetsItsTurn() throws SQLException {
    long stuck = submit("a.csv", mapping(unique)).eventLogImport().id();
    HookedDatabase faulty =
        new HookedDatabase(
            (number, connection) -> {
              if (touches(connection)) {
                throw new SQLException("disk full");
              }
              connection.commit();
            });
    ImportBench broken = new ImportBench(faulty.database(), folder, ImportLimits.standard());
    for (int i = 0; i < 5; i++) {
      broken.work();
    }
    EventLogImport failed = bench.imports().find(stuck);
    assertThat(failed.failureCode()).isEqualTo("eventlog.stuck");
    assertThat(bench.run(LOG, mapping(unique + "2")).status()).isEqualTo(ImportStatus.ACTIVE);
  }

  @Test
  void listsTheNewestFirstAndPagesTheFindings() {
    EventLogImport done =
        bench.run(
            "case,step,time\n" + ",x,2024-03-01\n".repeat(5) + LOG.substring(15), mapping(unique));
    assertThat(bench.imports().list(Long.MAX_VALUE, 1)).containsExactly(done);
    assertThat(bench.imports().list(done.id(), 1).get(0).id()).isLessThan(done.id());
    var page = bench.imports().refusals(done.id(), 0, 3);
    var rest = bench.imports().refusals(done.id(), page.get(2).id(), 3);
    assertThat(page).extracting("line").containsExactly(2L, 3L, 4L);
    assertThat(rest).extracting("line").containsExactly(5L, 6L);
    assertThat(page.get(0).message(Locale.ENGLISH))
        .isEqualTo("The event names no case and was refused.");
    assertThat(page.get(0).message(Locale.forLanguageTag("vi"))).contains("không ghi mã hồ sơ");
  }

  /** True in the transaction that writes staged events. */
  private static boolean touches(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select exists (select from import_event where xmin::text::bigint"
                    + " = (pg_current_xact_id()::text::bigint & 4294967295))")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private String cancel(long id) {
    try {
      bench.imports().cancel(id);
      return "asked";
    } catch (ImportNotCancellable refused) {
      return refused.code();
    }
  }

  private Submission submit(String name, String mapping) {
    return bench
        .imports()
        .submit(
            new ByteArrayInputStream(LOG.getBytes(StandardCharsets.UTF_8)),
            name,
            mapping,
            "tester");
  }

  private static String mapping(String name) {
    return """
        {"format": "CSV", "zone": "UTC", "noDueDate": {"rule": "UNDATED"}, "name": "%s",
         "caseId": {"eventAttribute": "case"}, "activity": {"eventAttribute": "step"},
         "timestamp": {"eventAttribute": "time"}, "finished": {"eventTime": "LAST"}}
        """
        .formatted(name);
  }
}
