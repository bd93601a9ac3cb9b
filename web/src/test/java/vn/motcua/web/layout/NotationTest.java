package vn.motcua.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NotationTest {

  private final Notation vietnamese = new Notation(Locale.of("vi"));
  private final Notation english = new Notation(Locale.ENGLISH);

  @Test
  void groupsThousandsAsTheLanguageDoes() {
    assertThat(vietnamese.count(1_234_567)).isEqualTo("1.234.567");
    assertThat(english.count(1_234_567)).isEqualTo("1,234,567");
  }

  @Test
  void neverWritesAShareWithoutItsNumber() {
    assertThat(vietnamese.share(986, 1000)).isEqualTo("98,6% (n = 1.000)");
    assertThat(english.share(986, 1000)).isEqualTo("98.6% (n = 1,000)");
  }

  @Test
  void saysThatThereIsNoDataWhereThereIsNone() {
    assertThat(vietnamese.share(0, 0)).isEqualTo("không có dữ liệu");
  }

  @Test
  void roundsHalvesUp() {
    assertThat(vietnamese.percent(1, 2000)).isEqualTo("0,1%");
    assertThat(vietnamese.percent(1, 2001)).isEqualTo("0,0%");
    assertThat(vietnamese.percent(3, 3)).isEqualTo("100,0%");
  }

  @Test
  void differencesHaveTheirSign() {
    assertThat(vietnamese.difference(1200)).isEqualTo("+1.200");
    assertThat(vietnamese.difference(-3)).isEqualTo("−3");
    assertThat(vietnamese.difference(0)).isEqualTo("0");
  }

  @Test
  void momentsAreTheCitysAndDayFirst() {
    Instant moment = Instant.parse("2026-11-21T17:30:05Z");
    assertThat(vietnamese.second(moment, Notation.CITY)).isEqualTo("22/11/2026 00:30:05");
  }

  @Test
  void agesGrowCoarser() {
    assertThat(vietnamese.age(Duration.ofMillis(340))).isEqualTo("0,3 giây");
    assertThat(vietnamese.age(Duration.ofSeconds(61))).isEqualTo("61 giây");
    assertThat(vietnamese.age(Duration.ofMinutes(119))).isEqualTo("119 phút");
    assertThat(vietnamese.age(Duration.ofHours(5))).isEqualTo("5 giờ");
    assertThat(vietnamese.age(Duration.ofDays(3))).isEqualTo("3 ngày");
    assertThat(vietnamese.age(Duration.ofMillis(-5))).isEqualTo("0,0 giây");
  }

  @Test
  void sizesAreWhatAFileManagerShows() {
    assertThat(vietnamese.bytes(211_391)).isEqualTo("206 KB");
    assertThat(vietnamese.bytes(2_953_806)).isEqualTo("2,8 MB");
    assertThat(vietnamese.bytes(12)).isEqualTo("12 B");
  }
}
