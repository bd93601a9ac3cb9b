package vn.motcua.it.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Imports event logs as a client does. */
public final class EventLogs {

  private static final String BOUNDARY = "motcua-test-boundary";

  private final Api api;

  public EventLogs(Api api) {
    this.api = api;
  }

  /** The mapping for receipt.xes.gz, as the tests of the importer keep it. */
  public static String receiptMapping() {
    try (InputStream in =
        EventLogs.class.getResourceAsStream("/vn/motcua/eventlog/receipt.mapping.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a log. */
  public Api.Answer send(Path log, String mapping) {
    try {
      return send(log.getFileName().toString(), Files.readAllBytes(log), mapping);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a log. */
  public Api.Answer send(String name, byte[] log, String mapping) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "mapping", null, "application/json", mapping.getBytes(StandardCharsets.UTF_8));
    part(body, "file", name, "application/octet-stream", log);
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return api.post(
        "api/v1/event-logs",
        BodyPublishers.ofByteArray(body.toByteArray()),
        "multipart/form-data; boundary=" + BOUNDARY);
  }

  /** The import as it stands. */
  public JsonNode find(long id) {
    return api.get("api/v1/event-logs/" + id).json();
  }

  /** Waits until the import has ended well; answers the code of its dataset. */
  public String active(long id, Duration longest) {
    JsonNode ended =
        Until.is(
            longest,
            () -> find(id),
            found -> {
              String status = found.path("status").asText();
              if (status.equals("FAILED") || status.equals("CANCELLED")) {
                throw new AssertionError(found.toString());
              }
              return status.equals("ACTIVE");
            });
    return ended.get("dataset").asText();
  }

  private static void part(
      ByteArrayOutputStream body, String name, String fileName, String type, byte[] content) {
    String head =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\""
            + name
            + "\""
            + (fileName == null ? "" : "; filename=\"" + fileName + "\"")
            + "\r\nContent-Type: "
            + type
            + "\r\n\r\n";
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }
}
