package vn.motcua.analytics.job.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.analytics.job.facts.History.moment;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.facts.Stint.Segment;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;

/** Every class of an accepted dossier and every edge between two of them. */
class TimelineTest {

  private static final String LATER = "12-31 00:00";

  @Nested
  class Results {

    @Test
    void before_the_day_of_the_due_moment_is_early() throws Exception {
      var timeline =
          History.received("06-02 08:00", "06-10 17:00").finished("06-09 23:59").at(LATER);
      assertThat(timeline.standing()).isEqualTo(Standing.EARLY);
      assertThat(timeline.overdueSince()).isEqualTo(Entry.NONE);
    }

    @Test
    void at_midnight_belongs_to_the_new_day() throws Exception {
      var timeline =
          History.received("06-02 08:00", "06-10 17:00").finished("06-10 00:00").at(LATER);
      assertThat(timeline.standing()).isEqualTo(Standing.ON_TIME);
    }

    @Test
    void at_the_due_moment_itself_is_on_time() throws Exception {
      var timeline =
          History.received("06-02 08:00", "06-10 17:00").finished("06-10 17:00").at(LATER);
      assertThat(timeline.standing()).isEqualTo(Standing.ON_TIME);
    }

    @Test
    void after_the_due_moment_is_late_even_on_its_day() throws Exception {
      var timeline =
          History.received("06-02 08:00", "06-10 17:00").finished("06-10 17:01").at(LATER);
      assertThat(timeline.standing()).isEqualTo(Standing.LATE);
      assertThat(timeline.overdueSince()).isEqualTo(moment("06-10 17:00"));
    }

    @Test
    void due_at_midnight_and_finished_at_midnight_is_on_time() throws Exception {
      var timeline =
          History.received("06-02 08:00", "06-10 00:00").finished("06-10 00:00").at(LATER);
      assertThat(timeline.standing()).isEqualTo(Standing.ON_TIME);
    }

    @Test
    void without_a_limit_is_neither_on_time_nor_late() throws Exception {
      var history = History.received("06-02 08:00", null);
      assertThat(history.at(LATER).standing()).isEqualTo(Standing.WITHIN);
      assertThat(history.finished("11-10 17:01").at(LATER).standing()).isEqualTo(Standing.UNDATED);
    }

    @Test
    void closed_before_and_after_the_due_moment_differ() throws Exception {
      assertThat(
              History.received("06-02 08:00", "06-10 17:00")
                  .closed("06-10 17:00")
                  .at(LATER)
                  .standing())
          .isEqualTo(Standing.CLOSED_BEFORE_DUE);
      assertThat(
              History.received("06-02 08:00", "06-10 17:00")
                  .closed("06-10 17:01")
                  .at(LATER)
                  .standing())
          .isEqualTo(Standing.CLOSED_AFTER_DUE);
      assertThat(History.received("06-02 08:00", null).closed("06-12 17:00").at(LATER).standing())
          .isEqualTo(Standing.CLOSED_BEFORE_DUE);
    }

    @Test
    void voided_has_no_class_of_time_but_keeps_its_lateness() throws Exception {
      var timeline = History.received("06-02 08:00", "06-10 17:00").voided("06-12 08:00").at(LATER);
      assertThat(timeline.standing()).isEqualTo(Standing.VOIDED);
      assertThat(timeline.overdueSince()).isEqualTo(moment("06-10 17:00"));
    }

    @Test
    void before_its_own_start_leaves_a_negative_stock_and_one_class() throws Exception {
      var timeline =
          History.received("06-02 08:00", "06-10 17:00").finished("06-01 08:00").at(LATER);
      assertThat(timeline.standing()).isEqualTo(Standing.EARLY);
      assertThat(timeline.stints().getLast().segments())
          .containsExactly(
              new Segment(Standing.WITHIN, moment("06-02 08:00"), moment("06-01 08:00")));
    }
  }

  @Nested
  class Open {

