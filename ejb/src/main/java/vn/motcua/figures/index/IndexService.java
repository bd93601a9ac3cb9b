package vn.motcua.figures.index;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.CountingSession;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.indicator.RegisterFigures;

/**
 * Reads the index of QĐ 766/QĐ-TTg. Each component is one file of SQL, written by hand from the
 * formula, that answers a numerator and a denominator for a dataset and a period; a component
 * without a file has no source yet. Anybody who may see the board may see it; it names nobody.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({"LEADER", "BRANCH_DIRECTOR", "REPORTER", "ADMINISTRATOR", "AUDITOR"})
public class IndexService {

  /** As the register counts it, of one procedure; 0 dossiers where none has a result. */
  private static final String MEAN_TIME =
      """
      with asked as not materialized (
        select ?::int as dataset, ?::timestamptz as begin, ?::timestamptz as finish),
      counted as (
      %s)
      select p.code, v.name, coalesce(l.unit, '') as unit,
        coalesce(sum(c.numerator), 0)::bigint as minutes,
        coalesce(sum(c.denominator), 0)::bigint as dossiers
      from procedure p
      join lateral (
        select o.id, o.name from procedure_version o where o.procedure_id = p.id
        order by o.valid_from desc limit 1) v on true
      left join lateral (
        select m.unit from procedure_limit m where m.version_id = v.id
        order by m.applies_to, m.channel nulls first limit 1) l on true
      left join counted c on c.body = p.id
      where p.dataset_id = (select coalesce(s.reference_id, s.id) from dataset s where s.id = ?)
        and p.code = ?
      group by p.code, v.name, l.unit
      """
          .formatted(RegisterFigures.meanTimes());

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DatasetDirectory datasets;
  @Inject private InstantSource clock;

  public IndexService() {}

  /** For use without a container. */
  public IndexService(DataSource database, DatasetDirectory datasets, InstantSource clock) {
    this.database = database;
    this.datasets = datasets;
    this.clock = clock;
  }

  /**
   * The index of some days of the dataset's zone, as known now.
   *
   * @param from the first day
   * @param to the day after the last
   * @throws FigureFailure.BadQuery where the period is empty
   * @throws vn.motcua.dataset.DatasetFailure where there is no such dataset
   */
  public IndexAnswer read(String datasetCode, LocalDate from, LocalDate to) {
    if (!from.isBefore(to)) {
      throw new FigureFailure.BadQuery("period");
    }
    DatasetSummary dataset = datasets.findActive(datasetCode);
    try (Connection connection = database.getConnection();
        CountingSession session = new CountingSession(connection)) {
      Instant now = dataset.clockEnd() == null ? clock.instant() : dataset.clockEnd();
      List<IndexLine> lines = new IndexReading(connection, dataset, from, to, now).lines();
      return new IndexAnswer(datasetCode, from, to, lines);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The mean time to resolve of one procedure; only so it has a meaning.
   *
   * @param from the first day of receipt
   * @param to the day after the last
   * @throws FigureFailure.UnknownDimension where there is no such procedure
   */
  public MeanTime meanTime(String datasetCode, String procedureCode, LocalDate from, LocalDate to) {
    if (!from.isBefore(to)) {
      throw new FigureFailure.BadQuery("period");
    }
    DatasetSummary dataset = datasets.findActive(datasetCode);
    try (Connection connection = database.getConnection();
        CountingSession session = new CountingSession(connection)) {
      return Query.of(
              connection,
              MEAN_TIME,
              dataset.id(),
              from.atStartOfDay(dataset.zone()).toInstant(),
              to.atStartOfDay(dataset.zone()).toInstant(),
              dataset.id(),
              procedureCode)
          .first(
              row ->
                  new MeanTime(
                      row.getString("code"),
                      row.getString("name"),
                      row.getLong("minutes"),
                      row.getLong("dossiers"),
                      row.getString("unit")))
          .orElseThrow(() -> new FigureFailure.UnknownDimension("procedure", procedureCode));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
