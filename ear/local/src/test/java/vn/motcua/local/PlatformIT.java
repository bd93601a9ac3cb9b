package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The platform with the real application, started once; the job has tests of its own. */
class PlatformIT {
  private static final Path HOME =
      Path.of(System.getProperty("motcua.homes"), "platform-" + UUID.randomUUID());
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static Platform platform;

  @BeforeAll
  static void start() {
    platform = Platform.start(PlatformOptions.forTests(HOME).withoutFlink());
  }

  @AfterAll
  static void stop() throws IOException {
    platform.close();
    for (ComponentName name :
        List.of(ComponentName.POSTGRESQL, ComponentName.KAFKA, ComponentName.PAYARA)) {
      assertThat(platform.component(name).isRunning()).as(name.title()).isFalse();
    }
    Folders.delete(HOME);
  }

  @Test
  void offersTheApplication() {
    Waiting.until(PATIENCE, () -> status(platform.httpUrl() + "health/ready") == 200);
  }

  @Test
  void keepsEveryCommit() throws SQLException {
    assertThat(show("fsync")).isEqualTo("on");
    assertThat(show("synchronous_commit")).isEqualTo("on");
    assertThat(show("full_page_writes")).isEqualTo("on");
    assertThat(show("server_encoding")).isEqualTo("UTF8");
    assertThat(show("log_timezone")).isEqualTo("UTC");
  }

  @Test
  void givesTheApplicationADatabaseOfItsOwnWithoutPowerBeyondIt() throws SQLException {
    assertThat(query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).isEqualTo("f");
    assertThat(query("SELECT count(*) FROM pg_collation WHERE collname = 'vi-x-icu'"))
        .isEqualTo("1");
    for (String extension : List.of("unaccent", "pg_trgm")) {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
      }
    }
  }

  @Test
  void keepsEveryRecord() throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "dossier-events");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrap()))) {
      Config config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
      assertThat(config.get("retention.ms").value()).isEqualTo("-1");
      assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
      int partitions =
          admin
              .describeTopics(List.of("dossier-events"))
              .allTopicNames()
              .get()
              .get("dossier-events")
              .partitions()
              .size();
      assertThat(partitions).isEqualTo(4);
    }
  }

  @Test
  void everyComponentComesBackAfterItWasKilled() throws Exception {
    for (ComponentName name :
        List.of(ComponentName.POSTGRESQL, ComponentName.KAFKA, ComponentName.PAYARA)) {
      Component component = platform.component(name);
      component.kill();
      assertThat(component.isRunning()).as(name.title()).isFalse();
      assertThat(component.isHealthy()).as(name.title()).isFalse();
      component.restart();
      assertThat(component.isHealthy()).as(name.title()).isTrue();
    }
    Waiting.until(PATIENCE, () -> status(platform.httpUrl() + "health/ready") == 200);
    assertThat(deployments()).as("the same application is not deployed again").isEqualTo(1);
  }

  private static long deployments() throws IOException {
    try (Stream<String> lines = Files.lines(platform.logs().resolve("payara-server.log"))) {
      return lines.filter(line -> line.contains("was successfully deployed")).count();
    }
  }

  /** 0 where nobody answers. */
  private static int status(String url) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static String show(String setting) throws SQLException {
    return query("SHOW " + setting);
  }

  private static String query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        platform.jdbcUrl(), platform.databaseUser(), platform.databasePassword());
  }
}
