package vn.motcua.analytics.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.analytics.job.readmodel.DatabaseAddress;
import vn.motcua.events.Topics;

/** Waits for what the job cannot start without. Whoever starts it need not know an order. */
final class Prerequisites {

  private static final Logger LOG = LoggerFactory.getLogger(Prerequisites.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private Prerequisites() {}

  /** Returns once the tables of the read model are there. */
  static void awaitReadModel(DatabaseAddress address) throws InterruptedException {
    await(
        "the read model at " + address,
        () -> {
          try (Connection connection = address.connect();
              Statement statement = connection.createStatement()) {
            statement.execute(
                "select from stream_position, dossier_fact, figure_day, board_day, indicator_day,"
                    + " dead_letter, alert, alert_rule, working_span"
                    + " where false");
          }
          return true;
        });
  }

  /**
   * Returns once the log's topic is there, and makes the topic of dead letters if it is missing.
   *
   * @return how many partitions the log has
   */
  static int awaitLog(String bootstrap) throws InterruptedException {
    Map<String, Object> properties =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            5_000);
    try (Admin admin = Admin.create(properties)) {
      int partitions =
          await(
              "topic %s at %s".formatted(Topics.DOSSIER_EVENTS, bootstrap),
              () -> partitions(admin));
      await("topic " + Topics.DOSSIER_EVENTS_DEAD, () -> makeDeadLetters(admin));
      return partitions;
    }
  }

  private static int partitions(Admin admin) throws Exception {
    return admin
        .describeTopics(List.of(Topics.DOSSIER_EVENTS))
        .allTopicNames()
        .get()
        .get(Topics.DOSSIER_EVENTS)
        .partitions()
        .size();
  }

  private static boolean makeDeadLetters(Admin admin) throws Exception {
    NewTopic topic =
        new NewTopic(Topics.DOSSIER_EVENTS_DEAD, Optional.of(1), Optional.empty())
            .configs(Map.of("retention.ms", "-1"));
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
    return true;
  }

  private static <T> T await(String what, Callable<T> attempt) throws InterruptedException {
    for (boolean told = false; ; told = true) {
      try {
        return attempt.call();
      } catch (SQLException | ExecutionException e) {
        if (!told) {
          LOG.warn("Waiting for {}: {}", what, e.getMessage());
        }
      } catch (InterruptedException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("Waiting for " + what, e);
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
  }
}
