package vn.motcua.analytics.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Measures all contenders on one log, one after another; prints one table, writes bench.json. */
public final class PipelineBench {

  private static final String HEAP = "4g";

  /** Generations of the read model. */
  private static final int HASHMAP = 11;

  private static final int ROCKSDB = 12;
  private static final int CORE = 13;

  private static final String WHOLE_JOB = "vn.motcua.analytics.job.FiguresJob";
  private static final String CORE_JOB = "vn.motcua.analytics.job.CoreFiguresJob";

  private static final long SEED = 20260601;

  private final Path base;
  private final Path work;
  private final long entries;
  private final List<String> wanted;
  private final BenchTable table;
  private long end;

  private PipelineBench(Path base, long entries, List<String> wanted) throws Exception {
    this.base = base;
    this.entries = entries;
    this.wanted = wanted;
    this.work = Files.createTempDirectory(Files.createDirectories(base.resolve("target")), "bench");
    this.table = new BenchTable(base.resolve("target/bench.json"), entries);
  }

  /**
   * @param arguments the module's folder; how many entries; contenders with commas, or {@code all}
   */
  public static void main(String[] arguments) throws Exception {
    new PipelineBench(
            Path.of(arguments[0]),
            Long.parseLong(arguments[1]),
            Arrays.asList(arguments[2].split(",")))
        .run();
    System.exit(0);
  }

  private void run() throws Exception {
    try (Servers servers = new Servers(base, work)) {
      long begin = System.nanoTime();
      end = LogLoad.load(servers, SEED, entries);
      servers.execute("analyze dossier_transition, dossier_rated");
      table.note("made and loaded in %.1f s".formatted((System.nanoTime() - begin) / 1e9));
      table.note(
          "%d dossiers, end %s"
              .formatted(
                  servers.number("select count(distinct dossier_id) from dossier_transition"),
                  java.time.Instant.ofEpochMilli(end)));
      if (wants("raw")) {
        simple(servers, "raw Kafka drain", Drain.class, "raw");
      }
      if (wants("decoded")) {
        simple(servers, "drain + decode", Drain.class, "decoded");
      }
      if (wants("sql")) {
        RefereeSql.measure(servers, end, table);
      }
      if (wants("hashmap")) {
        job(servers, "Flink, hashmap, PostgreSQL sink", "hashmap", HASHMAP, WHOLE_JOB);
      }
      if (wants("rocksdb")) {
        job(servers, "Flink, RocksDB, PostgreSQL sink", "rocksdb", ROCKSDB, WHOLE_JOB);
      }
      if (wants("core")) {
        job(servers, "Flink, hashmap, core figures only", "hashmap", CORE, CORE_JOB);
      }
      if (wants("streams")) {
        simple(servers, "Kafka Streams, core figures", StreamsContender.class, "streams");
      }
      table.print();
    }
  }

  private boolean wants(String contender) {
    return wanted.contains("all") || wanted.contains(contender);
  }

  private void simple(Servers servers, String name, Class<?> program, String argument)
      throws Exception {
    try (ChildProcess child =
        new ChildProcess(
            work.resolve(argument + ".log"),
            System.getProperty("java.class.path"),
            HEAP,
            Map.of(),
            line -> line.startsWith(Result.MARK),
            options(argument),
            List.of(program.getName(), servers.bootstrap(), argument, work.toString()))) {
      String[] result = child.await().substring(Result.MARK.length()).split(" ");
      table.add(
          name,
          milliseconds(child.readingFrom(), child.seenAt()),
          milliseconds(child.startedAt(), child.seenAt()),
          "check %s; processor %.1f s".formatted(result[1], child.processorTime() / 1e3));
    }
  }

  /** The job as in production, from the first record read to the last figure in the database. */
  private void job(Servers servers, String name, String backend, int generation, String program)
      throws Exception {
    String contender = generation == CORE ? "core" : backend;
    Path checkpoints = Files.createDirectories(work.resolve("checkpoints"));
    try (ChildProcess child =
        new ChildProcess(
            work.resolve(contender + ".log"),
            Files.readString(base.resolve("../job/target/bench.classpath")).strip()
                + ":"
                + base.resolve("../job/target/classes")
                + ":"
                + base.resolve("target/classes"),
            HEAP,
            Map.of(
                "MOTCUA_DB_URL",
                servers.url(),
                "MOTCUA_DB_USER",
                "postgres",
                "MOTCUA_DB_PASSWORD",
                "postgres",
                "MOTCUA_KAFKA_BOOTSTRAP",
                servers.bootstrap(),
                "MOTCUA_CHECKPOINT_DIR",
                checkpoints.toString(),
                "MOTCUA_STATE_BACKEND",
                backend,
                "MOTCUA_GENERATION",
                "" + generation),
            line -> line.contains("to RUNNING") && line.contains("Job "),
            options(contender),
            List.of(program))) {
      servers.forgetStatements();
      long database = Servers.databaseTime();
      long broker = servers.brokerTime();
      child.await();
      long reached = awaitEnd(servers, child, generation);
      long now = System.nanoTime();
      if (reached < end) {
        table.add(name, -1, -1, "did not come to the end; reached " + reached);
        return;
      }
      String used =
          "processor: job %.1f s, database %.1f s, broker %.1f s"
              .formatted(
                  child.processorTime() / 1e3,
                  (Servers.databaseTime() - database) / 1e3,
                  (servers.brokerTime() - broker) / 1e3);
      long took = milliseconds(child.readingFrom(), now);
      table.note("%s took %.2f s; %s".formatted(name, took / 1e3, used));
      servers.statements().forEach(table::note);
      child.close();
      table.add(
          name,
          took,
          milliseconds(child.startedAt(), now),
          compared(servers, generation) + "; " + used);
    }
  }

  private String compared(Servers servers, int generation) throws Exception {
    if (generation == CORE) {
      return RefereeSql.agreesOnTheBoard(servers, end, generation);
    }
    return generation == ROCKSDB && wants("hashmap")
        ? RefereeSql.same(servers, HASHMAP, ROCKSDB)
        : RefereeSql.agrees(servers, end, generation);
  }

  /** How far the read model came: to the end, unless the job died or took too long. */
  private long awaitEnd(Servers servers, ChildProcess child, int generation) throws Exception {
    long giveUp = System.nanoTime() + Duration.ofMinutes(8).toNanos();
    long reached = 0;
    try (Connection connection = servers.connection();
        PreparedStatement look =
            connection.prepareStatement(
                "select extract(epoch from time) * 1000 from stream_position where generation = "
                    + generation)) {
      while (reached < end && child.isAlive() && System.nanoTime() < giveUp) {
        TimeUnit.MILLISECONDS.sleep(20);
        try (ResultSet row = look.executeQuery()) {
          reached = row.next() ? row.getLong(1) : 0;
        }
      }
    }
    return reached;
  }

  private static long milliseconds(long from, long to) {
    return (to - from) / 1_000_000;
  }

  /** Contenders named in the environment, with commas, are watched by the JVM's own recorder. */
  private List<String> options(String contender) {
    String profiled = System.getenv().getOrDefault("MOTCUA_BENCH_PROFILE", "");
    return Arrays.asList(profiled.split(",")).contains(contender)
        ? List.of(
            "-XX:StartFlightRecording=settings=profile,filename="
                + base
                + "/target/"
                + contender
                + ".jfr")
        : List.of();
  }
}
