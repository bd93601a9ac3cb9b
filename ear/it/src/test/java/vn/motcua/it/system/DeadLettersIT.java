package vn.motcua.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import vn.motcua.events.RecordKey;
import vn.motcua.events.Topics;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Counter;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.Figures;
import vn.motcua.it.running.RunningSystem;
import vn.motcua.it.running.Until;

/** A record that nobody can read is set aside, told, and settled by sending its dossier again. */
class DeadLettersIT {

  private static final Duration LONG = Duration.ofMinutes(6);

  private final Api api = Api.administrator();

  @Test
  void setAsideListedSentOnceMoreSettled() throws Exception {
    Counter counter = new Counter();
    long dossier = counter.receive(counter.next());
    damage(dossier);
    JsonNode letter = Until.is(LONG, () -> letterOf(dossier), found -> found != null);
    assertThat(letter.get("reason").asText()).startsWith("NOT_A_MESSAGE");
    assertThat(
            api.get("api/v1/board?dataset=hanoi&period=month")
                .json()
                .at("/position/recordsSetAside")
                .asLong())
        .as("counted on the board")
        .isPositive();
    // What is set aside and what is counted do not come into the database together.
    Until.is(LONG, () -> classOf(dossier), "WITHIN"::equals);
    // A figure that was counted wrongly because of it, as a fault in the job would.
    assertThat(
            Database.change(
                "update dossier_fact set class = 'VOIDED' from read_model"
                    + " where generation = active_generation and dossier_id = "
                    + dossier))
        .isOne();

    String place =
        "{\"places\": [{\"topic\": %s, \"partition\": %s, \"position\": %s}]}"
            .formatted(letter.get("topic"), letter.get("partition"), letter.get("position"));
    assertThat(replay(place)).isEqualTo(202);
    assertThat(replay(place)).as("asked twice").isEqualTo(202);
    JsonNode settled =
        Until.is(LONG, () -> letterOf(dossier), found -> !found.path("replayedAt").isMissingNode());
    assertThat(settled.get("replayRequestedBy").asText()).isNotEmpty();
    Until.is(LONG, () -> classOf(dossier), "WITHIN"::equals);
    assertThat(
            Database.number(
                "select count(*) from audit_entry where action = 'dead-letter.replay'"
                    + " and subject = 'dossier "
                    + dossier
                    + "'"))
        .isEqualTo(1);
    new Figures(api).assertEqualNow("hanoi", LONG);
  }

  private static String classOf(long dossier) {
    return Database.text(
        "select class from dossier_fact join read_model on generation = active_generation"
            + " where dossier_id = "
            + dossier);
  }

  private static void damage(long dossier) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", RunningSystem.platform().bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.DOSSIER_EVENTS, RecordKey.of(dossier), new byte[] {1, 2, 3}))
          .get(60, TimeUnit.SECONDS);
    }
  }

  private int replay(String places) {
    return api.post(
            "api/v1/dead-letters/replays", BodyPublishers.ofString(places), "application/json")
        .status();
  }

  private JsonNode letterOf(long dossier) {
    for (JsonNode letter : api.get("api/v1/dead-letters").json()) {
      if (letter.path("dossierId").asLong() == dossier) {
        return letter;
      }
    }
    return null;
  }
}
