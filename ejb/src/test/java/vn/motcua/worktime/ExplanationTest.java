package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.worktime.Calendars.HANOI;
import static vn.motcua.worktime.Calendars.HANOI_DEADLINES;
import static vn.motcua.worktime.Calendars.hanoi;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** The words that citizens read. */
class ExplanationTest {
  @Test
  void workingDaysOverAHoliday() {
    assertThat(vietnamese(Term.of(hanoi("2026-11-20T09:00"), Allowance.workingDays(3))))
        .containsExactly(
            "Tiếp nhận lúc 09:00 thứ Sáu, 20/11/2026; thời hạn 3 ngày làm việc.",
            "20/11/2026: ngày tiếp nhận, không tính.",
            "21/11/2026 – 22/11/2026: nghỉ cuối tuần, không tính.",
            "23/11/2026: ngày làm việc thứ 1.",
            "24/11/2026: nghỉ Ngày Văn hóa Việt Nam, không tính.",
            "25/11/2026 – 26/11/2026: ngày làm việc thứ 2 đến thứ 3.",
            "Hạn: 17:00 thứ Năm, 26/11/2026.");
  }

  @Test
  void theSameInEnglish() {
    assertThat(english(Term.of(hanoi("2026-11-20T09:00"), Allowance.workingDays(3))))
        .containsExactly(
            "Received at 09:00, Friday 20 Nov 2026; allowed: 3 working days.",
            "20 Nov 2026: day of receipt, not counted.",
            "21 Nov 2026 – 22 Nov 2026: weekend, not counted.",
            "23 Nov 2026: working day 1.",
            "24 Nov 2026: day off, Vietnam Culture Day, not counted.",
            "25 Nov 2026 – 26 Nov 2026: working days 2 to 3.",
            "Due: 17:00, Thursday 26 Nov 2026.");
  }

  @Test
  void aSwappedSaturday() {
    assertThat(vietnamese(Term.of(hanoi("2025-04-24T09:00"), Allowance.workingDays(3))))
        .containsExactly(
            "Tiếp nhận lúc 09:00 thứ Năm, 24/04/2025; thời hạn 3 ngày làm việc.",
            "24/04/2025: ngày tiếp nhận, không tính.",
            "25/04/2025: ngày làm việc thứ 1.",
            "26/04/2025: làm bù cho 02/05/2025, là ngày làm việc thứ 2.",
            "27/04/2025: nghỉ cuối tuần, không tính.",
            "28/04/2025: ngày làm việc thứ 3.",
            "Hạn: 17:00 thứ Hai, 28/04/2025.");
  }

  @Test
  void calendarDaysThatEndOnAHoliday() {
    assertThat(vietnamese(Term.of(hanoi("2026-04-12T10:00"), Allowance.calendarDays(15))))
        .containsExactly(
            "Tiếp nhận lúc 10:00 Chủ nhật, 12/04/2026; thời hạn 15 ngày.",
            "12/04/2026: ngày tiếp nhận, không tính.",
            "13/04/2026 – 27/04/2026: ngày thứ 1 đến thứ 15.",
            "27/04/2026: nghỉ bù Giỗ Tổ Hùng Vương, hạn chuyển sang ngày làm việc tiếp theo.",
            "Hạn: 17:00 thứ Ba, 28/04/2026.");
  }

  @Test
  void workingHoursOnline() {
    Term term =
        Term.of(hanoi("2026-11-23T18:30"), Allowance.workingHours(10))
            .receivedBy(ReceiptRule.NEXT_OPENING);

    assertThat(vietnamese(term))
        .containsExactly(
            "Tiếp nhận lúc 18:30 thứ Hai, 23/11/2026; thời hạn 10 giờ làm việc.",
            "Đến ngoài giờ tiếp nhận: tính là tiếp nhận lúc 08:00 thứ Tư, 25/11/2026.",
            "25/11/2026 – 26/11/2026: tính 10 giờ làm việc.",
            "Hạn: 10:00 thứ Năm, 26/11/2026.");
  }

  @Test
  void pausesAndTheRestOfTheDay() {
    Term term =
        Term.of(hanoi("2026-11-19T15:30"), Allowance.workingHours(4))
            .suspendedBy(
                List.of(new Suspension(hanoi("2026-11-20T09:00"), hanoi("2026-11-20T10:00"))));

    assertThat(vietnamese(term))
        .containsExactly(
            "Tiếp nhận lúc 15:30 thứ Năm, 19/11/2026; thời hạn 4 giờ làm việc.",
            "19/11/2026 – 20/11/2026: tính 4 giờ làm việc.",
            "20/11/2026: tạm dừng 1 giờ làm việc, không tính.",
            "Hạn: 11:30 thứ Sáu, 20/11/2026.");
  }

