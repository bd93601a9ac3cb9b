package vn.motcua.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.EventLogs;
import vn.motcua.it.running.Figures;
import vn.motcua.it.running.GeneratedLog;

/** More than 500,000 events in one file, from the upload to equal figures. Prints its times. */
@Tag("endurance")
class LargeLogIT {

  private static final int CASES = 110_000;

  @Test
  void halfAMillionEventsEndInEqualFigures() {
    Api api = Api.administrator();
    EventLogs logs = new EventLogs(api);
    Figures figures = new Figures(api);
    byte[] csv = GeneratedLog.csv(CASES, 500_000);

    long start = System.nanoTime();
    long id = logs.send("large.csv", csv, GeneratedLog.mapping("Lớn")).json().get("id").asLong();
    String dataset = logs.active(id, Duration.ofMinutes(10));
    long active = System.nanoTime();
    figures.assertEqualNow(dataset, Duration.ofMinutes(10));
    long equal = System.nanoTime();

    JsonNode counts = logs.find(id).get("counts");
    assertThat(counts.get("casesTaken").asInt()).isEqualTo(CASES);
    assertThat(counts.get("eventsTaken").asInt()).isGreaterThan(500_000);
    System.err.printf(
        "%,d events: active after %.1f s, figures equal after %.1f s%n",
        counts.get("eventsTaken").asInt(), (active - start) / 1e9, (equal - start) / 1e9);
  }
}
