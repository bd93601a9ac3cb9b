package vn.motcua.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A server process under its shell guardian (guardian.sh). The guardian holds the reading end of a
 * pipe; when this Java process ends, however it ends, the pipe closes and the server is ended.
 */
final class GuardedProcess {
  private static final Duration BEYOND_GRACE = Duration.ofSeconds(10);

  private final Process guardian;
  private final ProcessHandle server;
  private final Command command;
  private final Path record;

  private GuardedProcess(Process guardian, ProcessHandle server, Command command, Path record) {
    this.guardian = guardian;
    this.server = server;
    this.command = command;
    this.record = record;
  }

  /**
   * Starts the command and returns when its process exists.
   *
   * @param record file that remembers the process for a later start that has to clean up
   * @param log where its output goes
   * @param listener hears each line of its output
   */
  static GuardedProcess start(
      Command command, Path record, RotatingLog log, Consumer<String> listener) throws IOException {
    List<String> line = new ArrayList<>();
    // A session of its own: a Ctrl-C at the terminal reaches the launcher only, which then ends
    // the servers in order.
    line.addAll(List.of("setsid", "sh", "-c", script(), "guardian"));
    line.addAll(List.of(command.stopSignal(), Long.toString(command.grace().toSeconds())));
    line.addAll(command.line());
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.directory(command.directory().toFile());
    builder.environment().putAll(command.environment());
    Process guardian = builder.start();
    BufferedReader output = guardian.inputReader(StandardCharsets.UTF_8);
    long pid = readProcessId(output, guardian);
    ProcessRecord remembered = ProcessRecord.of(pid).orElse(null);
    if (remembered != null) {
      remembered.write(record);
    }
    // A guardian that was killed leaves its watcher behind, which ends the server as soon as the
    // pipe closes.
    guardian.onExit().thenAccept(GuardedProcess::closePipe);
    Thread.ofPlatform()
        .daemon()
        .name("log-" + log.file().getFileName())
        .start(() -> copy(output, log, listener));
    ProcessHandle server = ProcessHandle.of(pid).orElse(guardian.toHandle());
    return new GuardedProcess(guardian, server, command, record);
  }

  boolean isAlive() {
    return guardian.isAlive();
  }

  long pid() {
    return server.pid();
  }

  /** Waits for the end at most this long; true when it has ended. */
  boolean awaitEnd(Duration patience) {
    try {
      return guardian.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to end, kills it after its grace, and returns when it has ended. */
  void stop() {
    closePipe(guardian);
    if (!awaitEnd(command.grace().plus(BEYOND_GRACE))) {
      kill();
    }
    forget();
  }

  /** Kills it without any chance to clean up, and returns when it is gone. */
  void kill() {
    server.destroyForcibly();
    if (!awaitEnd(BEYOND_GRACE)) {
      guardian.destroyForcibly();
      awaitEnd(BEYOND_GRACE);
    }
    forget();
  }

  private static void closePipe(Process guardian) {
    try {
      guardian.getOutputStream().close();
    } catch (IOException alreadyBroken) {
      // Nobody reads it any more; that is what was wanted.
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long readProcessId(BufferedReader output, Process guardian) throws IOException {
    String first = output.readLine();
    try {
      return Long.parseLong(first);
    } catch (NumberFormatException e) {
      guardian.destroyForcibly();
      throw new IOException("The guardian did not start: " + first, e);
    }
  }

  private static void copy(BufferedReader output, RotatingLog log, Consumer<String> listener) {
    try (output;
        log) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        log.write(line);
        listener.accept(line);
      }
    } catch (IOException closed) {
      // The server has ended and its pipe with it.
    }
  }

  private static String script() throws IOException {
    try (InputStream script = GuardedProcess.class.getResourceAsStream("guardian.sh")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
