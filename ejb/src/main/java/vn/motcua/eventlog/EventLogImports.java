package vn.motcua.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.motcua.eventlog.failure.ImportNotCancellable;
import vn.motcua.eventlog.failure.ImportNotFound;
import vn.motcua.eventlog.mapping.CanonicalJson;
import vn.motcua.eventlog.mapping.MappingReader;
import vn.motcua.eventlog.reading.ImportLimits;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.ImportStatus;
import vn.motcua.eventlog.store.ImportStore;
import vn.motcua.eventlog.store.Refusal;
import vn.motcua.eventlog.store.Transactions;

/** Takes uploads into the queue and tells what became of them. Plain Java, needs no container. */
public final class EventLogImports {

  private static final int LONGEST_NAME = 200;

  private final ImportStore store;
  private final SpoolFolder spool;
  private final InstantSource clock;
  private final ImportLimits limits;

  /**
   * @param folder where uploads lie until their import has ended; made when it is not there
   */
  public EventLogImports(
      DataSource database, Path folder, InstantSource clock, ImportLimits limits) {
    store = new ImportStore(new Transactions(database));
    spool = new SpoolFolder(folder);
    this.clock = clock;
    this.limits = limits;
  }

  /**
   * Spools a log and puts it into the queue. The same bytes with the same mapping are the same
   * import, whatever the file is called: the earlier one is answered, unless it failed or was
   * cancelled. The same bytes with another mapping are a new import and a dataset of their own.
   *
   * @param mapping JSON, see {@link MappingReader}
   * @param who the account that imports
   * @throws vn.motcua.eventlog.failure.InvalidMapping before a byte of the log is read
   * @throws vn.motcua.eventlog.failure.LimitExceeded when the file is too long
   */
  public Submission submit(InputStream log, String fileName, String mapping, String who) {
    MappingReader.read(mapping);
    String canonical = CanonicalJson.of(mapping);
    String mappingHash =
        HexFormat.of()
            .formatHex(SpoolFolder.sha256().digest(canonical.getBytes(StandardCharsets.UTF_8)));
    SpoolFolder.Spooled spooled;
    try {
      spooled = spool.store(log, limits.uploadBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    boolean queued = false;
    try {
      Optional<Long> id =
          store.insert(
              new ImportStore.Upload(
                  plain(fileName),
                  spooled.name(),
                  spooled.hash(),
                  mappingHash,
                  canonical,
                  who,
                  clock.instant(),
                  spooled.bytes()));
      queued = id.isPresent();
      if (queued) {
        return new Submission(find(id.get()), true);
      }
      return store
          .same(spooled.hash(), mappingHash)
          .map(earlier -> new Submission(earlier, false))
          .orElseThrow(() -> new IllegalStateException("the earlier import has just ended"));
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    } finally {
      if (!queued) {
        spool.delete(spooled.name());
      }
    }
  }

  /**
   * @throws ImportNotFound when there is none
   */
  public EventLogImport find(long id) {
    try {
      return store.find(id).orElseThrow(() -> new ImportNotFound(id));
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  /**
   * The newest first.
   *
   * @param before only imports with smaller numbers; {@link Long#MAX_VALUE} for the first page
   */
  public List<EventLogImport> list(long before, int limit) {
    try {
      return store.list(before, limit);
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  /**
   * A page of the refused events and cases and of the remarks.
   *
   * @param after only those with larger ids; 0 for the first page
   * @throws ImportNotFound when there is no such import
   */
  public List<Refusal> refusals(long id, long after, int limit) {
    find(id);
    try {
      return store.refusals(id, after, limit);
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  /**
   * Cancels an import that is waiting, being read or being checked. One that runs ends at its next
   * chunk, so the answer may still show it running, with the wish noted. Cancelling a cancelled
   * import changes nothing.
   *
   * @throws ImportNotCancellable when publishing has begun or the import has ended
   */
  public EventLogImport cancel(long id) {
    try {
      boolean asked = store.cancel(id, clock.instant());
      EventLogImport now = find(id);
      if (asked || now.status() == ImportStatus.CANCELLED) {
        return now;
      }
      throw now.status() == ImportStatus.PUBLISHING
          ? ImportNotCancellable.publishing(id)
          : ImportNotCancellable.ended(id);
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  /** The name without folders and control characters; browsers and clients send all kinds. */
  private static String plain(String fileName) {
    String name = fileName == null ? "" : Normalizer.normalize(fileName, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("\\p{Cntrl}", "").strip();
    if (name.length() > LONGEST_NAME) {
      name = name.substring(name.length() - LONGEST_NAME);
    }
    return name.isEmpty() ? "event-log" : name;
  }
}
