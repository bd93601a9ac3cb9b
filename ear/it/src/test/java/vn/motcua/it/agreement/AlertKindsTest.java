package vn.motcua.it.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.deadlines.AlertKind;

/** The job knows of those kinds that the application's list gives to the stream, and no others. */
class AlertKindsTest {

  @Test
  void theStreamRaisesWhatTheListSays() {
    assertThat(
            Stream.of(vn.motcua.analytics.job.watch.AlertKind.values())
                .map(vn.motcua.analytics.job.watch.AlertKind::name))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(AlertKind.values())
                .filter(kind -> kind.source() == AlertKind.Source.STREAM)
                .map(AlertKind::name)
                .toList());
  }
}
