package vn.motcua.eventlog;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.InstantSource;
import vn.motcua.eventlog.failure.SpoolLost;
import vn.motcua.eventlog.mapping.EventLogMapping;
import vn.motcua.eventlog.mapping.MappingReader;
import vn.motcua.eventlog.publishing.Publication;
import vn.motcua.eventlog.reading.ImportLimits;
import vn.motcua.eventlog.reading.LogFile;
import vn.motcua.eventlog.staging.CaseCheck;
import vn.motcua.eventlog.staging.ImportCancelled;
import vn.motcua.eventlog.staging.StagingArea;
import vn.motcua.eventlog.staging.StagingLoad;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.ImportStatus;
import vn.motcua.eventlog.store.ImportStore;
import vn.motcua.eventlog.store.Transactions;

/**
 * Takes one import from where it stands to its end. An interrupted phase is begun again from its
 * input (the spooled file, the staging rows); publishing goes on at its cursor.
 */
final class ImportRun {

  private final Transactions transactions;
  private final ImportStore store;
  private final StagingArea staging;
  private final SpoolFolder spool;
  private final InstantSource clock;
  private final ImportLimits limits;

  ImportRun(
      Transactions transactions, SpoolFolder spool, InstantSource clock, ImportLimits limits) {
    this.transactions = transactions;
    this.spool = spool;
    this.clock = clock;
    this.limits = limits;
    store = new ImportStore(transactions);
    staging = new StagingArea(transactions);
  }

  /**
   * @throws vn.motcua.eventlog.failure.EventLogFailure when the file, mapping or cases are refused
   * @throws ImportCancelled when somebody asked for it
   */
  void run(EventLogImport from) throws SQLException, IOException {
    EventLogMapping mapping = MappingReader.read(from.mapping());
    ImportStatus status = from.status();
    if (status == ImportStatus.RECEIVED || status == ImportStatus.PARSING) {
      parse(from, mapping);
      status = ImportStatus.CHECKING;
    }
    if (status == ImportStatus.CHECKING) {
      staging.analyze();
      check(from, mapping);
    }
    staging.analyze();
    EventLogImport ready = store.find(from.id()).orElseThrow();
    new Publication(transactions).run(ready, mapping.zone().getId(), clock.instant());
  }

  private void parse(EventLogImport of, EventLogMapping mapping) throws SQLException, IOException {
    if (!store.beginParsing(of.id(), clock.instant())) {
      throw new ImportCancelled(of.id());
    }
    staging.beforeParsing(of.id());
    try (LogFile file = new LogFile(spool.file(of.spoolName()), limits)) {
      StagingLoad load =
          new StagingLoad(
              of.id(), mapping, limits, clock.instant(), this::inTransaction, file::bytesRead);
      file.read(mapping, load.wanted(), load);
      load.finish();
    } catch (NoSuchFileException lost) {
      throw new SpoolLost(of.fileName());
    }
    store.move(of.id(), ImportStatus.PARSING, ImportStatus.CHECKING);
  }

  private void check(EventLogImport of, EventLogMapping mapping) throws SQLException {
    new CaseCheck(transactions, of.id(), mapping, limits.eventsPerCase(), clock.instant()).run();
    String name = mapping.name() == null ? of.fileName() : mapping.name();
    if (!new Publication(transactions).prepare(of.id(), name, mapping.zone().getId())) {
      throw new ImportCancelled(of.id());
    }
  }

  private void inTransaction(StagingLoad.ChunkWork work) {
    try {
      transactions.call(
          connection -> {
            work.run(connection);
            return null;
          });
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }
}
