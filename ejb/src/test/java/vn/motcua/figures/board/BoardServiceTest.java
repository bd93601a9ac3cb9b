package vn.motcua.figures.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.database.TestDatabase;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.board.BoardPeriod.Kind;
import vn.motcua.identity.Access;
import vn.motcua.identity.IdentityFailure;

/** The board over a roll-up written by hand. Now is 18/9/2026 15:00 in Hanoi. */
class BoardServiceTest {

  private static final Instant NOW = Instant.parse("2026-09-18T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 18);

  private DataSource database;
  private String caller = "chu-tich";
  private BoardService board;
  private int branch;
  private int branchBefore;
  private int other;
  private int land;
  private int civil;

  @BeforeEach
  void prepare() throws SQLException {
    database = TestDatabase.fresh();
    DatasetDirectory datasets = new DatasetDirectory(database);
    FigureService figures = new FigureService(database, datasets, () -> NOW);
    Access access = new Access(database, () -> NOW, () -> caller);
    board = new BoardService(database, datasets, figures, access, () -> NOW);
    branchBefore = unit("x-tay-ho", "Chi nhánh Tây Hồ", "2024-12-01", "2026-01-01");
    branch = unit("x-tay-ho", "Chi nhánh Tây Hồ mới", "2026-01-01", "infinity");
    other = unit("x-cau-giay", "Chi nhánh Cầu Giấy", "2024-12-01", "infinity");
    land = field("x-dat-dai", "Đất đai");
    civil = field("x-ho-tich", "Hộ tịch");
    account("chu-tich", branch, "LEADER", true);
    account("giam-doc", branchBefore, "BRANCH_DIRECTOR", false);
  }

  @Test
  void aDirectorIsShownTheOwnBranchsDossiersOnly() {
    caller = "giam-doc";
    BoardQuestion everywhere = question(Kind.MONTH, null, null);
    assertThat(board.dossiers(everywhere, DossierMeasure.OVERDUE, null).lines()).isEmpty();
    BoardQuestion elsewhere = question(Kind.MONTH, other, null);
    assertThat(board.board(elsewhere).tiles()).hasSize(9);
    assertThatThrownBy(() -> board.dossiers(elsewhere, DossierMeasure.OVERDUE, null))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  private void account(String login, int unit, String role, boolean wholeCity) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          with s as (insert into staff (dataset_id, full_name, post, unit_id)
                     values (1, 'Người %1$s', '', %2$d) returning id),
               a as (insert into account (login, staff_id, password_hash, whole_city, created_at,
                                          password_changed_at)
                     select '%1$s', id, '', %4$s, now(), now() from s returning id),
               r as (insert into account_role (account_id, role) select id, '%3$s' from a)
          insert into account_scope (account_id, unit_id) select id, %2$d from a"""
              .formatted(login, unit, role, wholeCity));
    }
  }

  @Test
  void withoutAnythingThereIsNoFigureRatherThanNoughtOrAll() {
    Board empty = board.board(question(Kind.MONTH, null, null));
    assertThat(empty.tiles()).hasSize(9);
    assertThat(empty.tiles())
        .allMatch(tile -> tile.state() != Tile.State.LIVE && tile.reached() == null);
    assertThat(states(empty, Tile.State.NO_SOURCE)).containsExactly(Goal.T1, Goal.T2, Goal.K1);
    assertThat(empty.check()).isNull();
    assertThat(empty.branches()).isEmpty();
  }

  @Test
  void figuresAreOfThePeriodSoFarAndComparedWithAsManyDaysBefore() throws SQLException {
    cell("2026-09-03", branch, land, "due_fallen = 10, due_late = 2");
    cell("2026-09-18", branch, land, "due_fallen = 10, due_late = 1");
    cell("2026-09-19", branch, land, "due_fallen = 1000, due_late = 0");
    cell("2026-08-18", branch, land, "due_fallen = 40, due_late = 4");
    cell("2026-08-19", branch, land, "due_fallen = 40, due_late = 40");
    Tile k3 = tile(board.board(question(Kind.MONTH, null, null)), Goal.K3);
    assertThat(k3.value()).isEqualTo(new Ratio(3, 20));
    assertThat(k3.previous()).isEqualTo(new Ratio(4, 40));
    assertThat(k3.untilYesterday()).isEqualTo(new Ratio(2, 10));
    assertThat(k3.value().changeFrom(k3.untilYesterday())).isEqualTo(-500);
    assertThat(k3.reached()).isFalse();
    assertThat(k3.days())
        .containsExactly(
            new Tile.Day(LocalDate.of(2026, 9, 3), new Ratio(2, 10)),
            new Tile.Day(TODAY, new Ratio(1, 10)));
  }

  @Test
  void eachGoalHasItsMeasureAndWhatStandsBesideIt() throws SQLException {
    cell(
        "2026-09-10",
        branch,
        land,
        "steps_baseline = 100, steps_passed = 80, minutes_baseline = 1000, minutes_used = 1100,"
            + " papers_baseline = 10, papers_brought = 5, episodes = 50, second_requests = 1,"
            + " rechecks = 3, rated = 4, answers = 20, satisfied = 17, trust_answers = 4,"
            + " trusting = 3, tablet_ratings = 1, returned = 16, dated_resolved = 8, on_time = 7");
    Board shown = board.board(question(Kind.DAY, null, null, LocalDate.of(2026, 9, 10)));
    assertThat(tile(shown, Goal.G1).value()).isEqualTo(new Ratio(-100, 1000));
    assertThat(tile(shown, Goal.G1).reached()).isFalse();
    assertThat(tile(shown, Goal.G2).value()).isEqualTo(new Ratio(5, 10));
    assertThat(tile(shown, Goal.G2).reached()).isTrue();
    assertThat(tile(shown, Goal.G3).value()).isEqualTo(new Ratio(20, 100));
    assertThat(tile(shown, Goal.K2).value()).isEqualTo(new Ratio(1, 50));
    assertThat(tile(shown, Goal.T3).value()).isEqualTo(new Ratio(17, 20));
    assertThat(tile(shown, Goal.T3).reached()).isTrue();
    assertThat(tile(shown, Goal.T3).sides())
        .containsExactly(
            new Tile.Side("t3-trust", new Ratio(3, 4)),
            new Tile.Side("t3-response", new Ratio(4, 16)),
            new Tile.Side("t3-tablet", new Ratio(1, 4)));
    assertThat(tile(shown, Goal.K3).state()).isEqualTo(Tile.State.EMPTY);
    assertThat(tile(shown, Goal.K3).sides()).contains(new Tile.Side("k3-on-time", new Ratio(7, 8)));
  }

  @Test
  void aBranchIsAllItsVersionsAndStocksReachBackBehindThePeriod() throws SQLException {
    cell("2025-12-30", branchBefore, land, "open_in = 5, overdue_in = 3, received = 5");
    cell("2026-09-02", branch, land, "open_out = 1, overdue_out = 1, received = 2");
    cell("2026-09-02", branch, civil, "received = 4");
    cell("2026-09-02", other, land, "received = 8, overdue_in = 1");
    cell("2026-09-02", 0, land, "received = 16");
    Board city = board.board(question(Kind.MONTH, null, null));
    assertThat(city.overdue()).isEqualTo(3);
    assertThat(city.open()).isEqualTo(4);
    assertThat(city.sums().of(BoardFlow.RECEIVED)).isEqualTo(30);
    assertThat(city.branches())
        .extracting(
            Board.Part::name, part -> part.sums().of(BoardFlow.RECEIVED), Board.Part::overdue)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Chi nhánh Cầu Giấy", 8L, 1L),
            org.assertj.core.groups.Tuple.tuple("Chi nhánh Tây Hồ mới", 6L, 2L),
            org.assertj.core.groups.Tuple.tuple("", 16L, 0L));
    Board one = board.board(question(Kind.MONTH, branch, null));
    assertThat(one.sums().of(BoardFlow.RECEIVED)).isEqualTo(6);
    assertThat(one.overdue()).isEqualTo(2);
    assertThat(one.fields()).extracting(Board.Part::name).containsExactly("Đất đai", "Hộ tịch");
    assertThat(board.board(question(Kind.MONTH, branch, civil)).sums().of(BoardFlow.RECEIVED))
        .isEqualTo(4);
  }

  @Test
  void listsTheDossiersBehindAFigurePageByPage() throws SQLException {
    for (int i = 0; i < 120; i++) {
      dossier(i + 1, "OVERDUE", "2026-09-01 08:00+07", NOW.minus(Duration.ofHours(i % 40)), null);
    }
    dossier(500, "LATE", "2026-09-01 08:00+07", NOW.minus(Duration.ofDays(5)), NOW);
    dossier(501, "WITHIN", "2026-09-01 08:00+07", null, null);
    BoardQuestion question = question(Kind.MONTH, branch, null);
    DossierPage first = board.dossiers(question, DossierMeasure.OVERDUE, null);
    DossierPage second = board.dossiers(question, DossierMeasure.OVERDUE, first.next());
    DossierPage third = board.dossiers(question, DossierMeasure.OVERDUE, second.next());
    assertThat(first.lines()).hasSize(50);
    assertThat(third.lines()).hasSize(20);
    assertThat(third.next()).isNull();
    List<DossierPage.Line> all =
        java.util.stream.Stream.of(first, second, third).flatMap(p -> p.lines().stream()).toList();
    assertThat(all.stream().map(DossierPage.Line::id).collect(Collectors.toSet())).hasSize(120);
    assertThat(all)
        .extracting(DossierPage.Line::over)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(all.getFirst().over()).isEqualTo(Duration.ofHours(39));
    assertThat(board.dossiers(question, DossierMeasure.LATE, null).lines())
        .singleElement()
        .satisfies(line -> assertThat(line.over()).isEqualTo(Duration.ofDays(5)));
    assertThat(board.dossiers(question, DossierMeasure.RECEIVED, null).lines()).hasSize(50);
    assertThat(
            board
                .dossiers(question(Kind.MONTH, other, null), DossierMeasure.RECEIVED, null)
                .lines())
        .isEmpty();
    assertThat(board.board(question).ages()).isEqualTo(new Board.Ages(120, 0, 0));
    assertThatThrownBy(() -> board.dossiers(question, DossierMeasure.OVERDUE, "no page"))
        .isInstanceOf(FigureFailure.BadQuery.class);
  }

  @Test
  void theLastComparisonWithTheRefereeIsShown() throws SQLException {
    execute(
        "insert into horizon (dataset_id, requested_by, time) values (1, 'x', '2026-09-18 14:00+07')");
    execute("insert into figure_check (horizon_id, differences) select max(id), 2 from horizon");
    Board.Check check = board.board(question(Kind.MONTH, null, null)).check();
    assertThat(check.matches()).isFalse();
    assertThat(check.time()).isEqualTo(Instant.parse("2026-09-18T07:00:00Z"));
  }

  private BoardQuestion question(Kind kind, Integer branchId, Integer fieldId) {
    return question(kind, branchId, fieldId, TODAY);
  }

  private BoardQuestion question(Kind kind, Integer branchId, Integer fieldId, LocalDate day) {
    return new BoardQuestion("hanoi", BoardPeriod.of(kind, day), branchId, fieldId);
  }

  private static Tile tile(Board board, Goal goal) {
    return board.tiles().get(goal.ordinal());
  }

  private static List<Goal> states(Board board, Tile.State state) {
    return board.tiles().stream().filter(t -> t.state() == state).map(Tile::goal).toList();
  }

  private void cell(String day, int branchId, int fieldId, String flows) throws SQLException {
    execute(
        "insert into board_day (generation, dataset_id, day, branch_id, field_id)"
            + " values (1, 1, '%s', %d, %d)".formatted(day, branchId, fieldId));
    execute(
        "update board_day set %s where day = '%s' and branch_id = %d and field_id = %d"
            .formatted(flows, day, branchId, fieldId));
  }

  private void dossier(long id, String standing, String received, Instant overdue, Instant ended)
      throws SQLException {
    execute(
        """
        insert into dossier (id, dataset_id, code, field_id, unit_id, channel, state, received_at, sequence)
        values (%1$d, 1, 'HS-%1$d', %2$d, %3$d, 'DIRECT', 'OPEN', '%4$s', 1);
        insert into dossier_fact (generation, dossier_id, dataset_id, sequence, unit_id, branch_id,
          field_id, procedure_id, channel, class, received_at, overdue_since, ended_at)
        values (1, %1$d, 1, 1, %3$d, %3$d, %2$d, 0, 'DIRECT', '%5$s', '%4$s', %6$s, %7$s)"""
            .formatted(id, land, branch, received, standing, moment(overdue), moment(ended)));
  }

  private static String moment(Instant at) {
    return at == null ? "null" : "'" + at + "'";
  }

  private int unit(String code, String name, String from, String to) throws SQLException {
    return number(
        "insert into unit (dataset_id, code, name, kind, valid_from, valid_to)"
            + " values (1, '%s', '%s', 'BRANCH', '%s', '%s') returning id"
                .formatted(code, name, from, to));
  }

  private int field(String code, String name) throws SQLException {
    return number(
        "insert into field (dataset_id, code, name) values (1, '%s', '%s') returning id"
            .formatted(code, name));
  }

  private int number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
