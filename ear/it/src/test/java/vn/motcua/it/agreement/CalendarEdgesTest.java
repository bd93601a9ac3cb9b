package vn.motcua.it.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.Measure;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;
import vn.motcua.it.agreement.Step.Kind;

/**
 * Dossiers around the edges of the calendar, where days are long or short, months and reporting
 * periods end, offices are closed for nine days or agencies change: stream = referee = the book of
 * a clerk, day by day and body by body.
 */
class CalendarEdgesTest {

  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final int HISTORIES = 150;
  private static final int LOOKS_A_DAY = 48;

  private static BothSides sides;

  /** An edge, and the zone whose calendar has it. */
  enum Edge {
    TET(HANOI, true, "2026-02-16T00:00"),
    MONTH_END(HANOI, true, "2025-06-01T00:00"),
    YEAR_END(HANOI, true, "2026-01-01T00:00"),
    REPORTING_PERIOD(HANOI, true, "2025-06-15T00:00"),
    FIRST_OF_JULY(HANOI, true, "2025-07-01T00:00"),
    /** An imported log: the night that lacks an hour, and the one that has it twice. */
    CLOCKS_FORWARD(AMSTERDAM, false, "2025-03-30T03:00"),
    CLOCKS_BACK(AMSTERDAM, false, "2025-10-26T03:00");

    private final ZoneId zone;
    private final boolean live;
    private final Instant moment;

    private Instant end() {
      return moment.plus(Duration.ofDays(12));
    }

    Edge(ZoneId zone, boolean live, String local) {
      this.zone = zone;
      this.live = live;
      this.moment = LocalDateTime.parse(local).atZone(zone).toInstant();
    }
  }

  @BeforeAll
  static void start() throws SQLException {
    sides = new BothSides();
  }

  @AfterAll
  static void stop() throws SQLException {
    sides.close();
  }

  @ParameterizedTest
  @EnumSource(Edge.class)
  void streamAndRefereeCountAsTheClerkDoes(Edge edge) throws SQLException {
    Random chance = new Random(edge.ordinal() + 2_026L);
    Scene scene = sides.scene(edge.zone, edge.live, edge.end());
    Map<Long, List<Step>> histories = new HashMap<>();
    int overTheEdge = 0;
    for (int i = 0; i < HISTORIES; i++) {
      List<Step> history = history(edge, chance);
      if (!Lawfulness.allows(scene, history)) {
        continue;
      }
      histories.put(sides.nextDossier(), history);
      DayBook book = new DayBook(edge.zone, history, scene.time());
      Map<Cell, long[]> counted = LogEntries.fold(scene, 1, history).counts();
      assertThat(marks(counted)).as("%s", history).isEqualTo(book.marks);
      assertThat(stocks(counted, edge.zone, scene.time())).as("%s", history).isEqualTo(book.stocks);
      overTheEdge += history.getLast().at().isBefore(edge.moment) ? 0 : 1;
    }
    assertThat(overTheEdge).as("histories that cross it").isGreaterThan(HISTORIES / 4);
    sides.assertAgree(scene, histories);
  }

  /** Some steps fall on the very edge, the half hours beside it, and the midnights around. */
  private static List<Step> history(Edge edge, Random chance) {
    List<Step> history = new ArrayList<>();
    Instant at = edge.moment.minus(looks(1 + chance.nextInt(4 * LOOKS_A_DAY)));
    history.add(Step.received(at, near(edge, at, chance), 1, 0, Channel.DIRECT));
    if (edge.live && chance.nextInt(3) == 0) {
      at = near(edge, at, chance);
      history.add(Step.paused(at, true));
      at = near(edge, at, chance);
      history.add(Step.due(Kind.RESUMED, at, near(edge, at, chance)));
    }
    if (edge.live && chance.nextInt(3) == 0) {
      at = at.isBefore(edge.moment) ? edge.moment : at.plus(DayBook.LOOK);
      history.add(Step.reattributed(at, 2));
    }
    if (chance.nextInt(5) > 0) {
      at = near(edge, at, chance);
      history.add(Step.finished(at, chance.nextInt(4) == 0 ? Outcome.REFUSED : Outcome.GRANTED));
    } else if (!edge.live) {
      history.add(Step.plain(Kind.OBSERVED, edge.end()));
    }
    return history;
  }

  /** Later than a moment, on a half hour, mostly where it matters. */
  private static Instant near(Edge edge, Instant after, Random chance) {
    List<Instant> places = new ArrayList<>();
    Instant midnight =
        LocalDate.ofInstant(edge.moment, edge.zone).atStartOfDay(edge.zone).toInstant();
    for (Instant place : List.of(edge.moment, midnight, midnight.plus(Duration.ofDays(1)))) {
      places.add(place.minus(DayBook.LOOK));
      places.add(place);
      places.add(place.plus(DayBook.LOOK));
    }
    places.removeIf(place -> !place.isAfter(after));
    return places.isEmpty() || chance.nextInt(3) == 0
        ? after.plus(looks(1 + chance.nextInt(2 * LOOKS_A_DAY)))
        : places.get(chance.nextInt(places.size()));
  }

  private static Duration looks(int number) {
    return DayBook.LOOK.multipliedBy(number);
  }

  private static Map<String, Map<String, Long>> marks(Map<Cell, long[]> counted) {
    Map<String, Map<String, Long>> marks = new TreeMap<>();
    counted.forEach(
        (cell, counts) -> {
          for (Measure measure : Measure.values()) {
            if (counts[measure.ordinal()] != 0 && !isStock(measure)) {
              marks
                  .computeIfAbsent(
                      LocalDate.ofEpochDay(cell.day()) + " " + cell.bodyId(),
                      key -> new TreeMap<>())
                  .merge(measure.name(), counts[measure.ordinal()], Long::sum);
            }
          }
        });
    return marks;
  }

  private static boolean isStock(Measure measure) {
    return measure.ordinal() <= Measure.OVERDUE_OUT.ordinal();
  }

  /** At the start of every day until T: what came in before it and did not go out. */
  private static Map<String, String> stocks(Map<Cell, long[]> counted, ZoneId zone, Instant time) {
    Map<String, String> stocks = new TreeMap<>();
    LocalDate first =
        LocalDate.ofEpochDay(counted.keySet().stream().mapToLong(Cell::day).min().orElseThrow());
    for (LocalDate day = first;
        !day.atStartOfDay(zone).toInstant().isAfter(time);
        day = day.plusDays(1)) {
      for (Measure in : List.of(Measure.WITHIN_IN, Measure.PAUSED_IN, Measure.OVERDUE_IN)) {
        Measure out = Measure.values()[in.ordinal() + 1];
        for (int unit = 1; unit <= 2; unit++) {
          long held = 0;
          for (Map.Entry<Cell, long[]> cell : counted.entrySet()) {
            if (cell.getKey().bodyId() == unit && cell.getKey().day() < day.toEpochDay()) {
              held += cell.getValue()[in.ordinal()] - cell.getValue()[out.ordinal()];
            }
          }
          if (held != 0) {
            String name = in.name().substring(0, in.name().indexOf('_'));
            stocks.put(day + " " + unit, held == 1 ? name : name + " " + held);
          }
        }
      }
    }
    return stocks;
  }
}
