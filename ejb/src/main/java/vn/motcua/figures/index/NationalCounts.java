package vn.motcua.figures.index;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.FigureFailure;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * What only the national portal knows of synchronised dossiers (component 1.4 of the index),
 * entered by the office month by month with its source.
 */
@Stateless
public class NationalCounts {

  private static final int LONGEST = 300;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DatasetDirectory datasets;
  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public NationalCounts() {}

  /** For use without a container. */
  NationalCounts(
      DataSource database,
      DatasetDirectory datasets,
      Access access,
      AuditTrail trail,
      InstantSource clock) {
    this.database = database;
    this.datasets = datasets;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Keeps the counts of a month; a later entry of the same month takes their place, none is
   * changed.
   *
   * @param month a calendar month, of the dataset's zone
   * @param synchronised dossiers received in it that the portal has as synchronised
   * @param reported received in it by the national report system
   * @param portal received in it by the portal
   * @param source where the numbers stand: document, screen, day
   * @throws FigureFailure.BadCount where something is missing or below nought
   */
  public void enter(
      String datasetCode,
      YearMonth month,
      Long synchronised,
      Long reported,
      Long portal,
      String source) {
    Account caller = access.require(Role.REPORTER, Role.ADMINISTRATOR);
    DatasetSummary dataset = datasets.findActive(datasetCode);
    String told = source == null ? "" : StoredText.line(source);
    if (month == null
        || isBad(synchronised)
        || isBad(reported)
        || isBad(portal)
        || told.isBlank()
        || told.length() > LONGEST) {
      throw new FigureFailure.BadCount();
    }
    try (Connection connection = database.getConnection()) {
      Query.of(
              connection,
              """
              insert into national_count (dataset_id, month, synchronised, reported, portal, source,
                entered_by, entered_at)
              values (?, ?, ?, ?, ?, ?, ?, ?)""",
              dataset.id(),
              month.atDay(1),
              synchronised,
              reported,
              portal,
              told,
              caller.login(),
              clock.instant())
          .update();
      trail.record("index.enter-national-count", dataset.code() + " " + month, Map.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isBad(Long count) {
    return count == null || count < 0 || count > Integer.MAX_VALUE;
  }
}
