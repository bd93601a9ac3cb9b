package vn.motcua.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Payara's administration over its REST interface, which needs no asadmin process. */
final class PayaraAdmin {
  private static final Duration QUICK = Duration.ofSeconds(5);
  private static final Duration DEPLOYMENT = Duration.ofMinutes(3);
  private static final int OK = 200;

  private final URI domain;
  private final HttpClient client = HttpClient.newHttpClient();

  PayaraAdmin(int adminPort) {
    this.domain = URI.create("http://127.0.0.1:" + adminPort + "/management/domain/");
  }

  /** Whether the server has finished its boot. */
  boolean isUp() {
    try {
      return status("applications") == OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  boolean isDeployed(String application) throws IOException {
    return status("applications/application/" + application) == OK;
  }

  /**
   * Deploys an archive from this machine's disk, in place of an earlier one of the same name.
   *
   * @throws IOException with Payara's own words when it refuses
   */
  void deploy(String application, Path archive) throws IOException {
    String form = form(Map.of("id", archive.toString(), "name", application, "force", "true"));
    HttpRequest request =
        request("applications/application", DEPLOYMENT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> response = send(request);
    if (response.statusCode() != OK || !response.body().contains("SUCCESS")) {
      throw new IOException(reason(response.body()));
    }
  }

  /** The first line of Payara's message; the whole is in its log. */
  static String reason(String answer) throws IOException {
    String message = new ObjectMapper().readTree(answer).path("message").asText(answer);
    return message.lines().findFirst().orElse(answer).strip();
  }

  private int status(String path) throws IOException {
    return send(request(path, QUICK).GET().build()).statusCode();
  }

  private HttpRequest.Builder request(String path, Duration patience) {
    return HttpRequest.newBuilder(domain.resolve(path))
        .timeout(patience)
        .header("Accept", "application/json")
        .header("X-Requested-By", "motcua");
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
