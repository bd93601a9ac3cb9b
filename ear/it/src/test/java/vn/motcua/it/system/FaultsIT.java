package vn.motcua.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.EventLogs;
import vn.motcua.it.running.Figures;
import vn.motcua.it.running.GeneratedLog;
import vn.motcua.it.running.RunningSystem;
import vn.motcua.it.running.Until;
import vn.motcua.local.Component;
import vn.motcua.local.ComponentName;
import vn.motcua.local.Platform;

/** What stops, what goes on, and that the figures are equal in the end. */
class FaultsIT {

  private static final Duration LONG = Duration.ofMinutes(6);
  private static final String YEAR = "&from=2025-01-01&to=2026-01-01";

  private final Platform platform = RunningSystem.platform();
  private final Api api = Api.administrator();
  private final EventLogs logs = new EventLogs(api);
  private final Figures figures = new Figures(api);

  @AfterEach
  void everythingRunsAgain() {
    for (ComponentName name : ComponentName.values()) {
      platform.component(name).start();
    }
    Until.is(LONG, () -> api.get("health/ready").status(), status -> status == 200);
  }

  @Test
  void aStoppedStreamKeepsItsAgeWhileTheRefereeMovesOn() {
    String first = imported("stopped-1", 200, 1);
    figures.assertEqualNow(first, LONG);

    platform.component(ComponentName.FLINK).stop();
    String second = imported("stopped-2", 200, 2);
    JsonNode missed = figures.horizon(second);
    assertThat(missed.get("state").asText()).isEqualTo("MISSED");
    long horizon = missed.get("id").asLong();

    String query = "dataset=" + second + YEAR;
    assertThat(count(figures.referee(query + "&horizon=" + horizon))).isEqualTo(200);
    assertThat(count(figures.referee(query))).isEqualTo(200);
    JsonNode stale =
        Until.is(
            LONG,
            () -> figures.stream(query),
            now -> now.at("/position/pendingEvents").asLong() > 0);
    assertThat(count(stale)).isZero();
    long age = stale.at("/position/ageMillis").asLong();
    JsonNode later =
        Until.is(
            LONG,
            () -> figures.stream(query),
            now -> now.at("/position/ageMillis").asLong() > age + 500);
    assertThat(later.at("/position/time")).isEqualTo(stale.at("/position/time"));
    assertThat(api.get("api/v1/figures?" + query + "&horizon=" + horizon).status()).isEqualTo(503);
    assertThat(api.get("health/ready").status()).isEqualTo(200);

    platform.component(ComponentName.FLINK).start();
    figures.assertEqualNow(second, LONG);
    assertThat(count(figures.stream(query))).isEqualTo(200);
  }

  @Test
  void aStoppedBrokerStopsNeitherTheImportNorTheReferee() {
    platform.component(ComponentName.KAFKA).stop();
    String dataset = imported("no-broker", 120, 4);
    long id = figures.horizon(dataset).get("id").asLong();
    Until.is(
        LONG,
        () -> api.get("api/v1/horizons/" + id).json().path("state").asText(),
        state -> state.equals("MARKED") || state.equals("MISSED"));
    assertThat(count(figures.referee("dataset=" + dataset + YEAR + "&horizon=" + id)))
        .isEqualTo(120);
    assertThat(api.get("health/ready").status()).isEqualTo(200);

    platform.component(ComponentName.KAFKA).start();
    figures.assertEqualNow(dataset, LONG);
  }

  @Test
  void aRowAlteredByHandTurnsTheVerdict() {
    String dataset = imported("altered", 150, 3);
    figures.assertEqualNow(dataset, LONG);
    String where =
        " from dataset d where d.id = f.dataset_id and d.code = '"
            + dataset
            + "' and f.ctid ="
            + " (select min(c.ctid) from figure_day c where c.dataset_id = d.id"
            + " and c.received > 0)";
    assertThat(Database.change("update figure_day f set received = received + 1" + where)).isOne();

    JsonNode horizon = figures.frozenHorizon(dataset, LONG);
    JsonNode comparison = figures.comparison(dataset, horizon.get("id").asLong());
    assertThat(comparison.get("verdict").asText()).isEqualTo("lệch");
    assertThat(comparison.get("count").asInt()).isOne();
    JsonNode cell = comparison.get("differences").get(0);
    assertThat(cell.get("flow").asText()).isEqualTo("received");
    assertThat(cell.get("stream").asLong()).isEqualTo(cell.get("referee").asLong() + 1);
    Api.Answer report =
        api.post("api/v1/reports/ii-06a?dataset=" + dataset + "&period=2025-01-01..2025-12-31");
    assertThat(report.status()).isEqualTo(409);
    assertThat(report.text()).contains("reporting.figures-disagree");
  }

  @Test
  void aCellOfTheBoardAlteredByHandTurnsTheVerdictToo() {
    String dataset = imported("altered-board", 150, 5);
    figures.assertEqualNow(dataset, LONG);
    String where =
        " from dataset d where d.id = f.dataset_id and d.code = '"
            + dataset
            + "' and f.ctid ="
            + " (select min(c.ctid) from board_day c where c.dataset_id = d.id"
            + " and c.resolved > 0)";
    assertThat(Database.change("update board_day f set late = late + 1" + where)).isOne();

    JsonNode horizon = figures.frozenHorizon(dataset, LONG);
    JsonNode comparison = figures.comparison(dataset, horizon.get("id").asLong());
    assertThat(comparison.get("verdict").asText()).isEqualTo("lệch");
    assertThat(comparison.get("count").asInt()).isOne();
    assertThat(comparison.at("/differences/0/rollUp").asText()).isEqualTo("BOARD");
    assertThat(comparison.at("/differences/0/flow").asText()).isEqualTo("late");
  }

  @ParameterizedTest
  @EnumSource(ComponentName.class)
  void killedInMidImportTheFiguresAreEqualInTheEnd(ComponentName victim) {
    int cases = 6_000;
    long id =
        logs.send(
                victim + ".csv",
                GeneratedLog.csv(cases, victim.ordinal() + 10L),
                GeneratedLog.mapping("killed " + victim))
            .json()
            .get("id")
            .asLong();
    Until.is(
        LONG,
        () -> logs.find(id).path("casesPublished").asLong(),
        published -> published > 0 && published <= cases);

    Component component = platform.component(victim);
    component.kill();
    component.start();

    String dataset = logs.active(id, LONG);
    figures.assertEqualNow(dataset, LONG);
    assertThat(count(figures.stream("dataset=" + dataset + YEAR))).isEqualTo(cases);
    assertThat(
            Database.number(
                "select count(*) from dossier join dataset d on d.id = dataset_id where d.code = '"
                    + dataset
                    + "'"))
        .isEqualTo(cases);
  }

  private String imported(String name, int cases, long seed) {
    long id =
        logs.send(name + ".csv", GeneratedLog.csv(cases, seed), GeneratedLog.mapping(name))
            .json()
            .get("id")
            .asLong();
    return logs.active(id, LONG);
  }

  private static long count(JsonNode answer) {
    return answer.at("/figures/0/received/total").asLong();
  }
}
