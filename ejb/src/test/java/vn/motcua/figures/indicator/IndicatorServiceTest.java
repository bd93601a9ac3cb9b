package vn.motcua.figures.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.database.TestDatabase;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.feedback.ConductFigures;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.board.ComposedGoals;
import vn.motcua.figures.index.IndexService;
import vn.motcua.figures.indicator.IndicatorAnswer.Part;

/** Reads the register over rows made by hand. Now is 30/9/2026 15:00 in Hanoi. */
class IndicatorServiceTest {

  private static final Instant NOW = Instant.parse("2026-09-30T08:00:00Z");
  private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
  private static final LocalDate TO = LocalDate.of(2026, 10, 1);

  private static final Locale VIETNAMESE = Locale.of("vi");

  private static DataSource database;
  private static IndicatorService indicators;

  @BeforeAll
  static void prepare() throws SQLException {
    database = TestDatabase.fresh();
    DatasetDirectory datasets = new DatasetDirectory(database);
    indicators =
        new IndicatorService(
            database,
            datasets,
            new ComposedGoals(
                database,
                new IndexService(database, datasets, () -> NOW),
                new ConductFigures(database),
                () -> NOW),
            () -> NOW);
    run(
        """
        insert into field (id, dataset_id, code, name) values (9001, 1, 'x', 'Đất đai');
        insert into unit (id, dataset_id, code, name, kind, valid_from, valid_to) values
          (9001, 1, 'so', 'Sở cũ', 'DEPARTMENT', '2020-01-01', '2025-07-01'),
          (9002, 1, 'so', 'Sở mới', 'DEPARTMENT', '2025-07-01', 'infinity'),
          (9003, 1, 'cn', 'Chi nhánh', 'BRANCH', '2020-01-01', 'infinity');
        insert into indicator_day (generation, dataset_id, indicator, day, body_id, field_id, bucket,
            value) values
          (1, 1, 'FLOW_ELAPSED', '2026-09-02', 9001, 9001, 3, 10),
          (1, 1, 'FLOW_ELAPSED', '2026-09-14', 9002, 9001, 5, 10),
          (1, 1, 'FLOW_ELAPSED', '2026-09-15', 9003, 9001, 6, 1),
          (1, 1, 'FLOW_ELAPSED', '2026-10-01', 9002, 9001, 7, 99),
          (2, 1, 'FLOW_ELAPSED', '2026-09-02', 9001, 9001, 7, 99),
          (1, 1, 'STEPS', '2026-09-02', 9001, 9001, 0, 30),
          (1, 1, 'QUICK_STEPS', '2026-09-02', 9001, 9001, 0, 3),
          (1, 1, 'STEPPED', '2026-09-02', 9001, 9001, 0, 10);
        insert into figure_day (generation, dataset_id, day, unit_id, field_id, channel, dated,
            open_in, open_out) values
          (1, 1, '2026-08-02', 9001, 9001, 'DIRECT', true, 7, 0),
          (1, 1, '2026-09-02', 9001, 9001, 'DIRECT', true, 0, 2);
        """);
  }

  @Test
  void aDistributionTellsHalfAndNineOfTenAndAddsUpOverVersionsOfABody() {
    IndicatorAnswer answer = read("FLOW_ELAPSED", Dimension.UNIT);
    assertThat(answer.total().sample()).isEqualTo(21);
    assertThat(answer.total().p50()).isEqualTo(5);
    assertThat(answer.total().p90()).isEqualTo(5);
    assertThat(answer.parts()).extracting(Part::name).containsExactly("Sở mới", "Chi nhánh");
    assertThat(answer.parts().getFirst().value().sample()).isEqualTo(20);
    assertThat(answer.parts()).extracting(Part::ranked).containsExactly(true, false);
  }

  @Test
  void aReportingPeriodBeginsOnTheFifteenth() {
    assertThat(read("FLOW_ELAPSED", Dimension.REPORT).parts())
        .extracting(Part::key)
        .containsExactly("2026-08-15", "2026-09-15");
  }

  @Test
  void sharesMeansAndStocks() {
    IndicatorAnswer quick = read("QUICK_STEPS", Dimension.NONE);
    assertThat(quick.total().numerator()).isEqualTo(3);
    assertThat(quick.total().denominator()).isEqualTo(30);
    assertThat(read("STEPS", Dimension.NONE).total().denominator()).isEqualTo(10);
    assertThat(read("OPEN", Dimension.NONE).total().numerator()).as("7 came, 2 went").isEqualTo(5);
    assertThat(read("RESPONSE_RATE", Dimension.NONE).total().exists()).as("no data").isFalse();
    assertThat(read("RESTARTS", Dimension.NONE).total().exists()).as("none is a count").isTrue();
  }

