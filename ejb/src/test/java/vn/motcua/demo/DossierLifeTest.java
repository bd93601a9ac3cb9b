package vn.motcua.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.motcua.demo.DossierLife.Deed;
import vn.motcua.demo.DossierLife.Next;
import vn.motcua.demo.Fate.Turn;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.WorkingTime;

class DossierLifeTest {

  /** Friday 20/11/2026, 16:00 in Hanoi: an hour of work is left before the weekend. */
  private static final Instant FRIDAY = Instant.parse("2026-11-20T09:00:00Z");

  private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T02:00:00Z");

  private final WorkingTime time = new WorkingTime(new BundledCalendars().ofCode("hanoi"));

  @Test
  void work_is_done_in_office_hours_at_its_pace() {
    Next next = life(Turn.NONE, 0.5).during(FRIDAY, 240);
    assertThat(next).isEqualTo(new Next(Deed.ADVANCE, MONDAY_NINE));
  }

  @Test
  void who_is_asked_once_goes_on_after_the_answer() {
    DossierLife life = life(Turn.SUPPLEMENT, 1);
    Next asked = life.during(FRIDAY, 120);
    assertThat(asked.deed()).isEqualTo(Deed.REQUEST_SUPPLEMENT);
    assertThat(life.afterRequest(asked.at()).deed()).isEqualTo(Deed.ANSWER_SUPPLEMENT);
    assertThat(life.during(MONDAY_NINE, 120).deed()).isEqualTo(Deed.ADVANCE);
  }

  @Test
  void a_refusal_comes_with_the_second_step_and_a_withdrawal_with_the_first() {
    DossierLife refused = life(Turn.REFUSED, 1);
    assertThat(refused.during(FRIDAY, 60).deed()).isEqualTo(Deed.ADVANCE);
    assertThat(refused.during(MONDAY_NINE, 60).deed()).isEqualTo(Deed.REFUSE);
    assertThat(life(Turn.WITHDRAWN, 1).during(FRIDAY, 60).deed()).isEqualTo(Deed.WITHDRAW);
  }

  @Test
  void nothing_happens_before_what_it_follows_on() {
    DossierLife life = life(Turn.NONE, 0.0001);
    assertThat(life.during(FRIDAY, 0).at()).isAfter(FRIDAY);
    assertThat(life.afterResult(FRIDAY).at()).isAfter(FRIDAY);
    assertThat(life.rating(FRIDAY).at()).isAfter(FRIDAY);
  }

  private DossierLife life(Turn turn, double pace) {
    return new DossierLife(new Fate(pace, turn, 8, 2, null), time);
  }
}