    @Test
    void overdue_strictly_after_the_due_moment() throws Exception {
      var history = History.received("06-02 08:00", "06-10 17:00");
      assertThat(history.at("06-10 17:00").standing()).isEqualTo(Standing.WITHIN);
      assertThat(history.at("06-10 17:00").deadline()).isEqualTo(moment("06-10 17:00"));
      var later = history.at("06-10 17:01");
      assertThat(later.standing()).isEqualTo(Standing.OVERDUE);
      assertThat(later.deadline()).isEqualTo(Entry.NONE);
      assertThat(later.stints().getLast().segments())
          .containsExactly(
              new Segment(Standing.WITHIN, moment("06-02 08:00"), moment("06-10 17:00")),
              new Segment(Standing.OVERDUE, moment("06-10 17:00"), Entry.NONE));
    }

    @Test
    void received_after_its_due_moment_is_overdue_from_its_start() throws Exception {
      var timeline = History.received("06-12 08:00", "06-10 17:00").at(LATER);
      assertThat(timeline.overdueSince()).isEqualTo(moment("06-10 17:00"));
      assertThat(timeline.stints().getLast().segments())
          .containsExactly(new Segment(Standing.OVERDUE, moment("06-12 08:00"), Entry.NONE));
    }

    @Test
    void imported_only_its_own_entries_move_time() throws Exception {
      var history = History.received("06-02 08:00", "06-10 17:00", false);
      assertThat(history.at(LATER).standing()).isEqualTo(Standing.WITHIN);
      history.observed("06-10 17:00");
      assertThat(history.at(LATER).standing()).isEqualTo(Standing.WITHIN);
      history.step("06-10 17:01");
      assertThat(history.at(LATER).standing()).isEqualTo(Standing.OVERDUE);
    }

    @Test
    void steps_and_the_return_count_nothing() throws Exception {
      var history =
          History.received("06-02 08:00", "06-10 17:00")
              .step("06-03 08:00")
              .finished("06-04 08:00")
              .returned("06-05 08:00");
      assertThat(history.facts().milestones).hasSize(1);
      assertThat(history.facts().returnedAt).isEqualTo(moment("06-05 08:00"));
      assertThat(history.at(LATER).standing()).isEqualTo(Standing.EARLY);
    }
  }

  @Nested
  class Pauses {

    @Test
    void lawful_and_in_time_stops_the_clock() throws Exception {
      var history = History.received("06-02 08:00", "06-10 17:00").paused("06-10 17:00", true);
      assertThat(history.at(LATER).standing()).isEqualTo(Standing.PAUSED);
      assertThat(history.at(LATER).deadline()).isEqualTo(Entry.NONE);
      history.resumed("06-20 08:00", "06-25 17:00");
      assertThat(history.at("06-21 08:00").standing()).isEqualTo(Standing.WITHIN);
      assertThat(history.at("06-21 08:00").deadline()).isEqualTo(moment("06-25 17:00"));
      assertThat(history.at("06-21 08:00").originalDueAt()).isEqualTo(moment("06-10 17:00"));
      assertThat(history.at("06-21 08:00").stints().getLast().segments())
          .containsExactly(
              new Segment(Standing.WITHIN, moment("06-02 08:00"), moment("06-10 17:00")),
              new Segment(Standing.PAUSED, moment("06-10 17:00"), moment("06-20 08:00")),
              new Segment(Standing.WITHIN, moment("06-20 08:00"), Entry.NONE));
      assertThat(history.finished("06-25 09:00").at(LATER).standing()).isEqualTo(Standing.ON_TIME);
    }

    @Test
    void begun_after_the_due_moment_does_not_help() throws Exception {
      var history = History.received("06-02 08:00", "06-10 17:00").paused("06-10 17:01", true);
      assertThat(history.at(LATER).standing()).isEqualTo(Standing.OVERDUE);
      history.resumed("06-20 08:00", "07-25 17:00");
      assertThat(history.at(LATER).dueAt()).isEqualTo(moment("06-10 17:00"));
      assertThat(history.finished("06-25 09:00").at(LATER).standing()).isEqualTo(Standing.LATE);
    }

