package vn.motcua.analytics.job.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.History;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;

/** Which cell counts what, written out by hand. */
class ContributionsTest {

  private static final String LATER = "12-31 00:00";

  @Test
  void on_time_counts_on_the_days_of_its_moments() throws Exception {
    var history =
        History.received("06-02 08:00", "06-10 17:00").finished("06-10 09:00", Outcome.REFUSED);
    assertThat(figures(history, LATER))
        .isEqualTo(
            Map.of(
                "06-02 10", "open_in received within_in",
                "06-10 10", "on_time_refused open_out within_out"));
  }

  @Test
  void midnight_belongs_to_the_new_day_and_overdue_to_the_day_of_the_due_moment() throws Exception {
    var history = History.received("06-02 00:00", "06-10 00:00").finished("06-12 00:00");
    assertThat(figures(history, LATER))
        .isEqualTo(
            Map.of(
                "06-02 10", "open_in received within_in",
                "06-10 10", "overdue_in within_out",
                "06-12 10", "late_granted open_out overdue_out"));
  }

  @Test
  void withdrawn_after_a_pause_before_due() throws Exception {
    var history =
        History.received("06-02 08:00", "06-10 17:00")
            .paused("06-05 08:00", true)
            .closed("06-20 08:00");
    assertThat(figures(history, LATER))
        .isEqualTo(
            Map.of(
                "06-02 10", "open_in received within_in",
                "06-05 10", "paused_in within_out",
                "06-20 10", "closed_before_due open_out paused_out"));
  }

  @Test
  void transfer_on_the_first_of_july_while_overdue() throws Exception {
    var history =
        History.received("06-02 08:00", "06-10 17:00")
            .transferred("07-01 00:00", 20)
            .closed("07-02 08:00");
    assertThat(figures(history, LATER))
        .isEqualTo(
            Map.of(
                "06-02 10", "open_in received within_in",
                "06-10 10", "overdue_in within_out",
                "07-01 10", "open_out overdue_out transferred_out",
                "07-01 20", "open_in overdue_in transferred_in",
                "07-02 20", "closed_after_due open_out overdue_out"));
  }

  @Test
  void voided_reopened_and_undated() throws Exception {
    assertThat(figures(History.received("06-02 08:00", "06-10 17:00").voided("06-03 08:00"), LATER))
        .isEqualTo(
            Map.of(
                "06-02 10", "open_in received within_in",
                "06-03 10", "open_out voided within_out"));
    assertThat(
            figures(
                History.received("06-02 08:00", null)
                    .finished("06-03 08:00")
                    .reopened("06-04 08:00", null)
                    .finished("06-05 08:00"),
                LATER))
        .isEqualTo(
            Map.of(
                "06-02 10", "open_in received within_in",
                "06-03 10", "open_out undated_granted within_out",
                "06-04 10", "open_in reopened within_in",
                "06-05 10", "open_out undated_granted within_out"));
  }

  @Test
  void what_begins_and_ends_at_once_passes_through_no_class() throws Exception {
    var history = History.received("06-02 08:00", "06-10 17:00").finished("06-02 08:00");
    assertThat(figures(history, LATER))
        .isEqualTo(Map.of("06-02 10", "early_granted open_in open_out received"));
  }

  @Test
  void finish_before_start_keeps_the_identity() throws Exception {
    var history = History.received("06-02 08:00", "06-10 17:00").finished("06-01 08:00");
    assertThat(figures(history, LATER))
        .isEqualTo(
            Map.of(
                "06-01 10", "early_granted open_out within_out",
                "06-02 10", "open_in received within_in"));
  }

  @Test
  void all_flows_of_a_dossier_go_by_its_present_field_channel_and_limit() throws Exception {
    var history = History.received("06-02 08:00", null).finished("06-03 08:00");
    Entry correction = history.correction("06-04 08:00");
    correction.channel = Channel.POST;
    correction.fieldId = 9;
    correction.dueAt = History.moment("06-10 17:00");
    history.apply(correction);
    assertThat(Contributions.of(history.facts(), history.at(LATER)).counts().keySet())
        .containsExactlyInAnyOrder(cell("06-02", 9, Channel.POST), cell("06-03", 9, Channel.POST));
  }

  @Test
  void a_change_takes_away_what_no_longer_holds() throws Exception {
    var history = History.received("06-02 08:00", "06-10 17:00").finished("06-10 09:00");
    ContributionChange change = new ContributionChange();
    change.subtract(history.facts(), history.at(LATER));
    Entry correction = history.correction("06-20 08:00");
    correction.finishedAt = History.moment("06-09 09:00");
    history.apply(correction);
    change.add(history.facts(), history.at(LATER));
    Map<Cell, long[]> changes = new HashMap<>();
    change.each((key, difference) -> changes.put(key.cell(), difference));
    changes.keySet().removeIf(cell -> cell.rollUp() != RollUp.FIGURES);
    assertThat(changes.keySet())
        .containsExactlyInAnyOrder(
            cell("06-09", 7, Channel.DIRECT), cell("06-10", 7, Channel.DIRECT));
    assertThat(changes.get(cell("06-10", 7, Channel.DIRECT))[Measure.ON_TIME_GRANTED.ordinal()])
        .isEqualTo(-1);
    assertThat(changes.get(cell("06-09", 7, Channel.DIRECT))[Measure.EARLY_GRANTED.ordinal()])
        .isEqualTo(1);
  }

  @Test
  void columns_are_those_of_the_table() {
    assertThat(Measure.values()).hasSize(23);
    assertThat(Measure.CLOSED_AFTER_DUE.column()).isEqualTo("closed_after_due");
  }

  private static Cell cell(String day, int field, Channel channel) {
    return Cell.figures(1, LocalDate.parse("2025-" + day).toEpochDay(), 10, field, channel, true);
  }

  /** "day unit" → the measures that are 1; any other number would show as well. */
  private static Map<String, String> figures(History history, String tick) {
    Map<String, String> figures = new TreeMap<>();
    Contributions.of(history.facts(), history.at(tick))
        .counts()
        .forEach(
            (cell, values) -> {
              var names = new java.util.TreeSet<String>();
              for (Measure measure : Measure.values()) {
                long value = values[measure.ordinal()];
                if (value != 0) {
                  names.add(measure.column() + (value == 1 ? "" : "=" + value));
                }
              }
              String day = LocalDate.ofEpochDay(cell.day()).toString().substring(5);
              figures.put(day + " " + cell.bodyId(), String.join(" ", names));
            });
    return figures;
  }
}
