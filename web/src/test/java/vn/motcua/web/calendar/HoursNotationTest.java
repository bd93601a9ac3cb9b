package vn.motcua.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Days of the week are written as people here write them. */
class HoursNotationTest {

  private static final String OURS = "T2-T6 07:30-11:30 13:00-16:30\nT7 08:00-11:30\nCN nghỉ";
  private static final String OWN = "MON-FRI 07:30-11:30 13:00-16:30\nSAT 08:00-11:30\nSUN closed";

  @Test
  void bothNotationsAreTakenAndOneIsShown() {
    assertThat(HoursNotation.read(OURS)).isEqualTo(OWN);
    assertThat(HoursNotation.read(OWN)).isEqualTo(OWN);
    assertThat(HoursNotation.read("cn Nghỉ")).isEqualTo("SUN closed");
    assertThat(HoursNotation.vietnamese(OWN)).isEqualTo(OURS);
    assertThat(HoursNotation.read(null)).isNull();
  }

  @Test
  void otherWordsStayForTheServiceToRefuse() {
    assertThat(HoursNotation.read("thứ hai 08:00-11:30")).isEqualTo("thứ hai 08:00-11:30");
    assertThat(HoursNotation.read("T9 T22 cnx")).isEqualTo("T9 T22 cnx");
  }
}
