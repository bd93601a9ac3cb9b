package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Each component at home somewhere else: the stores, the application and the job are three systems
 * that know each other only by the environment variables of the README.
 */
class OutsideIT {
  private static final Path HOMES =
      Path.of(System.getProperty("motcua.homes"), "outside-" + UUID.randomUUID());
  private static final String ELSEWHERE = "http://localhost:9/";
  private static final Duration FLOW = Duration.ofMinutes(5);

  @AfterEach
  void leaveNothing() throws IOException {
    Folders.delete(HOMES);
  }

  @Test
  void systemsThatKnowEachOtherByAddressesAloneLetFiguresFlow() {
    Map<String, String> elsewhere =
        Map.of("MOTCUA_APP_URL", ELSEWHERE, "MOTCUA_FLINK_URL", ELSEWHERE);
    try (Platform stores = start("stores", elsewhere)) {
      assertThat(stores.has(ComponentName.PAYARA)).isFalse();
      assertThat(stores.has(ComponentName.FLINK)).isFalse();
      Map<String, String> addresses =
          Map.of(
              "MOTCUA_DB_URL", stores.jdbcUrl(),
              "MOTCUA_DB_USER", stores.databaseUser(),
              "MOTCUA_DB_PASSWORD", stores.databasePassword(),
              "MOTCUA_KAFKA_BOOTSTRAP", stores.bootstrap());
      try (Platform application = start("application", with(addresses, "MOTCUA_FLINK_URL"));
          Platform job = start("job", with(addresses, "MOTCUA_APP_URL"))) {
        assertThat(application.has(ComponentName.POSTGRESQL)).isFalse();
        assertThat(application.has(ComponentName.KAFKA)).isFalse();
        assertThat(job.has(ComponentName.FLINK)).isTrue();
        assertThat(job.has(ComponentName.PAYARA)).isFalse();
        // A tick goes from the database of the one through the broker and the job to its tables.
        Waiting.until(
            FLOW,
            () -> {
              String ready = body(application.httpUrl() + "health/ready");
              return ready.contains("\"stream\":\"up\"") && ready.contains("\"kafka\":\"up\"");
            });
      }
    }
  }

  private static Platform start(String name, Map<String, String> environment) {
    return Platform.start(PlatformOptions.forTests(HOMES.resolve(name)).inEnvironment(environment));
  }

  private static Map<String, String> with(Map<String, String> addresses, String elsewhere) {
    Map<String, String> all = new java.util.HashMap<>(addresses);
    all.put(elsewhere, ELSEWHERE);
    return all;
  }

  private static String body(String url) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
