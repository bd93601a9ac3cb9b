package vn.motcua.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.Figures;
import vn.motcua.it.running.Until;

/**
 * A demo day through the real services: it lives, nothing is refused, and its figures are right.
 */
class DemoDayIT {

  private static final Duration LONG = Duration.ofMinutes(8);
  private static final String ORDER =
      "api/v1/demo-days?seed=3&workingDays=2&visitsPerDay=60&speed=1000";

  @Test
  void livesInADatasetOfItsOwnWithFiguresThatAgree() {
    Api api = Api.administrator();
    // One that another test ended may still be ending.
    Api.Answer begun = Until.is(LONG, () -> api.post(ORDER), answer -> answer.status() != 409);
    assertThat(begun.status()).as(begun.status() == 201 ? "" : begun.text()).isEqualTo(201);
    String dataset = begun.json().get("dataset").asText();
    try {
      assertThat(api.post(ORDER).status()).as("a second one").isEqualTo(409);
      Until.is(LONG, () -> api.get("api/v1/demo-days").json().get("done").asLong(), n -> n > 150);
    } finally {
      api.delete("api/v1/demo-days");
    }
    JsonNode ended =
        Until.is(
            LONG,
            () -> api.get("api/v1/demo-days").json(),
            progress -> !progress.get("running").asBoolean());
    assertThat(ended.get("failed").asLong()).isZero();
    assertThat(ended.get("received").asLong()).isGreaterThan(30);
    new Figures(api).assertEqualNow(dataset, LONG);
    assertThat(
            Database.number(
                "select count(distinct branch_id) from dossier d join dataset s"
                    + " on s.id = d.dataset_id where s.code = '"
                    + dataset
                    + "'"))
        .isGreaterThan(6);
  }
}
