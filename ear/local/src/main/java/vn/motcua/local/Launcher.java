package vn.motcua.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Main class of {@code mvn -Prun}: starts the platform, prints where it is, and ends it on INT, on
 * TERM, with its terminal, and with the Maven that started it.
 *
 * <p>Exit status: 0 after an ordinary end, 1 when the platform could not start.
 */
public final class Launcher {
  private static final int DEFAULT_HTTP_PORT = 8080;
  private static final int DEFAULT_PORT_BASE = 18400;

  private Launcher() {}

  /** Takes no arguments; see the configuration table of the README for variables. */
  public static void main(String[] arguments) throws InterruptedException {
    System.setProperty(
        "log4j2.configurationFile", "classpath:vn/motcua/local/launcher-log4j2.properties");
    PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Steps steps = new Steps(output);
    Lifetime lifetime = new Lifetime(steps);
    if (Boolean.getBoolean("motcua.followParent")) {
      lifetime.endWithParent();
    }
    try {
      FailureFile.remove();
      Platform platform = Platform.take(options(System.getenv(), steps));
      lifetime.owns(platform);
      platform.startComponents();
      steps.ready(platform.httpUrl(), DemoAccounts.read(platform.httpUrl()));
    } catch (RuntimeException e) {
      if (!lifetime.isEnding()) {
        steps.failed(e);
        FailureFile.write(e.getMessage());
        lifetime.fail();
      }
    }
    new CountDownLatch(1).await();
  }

  static PlatformOptions options(Map<String, String> environment, Progress progress) {
    Settings settings = new Settings(environment);
    Path checkout = Path.of(System.getProperty("motcua.checkout", "."));
    return new PlatformOptions(
        settings.folder("MOTCUA_HOME").orElse(checkout.resolve(".motcua")),
        Optional.empty(),
        Ports.above(
            settings.port("MOTCUA_PORT_BASE", DEFAULT_PORT_BASE),
            settings.port("MOTCUA_HTTP_PORT", DEFAULT_HTTP_PORT)),
        settings.text("MOTCUA_HTTP_ADDRESS").orElse("127.0.0.1"),
        PlatformOptions.payaraFromProperties(),
        Optional.of(Path.of(System.getProperty("motcua.ear"))),
        true,
        true,
        Boolean.getBoolean("motcua.fresh"),
        true,
        environment,
        progress);
  }
}
