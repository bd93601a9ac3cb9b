package vn.motcua.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Counter;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.Figures;
import vn.motcua.it.running.Until;

/** The log read into a new generation under load: the old figures are shown until it is equal. */
class RebuildIT {

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final String MINE =
      "select coalesce(sum(received), 0) from board_day join read_model"
          + " on generation = active_generation where dataset_id = 1";

  private final Api api = Api.administrator();

  @Test
  void rebuiltUnderLoadComparedSwitchedDropped() throws Exception {
    Counter counter = new Counter();
    long late = counter.receive(counter.next());
    Until.is(LONG, () -> Database.number(MINE), received -> received > 0);
    Database.change(
        "update dossier_task set due_at = now() - interval '1 minute'"
            + " where completed_at is null and dossier_id = "
            + late);
    Until.is(LONG, () -> stepsBeyondTheirLimit(late), count -> count == 1);
    long former = Database.number("select active_generation from read_model");

    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger sent = new AtomicInteger();
    CompletableFuture<Void> load =
        CompletableFuture.runAsync(
            () -> {
              while (!enough.get()) {
                counter.receive(counter.next());
                sent.incrementAndGet();
              }
            });
    // One that another test began may still be ending.
    JsonNode begun =
        Until.is(LONG, () -> begin("Thử dựng lại"), answer -> answer.status() != 409).json();
    assertThat(begun.get("state").asText()).isEqualTo("REQUESTED");
    assertThat(begin("Lần nữa").status()).as("one at a time").isEqualTo(409);

    long id = begun.get("id").asLong();
    long[] least = {Database.number(MINE)};
    JsonNode switched;
    try {
      switched =
          Until.is(
              LONG,
              () -> {
                long received = Database.number(MINE);
                assertThat(received)
                    .as("what is shown never runs backwards")
                    .isGreaterThanOrEqualTo(least[0]);
                least[0] = received;
                return rebuild(id);
              },
              rebuild ->
                  rebuild.get("state").asText().equals("SWITCHED")
                      || rebuild.get("state").asText().equals("DIFFERENT"));
    } finally {
      enough.set(true);
    }
    load.join();
    assertThat(switched.get("state").asText()).as(switched.toString()).isEqualTo("SWITCHED");
    assertThat(switched.get("differences").asLong()).isZero();
    assertThat(switched.get("compared").asInt()).isPositive();
    assertThat(sent.get()).as("under load").isPositive();
    long shown = Database.number("select active_generation from read_model");
    assertThat(shown).isEqualTo(begun.get("generation").asLong()).isNotEqualTo(former);

    Until.is(LONG, () -> stepsBeyondTheirLimit(late), count -> count == 1);
    Until.is(LONG, () -> rebuild(id), rebuild -> !rebuild.path("droppedAt").isMissingNode());
    assertThat(
            Database.number(
                "select (select count(*) from figure_day where generation = "
                    + former
                    + ") + (select count(*) from dossier_fact where generation = "
                    + former
                    + ")"))
        .isZero();
    new Figures(api).assertEqualNow("hanoi", LONG);
    assertThat(
            Database.number(
                "select count(*) from audit_entry where subject = 'rebuild " + id + "'"))
        .as("begun and ended, with who and how")
        .isEqualTo(2);
    assertThat(api.delete("api/v1/rebuilds/" + id).status()).isEqualTo(409);
  }

  /** As the shown generation tells them. */
  private static long stepsBeyondTheirLimit(long dossier) {
    return Database.number(
        "select count(*) from alert join read_model on generation = active_generation"
            + " where kind = 'STEP_OVERDUE' and cleared_at is null and dossier_id = "
            + dossier);
  }

  private Api.Answer begin(String reason) {
    return api.post(
        "api/v1/rebuilds",
        BodyPublishers.ofString("{\"reason\": \"" + reason + "\"}"),
        "application/json");
  }

  private JsonNode rebuild(long id) {
    for (JsonNode one : api.get("api/v1/rebuilds").json()) {
      if (one.get("id").asLong() == id) {
        return one;
      }
    }
    throw new IllegalStateException("no rebuild " + id);
  }
}
