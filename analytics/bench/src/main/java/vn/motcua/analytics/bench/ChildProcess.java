package vn.motcua.analytics.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A Java program in a process of its own, with the options that all contenders share. */
final class ChildProcess implements AutoCloseable {

  /** The same collector for all. */
  private static final List<String> JVM =
      List.of(
          "-XX:+UseParallelGC",
          "-Duser.timezone=UTC",
          "-Dlog4j2.configurationFile=contender-log4j2.properties",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.time=ALL-UNNAMED");

  /** Where a consumer of the log is put to its beginning: the next thing it does is to read. */
  private static final String READS = "Resetting offset for partition dossier-events-";

  private final long startedAt = System.nanoTime();
  private final Process process;
  private final Path log;
  private final Thread reading;
  private final Predicate<String> awaited;
  private final CountDownLatch seen = new CountDownLatch(1);
  private volatile String line;
  private volatile long readingFrom;
  private volatile long seenAt;

  /**
   * @param heap for instance {@code 3g}
   * @param awaited the line of its output that {@link #await} waits for
   */
  ChildProcess(
      Path log,
      String classPath,
      String heap,
      Map<String, String> environment,
      Predicate<String> awaited,
      List<String> options,
      List<String> mainAndArguments)
      throws IOException {
    this.log = log;
    this.awaited = awaited;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(List.of("-Xms" + heap, "-Xmx" + heap));
    command.addAll(options);
    command.addAll(List.of("-classpath", classPath));
    command.addAll(mainAndArguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    reading = new Thread(this::read, "reading " + log.getFileName());
    reading.start();
  }

  private void read() {
    try (BufferedReader output = process.inputReader();
        var to = Files.newBufferedWriter(log)) {
      for (String next = output.readLine(); next != null; next = output.readLine()) {
        to.write(next);
        to.newLine();
        to.flush();
        if (readingFrom == 0 && next.contains(READS)) {
          readingFrom = System.nanoTime();
        }
        if (line == null && awaited.test(next)) {
          seenAt = System.nanoTime();
          line = next;
          seen.countDown();
        }
      }
    } catch (IOException e) {
      // Of a process that is being ended nothing more is wanted.
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
    } finally {
      seen.countDown();
    }
  }

  /** The awaited line. */
  String await() throws InterruptedException {
    if (!seen.await(10, TimeUnit.MINUTES) || line == null) {
      close();
      throw new IllegalStateException("See " + log);
    }
    return line;
  }

  /** When the process was started, nanoseconds of this program's clock. */
  long startedAt() {
    return startedAt;
  }

  /** When it was about to read the first record of the log; 0 before. */
  long readingFrom() {
    return readingFrom;
  }

  /** When the awaited line came. */
  long seenAt() {
    return seenAt;
  }

  /** Processor time so far, compilation and collector included, milliseconds. */
  long processorTime() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    reading.join();
  }
}