    @Test
    void without_law_changes_nothing() throws Exception {
      var history = History.received("06-02 08:00", "06-10 17:00").paused("06-03 08:00", false);
      assertThat(history.at("06-05 08:00").standing()).isEqualTo(Standing.WITHIN);
      assertThat(history.at(LATER).standing()).isEqualTo(Standing.OVERDUE);
      history.resumed("06-20 08:00", "07-25 17:00");
      assertThat(history.at(LATER).overdueSince()).isEqualTo(moment("06-10 17:00"));
    }

    @Test
    void of_an_undated_dossier_is_a_pause() throws Exception {
      var history = History.received("06-02 08:00", null).paused("06-03 08:00", true);
      assertThat(history.at(LATER).standing()).isEqualTo(Standing.PAUSED);
    }

    @Test
    void a_result_during_it_is_never_late() throws Exception {
      var paused = "06-09 08:00";
      assertThat(
              History.received("06-02 08:00", "06-10 17:00")
                  .paused(paused, true)
                  .finished("07-01 08:00")
                  .at(LATER)
                  .standing())
          .isEqualTo(Standing.ON_TIME);
      assertThat(
              History.received("06-02 08:00", "06-10 17:00")
                  .paused(paused, true)
                  .finished("06-09 09:00")
                  .at(LATER)
                  .standing())
          .isEqualTo(Standing.EARLY);
      assertThat(
              History.received("06-02 08:00", "06-10 17:00")
                  .paused(paused, true)
                  .closed("07-01 08:00")
                  .at(LATER)
                  .standing())
          .isEqualTo(Standing.CLOSED_BEFORE_DUE);
    }

    @Test
    void ending_after_a_due_moment_that_stays_makes_overdue_from_its_end() throws Exception {
      var history =
          History.received("06-02 08:00", "06-10 17:00")
              .paused("06-09 08:00", true)
              .resumed("06-20 08:00", null);
      var timeline = history.at(LATER);
      assertThat(timeline.overdueSince()).isEqualTo(moment("06-10 17:00"));
      assertThat(timeline.stints().getLast().segments())
          .endsWith(
              new Segment(Standing.PAUSED, moment("06-09 08:00"), moment("06-20 08:00")),
              new Segment(Standing.OVERDUE, moment("06-20 08:00"), Entry.NONE));
    }
  }

  @Nested
  class MovedDueMoments {

    @Test
    void a_restart_in_time_moves_the_deadline() throws Exception {
      var timeline =
          History.received("06-02 08:00", "06-10 17:00")
              .restarted("06-10 17:00", "06-20 17:00")
              .at("06-15 00:00");
      assertThat(timeline.standing()).isEqualTo(Standing.WITHIN);
      assertThat(timeline.deadline()).isEqualTo(moment("06-20 17:00"));
      assertThat(timeline.originalDueAt()).isEqualTo(moment("06-10 17:00"));
    }

    @Test
    void a_restart_too_late_does_not_unmake_lateness() throws Exception {
      var history =
          History.received("06-02 08:00", "06-10 17:00").restarted("06-10 17:01", "06-20 17:00");
      assertThat(history.at("06-15 00:00").standing()).isEqualTo(Standing.OVERDUE);
      assertThat(history.finished("06-12 08:00").at(LATER).standing()).isEqualTo(Standing.LATE);
    }

    @Test
    void a_corrected_calendar_holds_as_if_always_so() throws Exception {
      var history =
          History.received("06-02 08:00", "06-10 17:00")
              .calendarCorrected("06-12 08:00", "06-13 17:00");
      assertThat(history.at("06-13 00:00").standing()).isEqualTo(Standing.WITHIN);
      assertThat(history.finished("06-12 09:00").at(LATER).standing()).isEqualTo(Standing.EARLY);
    }

