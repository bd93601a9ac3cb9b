package vn.motcua.analytics.job;

import java.io.IOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;
import vn.motcua.analytics.job.cluster.ClusterOptions;

/**
 * A JobManager with the job in it and TaskManagers, each a process of its own, with the options and
 * the memory of {@link ClusterOptions}: Flink's own arithmetic gives each JVM its share, as the
 * start scripts of an image do.
 */
final class ClusterProcesses implements AutoCloseable {

  private static final String JOB_MANAGER =
      "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

  private final Path folder;
  private final Configuration options;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, Process> running = new TreeMap<>();
  private int started;

  ClusterProcesses(Path folder, JobSettings settings) throws IOException {
    this.folder = folder;
    Map<String, String> all = new TreeMap<>(ClusterOptions.everywhere());
    all.put("jobmanager.rpc.address", "127.0.0.1");
    all.put("jobmanager.bind-host", "127.0.0.1");
    all.put("jobmanager.rpc.port", String.valueOf(freePort()));
    all.put("rest.address", "127.0.0.1");
    all.put("rest.bind-address", "127.0.0.1");
    all.put("rest.port", String.valueOf(freePort()));
    all.put("taskmanager.host", "127.0.0.1");
    all.put("taskmanager.bind-host", "127.0.0.1");
    all.put("io.tmp.dirs", Files.createDirectories(folder.resolve("tmp")).toString());
    options = Configuration.fromMap(all);
    try (Writer out = Files.newBufferedWriter(folder.resolve("config.yaml"))) {
      for (Map.Entry<String, String> option : all.entrySet()) {
        out.write("%s: \"%s\"\n".formatted(option.getKey(), option.getValue()));
      }
    }
    environment.putAll(environment(settings));
  }

  /** What the processes are told of the job, as a deployment tells it. */
  static Map<String, String> environment(JobSettings settings) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("MOTCUA_DB_URL", settings.database().url());
    variables.put("MOTCUA_DB_USER", settings.database().user());
    variables.put("MOTCUA_DB_PASSWORD", settings.database().password());
    variables.put("MOTCUA_KAFKA_BOOTSTRAP", settings.kafkaBootstrap());
    variables.put("MOTCUA_CHECKPOINT_DIR", settings.checkpoints());
    variables.put("MOTCUA_GENERATION", String.valueOf(settings.generation()));
    variables.put("MOTCUA_JOB_PARALLELISM", String.valueOf(settings.parallelism()));
    variables.put("MOTCUA_STATE_BACKEND", settings.stateBackend());
    variables.put("MOTCUA_MOST_HELD_ROWS", String.valueOf(settings.mostHeldRows()));
    return variables;
  }

  void startJobManager() throws IOException {
    var memory = JobManagerProcessUtils.processSpecFromConfig(options);
    start(
        "jobmanager",
        JobManagerProcessUtils.generateJvmParametersStr(memory, options),
        JOB_MANAGER,
        JobManagerProcessUtils.generateDynamicConfigsStr(memory),
        "--job-classname",
        ClusterOptions.JOB_CLASS);
  }

  /** Its name. */
  String startTaskManager() throws IOException {
    var memory = TaskExecutorProcessUtils.processSpecFromConfig(options);
    String name = "taskmanager-" + ++started;
    start(
        name,
        ProcessMemoryUtils.generateJvmParametersStr(memory),
        TASK_MANAGER,
        TaskExecutorProcessUtils.generateDynamicConfigsStr(memory));
    return name;
  }

  private void start(String name, String memory, String main, String dynamic, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(words(memory));
    command.addAll(words(ClusterOptions.JVM_OPTIONS));
    command.add("-Dlog4j2.configurationFile=classpath:log4j2.properties");
    command.addAll(List.of("-classpath", classPath(), main));
    command.addAll(List.of("--configDir", folder.toString()));
    command.addAll(words(dynamic));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    running.put(name, process);
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split("\\s+"));
  }

  Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /** As kill -9 does; returns when it is gone. */
  void kill(String name) throws InterruptedException {
    Process process = running.remove(name);
    process.destroyForcibly();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException(name + " is still there");
    }
  }

  boolean isRunning(String name) {
    Process process = running.get(name);
    return process != null && process.isAlive();
  }

  /** The largest that a process has been, in bytes. */
  Map<String, Long> peaks() throws IOException {
    Map<String, Long> peaks = new TreeMap<>();
    for (Map.Entry<String, Process> one : running.entrySet()) {
      String peak =
          Files.readAllLines(Path.of("/proc", String.valueOf(one.getValue().pid()), "status"))
              .stream()
              .filter(line -> line.startsWith("VmHWM:"))
              .findFirst()
              .orElseThrow();
      peaks.put(one.getKey(), 1024 * Long.parseLong(peak.replaceAll("\\D", "")));
    }
    return peaks;
  }

  @Override
  public void close() throws InterruptedException {
    for (String name : List.copyOf(running.keySet())) {
      kill(name);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
