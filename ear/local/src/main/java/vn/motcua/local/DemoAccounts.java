package vn.motcua.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The demo accounts as the running application tells them. */
final class DemoAccounts {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private DemoAccounts() {}

  /** One line an account; none when the application offers none. */
  static List<String> read(String httpUrl) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(httpUrl + "api/v1/demo-accounts"))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? lines(answer.body()) : List.of();
    } catch (IOException unavailable) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** Each object's values in their order, as {@code username password role …}. */
  static List<String> lines(String json) throws IOException {
    List<String> lines = new ArrayList<>();
    for (JsonNode account : new ObjectMapper().readTree(json)) {
      List<String> values = new ArrayList<>();
      account.forEach(value -> values.add(value.asText()));
      lines.add(String.join("  ", values));
    }
    return lines;
  }
}
