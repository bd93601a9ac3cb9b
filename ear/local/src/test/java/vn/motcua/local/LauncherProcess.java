package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The launcher as people start it: a process of its own, told by its environment and its output.
 */
final class LauncherProcess {
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration END = Duration.ofMinutes(3);

  private final Process process;
  private final Path output;
  private final Path home;

  private LauncherProcess(Process process, Path output, Path home) {
    this.process = process;
    this.output = output;
    this.home = home;
  }

  /** Starts a launcher with PostgreSQL and Kafka; the application counts as running elsewhere. */
  static LauncherProcess start(Path home, Map<String, String> environment, String... prefix)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(prefix));
    line.add(JavaProgram.java());
    for (String property :
        List.of(
            "motcua.payara.zip", "motcua.payara.version", "motcua.payara.sha256", "motcua.ear")) {
      line.add("-D" + property + "=" + System.getProperty(property));
    }
    line.add("-Dmotcua.followParent=true");
    line.addAll(
        List.of("-classpath", System.getProperty("java.class.path"), Start.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("MOTCUA_HOME", home.toString());
    builder.environment().put("MOTCUA_APP_URL", "http://localhost:9/");
    builder.environment().put("MOTCUA_FLINK_URL", "http://localhost:9/");
    builder.environment().putAll(environment);
    Files.createDirectories(home.getParent());
    Path output = Files.createTempFile(home.getParent(), "launcher", ".txt");
    return new LauncherProcess(builder.redirectOutput(output.toFile()).start(), output, home);
  }

  void awaitReady() {
    Waiting.until(START, () -> says("READY ") || !process.isAlive());
    assertThat(text()).contains("READY ");
  }

  void awaitLine(String words) {
    Waiting.until(START, () -> says(words));
  }

  /** Waits for the end and gives the exit status. */
  int awaitEnd() {
    Waiting.until(END, () -> !process.isAlive());
    return process.exitValue();
  }

  /** Waits until no process works on the home any more. */
  void awaitNothingLeft() {
    Waiting.until(END, () -> processes().isEmpty());
  }

  /** Every process, guardians included, whose command line names the home. */
  List<ProcessHandle> processes() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(handle -> commandLine(handle).contains(home.toString())).toList();
    }
  }

  /** The server that the launcher recorded. */
  ProcessHandle server(ComponentName name) throws IOException {
    Path record = home.resolve("run").resolve(name.folder() + ".process");
    return ProcessRecord.read(record).flatMap(ProcessRecord::running).orElseThrow();
  }

  Process process() {
    return process;
  }

  String text() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean says(String words) {
    return text().contains(words);
  }

  private static String commandLine(ProcessHandle handle) {
    try {
      Path file = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return Optional.of(handle).flatMap(h -> h.info().commandLine()).orElse("");
    }
  }
}
