package vn.motcua.figures.index;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.board.Ratio;

/**
 * Reads the index of QĐ 766/QĐ-TTg. Each component is one file of SQL, written by hand from the
 * formula, that answers a numerator and a denominator for a dataset and a period; a component
 * without a file has no source yet. Anybody who may see the board may see it; it names nobody.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IndexService {

  private static final Map<IndexComponent, String> TEXTS = texts();

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DatasetDirectory datasets;
  @Inject private InstantSource clock;

  public IndexService() {}

  /** For use without a container. */
  IndexService(DataSource database, DatasetDirectory datasets, InstantSource clock) {
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
      return new IndexAnswer(datasetCode, from, to, lines);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private IndexLine line(
      Connection connection,
      DatasetSummary dataset,
      IndexComponent component,
      LocalDate from,
      LocalDate to)
      throws SQLException {
    String text = TEXTS.get(component);
    if (text == null) {
      return new IndexLine(component, Ratio.NONE, null, false);
    }
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
            component, value, component.earned(value.numerator(), value.denominator()), true);
      }
    }
  }

  private static Map<IndexComponent, String> texts() {
    Map<IndexComponent, String> texts = new EnumMap<>(IndexComponent.class);
    for (IndexComponent component : IndexComponent.values()) {
      String name = component.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".sql";
      try (InputStream in = IndexService.class.getResourceAsStream(name)) {
        if (in != null) {
          texts.put(component, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }
}
