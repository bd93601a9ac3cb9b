package vn.motcua.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a platform is started.
 *
 * @param home folder for everything that is kept
 * @param software folder for unpacked servers, shared by several homes; empty: inside the home
 * @param ports where everything listens
 * @param httpAddress address on which the application is offered
 * @param payara the application server's distribution
 * @param ear the application; empty: Payara runs without it, and tests deploy by themselves
 * @param components what runs here, unless the environment names an outside one
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
    Set<ComponentName> components,
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
        EnumSet.allOf(ComponentName.class),
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
    return with(components, Optional.empty(), supervised);
  }

  /** The same with these components only. */
  public PlatformOptions withOnly(ComponentName first, ComponentName... others) {
    return with(EnumSet.of(first, others), ear, supervised);
  }

  /** The same without one component. */
  public PlatformOptions without(ComponentName name) {
    EnumSet<ComponentName> fewer = EnumSet.copyOf(components);
    fewer.remove(name);
    return with(fewer, ear, supervised);
  }

  /** The same with components that are started again when they die. */
  public PlatformOptions withSupervision() {
    return with(components, ear, true);
  }

  private PlatformOptions with(
      Set<ComponentName> newComponents, Optional<Path> newEar, boolean newSupervised) {
    return new PlatformOptions(
        home,
        software,
        ports,
        httpAddress,
        payara,
        newEar,
        newComponents,
        newSupervised,
        fresh,
        demo,
        environment,
        progress);
  }

  Path softwareIn(Home platformHome) {
    return software.orElse(platformHome.software());
  }
}
