package vn.motcua.figures.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.database.Query;
import vn.motcua.database.TestDatabase;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.feedback.ConductFigures;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.board.BoardPeriod.Kind;
import vn.motcua.figures.index.IndexService;
import vn.motcua.figures.indicator.Dimension;
import vn.motcua.figures.indicator.IndicatorAnswer.Value;
import vn.motcua.figures.indicator.IndicatorQuestion;
import vn.motcua.figures.indicator.IndicatorRegister;
import vn.motcua.figures.indicator.IndicatorService;
import vn.motcua.identity.Access;

/** All nine goals stand in the register, with the board's own values. Now is 18/9/2026 15:00. */
class BoardAndRegisterTest {

  private static final Instant NOW = Instant.parse("2026-09-18T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 18);

  private DataSource database;
  private BoardService boards;
  private IndicatorService indicators;

  @BeforeEach
  void prepare() throws SQLException {
    database = TestDatabase.fresh();
    DatasetDirectory datasets = new DatasetDirectory(database);
    IndexService index = new IndexService(database, datasets, () -> NOW);
    ComposedGoals composed =
        new ComposedGoals(database, index, new ConductFigures(database), () -> NOW);
    boards =
        new BoardService(
            database,
            datasets,
            new FigureService(database, datasets, () -> NOW),
            new Access(database, () -> NOW, () -> "chu-tich"),
            composed,
            () -> NOW);
    indicators = new IndicatorService(database, datasets, composed, () -> NOW);
    run(
        """
        insert into field (id, dataset_id, code, name) values (9001, 1, 'x', 'Đất đai');
        insert into unit (id, dataset_id, code, name, kind) values
          (9001, 1, 'so', 'Sở', 'DEPARTMENT'), (9002, 1, 'cn', 'Chi nhánh', 'BRANCH');
        insert into board_day (generation, dataset_id, day, branch_id, field_id, due_fallen, due_late,
          steps_baseline, steps_passed, minutes_baseline, minutes_used, papers_baseline,
          papers_brought, episodes, second_requests, rated, answers, satisfied, trust_answers,
          trusting, returned, dated_resolved, on_time)
        values (1, 1, '2026-09-10', 9002, 9001, 20, 3, 100, 80, 1000, 700, 10, 4, 50, 1, 4, 20, 17,
          4, 3, 16, 18, 15), (1, 1, '2026-09-25', 9002, 9001, 90, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
          0, 0, 0, 0, 0);
        insert into indicator_day (generation, dataset_id, indicator, day, body_id, field_id, bucket,
          value)
        values (1, 1, 'FLOW_ELAPSED', '2026-09-10', 9001, 9001, 40, 9),
          (1, 1, 'STEPPED', '2026-09-10', 9001, 9001, 0, 10),
          (1, 1, 'HAND_OVERS', '2026-09-10', 9001, 9001, 0, 12),
          (1, 1, 'ACCEPTED', '2026-09-10', 9002, 9001, 0, 30),
          (1, 1, 'ACCEPTED_ONCE', '2026-09-10', 9002, 9001, 0, 27);
        insert into dossier (id, dataset_id, code, field_id, unit_id, branch_id, channel, state,
          received_at, due_at, original_due_at, finished_at, outcome, sequence)
        values (9001, 1, 'X-1', 9001, 9001, 9002, 'DIRECT', 'FINISHED', '2026-09-02T03:00:00Z',
            '2026-09-08T10:00:00Z', '2026-09-08T10:00:00Z', '2026-09-07T03:00:00Z', 'GRANTED', 1),
          (9002, 1, 'X-2', 9001, 9001, 9002, 'DIRECT', 'OPEN', '2026-09-02T03:00:00Z',
            '2026-09-08T10:00:00Z', '2026-09-08T10:00:00Z', null, null, 1);
        insert into dossier_fact (generation, dossier_id, dataset_id, sequence, unit_id, branch_id,
          field_id, procedure_id, channel, class, received_at, original_due_at, overdue_since)
        values (1, 9002, 1, 1, 9001, 9002, 9001, 0, 'DIRECT', 'OVERDUE', '2026-09-02T03:00:00Z',
            '2026-09-08T10:00:00Z', '2026-09-08T10:00:00Z');
        insert into dossier_task (id, dataset_id, dossier_id, position, name, name_en, unit_id, role,
          begun_at, due_at, minutes, completed_at)
        values (1, 1, 9002, 1, 'Tiếp nhận', 'x', 9002, 'CLERK', '2026-09-02T03:00:00Z',
            '2026-09-02T04:00:00Z', 60, '2026-09-02T04:30:00Z'),
          (2, 1, 9002, 2, 'Thẩm định', 'x', 9001, 'OFFICER', '2026-09-02T05:00:00Z',
            '2026-09-04T05:00:00Z', 60, null);
        insert into dossier_transition (dossier_id, sequence, dataset_id, kind, occurred_at, recorded_at)
        values (9001, 1, 1, 'RECEIVED', '2026-09-02T03:00:00Z', '2026-09-02T03:00:00Z'),
          (9002, 1, 1, 'RECEIVED', '2026-09-02T03:00:00Z', '2026-09-04T03:00:00Z');
        insert into feedback (dataset_id, code, token, channel, received_at, registered_by,
          conduct_on, title, body, state, class, upheld, answer)
        values (1, 'F', 'F', 'LETTER', '2026-09-03T03:00:00Z', 'x', '2026-09-02', 'x', 'x', 'ANSWERED',
          'CONDUCT', true, 'x');
        """);
  }

  @Test
  void allNineAreTheSame() {
    Board board = board(Kind.MONTH);
    for (Goal goal : Goal.values()) {
      Tile tile = board.tiles().get(goal.ordinal());
      Value value = read(goal.name());
      assertThat(tile.state()).as(goal.name()).isEqualTo(Tile.State.LIVE);
      assertThat(new Ratio(value.numerator(), value.denominator()))
          .as(goal.name())
          .isEqualTo(tile.value());
      assertThat(value.exists()).isTrue();
    }
    assertThat(board.tiles().get(Goal.T2.ordinal()).value()).isEqualTo(new Ratio(1, 2));
    assertThat(board.tiles().get(Goal.K1.ordinal()).value()).isEqualTo(new Ratio(1, 2));
  }

  /**
   * The board's targets have days and the register's none: moved in one place only, they differ.
   */
  @Test
  void aTargetIsTheSameOnTheBoardAndInTheRegister() throws SQLException {
    try (Connection connection = database.getConnection()) {
      List<String> board =
          Query.of(
                  connection,
                  """
                  select tile || ' ' || comparison || ' ' || permille as target from figure_target
                  where ? >= valid_from and ? < valid_to""",
                  TODAY,
                  TODAY)
              .list(row -> row.getString("target"));
      assertThat(board)
          .hasSize(Goal.values().length + 1)
          .allSatisfy(
              told -> {
                Target target = IndicatorRegister.find(told.split(" ")[0]).orElseThrow().target();
                assertThat(told).endsWith(target.comparison() + " " + target.permille());
              });
    }
  }

  @Test
  void whatStandsBesideAGoalIsTheRegistersFigure() {
    Board board = board(Kind.MONTH);
    assertThat(side(board, Goal.G1, "g1-elapsed").p50()).isEqualTo(read("FLOW_ELAPSED").p50());
    assertThat(side(board, Goal.G1, "g1-cost").exists()).as("no cost sheet").isFalse();
    assertThat(side(board, Goal.G3, "g3-hand-overs").value()).isEqualTo(new Ratio(12, 10));
    assertThat(side(board, Goal.K2, "k2-once").value()).isEqualTo(new Ratio(27, 30));
    assertThat(side(board, Goal.T2, "t2-delay").p90()).isEqualTo(read("RECORD_DELAY").p90());
    assertThat(side(board, Goal.K3, "k3-agency").value().numerator()).isEqualTo(1);
    assertThat(side(board, Goal.K3, "k3-intake").value().numerator())
        .as("half an hour less than the agency")
        .isZero();
    assertThat(board.tiles().get(Goal.T1.ordinal()).sides())
        .extracting(Tile.Side::code)
        .contains("t1-group-1", "t1-group-5", "t1-measured");
  }

  /** Elapsed time belongs to agencies: cut by branch it has no meaning, and there is no figure. */
  @Test
  void whatHasNoMeaningForABranchHasNoFigureThere() {
    Board board =
        boards.board(new BoardQuestion("hanoi", BoardPeriod.of(Kind.MONTH, TODAY), 9002, null));
    assertThat(side(board, Goal.G1, "g1-elapsed").exists()).isFalse();
    assertThat(side(board, Goal.K2, "k2-once").value()).isEqualTo(new Ratio(27, 30));
  }

  /**
   * Upheld conduct at a branch or at a place that it answered for on that day, of the dossiers that
   * it received; an agency's is no branch's. Of a field there is none.
   */
  @Test
  void conductIsToldForABranchByTheDayOfTheConduct() throws SQLException {
    run(
        """
        insert into unit (id, dataset_id, code, name, kind, parent_id, lineage_id, valid_from,
          valid_to)
        values (9004, 1, 'cn2', 'Khác', 'BRANCH', null, null, '-infinity', 'infinity'),
          (9005, 1, 'ki-ot', 'Ki-ốt', 'KIOSK', 9004, null, '-infinity', '2026-09-05'),
          (9006, 1, 'ki-ot', 'Ki-ốt', 'KIOSK', 9002, 9005, '2026-09-05', 'infinity');
        insert into feedback (dataset_id, code, token, channel, received_at, registered_by,
          conduct_on, title, body, state, class, upheld, answer, judged_unit_id)
        select 1, 'F' || n, 'F' || n, 'LETTER', '2026-09-08T03:00:00Z', 'x', day, 'x', 'x',
          'ANSWERED', 'CONDUCT', upheld, 'x', unit
        from (values
          (1, 9002, date '2026-09-03', true), (2, 9001, date '2026-09-03', true),
          (3, 9006, date '2026-09-04', true), (4, 9005, date '2026-09-05', true),
          (5, 9002, date '2026-09-06', false), (6, 9002, date '2026-08-31', true))
          f (n, unit, day, upheld);
        insert into petition (dataset_id, code, kind, received_at, branch_id, registered_by, subject,
          about_unit_id, about_conduct, conduct_on, route_by, outcome)
        values (1, 'K', 'COMPLAINT', '2026-09-08T03:00:00Z', 9002, 'x', 'x', 9002, true,
          '2026-09-07', '2026-09-18T03:00:00Z', 'PARTLY_UPHELD');
        """);
    Tile own = conduct(9002, null);
    assertThat(own.state()).isEqualTo(Tile.State.LIVE);
    assertThat(own.value())
        .as("the branch, its kiosk since the 5th, a complaint")
        .isEqualTo(new Ratio(3, 2));
    assertThat(own.sides())
        .extracting(side -> side.value().numerator())
        .containsExactly(4L, 4L, 0L);
    assertThat(conduct(9004, null).state()).as("it received nothing").isEqualTo(Tile.State.EMPTY);
    assertThat(conduct(null, null).value())
        .as("with the agency's, and with one of nobody")
        .isEqualTo(new Ratio(6, 2));
    assertThat(conduct(null, 9001).state()).isEqualTo(Tile.State.NO_SOURCE);
    assertThat(parts("K1", Dimension.BRANCH))
        .containsExactlyInAnyOrder("cn 3/2", "cn2 1/0", " 2/0");
    assertThat(parts("K1", Dimension.DAY))
        .as("by the day of the conduct, and of receipt")
        .containsExactly(
            "2026-09-02 1/2",
            "2026-09-03 2/0",
            "2026-09-04 1/0",
            "2026-09-05 1/0",
            "2026-09-07 1/0");
  }

  private Tile conduct(Integer branch, Integer field) {
    BoardPeriod month = BoardPeriod.of(Kind.MONTH, TODAY);
    return boards
        .board(new BoardQuestion("hanoi", month, branch, field))
        .tiles()
        .get(Goal.K1.ordinal());
  }

  private List<String> parts(String code, Dimension by) {
    return indicators.read(code, question(by)).parts().stream()
        .map(part -> part.key() + " " + part.value().numerator() + "/" + part.value().denominator())
        .toList();
  }

  /** The dossiers tell their branch, so a branch sees who lost the time of those it received. */
  @Test
  void whoLostTheTimeIsToldForABranchToo() throws SQLException {
    run(
        """
        insert into unit (id, dataset_id, code, name, kind) values (9003, 1, 'cn2', 'Khác', 'BRANCH');
        insert into dossier (id, dataset_id, code, field_id, unit_id, branch_id, channel, state,
          received_at, due_at, original_due_at, sequence)
        values (9003, 1, 'X-3', 9001, 9001, 9003, 'DIRECT', 'OPEN', '2026-09-02T03:00:00Z',
            '2026-09-09T10:00:00Z', '2026-09-09T10:00:00Z', 1),
          (9004, 1, 'X-4', 9001, 9001, null, 'ONLINE', 'OPEN', '2026-09-02T03:00:00Z',
            '2026-09-09T10:00:00Z', '2026-09-09T10:00:00Z', 1);
        insert into dossier_fact (generation, dossier_id, dataset_id, sequence, unit_id, branch_id,
          field_id, procedure_id, channel, class, received_at, original_due_at, overdue_since)
        select 1, id, 1, 1, unit_id, coalesce(branch_id, 0), field_id, 0, channel, 'OVERDUE',
          received_at, original_due_at, original_due_at from dossier where id in (9003, 9004);
        insert into dossier_task (id, dataset_id, dossier_id, position, name, name_en, unit_id, role,
          begun_at, due_at, minutes, completed_at)
        values (3, 1, 9003, 1, 'Tiếp nhận', 'x', 9003, 'CLERK', '2026-09-02T03:00:00Z',
            '2026-09-02T04:00:00Z', 60, '2026-09-08T04:30:00Z');
        """);
    Board own =
        boards.board(new BoardQuestion("hanoi", BoardPeriod.of(Kind.MONTH, TODAY), 9002, null));
    assertThat(side(own, Goal.K3, "k3-agency").value().numerator()).isEqualTo(1);
    assertThat(side(own, Goal.K3, "k3-intake").value().numerator()).isZero();
    assertThat(side(own, Goal.K3, "k3-intake").exists()).as("none, not unknown").isTrue();
    Board other =
        boards.board(new BoardQuestion("hanoi", BoardPeriod.of(Kind.MONTH, TODAY), 9003, null));
    assertThat(side(other, Goal.K3, "k3-agency").value().numerator()).isZero();
    assertThat(side(other, Goal.K3, "k3-intake").value().numerator()).isEqualTo(1);
    assertThat(read("LATE_CAUSE_BRANCH").numerator())
        .as("with the one of no branch")
        .isEqualTo(read("LATE_CAUSE").numerator())
        .isEqualTo(3);
    assertThat(indicators.read("LATE_CAUSE_BRANCH", question(Dimension.BRANCH)).parts())
        .extracting(part -> part.key() + " " + part.value().numerator())
        .containsExactlyInAnyOrder("cn 1", "cn2 1", " 1");
  }

  @Test
  void whyDossiersWereLateAddsUpToThoseThatWere() {
    Map<String, Long> causes =
        indicators.read("LATE_CAUSE", question(Dimension.SIDE)).parts().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    part -> part.key(), part -> part.value().numerator()));
    assertThat(causes).containsExactly(Map.entry("AGENCY", 1L));
    assertThat(indicators.read("TIME_LOST", question(Dimension.SIDE)).parts())
        .extracting(part -> part.key(), part -> part.value().sample())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("AGENCY", 1L),
            org.assertj.core.groups.Tuple.tuple("INTAKE", 1L));
  }

  private Board board(Kind kind) {
    return boards.board(new BoardQuestion("hanoi", BoardPeriod.of(kind, TODAY), null, null));
  }

  private static Tile.Side side(Board board, Goal goal, String code) {
    return board.tiles().get(goal.ordinal()).sides().stream()
        .filter(side -> side.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private Value read(String code) {
    return indicators.read(code, question(Dimension.NONE)).total();
  }

  private static IndicatorQuestion question(Dimension by) {
    return new IndicatorQuestion(
        "hanoi", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 1), by, null, null, null);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
