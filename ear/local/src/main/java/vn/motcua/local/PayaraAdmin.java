package vn.motcua.local;

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

/**
 * Payara's administration over the protocol of asadmin, without its process. (The REST interface
 * does the same, but loads for seconds at its first call.)
 */
final class PayaraAdmin {
  /** A call that is cut is logged by Payara as a failure, so none is cut early. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String SUCCESS = "exit-code: SUCCESS";
  private static final String MESSAGE = "message: ";

  private final URI commands;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  PayaraAdmin(int adminPort) {
    this.commands = URI.create("http://127.0.0.1:" + adminPort + "/__asadmin/");
  }

  /** Whether the server has finished its boot, and with it the loading of its applications. */
  boolean isUp() {
    try {
      return run("version", Map.of()).contains(SUCCESS);
    } catch (IOException notYet) {
      return false;
    }
  }

  boolean isDeployed(String application) throws IOException {
    return run("list-applications", Map.of()).contains(application + "_name: ");
  }

  /**
   * Deploys an archive from this machine's disk, in place of an earlier one of the same name.
   *
   * @throws IOException with Payara's own words when it refuses
   */
  void deploy(String application, Path archive) throws IOException {
    Map<String, String> options =
        Map.of(
            "name", application, "force", "true", "upload", "false", "DEFAULT", archive.toString());
    String answer = run("deploy", options);
    if (!answer.contains(SUCCESS)) {
      throw new IOException(reason(answer));
    }
  }

  /** The message of an answer, in its first line; the whole is in Payara's log. */
  static String reason(String answer) {
    return answer
        .lines()
        .filter(line -> line.startsWith(MESSAGE))
        .map(line -> line.substring(MESSAGE.length()).strip())
        .findFirst()
        .orElse(answer.strip());
  }

  private String run(String command, Map<String, String> options) throws IOException {
    String query =
        options.entrySet().stream()
            .map(option -> option.getKey() + "=" + encoded(option.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(commands.resolve(command + (query.isEmpty() ? "" : "?" + query)))
            .timeout(PATIENCE)
            .header("User-Agent", "hk2-agent")
            .header("X-Requested-By", "motcua")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