  @Test
  void pausedDaysAndAnEndThatFallsIntoAPause() {
    Term days =
        Term.of(hanoi("2026-11-16T09:00"), Allowance.workingDays(4))
            .suspendedBy(
                List.of(
                    new Suspension(hanoi("2026-11-17T10:00"), hanoi("2026-11-19T10:00")),
                    new Suspension(hanoi("2026-11-25T10:00"), hanoi("2026-11-26T09:00"))));

    assertThat(vietnamese(days))
        .containsExactly(
            "Tiếp nhận lúc 09:00 thứ Hai, 16/11/2026; thời hạn 4 ngày làm việc.",
            "16/11/2026: ngày tiếp nhận, không tính.",
            "17/11/2026: ngày làm việc thứ 1.",
            "18/11/2026 – 19/11/2026: tạm dừng, không tính.",
            "20/11/2026: ngày làm việc thứ 2.",
            "21/11/2026 – 22/11/2026: nghỉ cuối tuần, không tính.",
            "23/11/2026: ngày làm việc thứ 3.",
            "24/11/2026: nghỉ Ngày Văn hóa Việt Nam, không tính.",
            "25/11/2026: ngày làm việc thứ 4.",
            "25/11/2026: đang tạm dừng khi hết hạn, hạn chuyển sang khi tính tiếp lúc 09:00 thứ"
                + " Năm, 26/11/2026.",
            "Hạn: 17:00 thứ Năm, 26/11/2026.");
  }

  @Test
  void anEstimateSaysWhy() {
    assertThat(vietnamese(Term.of(hanoi("2027-02-03T09:00"), Allowance.workingDays(2))))
        .containsExactly(
            "Tiếp nhận lúc 09:00 thứ Tư, 03/02/2027; thời hạn 2 ngày làm việc.",
            "03/02/2027: ngày tiếp nhận, không tính.",
            "04/02/2027: ngày làm việc thứ 1.",
            "05/02/2027 – 11/02/2027: nghỉ Tết Đinh Mùi (dự kiến), không tính.",
            "12/02/2027: ngày làm việc thứ 2.",
            "Hạn: 17:00 thứ Sáu, 12/02/2027.",
            "Tạm tính: 01/01/2027 – 31/12/2027 chưa có thông báo chính thức về lịch nghỉ năm 2027,"
                + " hạn có thể thay đổi.");
  }

  @Test
  void aSaturdayDeskIsNamed() {
    Term term = Term.of(hanoi("2026-11-20T09:00"), Allowance.workingDays(1));

    assertThat(
            WorktimeText.in(WorktimeText.VIETNAMESE)
                .lines(
                    new DeadlineCalculator(Calendars.withSaturdayDesk())
                        .deadline(term)
                        .explanation()))
        .contains("21/11/2026: chỉ tiếp nhận hồ sơ, không tính.");
  }

  @Test
  void monthsNameTheirLastDay() {
    assertThat(english(Term.of(hanoi("2026-10-19T09:00"), Allowance.months(1))))
        .contains(
            "The term of 1 month ends on 19 Nov 2026 (31 days).",
            "20 Oct 2026 – 19 Nov 2026: days 1 to 31.");
  }

  @Test
  void timeLeftAndOver() {
    WorkingTime time = new WorkingTime(HANOI);
    var due = hanoi("2026-11-26T17:00");

    assertThat(left(time.timeLeft(hanoi("2026-11-23T14:00"), due)))
        .isEqualTo("còn 2 ngày 3 giờ làm việc");
    assertThat(left(time.timeLeft(hanoi("2026-11-30T12:00"), due)))
        .isEqualTo("quá 1 ngày 4 giờ làm việc");
    assertThat(left(time.timeLeft(hanoi("2026-11-26T15:20"), due)))
        .isEqualTo("còn 1 giờ 40 phút làm việc");
    assertThat(left(time.timeLeft(due, due))).isEqualTo("còn dưới 1 phút làm việc");
    assertThat(left(time.timeLeft(hanoi("2026-11-26T20:00"), due))).isEqualTo("vừa quá hạn");
    assertThat(
            WorktimeText.in(Locale.UK)
                .timeLeft(time.timeLeft(hanoi("2026-11-30T12:00"), due), HANOI.standardDay()))
        .isEqualTo("1 day 4 hours of working time overdue");
    assertThat(
            WorktimeText.in(Locale.FRANCE)
                .workingTime(Duration.ofMinutes(481), Duration.ofHours(8)))
        .isEqualTo("1 ngày");
  }

  @Test
  void bothLanguagesHaveTheSameMessages() {
    String bundle = "vn.motcua.worktime.messages";
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    ResourceBundle base = ResourceBundle.getBundle(bundle, Locale.ROOT, control);
    ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ENGLISH, control);

    assertThat(base.keySet()).hasSizeGreaterThan(60);
    for (String key : base.keySet()) {
      boolean same = english.getString(key).equals(base.getString(key));
      assertThat(same).as("%s is not translated", key).isFalse();
    }
    assertThat(english.keySet()).isEqualTo(base.keySet());
  }

  private static String left(TimeLeft left) {
    return WorktimeText.in(WorktimeText.VIETNAMESE).timeLeft(left, HANOI.standardDay());
  }

  private static List<String> vietnamese(Term term) {
    return WorktimeText.in(WorktimeText.VIETNAMESE)
        .lines(HANOI_DEADLINES.deadline(term).explanation());
  }

  private static List<String> english(Term term) {
    return WorktimeText.in(Locale.ENGLISH).lines(HANOI_DEADLINES.deadline(term).explanation());
  }
}
