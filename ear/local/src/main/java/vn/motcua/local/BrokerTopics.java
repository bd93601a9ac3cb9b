package vn.motcua.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that the system uses, all without any end of retention. */
final class BrokerTopics {
  static final int PARTITIONS = 4;
  private static final short ONE_COPY = 1;
  private static final int ANSWER_MILLIS = 2000;
  private static final List<String> NAMES = List.of("dossier-events");

  private BrokerTopics() {}

  /** Whether a broker answers at this address. */
  static boolean areReachable(String bootstrap) {
    try (Admin admin = admin(bootstrap, ANSWER_MILLIS)) {
      return !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Creates what is missing; leaves what is there. */
  static void create(String bootstrap) {
    try (Admin admin = admin(bootstrap, (int) TimeUnit.SECONDS.toMillis(30))) {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> missing =
          NAMES.stream()
              .filter(name -> !present.contains(name))
              .map(name -> new NewTopic(name, PARTITIONS, ONE_COPY))
              .map(topic -> topic.configs(Map.of("retention.ms", "-1", "retention.bytes", "-1")))
              .toList();
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new PlatformException(
            "Không tạo được chủ đề Kafka: " + e.getCause().getMessage(),
            "the Kafka topics could not be created: " + e.getCause().getMessage(),
            e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Admin admin(String bootstrap, int timeoutMillis) {
    return Admin.create(
        Map.of(
            "bootstrap.servers", bootstrap,
            "request.timeout.ms", timeoutMillis,
            "default.api.timeout.ms", timeoutMillis));
  }
}
