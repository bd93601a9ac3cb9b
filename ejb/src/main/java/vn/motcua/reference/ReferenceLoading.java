package vn.motcua.reference;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;

/** Loads the application's reference files when the application starts, after the schema. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReferenceLoading {

  private static final System.Logger LOG = System.getLogger(ReferenceLoading.class.getName());

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private InstantSource clock;

  /** One report per file; refusals are also in table reference_refusal. */
  public List<FileReport> load() {
    List<FileReport> reports = new ReferenceLoader(database, clock).load();
    for (FileReport report : reports) {
      System.Logger.Level level =
          report.refusals().isEmpty() ? System.Logger.Level.INFO : System.Logger.Level.WARNING;
      LOG.log(level, report.toString());
    }
    return reports;
  }
}
