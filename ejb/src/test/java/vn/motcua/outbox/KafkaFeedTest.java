package vn.motcua.outbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaFeedTest {

  /** The limit is no measure: waiting for each record would take hours. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void where_no_broker_is_in_sight_it_waits_once_not_for_each_record() throws IOException {
    List<LogReader.Entry> entries =
        LongStream.rangeClosed(1, 1_000)
            .mapToObj(number -> new LogReader.Entry("1", number, number, new byte[] {1}, 0))
            .toList();
    try (KafkaFeed feed = new KafkaFeed("127.0.0.1:" + closedPort())) {
      assertThatThrownBy(() -> feed.send(entries))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
