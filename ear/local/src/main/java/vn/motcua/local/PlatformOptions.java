package vn.motcua.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a platform is started.
 *
 * @param home folder for everything that is kept
 * @param software folder for unpacked servers, shared by several homes; empty: inside the home
 * @param ports where everything listens
 * @param httpAddress address on which the application is offered
 * @param payara the application server's distribution
 * @param ear the application; empty: Payara runs without it, and tests deploy by themselves
 * @param flink whether the figures job runs
 * @param supervised whether a component that dies is started again
 * @param fresh whether earlier data is thrown away first
 * @param demo whether the application offers demo accounts and data
 * @param environment where addresses of outside components are looked for (MOTCUA_DB_URL and so on)
 * @param progress hears each step
 */
public record PlatformOptions(
    Path home,
    Optional<Path> software,
    Ports ports,
    String httpAddress,
    PayaraSoftware payara,
    Optional<Path> ear,
    boolean flink,
    boolean supervised,
    boolean fresh,
    boolean demo,
    Map<String, String> environment,
    Progress progress) {

  /**
   * A platform for tests: free ports, no supervision, no outside components; files from the system
   * properties that the build sets (motcua.payara.*, motcua.ear, motcua.software).
   */
  public static PlatformOptions forTests(Path home) {
    return new PlatformOptions(
        home,
        Optional.ofNullable(System.getProperty("motcua.software")).map(Path::of),
        Ports.free(),
        "127.0.0.1",
        payaraFromProperties(),
        Optional.ofNullable(System.getProperty("motcua.ear")).map(Path::of),
        true,
        false,
        false,
        true,
        Map.of(),
        Progress.SILENT);
  }

  /** Payara's archive as the build names it. */
  static PayaraSoftware payaraFromProperties() {
    return new PayaraSoftware(
        Path.of(System.getProperty("motcua.payara.zip")),
        System.getProperty("motcua.payara.version"),
        System.getProperty("motcua.payara.sha256"));
  }

  /** The same without the application, for tests that deploy one by themselves. */
  public PlatformOptions withoutApplication() {
    return new PlatformOptions(
        home,
        software,
        ports,
        httpAddress,
        payara,
        Optional.empty(),
        flink,
        supervised,
        fresh,
        demo,
        environment,
        progress);
  }

  /** The same without the figures job. */
  public PlatformOptions withoutFlink() {
    return new PlatformOptions(
        home,
        software,
        ports,
        httpAddress,
        payara,
        ear,
        false,
        supervised,
        fresh,
        demo,
        environment,
        progress);
  }

  /** The same with components elsewhere, as these variables name them. */
  public PlatformOptions inEnvironment(Map<String, String> variables) {
    return new PlatformOptions(
        home,
        software,
        ports,
        httpAddress,
        payara,
        ear,
        flink,
        supervised,
        fresh,
        demo,
        Map.copyOf(variables),
        progress);
  }

  /** The same with nothing kept from an earlier run. */
  public PlatformOptions asFresh() {
    return new PlatformOptions(
        home,
        software,
        ports,
        httpAddress,
        payara,
        ear,
        flink,
        supervised,
        true,
        demo,
        environment,
        progress);
  }

  Path softwareIn(Home platformHome) {
    return software.orElse(platformHome.software());
  }
}
