package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Payara in a domain of its own. The domain holds nothing that matters: it is made anew whenever
 * the application, Payara or the settings differ from those it was made with.
 */
final class PayaraServer implements Server {
  static final String APPLICATION = "motcua";
  private static final String DOMAIN = "motcua";
  private static final List<String> MEMORY =
      List.of(
          "-Xms256m",
          "-Xmx1g",
          "-XX:+UseParallelGC",
          "-Duser.timezone=UTC",
          // Without it every Json.create… searches all libraries: a third of an intake.
          "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl");

  private final PayaraSoftware distribution;
  private final Path softwareFolder;
  private final Path data;
  private final Path logs;
  private final Ports ports;
  private final String httpAddress;
  private final Optional<Path> ear;
  private final Addresses addresses;
  private final boolean demo;
  private final PayaraAdmin admin;
  private Path home;

  PayaraServer(PlatformOptions options, Home platformHome, Addresses addresses) {
    this.distribution = options.payara();
    this.softwareFolder = options.softwareIn(platformHome);
    this.data = platformHome.data(ComponentName.PAYARA);
    this.logs = platformHome.logs();
    this.ports = options.ports();
    this.httpAddress = options.httpAddress();
    this.ear = options.ear();
    this.addresses = addresses;
    this.demo = options.demo();
    this.admin = new PayaraAdmin(ports.payaraAdmin());
  }

  @Override
  public ComponentName name() {
    return ComponentName.PAYARA;
  }

  Path payaraHome() {
    return home;
  }

  Path domainFolder() {
    return data.resolve(DOMAIN);
  }

  @Override
  public void prepare() throws IOException {
    home = distribution.unpack(softwareFolder);
    boolean usable =
        Files.exists(descriptionFile())
            && Files.readString(descriptionFile()).equals(description());
    // Written again when the start has succeeded: a domain that did not get that far (a broken
    // cache, an application that cannot load) is not tried twice.
    Files.deleteIfExists(descriptionFile());
    if (!usable) {
      new PayaraDomain(domainFolder()).create(home, ports, httpAddress, MEMORY, logs);
      Files.write(commandFile(), commandLine());
    }
    Files.deleteIfExists(domainFolder().resolve("config/pid"));
  }

  @Override
  public Command command() {
    try {
      Map<String, String> environment = new HashMap<>(addresses.environment());
      environment.put("MOTCUA_DEMO", Boolean.toString(demo));
      String demoDay = System.getProperty("motcua.demoDay", "");
      if (!demoDay.isBlank()) {
        environment.put("MOTCUA_DEMO_DAY", demoDay);
      }
      // Beside the domain, which is made anew whenever the application changes.
      environment.put("MOTCUA_IMPORT_DIR", data.resolve("imports").toString());
      return new Command(
          Files.readAllLines(commandFile()),
          environment,
          domainFolder().resolve("config"),
          "TERM",
          Duration.ofSeconds(20));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isReady() {
    return admin.isUp();
  }

  @Override
  public void completeStart() {
    try {
      if (ear.isPresent() && !admin.isDeployed(APPLICATION)) {
        admin.deploy(APPLICATION, ear.get());
      }
      Files.writeString(descriptionFile(), description());
    } catch (IOException e) {
      throw new PlatformException(
          "Không cài được ứng dụng vào Payara; xem " + logs.resolve("payara-server.log"),
          "the application could not be deployed: " + e.getMessage(),
          e);
    }
  }

  /** What the domain was made for; another description means another domain. */
  private String description() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(distribution.version() + " " + distribution.sha256());
    lines.add(home.toString());
    lines.add(JavaProgram.java());
    lines.add(ports + " " + httpAddress + " " + MEMORY);
    if (ear.isPresent()) {
      lines.add(PayaraSoftware.checksum(ear.get()));
    }
    return String.join("\n", lines) + "\n";
  }

  private Path descriptionFile() {
    return data.resolve("made-for");
  }

  private Path commandFile() {
    return data.resolve("command-line");
  }

  /**
   * Payara's own answer to how it is started, so that its process is our child and not asadmin's.
   */
  private List<String> commandLine() throws IOException {
    Path client = home.resolve("glassfish/lib/client/appserver-cli.jar");
    ProcessBuilder asadmin =
        new ProcessBuilder(
            JavaProgram.java(),
            "-jar",
            client.toString(),
            "start-domain",
            "--domaindir",
            data.toString(),
            "--dry-run",
            DOMAIN);
    asadmin.environment().put("JAVA_HOME", System.getProperty("java.home"));
    asadmin.environment().put("AS_JAVA", System.getProperty("java.home"));
    asadmin.redirectErrorStream(true);
    Process process = asadmin.start();
    List<String> output = process.inputReader().lines().toList();
    int first = output.indexOf(JavaProgram.java());
    int last = output.lastIndexOf("-asadmin-classname");
    if (first < 0 || last < first) {
      throw new IOException("Unexpected answer of start-domain --dry-run: " + output);
    }
    List<String> line = new ArrayList<>();
    for (String argument : output.subList(first, output.size())) {
      if (argument.isBlank() || argument.startsWith("Command start-domain")) {
        break;
      }
      // Its agent serves Payara's own monitoring, which is not used, and slows the boot.
      if (!argument.startsWith("-javaagent:")) {
        line.add(argument);
      }
    }
    int readInput = line.indexOf("-read-stdin");
    line.set(readInput + 1, "false");
    return line;
  }
}