    @Test
    void a_corrected_calendar_makes_a_pause_timely_that_had_seemed_too_late() throws Exception {
      var history =
          History.received("06-02 08:00", "06-10 17:00")
              .paused("06-11 08:00", true)
              .calendarCorrected("06-12 08:00", "06-13 17:00");
      assertThat(history.at(LATER).overdueSince()).isEqualTo(Entry.NONE);
      assertThat(history.at(LATER).standing()).isEqualTo(Standing.PAUSED);
      assertThat(history.at(LATER).originalDueAt()).isEqualTo(moment("06-13 17:00"));
    }

    @Test
    void a_corrected_calendar_does_not_reach_lateness_under_an_earlier_due_moment()
        throws Exception {
      var history =
          History.received("06-02 08:00", "06-10 17:00")
              .restarted("06-11 08:00", "06-20 17:00")
              .calendarCorrected("06-12 08:00", "06-25 17:00");
      assertThat(history.at("06-13 00:00").overdueSince()).isEqualTo(moment("06-10 17:00"));
      assertThat(history.at("06-13 00:00").dueAt()).isEqualTo(moment("06-25 17:00"));
    }

    @Test
    void a_corrected_calendar_leaves_alone_what_an_unlawful_pause_brought() throws Exception {
      var history =
          History.received("06-02 08:00", "06-10 17:00")
              .paused("06-03 08:00", false)
              .resumed("06-05 08:00", "06-20 17:00")
              .calendarCorrected("06-06 08:00", "06-11 17:00");
      assertThat(history.at("06-12 00:00").overdueSince()).isEqualTo(moment("06-11 17:00"));
    }

    @Test
    void a_due_moment_in_the_past_makes_overdue_from_the_step_that_gave_it() throws Exception {
      var timeline =
          History.received("06-02 08:00", "06-10 17:00")
              .restarted("06-09 08:00", "06-05 17:00")
              .at(LATER);
      assertThat(timeline.overdueSince()).isEqualTo(moment("06-05 17:00"));
      assertThat(timeline.stints().getLast().segments())
          .containsExactly(
              new Segment(Standing.WITHIN, moment("06-02 08:00"), moment("06-09 08:00")),
              new Segment(Standing.OVERDUE, moment("06-09 08:00"), Entry.NONE));
    }

    @Test
    void a_limit_that_vanishes_does_not_unmake_lateness() throws Exception {
      var history = History.received("06-02 08:00", "06-10 17:00").restarted("06-12 08:00", null);
      assertThat(history.at(LATER).standing()).isEqualTo(Standing.OVERDUE);
      assertThat(history.finished("06-13 08:00").at(LATER).standing()).isEqualTo(Standing.LATE);
    }
  }

  @Nested
  class Stints {

    @Test
    void a_transfer_ends_one_and_begins_the_next() throws Exception {
      var timeline =
          History.received("06-02 08:00", "07-10 17:00")
              .transferred("07-01 00:00", 20)
              .at("07-02 00:00");
      assertThat(timeline.stints()).extracting(Stint::unitId).containsExactly(10, 20);
      assertThat(timeline.stints().getFirst().ending()).isEqualTo(Stint.Ending.TRANSFERRED_OUT);
      assertThat(timeline.stints().getLast().beginning()).isEqualTo(Stint.Beginning.TRANSFERRED_IN);
    }

    @Test
    void a_transfer_takes_lateness_and_pause_along() throws Exception {
      assertThat(
              History.received("06-02 08:00", "06-10 17:00")
                  .transferred("07-01 00:00", 20)
                  .at(LATER)
                  .stints()
                  .getLast()
                  .segments())
          .containsExactly(new Segment(Standing.OVERDUE, moment("07-01 00:00"), Entry.NONE));
      var paused =
          History.received("06-02 08:00", "07-10 17:00")
              .paused("06-20 08:00", true)
              .transferred("07-01 00:00", 20);
      assertThat(paused.at(LATER).stints().getLast().segments())
          .containsExactly(new Segment(Standing.PAUSED, moment("07-01 00:00"), Entry.NONE));
      paused.resumed("07-05 08:00", "07-20 17:00");
      assertThat(paused.at("07-06 00:00").standing()).isEqualTo(Standing.WITHIN);
    }

