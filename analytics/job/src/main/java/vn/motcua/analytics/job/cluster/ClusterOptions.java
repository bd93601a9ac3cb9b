package vn.motcua.analytics.job.cluster;

import java.util.Map;
import java.util.TreeMap;

/**
 * Flink's options for the job in a cluster of its own (application mode): one JobManager and two
 * TaskManagers. The processes that a test kills, and the manifests for Kubernetes, run with these;
 * a test holds the manifests against them. What the job itself has to say (checkpoints, restarts)
 * is in {@code FiguresJob} and the same everywhere.
 */
public final class ClusterOptions {

  public static final String JOB_CLASS = "vn.motcua.analytics.job.FiguresJob";

  /** What a JVM of Flink needs beside its memory. */
  public static final String JVM_OPTIONS =
      "-XX:+UseParallelGC -Duser.timezone=UTC"
          + " --add-opens=java.base/java.util=ALL-UNNAMED"
          + " --add-opens=java.base/java.lang=ALL-UNNAMED"
          + " --add-opens=java.base/java.time=ALL-UNNAMED";

  public static final int TASK_MANAGERS = 2;

  /** Each could hold the whole job: so one that dies is no stop. */
  public static final int SLOTS = 2;

  /** All memory of the process, heap and outside: the container's limit. */
  public static final String JOB_MANAGER_MEMORY = "1024m";

  /** The same of each TaskManager. */
  public static final String TASK_MANAGER_MEMORY = "1280m";

  private ClusterOptions() {}

  /** Everywhere. */
  public static Map<String, String> everywhere() {
    Map<String, String> options = new TreeMap<>();
    options.put("jobmanager.memory.process.size", JOB_MANAGER_MEMORY);
    options.put("taskmanager.memory.process.size", TASK_MANAGER_MEMORY);
    // State lies on the heap; RocksDB would want more here.
    options.put("taskmanager.memory.managed.size", "64m");
    options.put("taskmanager.memory.network.min", "64m");
    options.put("taskmanager.memory.network.max", "64m");
    options.put("taskmanager.memory.jvm-metaspace.size", "160m");
    options.put("taskmanager.numberOfTaskSlots", String.valueOf(SLOTS));
    options.put("taskmanager.load-balance.mode", "SLOTS");
    // Leaders look at the figures: whoever died is missed after seconds, not a minute.
    options.put("heartbeat.interval", "2 s");
    options.put("heartbeat.timeout", "10 s");
    // Where nothing listens any more, it is lost at once.
    options.put("heartbeat.rpc-failure-threshold", "2");
    options.put("env.java.opts.all", JVM_OPTIONS);
    return options;
  }

  /**
   * On Kubernetes, besides: the JobManager may die too, and goes on from the checkpoint that the
   * cluster remembers. All state lies in an object store.
   */
  public static Map<String, String> onKubernetes() {
    Map<String, String> options = new TreeMap<>(everywhere());
    options.put("jobmanager.rpc.address", "motcua-figures-jobmanager");
    options.put("jobmanager.rpc.port", "6123");
    options.put("blob.server.port", "6124");
    options.put("taskmanager.rpc.port", "6122");
    options.put("rest.port", "8081");
    options.put("rest.bind-address", "0.0.0.0");
    // The one job is in the image: nobody submits or cancels from outside.
    options.put("web.submit.enable", "false");
    options.put("web.cancel.enable", "false");
    options.put("high-availability.type", "kubernetes");
    options.put("high-availability.storageDir", "s3://motcua-figures/high-availability");
    options.put("kubernetes.cluster-id", "motcua-figures");
    options.put("kubernetes.namespace", "motcua");
    return options;
  }
}
