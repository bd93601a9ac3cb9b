package vn.motcua.analytics.job.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.analytics.job.facts.History;

/** Which cell of the board counts what, written out by hand. */
class BoardCountingTest {

  private static final String LATER = "12-31 00:00";

  @Test
  void a_served_dossier_counts_on_the_days_of_its_moments() throws Exception {
    History history = measured();
    tell(history, Kind.STEP, "06-03 08:00");
    tell(history, Kind.STEP, "06-04 08:00");
    Entry finish = entry(Kind.FINISHED, "06-05 08:00");
    finish.outcome = vn.motcua.events.Outcome.GRANTED;
    finish.usedMinutes = 500;
    history.apply(finish);
    history.returned("06-06 08:00");
    history.apply(rating("06-07 08:00", 4, 3, 5, true));
    assertThat(board(history, LATER))
        .isEqualTo(
            Map.of(
                "06-02 3", "episodes open_in papers_baseline=6 papers_brought=2 received",
                "06-05 3",
                    "dated_resolved minutes_baseline=960 minutes_used=500 on_time open_out resolved"
                        + " steps_baseline=5 steps_passed=2",
                "06-06 3", "returned",
                "06-07 3", "answers=4 rated satisfied=3 tablet_ratings trust_answers trusting",
                "06-10 3", "due_fallen"));
  }

  @Test
  void what_is_late_is_late_on_the_day_it_was_due_at_first() throws Exception {
    History history = measured().restarted("06-09 08:00", "06-12 17:00");
    assertThat(board(history, "06-12 17:00").get("06-10 3")).isEqualTo("due_fallen");
    assertThat(board(history, "06-12 17:01").get("06-10 3")).isEqualTo("due_fallen due_late");
    assertThat(board(history, "06-12 17:01").get("06-12 3")).isEqualTo("overdue_in");
  }

  @Test
  void a_second_request_counts_and_a_recheck_counts_apart() throws Exception {
    History history = measured();
    history.apply(request("06-03 08:00", false, false));
    history.apply(request("06-04 08:00", true, false));
    history.apply(request("06-05 08:00", true, true));
    history.apply(request("06-05 09:00", true, false));
    Map<String, String> board = board(history, "06-06 00:00");
    assertThat(board).doesNotContainKey("06-03 3");
    assertThat(board.get("06-04 3")).isEqualTo("second_requests");
    assertThat(board.get("06-05 3")).isEqualTo("rechecks second_requests");
  }

  @Test
  void a_void_entry_counts_by_its_stint_only() throws Exception {
    History history = measured();
    history.apply(request("06-03 08:00", true, false));
    history.apply(rating("06-03 09:00", 5, 5, 0, false));
    history.voided("06-04 08:00");
    assertThat(board(history, LATER))
        .isEqualTo(Map.of("06-02 3", "open_in received", "06-04 3", "open_out"));
  }

  @Test
  void a_reopened_dossier_waits_for_its_new_result() throws Exception {
    History history = measured().finished("06-05 08:00").reopened("06-09 08:00", "06-20 17:00");
    assertThat(board(history, "06-09 09:00").get("06-05 3"))
        .isEqualTo("dated_resolved on_time open_out resolved");
    history.finished("06-12 08:00");
    assertThat(board(history, LATER).get("06-12 3"))
        .isEqualTo("dated_resolved on_time open_out resolved steps_baseline=5");
  }

  @Test
  void only_the_first_rating_counts() throws Exception {
    History history = measured();
    history.apply(rating("06-07 08:00", 5, 1, 0, false));
    history.apply(rating("06-08 08:00", 5, 5, 5, true));
    assertThat(board(history, LATER))
        .containsEntry("06-07 3", "answers=5 rated satisfied")
        .doesNotContainKey("06-08 3");
  }

  @Test
  void nothing_is_measured_without_a_baseline() throws Exception {
    History history = History.received("06-02 08:00", null);
    history.facts().board.papersBrought = 4;
    tell(history, Kind.STEP, "06-03 08:00");
    history.finished("06-05 08:00");
    assertThat(board(history, LATER))
        .isEqualTo(Map.of("06-02 0", "open_in received", "06-05 0", "open_out resolved"));
  }

  /** Received by branch 3 on 2/6 at 8:00, due on 10/6 at 17:00. */
  private static History measured() throws Exception {
    History history = History.received("06-02 08:00", "06-10 17:00");
    history.facts().branchId = 3;
    history.facts().board.baselineSteps = 5;
    history.facts().board.baselineMinutes = 960;
    history.facts().board.papersBaseline = 6;
    history.facts().board.papersBrought = 2;
    history.facts().board.opensEpisode = true;
    return history;
  }

  private static void tell(History history, Kind kind, String at) throws Exception {
    history.apply(entry(kind, at));
  }

  private static Entry request(String at, boolean second, boolean recheck) {
    Entry entry = entry(Kind.SUPPLEMENT_REQUESTED, at);
    entry.secondOfEpisode = second;
    entry.recheck = recheck;
    return entry;
  }

  private static Entry rating(String at, int answers, int satisfied, int trust, boolean tablet) {
    Entry entry = entry(Kind.RATED, at);
    entry.answers = answers;
    entry.satisfied = satisfied;
    entry.trust = trust;
    entry.ratedOnTablet = tablet;
    return entry;
  }

  private static Entry entry(Kind kind, String at) {
    Entry entry = new Entry();
    entry.kind = kind;
    entry.moment = History.moment(at);
    entry.occurredAt = entry.moment;
    return entry;
  }

  /** "day branch" → the measures that are not 0. */
  private static Map<String, String> board(History history, String tick) {
    Map<String, String> figures = new TreeMap<>();
    Contributions.of(history.facts(), history.at(tick))
        .boardCounts()
        .forEach(
            (cell, values) -> {
              var names = new TreeSet<String>();
              for (BoardMeasure measure : BoardMeasure.values()) {
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
