package vn.motcua.figures.indicator;

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
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.CountingSession;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.board.ComposedGoals;
import vn.motcua.figures.board.Goal;
import vn.motcua.figures.board.Ratio;

/**
 * The door to the register of indicators. Whoever may see the board may see it: figures name
 * nobody, and branches may be compared.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({"LEADER", "BRANCH_DIRECTOR", "REPORTER", "ADMINISTRATOR", "AUDITOR"})
public class IndicatorService {

  /** A body that figures can be narrowed to. */
  public record Body(String code, String name) {}

  private static final String AGENCIES =
      """
      select code, name from (
        select distinct on (u.code) u.code, u.name, u.valid_from
        from read_model r
        join figure_day f on f.generation = r.active_generation
        join unit u on u.id = f.unit_id
        where f.dataset_id = ?
        order by u.code, u.valid_from desc) latest
      order by name, code""";

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DatasetDirectory datasets;
  @EJB private ComposedGoals composed;
  @Inject private InstantSource clock;

  public IndicatorService() {}

  /** For use without a container. */
  public IndicatorService(
      DataSource database, DatasetDirectory datasets, ComposedGoals composed, InstantSource clock) {
    this.database = database;
    this.datasets = datasets;
    this.composed = composed;
    this.clock = clock;
  }

  /**
   * One indicator.
   *
   * @throws FigureFailure.UnknownDimension where none has this code
   * @throws FigureFailure.IllegalCut where it may not be cut or narrowed so
   */
  public IndicatorAnswer read(String code, IndicatorQuestion question) {
    Indicator indicator =
        IndicatorRegister.find(code)
            .orElseThrow(() -> new FigureFailure.UnknownDimension("indicator", code));
    question.requireLegal(indicator);
    return read(List.of(indicator), question).getFirst();
  }

  /**
   * All indicators that may be asked so, in the order of the register; those that may not are left
   * out.
   */
  public List<IndicatorAnswer> overview(IndicatorQuestion question) {
    return read(IndicatorRegister.all().stream().filter(question::isLegal).toList(), question);
  }

  /** The competent agencies for which anything was ever counted, one per code, by name. */
  public List<Body> agencies(String datasetCode) {
    DatasetSummary dataset = datasets.findActive(datasetCode);
    try (Connection connection = database.getConnection()) {
      return Query.of(connection, AGENCIES, dataset.id())
          .list(row -> new Body(row.getString("code"), row.getString("name")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<IndicatorAnswer> read(List<Indicator> indicators, IndicatorQuestion question) {
    DatasetSummary dataset = datasets.findActive(question.dataset());
    Instant present = dataset.clockEnd() == null ? clock.instant() : dataset.clockEnd();
    try (Connection connection = database.getConnection();
        CountingSession session = new CountingSession(connection)) {
      IndicatorReading reading = new IndicatorReading(connection, dataset, present);
      reading.countTogether(indicators, question);
      List<IndicatorAnswer> answers = new ArrayList<>();
      for (Indicator indicator : indicators) {
        answers.add(
            indicator.source() instanceof Source.Composed made
                ? composed(indicator, made.goal(), reading, dataset, question)
                : reading.read(indicator, question));
      }
      return answers;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the board has it: the same days, the same reading. */
  private IndicatorAnswer composed(
      Indicator indicator,
      Goal goal,
      IndicatorReading reading,
      DatasetSummary dataset,
      IndicatorQuestion question) {
    ComposedGoals.Composed made =
        composed.of(dataset, question.from(), reading.end(question)).get(goal);
    return IndicatorReading.composed(indicator, question, made == null ? Ratio.NONE : made.value());
  }
}
