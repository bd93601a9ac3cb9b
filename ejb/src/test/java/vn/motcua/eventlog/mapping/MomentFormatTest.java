package vn.motcua.eventlog.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments as foreign logs write them. */
class MomentFormatTest {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final MomentFormat iso = new MomentFormat(List.of(), Locale.ENGLISH, AMSTERDAM);

  @ParameterizedTest
  @CsvSource({
    "2011-10-11T13:45:40.276+02:00, 2011-10-11T11:45:40.276Z",
    "2011-10-11T13:45:40.2769999+02:00, 2011-10-11T11:45:40.276Z",
    "2011-10-11T13:45:40+0200, 2011-10-11T11:45:40Z",
    "2011-10-11 13:45:40 +02, 2011-10-11T11:45:40Z",
    "2011-10-11T13:45:40Z, 2011-10-11T13:45:40Z",
    "2011-10-11T13:45:40, 2011-10-11T11:45:40Z",
    "2011-10-11 13:45, 2011-10-11T11:45:00Z",
    "2011-12-11, 2011-12-10T23:00:00Z",
  })
  void readsIsoInAllItsShapes(String text, Instant expected) {
    assertThat(iso.read(text)).map(Moment::instant).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2011-02-31",
        "2011-13-01T00:00:00Z",
        "2011-10-11T25:00:00",
        "11/10/2011",
        "2011-10-11T13:45:40.1234567890Z",
        "2011-10-11T13:45:40+02:00x",
        "1318333540276"
      })
  void readsNothingIntoWhatIsNone(String text) {
    assertThat(iso.read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy HH:mm, 05/03/2024 16:30, Asia/Ho_Chi_Minh, 2024-03-05T09:30:00Z",
    "M/d/yy h:mm a, 3/5/24 4:30 pm, America/New_York, 2024-03-05T21:30:00Z",
    "dd-MMM-yyyy HH:mm:ss.SSS, 05-MAR-2024 16:30:00.125, Europe/Amsterdam, 2024-03-05T15:30:00.125Z",
    "yyyy/MM/dd, 2024/03/05, Asia/Kolkata, 2024-03-04T18:30:00Z",
    "epoch_millis, 1709649000000, UTC, 2024-03-05T14:30:00Z",
    "epoch_seconds, 1709649000, UTC, 2024-03-05T14:30:00Z",
    "yyyyMMddHHmmss, 20240305163000, Asia/Tokyo, 2024-03-05T07:30:00Z",
  })
  void readsOtherConventions(String pattern, String text, String zone, Instant expected) {
    MomentFormat format = new MomentFormat(List.of(pattern), Locale.ENGLISH, ZoneId.of(zone));
    assertThat(format.read(text)).map(Moment::instant).contains(expected);
  }

  @Test
  void aDayThatDoesNotExistIsNotMovedToTheNextBest() {
    MomentFormat format = new MomentFormat(List.of("dd/MM/yyyy"), Locale.ENGLISH, AMSTERDAM);
    assertThat(format.read("31/02/2024")).isEmpty();
    assertThat(format.read("29/02/2023")).isEmpty();
  }

  @Test
  void aSkippedLocalTimeMovesOnByTheGap() {
    Optional<Moment> moment = iso.read("2011-03-27T02:30:00");
    assertThat(moment).map(Moment::instant).contains(Instant.parse("2011-03-27T01:30:00Z"));
    assertThat(moment).map(Moment::fit).contains(Moment.Fit.SKIPPED);
  }

  @Test
  void ofALocalTimeThatExistsTwiceTheEarlierOneIsTaken() {
    Optional<Moment> moment = iso.read("2011-10-30T02:30:00");
    assertThat(moment).map(Moment::instant).contains(Instant.parse("2011-10-30T00:30:00Z"));
    assertThat(moment).map(Moment::fit).contains(Moment.Fit.TWICE);
    assertThat(iso.read("2011-10-30T02:30:00+01:00"))
        .contains(
            new Moment(Instant.parse("2011-10-30T01:30:00Z"), false, false, Moment.Fit.EXACT));
  }

  @Test
  void epochIsKnownAsWrittenWhateverTheOffset() {
    assertThat(iso.read("1970-01-01T00:00:00.000+01:00")).map(Moment::epoch).contains(true);
    assertThat(iso.read("1970-01-01")).map(Moment::epoch).contains(true);
    assertThat(iso.read("1970-01-01T00:00:01Z")).map(Moment::epoch).contains(false);
  }

  @Test
  void calendarDaysStandStillOnTheWallClock() {
    Instant beforeTheChange = Instant.parse("2011-10-11T11:41:31.788Z");
    assertThat(iso.plusCalendarDays(beforeTheChange, 56))
        .isEqualTo(Instant.parse("2011-12-06T12:41:31.788Z"));
  }

  @Property(tries = 500)
  void whatIsWrittenWithOffsetIsReadBackToTheMillisecond(
      @ForAll @LongRange(min = -2_000_000_000_000L, max = 4_000_000_000_000L) long millis) {
    Instant instant = Instant.ofEpochMilli(millis);
    String text = instant.atZone(AMSTERDAM).toOffsetDateTime().toString();
    assertThat(iso.read(text)).map(Moment::instant).contains(instant);
  }
}
