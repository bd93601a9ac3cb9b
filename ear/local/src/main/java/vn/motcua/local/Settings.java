package vn.motcua.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The launcher's environment variables, checked. */
final class Settings {
  private static final int HIGHEST_PORT = 65_535;
  private final Map<String, String> environment;

  Settings(Map<String, String> environment) {
    this.environment = environment;
  }

  Optional<String> text(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        .filter(s -> !s.isEmpty());
  }

  Optional<Path> folder(String variable) {
    return text(variable).map(Path::of);
  }

  /**
   * A port number.
   *
   * @throws PlatformException when the variable holds something else
   */
  int port(String variable, int otherwise) {
    String text = text(variable).orElse(Integer.toString(otherwise));
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // Answered below, like a number out of range.
    }
    throw new PlatformException(
        variable + "=" + text + " không phải số cổng; đặt một số từ 1 đến 65535",
        variable + "=" + text + " is no port; set a number from 1 to 65535");
  }
}
