package vn.motcua.it.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.motcua.database.TestDatabase;
import vn.motcua.figures.Comparison;
import vn.motcua.figures.FigureQuery;
import vn.motcua.figures.PeriodFigures;
import vn.motcua.figures.Recount;

/** A database in which the same histories are counted by the stream's rules and by the referee. */
final class BothSides implements AutoCloseable {

  private static final int MOST_EXPLAINED = 6;

  private final Connection connection = TestDatabase.fresh().getConnection();
  private int scenes = 1_000;
  private long dossiers;

  BothSides() throws SQLException {}

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** A new dataset. */
  Scene scene(ZoneId zone, boolean live, Instant time) {
    return new Scene(++scenes, zone, live, time);
  }

  /** A number for a new dossier. */
  long nextDossier() {
    return ++dossiers;
  }

  void assertAgree(Scene scene, List<Step> history) throws SQLException {
    assertAgree(scene, Map.of(nextDossier(), history));
  }

  /**
   * Every cell is equal. Where not, fails with the shortest differing histories.
   *
   * @param histories by dossier
   * @return the horizon at which the stream's figures are kept
   */
  long assertAgree(Scene scene, Map<Long, List<Step>> histories) throws SQLException {
    long horizon = play(scene, histories);
    Comparison comparison = compare(scene, horizon);
    if (!comparison.matches()) {
      fail(explain(scene, histories, comparison));
    }
    return horizon;
  }

  /** The figures of a period are equal, part by part, and the identity holds for each. */
  void assertAgree(Scene scene, FigureQuery query) throws SQLException {
    List<PeriodFigures> referee =
        Recount.referee(connection, scene.dataset(), everything(), scene.time(), query);
    List<PeriodFigures> stream = Recount.stream(connection, scene.dataset(), query);
    assertThat(byPart(stream)).as("%s, %s", scene, query).isEqualTo(byPart(referee));
    assertThat(referee).allMatch(PeriodFigures::identityHolds);
  }

  /** By part. One in which nothing counts may be named with zeros or not at all. */
  private static Map<String, PeriodFigures> byPart(List<PeriodFigures> figures) {
    return figures.stream()
        .filter(part -> !part.equals(nothing(part)))
        .collect(Collectors.toMap(PeriodFigures::part, part -> part));
  }

  private static PeriodFigures nothing(PeriodFigures of) {
    return new PeriodFigures(
        of.bucket(),
        of.part(),
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0);
  }

  private long play(Scene scene, Map<Long, List<Step>> histories) throws SQLException {
    OperationalHistory rows = new OperationalHistory();
    KeptFigures kept = new KeptFigures();
    histories.forEach(
        (dossier, history) -> {
          rows.add(scene, dossier, history);
          kept.add(scene, dossier, history);
        });
    rows.writeTo(connection);
    long horizon = horizon(scene);
    kept.writeTo(connection, horizon);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "analyze dossier_transition, dossier_rated, horizon_figure_day, horizon_board_day,"
              + " horizon_indicator_day");
    }
    return horizon;
  }

  private long horizon(Scene scene) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            with d as (
              insert into dataset (id, code, name, kind, zone, status)
              values (?, ?, ?, 'DEMO', ?, 'ACTIVE') returning id)
            insert into horizon (dataset_id, requested_by) select id, 'test' from d
            returning id""")) {
      insert.setInt(1, scene.id());
      insert.setString(2, scene.dataset().code());
      insert.setString(3, scene.dataset().name());
      insert.setString(4, scene.zone().getId());
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private Comparison compare(Scene scene, long horizon) throws SQLException {
    return Recount.differences(connection, scene.dataset(), horizon, everything(), scene.time());
  }

  private String everything() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select pg_snapshot_xmax(pg_current_snapshot())::text")) {
      row.next();
      return row.getString(1);
    }
  }

  private String explain(Scene scene, Map<Long, List<Step>> histories, Comparison comparison)
      throws SQLException {
    List<List<Step>> shortest = new ArrayList<>();
    for (long dossier :
        comparison.differences().stream()
            .map(difference -> OperationalHistory.dossier(difference.fieldId()))
            .collect(Collectors.toCollection(TreeSet::new))) {
      shortest.add(shorten(scene, histories.get(dossier)));
    }
    shortest.sort(Comparator.comparingInt(List::size));
    StringBuilder text = new StringBuilder();
    text.append("%d cells differ in %s".formatted(comparison.count(), scene));
    for (List<Step> history : shortest.subList(0, Math.min(MOST_EXPLAINED, shortest.size()))) {
      text.append("\n\n")
          .append(history.stream().map(Step::toString).collect(Collectors.joining("\n")));
      for (Comparison.Difference cell : differences(scene, history)) {
        text.append(
            "\n  %s %s unit %d %s dated %s: %s stream %d, referee %d"
                .formatted(
                    cell.rollUp(),
                    cell.day(),
                    cell.unitId(),
                    cell.channel(),
                    cell.dated(),
                    cell.flow(),
                    cell.stream(),
                    cell.referee()));
      }
    }
    return text.toString();
  }

  /** Drops steps as long as what is left could come about and still differs. */
  private List<Step> shorten(Scene scene, List<Step> history) throws SQLException {
    List<Step> shorter = new ArrayList<>(history);
    for (int i = shorter.size() - 1; i > 0; i--) {
      Step dropped = shorter.remove(i);
      if (!Lawfulness.allows(scene, shorter) || differences(scene, shorter).isEmpty()) {
        shorter.add(i, dropped);
      }
    }
    return shorter;
  }

  private List<Comparison.Difference> differences(Scene like, List<Step> history)
      throws SQLException {
    Scene alone = scene(like.zone(), like.live(), like.time());
    return compare(alone, play(alone, Map.of(nextDossier(), history))).differences();
  }
}
