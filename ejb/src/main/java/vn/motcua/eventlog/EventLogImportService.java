package vn.motcua.eventlog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.Refusal;

/**
 * The door to event-log imports (nhập nhật ký xử lý), for screens and for the API. See {@link
 * EventLogImports} for what each method does and throws. Transactions are its own: receiving a file
 * must not hold one open.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@RolesAllowed(EventLogImportService.ADMINISTRATOR)
public class EventLogImportService {

  static final String ADMINISTRATOR = "ADMINISTRATOR";

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private InstantSource clock;

  @EJB private EventLogImportWorker worker;

  private EventLogImports imports;

  @PostConstruct
  void prepare() {
    ImportSettings settings = ImportSettings.read();
    imports = new EventLogImports(database, settings.folder(), clock, settings.limits());
  }

  /** See {@link EventLogImports#submit}. */
  public Submission submit(InputStream log, String fileName, String mapping, String who) {
    Submission submission = imports.submit(log, fileName, mapping, who);
    worker.wake();
    return submission;
  }

  /** See {@link EventLogImports#find}. */
  public EventLogImport find(long id) {
    return imports.find(id);
  }

  /** See {@link EventLogImports#list}. */
  public List<EventLogImport> list(long before, int limit) {
    return imports.list(before, limit);
  }

  /** See {@link EventLogImports#refusals}. */
  public List<Refusal> refusals(long id, long after, int limit) {
    return imports.refusals(id, after, limit);
  }

  /** See {@link EventLogImports#cancel}. */
  public EventLogImport cancel(long id) {
    return imports.cancel(id);
  }
}
