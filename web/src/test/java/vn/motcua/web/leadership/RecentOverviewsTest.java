package vn.motcua.web.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.figures.indicator.Dimension;
import vn.motcua.figures.indicator.IndicatorAnswer;
import vn.motcua.figures.indicator.IndicatorQuestion;

class RecentOverviewsTest {

  private Instant now = Instant.parse("2026-11-23T01:00:00Z");
  private int readings;
  private long seconds;
  private final RecentOverviews overviews = new RecentOverviews(() -> now);

  @Test
  void aQuickAnswerIsReadEachTime() {
    ask(1);
    ask(1);
    assertThat(readings).isEqualTo(2);
  }

  @Test
  void aSlowOneIsKeptTenTimesAsLongAsItTook() {
    seconds = 3;
    Instant readAt = ask(1).readAt();
    now = now.plusSeconds(29);
    assertThat(ask(1).readAt()).isEqualTo(readAt);
    assertThat(readings).isOne();
    now = now.plusSeconds(1);
    ask(1);
    assertThat(readings).isEqualTo(2);
  }

  @Test
  void noneIsKeptLongerThanAMinute() {
    seconds = 40;
    ask(1);
    now = now.plusSeconds(60);
    ask(1);
    assertThat(readings).isEqualTo(2);
  }

  @Test
  void anotherQuestionHasItsOwnAnswer() {
    seconds = 3;
    ask(1);
    ask(2);
    assertThat(readings).isEqualTo(2);
  }

  private RecentOverviews.Overview ask(int field) {
    return overviews.of(
        new IndicatorQuestion(
            "hanoi",
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 12, 1),
            Dimension.NONE,
            null,
            null,
            field),
        this::read);
  }

  private List<IndicatorAnswer> read() {
    readings++;
    now = now.plusSeconds(seconds);
    return List.of();
  }
}
