package vn.motcua.figures.index;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.board.Ratio;
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
      with asked as (
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
    try (Connection connection = database.getConnection()) {
      List<IndexLine> lines = new ArrayList<>();
      for (IndexComponent component : IndexComponent.values()) {
        lines.add(line(connection, dataset, component, from, to));
      }
      return new IndexAnswer(datasetCode, from, to, synchronised(lines));
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
    try (Connection connection = database.getConnection()) {
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

  /**
   * 3.3 is multiplied by the share of synchronised dossiers (1.4). Where nobody entered that share
   * for the period, it is not: then the points are those of a full synchronisation.
   */
  private static List<IndexLine> synchronised(List<IndexLine> lines) {
    Ratio share = lines.get(IndexComponent.SYNCHRONISED.ordinal()).value();
    if (!share.exists()) {
      return lines;
    }
    return lines.stream()
        .map(
            line ->
                line.component() == IndexComponent.ONLINE_DOSSIERS && line.value().exists()
                    ? new IndexLine(
                        line.component(),
                        line.value(),
                        line.component()
                            .earned(
                                line.value().numerator()
                                    * Math.min(share.numerator(), share.denominator()),
                                line.value().denominator() * share.denominator()))
                    : line)
        .toList();
  }

  private IndexLine line(
      Connection connection,
      DatasetSummary dataset,
      IndexComponent component,
      LocalDate from,
      LocalDate to)
      throws SQLException {
    String text = IndexTexts.first().get(component);
    Instant now = dataset.clockEnd() == null ? clock.instant() : dataset.clockEnd();
    Instant begin = from.atStartOfDay(dataset.zone()).toInstant();
    Instant end = to.atStartOfDay(dataset.zone()).toInstant();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "with asked as (select ? as dataset, ? as begin, ? as finish, ? as present) " + text)) {
      statement.setInt(1, dataset.id());
      statement.setObject(2, begin.atOffset(ZoneOffset.UTC));
      statement.setObject(3, end.atOffset(ZoneOffset.UTC));
      statement.setObject(4, (now.isBefore(end) ? now : end).atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        Ratio value = new Ratio(row.getLong(1), row.getLong(2));
        return new IndexLine(
            component, value, component.earned(value.numerator(), value.denominator()));
      }
    }
  }
}
