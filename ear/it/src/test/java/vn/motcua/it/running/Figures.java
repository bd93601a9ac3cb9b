package vn.motcua.it.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Asks for figures as a client does. */
public final class Figures {

  private final Api api;

  public Figures(Api api) {
    this.api = api;
  }

  /** Marks a horizon, again if the stream is still catching up, until the stream is there. */
  public JsonNode frozenHorizon(String dataset, Duration longest) {
    return Until.is(
        longest,
        () -> api.post("api/v1/horizons?dataset=" + dataset).json(),
        horizon -> horizon.path("state").asText().equals("FROZEN"));
  }

  /** Marks a horizon once, whatever becomes of it. */
  public JsonNode horizon(String dataset) {
    return api.post("api/v1/horizons?dataset=" + dataset).json();
  }

  /** The stream's figures. */
  public JsonNode stream(String query) {
    return api.get("api/v1/figures?" + query).json();
  }

  /** The referee's. */
  public JsonNode referee(String query) {
    return api.get("api/v1/figures/referee?" + query).json();
  }

  /** Stream against referee, cell by cell. */
  public JsonNode comparison(String dataset, long horizon) {
    return api.get("api/v1/figures/comparison?dataset=" + dataset + "&horizon=" + horizon).json();
  }

  /** Marks a horizon; every cell must be equal there. */
  public void assertEqualNow(String dataset, Duration longest) {
    JsonNode horizon = frozenHorizon(dataset, longest);
    JsonNode comparison = comparison(dataset, horizon.get("id").asLong());
    assertThat(comparison.path("verdict").asText()).as(comparison.toString()).isEqualTo("khớp");
  }
}
