package vn.motcua.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How one server process is run and ended.
 *
 * @param line program and arguments
 * @param environment variables added to the launcher's own
 * @param directory working directory
 * @param stopSignal signal name that asks it to end, without SIG
 * @param grace how long it may take to end before it is killed; whole seconds
 */
record Command(
    List<String> line,
    Map<String, String> environment,
    Path directory,
    String stopSignal,
    Duration grace) {

  Command {
    line = List.copyOf(line);
    environment = Map.copyOf(environment);
  }
}
