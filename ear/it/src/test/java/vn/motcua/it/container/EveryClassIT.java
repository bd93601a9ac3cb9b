package vn.motcua.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Correction;
import vn.motcua.dossier.DossierFailure;
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.NewDossier;
import vn.motcua.events.Outcome;
import vn.motcua.figures.BoardFixture;
import vn.motcua.figures.Comparison;
import vn.motcua.figures.DossierSteps;
import vn.motcua.figures.EveryClassFixture;
import vn.motcua.figures.FigureQuery;
import vn.motcua.figures.FigureQuery.Cut;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.Horizon;
import vn.motcua.figures.PeriodFigures;
import vn.motcua.figures.RollUp;
import vn.motcua.it.running.Until;

/**
 * The fixture of every class through the real application: the dossier service in Payara, the log,
 * the relay, Kafka, Flink, the read model. Stream = referee = hand count.
 */
@ArquillianTest
class EveryClassIT {

  private static final String DATASET = "fixture";

  @Deployment
  static EnterpriseArchive application() {
    return RealApplication.with(
        EveryClassIT.class,
        RealApplication.class,
        Acting.class,
        Until.class,
        ServiceSteps.class,
        DossierSteps.class,
        EveryClassFixture.class,
        BoardFixture.class);
  }

  @EJB(lookup = "java:app/motcua-ejb/DossierService")
  private DossierService dossiers;

  @EJB(lookup = "java:app/motcua-ejb/FigureService")
  private FigureService figures;

  @Resource(lookup = "java:app/jdbc/motcua")
  private DataSource database;

  private final Map<String, Integer> ids = new HashMap<>();

