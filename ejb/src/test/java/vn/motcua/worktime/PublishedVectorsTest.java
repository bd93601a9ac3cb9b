package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.worktime.Calendars.HANOI;
import static vn.motcua.worktime.Calendars.HANOI_DEADLINES;
import static vn.motcua.worktime.Calendars.at;
import static vn.motcua.worktime.Calendars.hanoi;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due dates worked out by hand with the announced holidays of 2025 and 2026. */
class PublishedVectorsTest {
  @ParameterizedTest
  @CsvSource({
    "2026-08-28T16:00, direct, 3, working_days,  CLOSING,         2026-09-07T17:00",
    "2026-08-28T16:00, direct, 3, working_days,  TIME_OF_RECEIPT, 2026-09-07T16:00",
    "2026-02-13T09:00, direct, 5, working_days,  CLOSING,         2026-02-27T17:00",
    "2026-02-12T09:00, direct, 10, calendar_days, CLOSING,        2026-02-23T17:00",
    "2025-04-24T09:00, direct, 3, working_days,  CLOSING,         2025-04-28T17:00",
    "2026-04-12T09:00, direct, 15, calendar_days, CLOSING,        2026-04-28T17:00",
    "2026-04-12T09:00, online, 15, calendar_days, CLOSING,        2026-04-28T17:00",
    "2026-11-20T09:00, direct, 3, working_days,  CLOSING,         2026-11-26T17:00",
    "2026-11-20T15:30, online, 8, working_hours, CLOSING,         2026-11-23T15:30",
    "2026-11-23T16:00, online, 2, working_hours, CLOSING,         2026-11-25T09:00",
  })
  void isDue(
      String received, String channel, int amount, String unit, DueTime dueTime, String due) {
    Term term =
        Term.of(hanoi(received), new Allowance(amount, AllowanceUnit.ofCode(unit)))
            .receivedBy(HANOI.receiptRule(ReceiptChannel.ofCode(channel)))
            .endingAt(dueTime);

    Deadline deadline = HANOI_DEADLINES.deadline(term);

    assertThat(deadline.due()).isEqualTo(at(due));
    assertThat(deadline.dueAt()).isEqualTo(hanoi(due));
  }
}
