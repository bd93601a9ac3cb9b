package vn.motcua.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The figures job in a Flink of its own process. The job takes its state from the newest complete
 * checkpoint by itself.
 */
final class FlinkServer implements Server {
  static final String JOB = "vn.motcua.analytics.job.FiguresJob";

  /** Flink's own line when the job has been scheduled. */
  private static final String RUNNING_LINE = "to RUNNING";

  private final Path data;
  private final Addresses addresses;
  private final boolean schemaComes;
  private final Generation generation;
  private final String temporary;
  private volatile boolean running;
  private volatile int started;

  /** Which generation of the figures the job is to write. */
  interface Generation {
    int wanted() throws IOException;
  }

  /**
   * The job of the figures that are shown.
   *
   * @param schemaComes whether the platform brings the application that makes the tables; without
   *     it the job waits for them for as long as it takes, and its start counts as done
   */
  FlinkServer(Home home, Addresses addresses, boolean schemaComes) {
    this(
        home,
        addresses,
        schemaComes,
        new ShownGeneration(home.data(ComponentName.FLINK), addresses)::read,
        "temporary");
  }

  /** The job of a generation that is being rebuilt. */
  static FlinkServer ofRebuild(Home home, Addresses addresses, int generation) {
    return new FlinkServer(home, addresses, true, () -> generation, "temporary-rebuild");
  }

  private FlinkServer(
      Home home,
      Addresses addresses,
      boolean schemaComes,
      Generation generation,
      String temporary) {
    this.data = home.data(ComponentName.FLINK);
    this.addresses = addresses;
    this.schemaComes = schemaComes;
    this.generation = generation;
    this.temporary = temporary;
  }

  /** The generation that it was started for last; 0 before. */
  int generation() {
    return started;
  }

  /** Whether the job is part of this build. */
  static boolean isAvailable() {
    return FlinkServer.class.getResource("/" + JOB.replace('.', '/') + ".class") != null;
  }

  @Override
  public ComponentName name() {
    return ComponentName.FLINK;
  }

  /** Forgets the checkpoints of a generation whose figures nobody needs any more. */
  void forget(int unneeded) throws IOException {
    if (!Files.isDirectory(checkpoints())) {
      return;
    }
    try (Stream<Path> kept = Files.list(checkpoints())) {
      String its = "generation-" + unneeded + "-";
      for (Path folder :
          kept.filter(path -> path.getFileName().toString().startsWith(its)).toList()) {
        Folders.delete(folder);
      }
    }
  }

  Path checkpoints() {
    return data.resolve("checkpoints");
  }

  @Override
  public void prepare() throws IOException {
    running = false;
    Files.createDirectories(checkpoints());
    Files.createDirectories(data.resolve(temporary));
    started = generation.wanted();
  }

  @Override
  public Command command() {
    List<String> jvm =
        List.of(
            "-Xms256m",
            "-Xmx1g",
            "-XX:+UseParallelGC",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + data.resolve(temporary));
    Map<String, String> environment = new HashMap<>(addresses.environment());
    environment.put("MOTCUA_CHECKPOINT_DIR", checkpoints().toString());
    environment.put("MOTCUA_GENERATION", Integer.toString(started));
    return new Command(
        JavaProgram.line(jvm, JOB), environment, data, "TERM", Duration.ofSeconds(10));
  }

  @Override
  public void hear(String line) {
    if (line.contains(RUNNING_LINE) && line.contains("Job ")) {
      running = true;
    }
  }

  @Override
  public boolean isReady() {
    return running || !schemaComes;
  }
}