    @Test
    void reopened_counts_again_and_the_first_result_stays() throws Exception {
      var timeline =
          History.received("06-02 08:00", "06-10 17:00")
              .finished("06-05 08:00")
              .reopened("06-20 08:00", "06-25 17:00")
              .finished("06-26 08:00")
              .at(LATER);
      assertThat(timeline.stints())
          .extracting(Stint::result)
          .containsExactly(Standing.EARLY, Standing.LATE);
      assertThat(timeline.overdueSince()).isEqualTo(moment("06-25 17:00"));
    }

    @Test
    void reopened_after_lateness_stays_overdue() throws Exception {
      var timeline =
          History.received("06-02 08:00", "06-10 17:00")
              .finished("06-12 08:00")
              .reopened("06-20 08:00", "06-25 17:00")
              .at("06-21 08:00");
      assertThat(timeline.standing()).isEqualTo(Standing.OVERDUE);
      assertThat(timeline.stints().getLast().segments())
          .containsExactly(new Segment(Standing.OVERDUE, moment("06-20 08:00"), Entry.NONE));
    }

    @Test
    void reopened_under_a_former_due_moment_that_passed_is_overdue() throws Exception {
      var timeline =
          History.received("06-02 08:00", "06-10 17:00")
              .closed("06-05 08:00")
              .reopened("06-20 08:00", null)
              .at(LATER);
      assertThat(timeline.overdueSince()).isEqualTo(moment("06-10 17:00"));
      assertThat(timeline.stints().getLast().segments())
          .containsExactly(new Segment(Standing.OVERDUE, moment("06-20 08:00"), Entry.NONE));
    }
  }

  @Nested
  class Corrections {

    @Test
    void of_a_due_moment_after_closing_make_it_as_if_always_so() throws Exception {
      var history = History.received("06-02 08:00", "06-10 17:00").finished("06-12 08:00");
      Entry correction = history.correction("06-20 08:00");
      correction.dueAt = moment("06-15 17:00");
      var timeline = history.apply(correction).at(LATER);
      assertThat(timeline.standing()).isEqualTo(Standing.EARLY);
      assertThat(timeline.overdueSince()).isEqualTo(Entry.NONE);
      assertThat(timeline.originalDueAt()).isEqualTo(moment("06-15 17:00"));
    }

    @Test
    void of_a_moved_due_moment_leave_the_original_alone() throws Exception {
      var history =
          History.received("06-02 08:00", "06-10 17:00")
              .restarted("06-05 08:00", "06-20 17:00")
              .finished("06-19 08:00");
      Entry correction = history.correction("06-20 08:00");
      correction.dueAt = moment("06-18 17:00");
      var timeline = history.apply(correction).at(LATER);
      assertThat(timeline.standing()).isEqualTo(Standing.LATE);
      assertThat(timeline.overdueSince()).isEqualTo(moment("06-18 17:00"));
      assertThat(timeline.originalDueAt()).isEqualTo(moment("06-10 17:00"));
    }

