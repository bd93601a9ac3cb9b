package vn.motcua.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.database.Query;
import vn.motcua.database.TestDatabase;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.figures.FigureQuery.Cut;

/** What is recounted at a horizon: once, the same for ever, and again for whoever asks for that. */
class KeptAtHorizonTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Instant AT = Instant.parse("2025-06-10T03:00:00Z");

  private final DataSource database = TestDatabase.fresh();
  private Instant now = Instant.parse("2025-09-01T00:00:00Z");
  private final HorizonRecounts recounts = new HorizonRecounts(Thread::new, () -> now);
  private final FigureService figures =
      new FigureService(database, new DatasetDirectory(database), () -> now, recounts);
  private long horizon;

  @BeforeEach
  void prepare() throws SQLException {
    number(
        "insert into unit (id, dataset_id, code, name, kind)"
            + " values (9001, 1, 'A', 'A', 'DEPARTMENT') returning id");
    number(
        "insert into field (id, dataset_id, code, name) values (9001, 1, 'F', 'F') returning id");
    receive(0);
    horizon =
        number(
            """
            insert into horizon (dataset_id, requested_by, state, xid, time)
            values (1, 'x', 'FROZEN', pg_snapshot_xmin(pg_current_snapshot()),
              '2025-08-31T00:00:00Z')
            returning id""");
  }

  @AfterEach
  void stop() {
    recounts.stop();
  }

  @Test
  void whatIsRecordedLaterChangesNothingThere() throws SQLException {
    Recounted<FigureAnswer> first = figures.recounted(query(horizon), LONG).orElseThrow();
    assertThat(received(first.answer())).isOne();
    receive(1);
    now = now.plusSeconds(60);
    assertThat(figures.recounted(query(horizon), LONG)).contains(first);
    assertThat(received(figures.referee(query(horizon)))).as("counted anew").isOne();
    assertThat(received(figures.referee(query(null)))).as("now").isEqualTo(2);
  }

  @Test
  void aVerdictThatDiffersIsComparedOnceAndAnewForWhoAsks() throws SQLException {
    Recounted<Comparison> first = figures.compared("hanoi", horizon, LONG).orElseThrow();
    assertThat(first.answer().matches()).as("the stream kept nothing").isFalse();
    assertThat(figures.compared("hanoi", horizon, LONG)).contains(first);
    assertThat(figures.agreed("hanoi", horizon)).isEmpty();
    assertThat(number("select count(*) from referee_verdict")).isOne();
    assertThat(figures.compare("hanoi", horizon).count()).isEqualTo(first.answer().count());
    assertThat(number("select count(*) from referee_verdict")).isEqualTo(2);
  }

  @Test
  void onlyWhatHasAHorizonIsKept() {
    assertThatThrownBy(() -> figures.recounted(query(null), LONG))
        .isInstanceOf(FigureFailure.BadQuery.class);
    assertThatThrownBy(() -> figures.recounted(query(horizon + 1), LONG))
        .isInstanceOf(FigureFailure.UnknownHorizon.class);
    assertThatThrownBy(() -> figures.compared("hanoi", horizon + 1, LONG))
        .isInstanceOf(FigureFailure.UnknownHorizon.class);
  }

  private void receive(long dossiersBefore) throws SQLException {
    try (Connection connection = database.getConnection()) {
      new HistoryRows(connection, 1, dossiersBefore, Map.of("A", 9001, "F", 9001))
          .receive("x", "A", "F", "DIRECT", AT, AT.plusSeconds(86_400));
    }
  }

  private static long received(FigureAnswer answer) {
    return answer.figures().getFirst().received();
  }

  private static FigureQuery query(Long horizon) {
    return new FigureQuery(
        "hanoi",
        LocalDate.of(2025, 6, 1),
        LocalDate.of(2025, 7, 1),
        null,
        null,
        null,
        null,
        Cut.NONE,
        horizon);
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Query.of(connection, sql).first(row -> row.getLong(1)).orElseThrow();
    }
  }
}