  /** Each indicator says by what it may be cut; every other cut and filter is refused in words. */
  @Test
  void everyCutThatIsNotDeclaredIsRefused() {
    int refused = 0;
    for (Indicator indicator : IndicatorRegister.all()) {
      for (Dimension by : Dimension.values()) {
        if (indicator.allows(by)) {
          assertThat(read(indicator.code(), by).indicator()).isEqualTo(indicator);
        } else {
          refused(indicator, by, question(by, null, null, null));
          refused++;
        }
      }
      for (IndicatorQuestion narrowed :
          List.of(
              question(Dimension.NONE, 9003, null, null),
              question(Dimension.NONE, null, 9002, null),
              question(Dimension.NONE, null, null, 9001))) {
        Dimension of =
            narrowed.branchId() != null
                ? Dimension.BRANCH
                : narrowed.unitId() != null ? Dimension.UNIT : Dimension.FIELD;
        if (indicator.allows(of)) {
          assertThat(indicators.read(indicator.code(), narrowed).indicator()).isEqualTo(indicator);
        } else {
          refused(indicator, of, narrowed);
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(IndicatorRegister.all().size());
  }

  private static void refused(Indicator indicator, Dimension by, IndicatorQuestion question) {
    assertThatThrownBy(() -> indicators.read(indicator.code(), question))
        .as(indicator.code() + " by " + by)
        .isInstanceOfSatisfying(
            FigureFailure.IllegalCut.class,
            failure -> {
              assertThat(failure.httpStatus()).isEqualTo(422);
              assertThat(failure.message(VIETNAMESE))
                  .startsWith("Chỉ tiêu " + indicator.code() + " không được chia hoặc lọc theo ")
                  .contains("cho phép: ")
                  .doesNotContain(by.name(), "[", "{");
            });
  }

  @Test
  void theRefusalSaysWhatMayBeChosenInstead() {
    assertThatThrownBy(() -> read("K1", Dimension.FIELD))
        .isInstanceOfSatisfying(
            FigureFailure.IllegalCut.class,
            failure ->
                assertThat(failure.message(VIETNAMESE))
                    .isEqualTo(
                        "Chỉ tiêu K1 không được chia hoặc lọc theo lĩnh vực: chia như vậy con số không"
                            + " còn đúng nghĩa. Sổ chỉ tiêu cho phép: không chia, ngày, tháng, quý,"
                            + " năm, kỳ báo cáo (15–14), chi nhánh tiếp nhận. Hãy chọn một trong các"
                            + " cách đó."));
  }

  @Test
  void whatIsNotLegalIsRefusedAndNotApproximated() {
    assertThatThrownBy(() -> read("FLOW_ELAPSED", Dimension.BRANCH))
        .isInstanceOf(FigureFailure.IllegalCut.class);
    assertThatThrownBy(() -> read("OPEN", Dimension.DAY))
        .isInstanceOf(FigureFailure.IllegalCut.class);
    IndicatorQuestion ofAgency =
        new IndicatorQuestion("hanoi", FROM, TO, Dimension.NONE, null, 9002, null);
    assertThatThrownBy(() -> indicators.read("K3", ofAgency))
        .isInstanceOf(FigureFailure.IllegalCut.class);
    assertThat(indicators.overview(ofAgency))
        .extracting(answer -> answer.indicator().code())
        .contains("FLOW_ELAPSED", "STEPS_LATE")
        .doesNotContain("K3", "WAITING_BEYOND");
    assertThatThrownBy(() -> read("NONE_SUCH", Dimension.NONE))
        .isInstanceOf(FigureFailure.UnknownDimension.class);
  }

  /** Every declaration can be read in every way that it allows, also where nothing is there. */
  @Test
  void everyIndicatorAnswersInEveryLegalWay() {
    for (Indicator indicator : IndicatorRegister.all()) {
      for (Dimension dimension : Dimension.values()) {
        if (indicator.allows(dimension)) {
          assertThat(read(indicator.code(), dimension)).as(indicator.code()).isNotNull();
        }
      }
    }
    assertThat(indicators.overview(question(Dimension.NONE)))
        .hasSize(IndicatorRegister.all().size());
  }

  @Test
  void everyDeclarationIsWhole() {
    assertThat(IndicatorRegister.all()).extracting(Indicator::code).doesNotHaveDuplicates();
    assertThat(IndicatorRegister.all())
        .allSatisfy(
            indicator -> {
              assertThat(
                      List.of(
                          indicator.vietnamese(),
                          indicator.english(),
                          indicator.formula(),
                          indicator.formulaEnglish(),
                          indicator.legalSource()))
                  .noneMatch(String::isBlank);
              assertThat(indicator.allows(Dimension.BRANCH) && indicator.allows(Dimension.UNIT))
                  .as("one body only")
                  .isFalse();
            });
  }

  @Test
  void theSheetHasALineForEachPartAndOneForAll() {
    String sheet =
        new String(
            IndicatorSheet.parts(read("FLOW_ELAPSED", Dimension.UNIT)), StandardCharsets.UTF_8);
    assertThat(Arrays.stream(sheet.split("\r\n")).collect(Collectors.toList()))
        .hasSize(4)
        .contains("FLOW_ELAPSED,unit,so,Sở mới,20,20,3,5,true");
    assertThat(
            new String(
                IndicatorSheet.register(indicators.overview(question(Dimension.NONE)), false),
                StandardCharsets.UTF_8))
        .contains("Thời gian giải quyết");
  }

  private static IndicatorAnswer read(String code, Dimension by) {
    return indicators.read(code, question(by));
  }

  private static IndicatorQuestion question(Dimension by) {
    return new IndicatorQuestion("hanoi", FROM, TO, by, null, null, null);
  }

  private static IndicatorQuestion question(
      Dimension by, Integer branch, Integer unit, Integer field) {
    return new IndicatorQuestion("hanoi", FROM, TO, by, branch, unit, field);
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
