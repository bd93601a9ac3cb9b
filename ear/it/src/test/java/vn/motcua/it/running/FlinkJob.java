package vn.motcua.it.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.local.ComponentName;

/**
 * The job of the figures as Flink itself tells of it, over its REST interface.
 *
 * @param id of the job; a new process gives a new one
 * @param restarts how often it fell and began again within its process
 * @param completed checkpoints since its process began
 * @param restored how often it began from a checkpoint
 * @param read records that its source handed on since it began last
 */
public record FlinkJob(String id, long restarts, long completed, long restored, long read) {

  private static final Pattern ADDRESS = Pattern.compile("Rest endpoint listening at (\\S+)");

  /** As it runs now; fails while it does not. */
  public static FlinkJob now() {
    Api flink = new Api("http://" + address() + "/");
    JsonNode job = flink.get("jobs/overview").json().get("jobs").get(0);
    if (!job.get("state").asText().equals("RUNNING")) {
      throw new IllegalStateException(job.toString());
    }
    String id = job.get("jid").asText();
    JsonNode counts = flink.get("jobs/" + id + "/checkpoints").json().get("counts");
    JsonNode restarts = flink.get("jobs/" + id + "/metrics?get=numRestarts").json();
    return new FlinkJob(
        id,
        restarts.isEmpty() ? 0 : restarts.get(0).get("value").asLong(),
        counts.get("completed").asLong(),
        counts.get("restored").asLong(),
        read(flink.get("jobs/" + id).json()));
  }

  /** Whether it began again since it was looked at. */
  public boolean isAnotherRunThan(FlinkJob former) {
    return !id.equals(former.id) || restarts > former.restarts;
  }

  private static long read(JsonNode job) {
    long read = 0;
    for (JsonNode vertex : job.get("vertices")) {
      if (vertex.get("name").asText().contains("Source")) {
        read += vertex.at("/metrics/write-records").asLong();
      }
    }
    return read;
  }

  /** The port is any free one; the newest line of the log tells it. */
  private static String address() {
    String name = ComponentName.FLINK.name().toLowerCase(java.util.Locale.ROOT) + ".log";
    try {
      Matcher found =
          ADDRESS.matcher(Files.readString(RunningSystem.platform().logs().resolve(name)));
      String last = null;
      while (found.find()) {
        last = found.group(1);
      }
      if (last == null) {
        throw new IllegalStateException(name + " tells no address");
      }
      return last;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