  @BeforeEach
  void playOnce() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery("select id from dataset where code = '" + DATASET + "'")) {
        if (row.next()) {
          ids.put("dataset", row.getInt(1));
        }
      }
      if (!ids.containsKey("dataset")) {
        prepare(statement);
        EveryClassFixture.play(new ServiceSteps(dossiers, ids.get("dataset"), ids));
        BoardFixture.play(new ServiceSteps(dossiers, ids.get("dataset"), ids));
      }
      read(statement, "unit");
      read(statement, "field");
    }
  }

  @Test
  void streamAndRefereeCountAsByHand() throws Exception {
    Horizon horizon = mark();
    assertBoth(EveryClassFixture.juneOfA(), "A", EveryClassFixture.JUNE, horizon);
    assertBoth(EveryClassFixture.julyOfA(), "A", EveryClassFixture.JULY, horizon);
    assertBoth(EveryClassFixture.julyOfB(), "B", EveryClassFixture.JULY, horizon);
  }

  /** The comparison, which covers the board, makes it the referee's count too. */
  @Test
  void theBoardCountsAsByHand() throws Exception {
    Horizon horizon = mark();
    assertEquals(List.of(), streamed(horizon));
    Map<String, Map<String, Long>> counted = new HashMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select coalesce(u.code, ''), j.key, sum(j.value::bigint)
                from horizon_board_day b
                left join unit u on u.id = b.branch_id
                cross join lateral jsonb_each_text(
                  to_jsonb(b) - array['horizon_id', 'day', 'branch_id', 'field_id']) j
                where horizon_id = %d and day >= '%s' and day < '%s'
                group by 1, 2 having sum(j.value::bigint) <> 0"""
                    .formatted(horizon.id(), BoardFixture.SEPTEMBER, BoardFixture.OCTOBER))) {
      while (row.next()) {
        counted
            .computeIfAbsent(row.getString(1), key -> new HashMap<>())
            .put(row.getString(2), row.getLong(3));
      }
    }
    assertEquals(BoardFixture.counts(), counted);
  }

  @Test
  void everyCellOfTheStreamEqualsTheReferees() throws Exception {
    Horizon horizon = mark();
    assertEquals(List.of(), streamed(horizon));
  }

  /**
   * What the stream counts. The fixture writes its history through the core alone, so the tables of
   * the services in front of it (ratings given by link or tablet) know nothing of it.
   */
  private List<Comparison.Difference> streamed(Horizon horizon) {
    return figures.compare(DATASET, horizon.id()).differences().stream()
        .filter(cell -> cell.rollUp() != RollUp.TABLES)
        .toList();
  }

  @Test
  void theIdentityHoldsPerUnitAndDayInTheStream() throws Exception {
    for (String unit : List.of("A", "B")) {
      FigureQuery query =
          new FigureQuery(
              DATASET,
              EveryClassFixture.JUNE,
              EveryClassFixture.AUGUST,
              ids.get(unit),
              null,
              null,
              null,
              Cut.DAY,
              mark().id());
      List<PeriodFigures> days = figures.stream(query).figures();
      assertEquals(61, days.size());
      assertTrue(days.stream().allMatch(PeriodFigures::identityHolds));
    }
  }

  @Test
  void refusesAStepThatTheStateDoesNotAllowAndWritesNothing() throws SQLException {
    long id;
    int before;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "select id from dossier where state = 'FINISHED' and dataset_id = "
                  + ids.get("dataset")
                  + " limit 1")) {
        row.next();
        id = row.getLong(1);
      }
      before = count(statement, id);
      DossierFailure refused =
          assertThrows(
              DossierFailure.NotAllowed.class,
              () -> dossiers.finish(id, Instant.now(), Outcome.GRANTED, null, "test"));
      assertTrue(refused.message(java.util.Locale.of("vi")).startsWith("Hồ sơ HS-"));
      assertEquals(before, count(statement, id));
    }
  }

  @Test
  void refusesAStepBeforeTheFormerOneAndACorrectionThatTurnsTheOrder() throws SQLException {
    Instant received = Instant.parse("2025-06-02T01:00:00Z");
    Instant transferred = received.plusSeconds(86_400);
    long id =
        dossiers.receive(
            new NewDossier(
                ids.get("dataset"),
                "HS-ORDER-" + System.nanoTime(),
                null,
                ids.get("F2"),
                ids.get("B"),
                null,
                Channel.DIRECT,
                received,
                null),
            "test");
    dossiers.reattribute(id, transferred, ids.get("B"), null, "test");
    DossierFailure early =
        assertThrows(
            DossierFailure.Invalid.class,
            () -> dossiers.finish(id, transferred.minusMillis(1), Outcome.GRANTED, null, "test"));
    assertEquals("dossier.invalid.before-last", early.code());
    DossierFailure turned =
        assertThrows(
            DossierFailure.Invalid.class,
            () ->
                dossiers.correct(
                    id,
                    transferred,
                    new Correction(transferred.plusMillis(1), null, null, null, null, null),
                    "test"));
    assertEquals("dossier.invalid.out-of-order", turned.code());
    assertEquals(received, dossiers.find(id).getReceivedAt());
    dossiers.voidEntry(id, transferred, "thử", "test");
  }

  /** Once more where the stream missed the cut, which on a slow machine it may. */
  private Horizon mark() {
    return Until.is(
        Duration.ofMinutes(5),
        () -> {
          try {
            return Acting.as(
                "quantri", "ADMINISTRATOR", () -> figures.mark(DATASET, null, null, "quantri"));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        horizon -> horizon.state() == Horizon.State.FROZEN);
  }

  private static int count(Statement statement, long id) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select (select count(*) from dossier_transition where dossier_id = %1$d) + (select count(*) from domain_event where aggregate_id = %1$d)"
                .formatted(id))) {
      row.next();
      return row.getInt(1);
    }
  }

  private void assertBoth(PeriodFigures expected, String unit, LocalDate from, Horizon horizon) {
    FigureQuery query =
        new FigureQuery(
            DATASET,
            from,
            from.plusMonths(1),
            ids.get(unit),
            null,
            null,
            null,
            Cut.NONE,
            horizon.id());
    assertEquals(List.of(expected), figures.referee(query).figures(), "referee, " + unit + from);
    assertEquals(List.of(expected), figures.stream(query).figures(), "stream, " + unit + from);
  }

  private void prepare(Statement statement) throws SQLException {
    statement.execute(
        """
        insert into dataset (code, name, kind, zone, status)
        values ('fixture', 'Bộ mẫu', 'DEMO', 'Asia/Ho_Chi_Minh', 'ACTIVE');
        insert into unit (dataset_id, code, name, kind)
        select d.id, c, 'Cơ quan ' || c, 'DEPARTMENT' from dataset d, unnest(array['A', 'B']) c
        where d.code = 'fixture';
        insert into unit (dataset_id, code, name, kind)
        select d.id, c, 'Chi nhánh ' || c, 'BRANCH' from dataset d, unnest(array['B1', 'B2']) c
        where d.code = 'fixture';
        insert into field (dataset_id, code, name)
        select d.id, c, 'Lĩnh vực ' || c from dataset d, unnest(array['F1', 'F2']) c
        where d.code = 'fixture'""");
    try (ResultSet row = statement.executeQuery("select id from dataset where code = 'fixture'")) {
      row.next();
      ids.put("dataset", row.getInt(1));
    }
    read(statement, "unit");
    read(statement, "field");
  }

  private void read(Statement statement, String table) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select code, id from " + table + " where dataset_id = " + ids.get("dataset"))) {
      while (row.next()) {
        ids.put(row.getString(1), row.getInt(2));
      }
    }
  }
}
