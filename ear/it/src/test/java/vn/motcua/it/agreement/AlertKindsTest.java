package vn.motcua.it.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.deadlines.AlertKind;

/** The job raises the kinds of the application's list, and no others. */
class AlertKindsTest {

  @Test
  void theStreamRaisesWhatTheListSays() {
    assertThat(
            Stream.of(vn.motcua.analytics.job.watch.AlertKind.values())
                .map(vn.motcua.analytics.job.watch.AlertKind::name))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(AlertKind.values()).map(AlertKind::name).toList());
  }
}
