package vn.motcua.figures.board;

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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.StreamPosition;
import vn.motcua.figures.indicator.RegisterFigures;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/** The door to the leadership's board and to the dossiers behind its figures. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({"LEADER", "BRANCH_DIRECTOR", "REPORTER", "ADMINISTRATOR", "AUDITOR"})
public class BoardService {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DatasetDirectory datasets;
  @EJB private FigureService figures;
  @EJB private Access access;
  @EJB private ComposedGoals composed;
  @Inject private InstantSource clock;

  public BoardService() {}

  /** For use without a container. */
  public BoardService(
      DataSource database,
      DatasetDirectory datasets,
      FigureService figures,
      Access access,
      InstantSource clock) {
    this(database, datasets, figures, access, null, clock);
  }

  /** For use without a container, with the goals that are read from the tables. */
  BoardService(
      DataSource database,
      DatasetDirectory datasets,
      FigureService figures,
      Access access,
      ComposedGoals composed,
      InstantSource clock) {
    this.composed = composed;
    this.access = access;
    this.database = database;
    this.datasets = datasets;
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * The board as the stream has it now. Whoever leads may compare all branches: there is nothing
   * personal in a figure.
   *
   * @throws vn.motcua.figures.FigureFailure where the question makes no sense
   * @throws vn.motcua.dataset.DatasetFailure where there is no such dataset
   */
  public Board board(BoardQuestion question) {
    DatasetSummary dataset = datasets.findActive(question.dataset());
    StreamPosition position = figures.position();
    try (Connection connection = database.getConnection();
        BoardSnapshot snapshot = new BoardSnapshot(connection)) {
      return board(connection, dataset, question, position);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The day of T: of the city today, of an imported log its last.
   *
   * @throws vn.motcua.dataset.DatasetFailure where there is no such dataset
   */
  public LocalDate today(String datasetCode) {
    return day(datasets.findActive(datasetCode), clock.instant());
  }

  /**
   * The branches and fields that a dataset's board can be cut by: those that anything was ever
   * counted for.
   */
  public BoardChoices choices(String datasetCode) {
    DatasetSummary dataset = datasets.findActive(datasetCode);
    try (Connection connection = database.getConnection()) {
      PartNames names = new PartNames(connection);
      return new BoardChoices(
          names.branches(Map.of(), seen(connection, dataset, "branch_id")),
          names.fields(Map.of(), seen(connection, dataset, "field_id")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The dossiers behind a figure, by their moments, in pages. Who does not see the whole city is
   * shown those of the own branch, whichever the figure was of.
   *
   * @param after what the page before says of its end; null for the first
   * @throws vn.motcua.identity.IdentityFailure.OutOfScope where another's branch is asked for
   */
  public DossierPage dossiers(BoardQuestion asked, DossierMeasure measure, String after) {
    BoardQuestion question = listable(asked);
    DatasetSummary dataset = datasets.findActive(question.dataset());
    try (Connection connection = database.getConnection()) {
      return new DossierReading(connection, dataset, question, present(dataset, clock.instant()))
          .page(measure, DossierPage.Place.parse(after));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private BoardQuestion listable(BoardQuestion asked) {
    if (access.scope().wholeCity()) {
      return asked;
    }
    Account director = access.require(Role.BRANCH_DIRECTOR);
    int branch =
        asked.branchId() != null
            ? asked.branchId()
            : director.scope().stream().findFirst().orElse(0);
    access.requireAt(branch, Role.BRANCH_DIRECTOR);
    return new BoardQuestion(asked.dataset(), asked.period(), branch, asked.fieldId());
  }

  private Board board(
      Connection connection,
      DatasetSummary dataset,
      BoardQuestion question,
      StreamPosition position)
      throws SQLException {
    BoardReading reading = new BoardReading(connection, dataset.id(), question);
    PartNames names = new PartNames(connection);
    BoardPeriod period = question.period();
    Instant present = present(dataset, clock.instant());
    LocalDate today = day(dataset, clock.instant());
    BoardPeriod compared = period.comparable(today);
    LocalDate end = earlier(period.to(), today.plusDays(1));
    BoardReading.Flows flows = reading.flows(period.from(), end);
    BoardReading.Stock stock = reading.stock(end);
    BoardSums whole = flows.all();
    BoardSums former = reading.total(compared.from(), compared.to());
    Tiles tiles =
        new Tiles(
            whole,
            former,
            flows.before(today),
            flows.days(),
            reading.targets(earlier(today, period.last())),
            stock.overdue(),
            composed(dataset, question, period.from(), end),
            composed(dataset, question, compared.from(), compared.to()),
            beside(connection, dataset, question, period.from(), end));
    return new Board(
        dataset,
        question,
        today,
        compared,
        position,
        reading.check(),
        tiles.all(),
        whole,
        former,
        stock.open(),
        stock.overdue(),
        reading.ages(present),
        names.branches(flows.branches(), stock.branches()),
        names.fields(flows.fields(), stock.fields()));
  }

  /** Of the whole city, or what of them has a meaning for a branch; of a field none has. */
  private Map<Goal, ComposedGoals.Composed> composed(
      DatasetSummary dataset, BoardQuestion question, LocalDate from, LocalDate to) {
    if (composed == null || question.fieldId() != null) {
      return Map.of();
    }
    return question.branchId() == null
        ? composed.of(dataset, from, to)
        : composed.ofBranch(dataset, question.branchId(), from, to);
  }

  /**
   * What the register has beside the goals: the stream's as of now, the tables' of a moment ago.
   */
  private Map<Goal, List<Tile.Side>> beside(
      Connection connection,
      DatasetSummary dataset,
      BoardQuestion question,
      LocalDate from,
      LocalDate to)
      throws SQLException {
    Map<Goal, List<Tile.Side>> sides = new EnumMap<>(Goal.class);
    if (!from.isBefore(to)) {
      return sides;
    }
    new BesideGoals(
            new RegisterFigures(connection, dataset, present(dataset, clock.instant())),
            dataset.code())
        .streamed(question.branchId(), question.fieldId(), from, to)
        .forEach((goal, streamed) -> sides.put(goal, new ArrayList<>(streamed)));
    if (composed != null) {
      composed
          .beside(dataset, question, from, to)
          .forEach(
              (goal, counted) ->
                  sides.computeIfAbsent(goal, key -> new ArrayList<>()).addAll(counted.sides()));
    }
    return sides;
  }

  /** Ids to choose from, with nothing counted. */
  private static Map<Integer, Long> seen(
      Connection connection, DatasetSummary dataset, String column) throws SQLException {
    return BoardReading.seen(connection, dataset.id(), column).stream()
        .collect(Collectors.toMap(id -> id, id -> 0L));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant present(DatasetSummary dataset, Instant now) {
    return dataset.clockEnd() == null ? now : dataset.clockEnd();
  }

  private static LocalDate day(DatasetSummary dataset, Instant now) {
    return LocalDate.ofInstant(present(dataset, now), dataset.zone());
  }
}