    @Test
    void of_a_finish_derive_lateness_anew() throws Exception {
      var history = History.received("06-02 08:00", "06-10 17:00").finished("06-12 08:00");
      Entry correction = history.correction("06-20 08:00");
      correction.finishedAt = moment("06-10 08:00");
      correction.outcome = Outcome.REFUSED;
      var timeline = history.apply(correction).at(LATER);
      assertThat(timeline.standing()).isEqualTo(Standing.ON_TIME);
      assertThat(timeline.stints().getLast().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void do_not_reach_lateness_under_an_earlier_due_moment() throws Exception {
      var history =
          History.received("06-02 08:00", "06-10 17:00").restarted("06-11 08:00", "06-20 17:00");
      Entry correction = history.correction("06-12 08:00");
      correction.dueAt = moment("06-25 17:00");
      assertThat(history.apply(correction).at("06-13 00:00").overdueSince())
          .isEqualTo(moment("06-10 17:00"));
    }

    @Test
    void of_the_reception_move_the_first_stint() throws Exception {
      var history = History.received("06-02 08:00", "07-10 17:00").transferred("07-01 00:00", 20);
      Entry correction = history.correction("07-02 08:00");
      correction.receivedAt = moment("05-30 08:00");
      correction.channel = Channel.POST;
      correction.fieldId = 9;
      history.apply(correction);
      assertThat(history.at("07-03 00:00").stints().getFirst().start())
          .isEqualTo(moment("05-30 08:00"));
      assertThat(history.facts().channel).isEqualTo(Channel.POST);
      assertThat(history.facts().fieldId).isEqualTo(9);
    }

    @Test
    void give_a_limit_to_a_dossier_without() throws Exception {
      var history = History.received("06-02 08:00", null).finished("06-12 08:00");
      Entry correction = history.correction("06-20 08:00");
      correction.dueAt = moment("06-11 17:00");
      assertThat(history.apply(correction).at(LATER).standing()).isEqualTo(Standing.LATE);
    }
  }

  @Nested
  class Contract {

    @Test
    void what_cannot_follow_is_refused_and_changes_nothing() throws Exception {
      var history = History.received("06-02 08:00", "06-10 17:00").closed("06-05 08:00");
      assertThatThrownBy(() -> history.finished("06-06 08:00"))
          .isInstanceOf(BrokenContract.class)
          .hasMessageContaining("FINISHED while CLOSED");
      assertThatThrownBy(() -> history.closed("06-06 08:00")).isInstanceOf(BrokenContract.class);
      assertThatThrownBy(() -> history.paused("06-06 08:00", true))
          .isInstanceOf(BrokenContract.class);
      assertThatThrownBy(() -> history.transferred("06-06 08:00", 20))
          .isInstanceOf(BrokenContract.class);
      assertThatThrownBy(() -> history.restarted("06-06 08:00", "07-01 08:00"))
          .isInstanceOf(BrokenContract.class);
      Entry correction = history.correction("06-06 08:00");
      correction.finishedAt = moment("06-04 08:00");
      correction.fieldId = 99;
      assertThatThrownBy(() -> history.apply(correction)).isInstanceOf(BrokenContract.class);
      assertThat(history.facts().fieldId).isEqualTo(7);
      assertThat(history.facts().milestones).hasSize(1);
      assertThat(history.at(LATER).standing()).isEqualTo(Standing.CLOSED_BEFORE_DUE);
    }

    @Test
    void a_voided_dossier_stays_voided() throws Exception {
      var history = History.received("06-02 08:00", "06-10 17:00").voided("06-05 08:00");
      assertThatThrownBy(() -> history.reopened("06-06 08:00", null))
          .isInstanceOf(BrokenContract.class);
    }

    @Test
    void pauses_do_not_nest() throws Exception {
      var history = History.received("06-02 08:00", "06-10 17:00");
      assertThatThrownBy(() -> history.resumed("06-03 08:00", null))
          .isInstanceOf(BrokenContract.class);
      history.paused("06-03 08:00", true);
      assertThatThrownBy(() -> history.paused("06-04 08:00", true))
          .isInstanceOf(BrokenContract.class);
    }

    @Test
    void a_history_begins_with_a_reception_in_a_known_zone() {
      Entry step = new Entry();
      step.kind = Entry.Kind.STEP;
      assertThatThrownBy(() -> DossierFacts.begin(step)).isInstanceOf(BrokenContract.class);
      Entry reception = new Entry();
      reception.kind = Entry.Kind.RECEIVED;
      reception.zone = "Asia/Thang_Long";
      assertThatThrownBy(() -> DossierFacts.begin(reception))
          .isInstanceOf(BrokenContract.class)
          .hasMessageContaining("Asia/Thang_Long");
      reception.zone = "Asia/Ho_Chi_Minh";
      reception.moment = Long.MAX_VALUE;
      assertThatThrownBy(() -> DossierFacts.begin(reception))
          .isInstanceOf(BrokenContract.class)
          .hasMessageContaining("out of range");
    }
  }
}
