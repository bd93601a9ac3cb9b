package vn.motcua.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The running system on this machine. A component whose address is given from outside
 * (MOTCUA_DB_URL, MOTCUA_KAFKA_BOOTSTRAP, MOTCUA_APP_URL, MOTCUA_FLINK_URL) is not started and not
 * part of {@link #component}.
 */
public final class Platform implements AutoCloseable {
  private final PlatformOptions options;
  private final Home home;
  private final Addresses addresses;
  private final Map<ComponentName, Component> components = new EnumMap<>(ComponentName.class);
  private final PayaraServer payara;
  private final String httpUrl;
  private Supervisor supervisor;
  private Generations generations;
  private volatile boolean closing;

  private Platform(PlatformOptions options, Home home) throws IOException {
    this.options = options;
    this.home = home;
    OutsideAddresses outside = new OutsideAddresses(options.environment());
    PostgresqlServer postgresql =
        new PostgresqlServer(options.softwareIn(home), home, options.ports().postgresql());
    KafkaServer kafka =
        new KafkaServer(home, options.ports().kafka(), options.ports().kafkaController());
    addresses =
        new Addresses(
            outside.databaseUrl().orElse(postgresql.jdbcUrl()),
            outside.databaseUser().orElse(PostgresqlServer.USER),
            outside.databaseUrl().isPresent() ? outside.databasePassword() : postgresql.password(),
            outside.kafkaBootstrap().orElse(kafka.bootstrap()));
    payara = new PayaraServer(options, home, addresses);
    if (outside.databaseUrl().isEmpty()) {
      add(postgresql);
    }
    if (outside.kafkaBootstrap().isEmpty()) {
      add(kafka);
    }
    if (outside.applicationUrl().isEmpty()) {
      add(payara);
    }
    if (options.flink() && outside.isFlinkInside() && FlinkServer.isAvailable()) {
      FlinkServer flink =
          new FlinkServer(home, addresses, has(ComponentName.PAYARA) && options.ear().isPresent());
      add(flink);
      generations =
          new Generations(
              component(ComponentName.FLINK), flink, home, addresses, options.progress());
    }
    httpUrl = outside.applicationUrl().orElse("http://localhost:" + options.ports().http() + "/");
  }

  /**
   * Starts everything and returns when everything is ready.
   *
   * @throws PlatformException with one line for people when something is in the way; nothing is
   *     left running then
   */
  public static Platform start(PlatformOptions options) {
    Platform platform = take(options);
    try {
      platform.startComponents();
      return platform;
    } catch (RuntimeException e) {
      platform.close();
      throw e;
    }
  }

  /** Takes the home and checks what can be checked, without starting anything. */
  static Platform take(PlatformOptions options) {
    Home home = Home.take(options.home());
    try {
      home.endLeftovers();
      if (options.fresh()) {
        home.empty();
      }
      Platform platform = new Platform(options, home);
      platform.checkPorts();
      return platform;
    } catch (IOException e) {
      home.close();
      throw new PlatformException("Lỗi đọc ghi: " + e.getMessage(), "" + e, e);
    } catch (RuntimeException e) {
      home.close();
      throw e;
    }
  }

  /** Starts all components, side by side where they do not need each other. */
  void startComponents() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Void> database = begin(threads, ComponentName.POSTGRESQL);
      CompletableFuture<Void> broker = begin(threads, ComponentName.KAFKA);
      // The application migrates the schema while it is deployed, so it needs the database; the job
      // waits for both by itself.
      CompletableFuture<Void> server =
          database.thenRunAsync(() -> startNow(ComponentName.PAYARA), threads);
      CompletableFuture<Void> job =
          CompletableFuture.allOf(broker, database)
              .thenRunAsync(() -> startNow(ComponentName.FLINK), threads);
      CompletableFuture.allOf(database, broker, server, job).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
    if (options.supervised()) {
      supervisor = new Supervisor(List.copyOf(components.values()), options.progress());
    }
    if (generations != null) {
      generations.begin();
    }
  }

  /** A component that this platform runs. */
  public Component component(ComponentName name) {
    Component component = components.get(name);
    if (component == null) {
      throw new IllegalArgumentException(name + " is not run by this platform");
    }
    return component;
  }

  /** Whether this platform runs the component. */
  public boolean has(ComponentName name) {
    return components.containsKey(name);
  }

  /** The application's address, with a slash at the end. */
  public String httpUrl() {
    return httpUrl;
  }

  /** The application's database. */
  public String jdbcUrl() {
    return addresses.databaseUrl();
  }

  /** The application's role in the database. */
  public String databaseUser() {
    return addresses.databaseUser();
  }

  /** That role's password. */
  public String databasePassword() {
    return addresses.databasePassword();
  }

  /** The broker's host:port. */
  public String bootstrap() {
    return addresses.kafkaBootstrap();
  }

  /** Payara's administration port on the loopback address; no password. */
  public int adminPort() {
    return options.ports().payaraAdmin();
  }

  /** Payara's installation. */
  public Path payaraHome() {
    return payara.payaraHome();
  }

  /** Log files of all components. */
  public Path logs() {
    return home.logs();
  }

  /** Ends all components in order, the database last, and gives the home back. */
  @Override
  public synchronized void close() {
    if (closing) {
      return;
    }
    closing = true;
    if (supervisor != null) {
      supervisor.close();
    }
    if (generations != null) {
      generations.close();
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Void> users =
          CompletableFuture.allOf(
              end(threads, ComponentName.FLINK), end(threads, ComponentName.PAYARA));
      users.join();
      CompletableFuture.allOf(
              end(threads, ComponentName.KAFKA), end(threads, ComponentName.POSTGRESQL))
          .join();
    } finally {
      home.close();
    }
  }

  private void add(Server server) {
    components.put(server.name(), new Component(server, home));
  }

  private void checkPorts() {
    PortCheck check = new PortCheck(options.ports(), options.httpAddress());
    components.keySet().forEach(check::require);
  }

  private CompletableFuture<Void> begin(ExecutorService threads, ComponentName name) {
    return CompletableFuture.runAsync(() -> startNow(name), threads);
  }

  private void startNow(ComponentName name) {
    Component component = components.get(name);
    if (component == null || closing) {
      return;
    }
    component.start();
    options
        .progress()
        .step(
            String.format(
                java.util.Locale.ROOT,
                "%s ready in %.1f s",
                name.title(),
                component.startTime().toMillis() / 1e3));
  }

  private CompletableFuture<Void> end(ExecutorService threads, ComponentName name) {
    Component component = components.get(name);
    return component == null
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.runAsync(component::stop, threads);
  }
}
