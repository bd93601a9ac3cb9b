package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.TestPeople;
import vn.motcua.database.TestDatabase;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.processing.DossierBuilder;
import vn.motcua.processing.TestTransactions;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.WorktimeException;

/** Changing the city's calendar while dossiers are under way. */
class CalendarChangesTest {

  private static final String DAY_OFF = "off,2026-11-18,,,nghỉ thử,test day off,QĐ thử,confirmed";

  private final DataSource database = TestDatabase.fresh();
  private final TestTransactions transactions = new TestTransactions(database);
  private final DossierBuilder builder = new DossierBuilder(database, transactions);
  private final TestPeople people = new TestPeople(database);
  private final BundledCalendars calendars =
      new BundledCalendars(transactions.database(), () -> people.now);
  private final CalendarChanges changes =
      new CalendarChanges(
          transactions.database(),
          people.access(),
          people.trail(),
          transactions.dossiers(),
          calendars,
          () -> people.now);

  CalendarChangesTest() {
    people.caller = "quantri";
    people.now = Instant.parse("2026-11-17T02:00:00Z");
  }

  private long draft(String added) {
    return transactions.in(() -> changes.draft("hanoi", Set.of(), added, "QĐ số 1"));
  }

  private void apply(long id, int shown) {
    transactions.run(() -> changes.apply(id, 0, shown));
  }

  private String due(long id) {
    return transactions.value(
        "select to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM HH24:MI')"
            + " from dossier where id = "
            + id);
  }

  @Test
  void aDayOffMovesTheDossiersThatCountOverItAndNoOther() {
    long over = builder.received();
    Instant later = Instant.parse("2026-11-19T02:00:00Z");
    long after = builder.received(later, Instant.parse("2026-11-25T10:00:00Z"));
    long id = draft(DAY_OFF);

    CalendarChanges.Preview preview = changes.preview(id);
    assertThat(preview.changedDays()).containsExactly(LocalDate.of(2026, 11, 18));
    assertThat(preview.lookedAt()).isEqualTo(2);
    assertThat(preview.moves())
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.byRule()).isTrue();
              assertThat(move.oldDue()).isEqualTo(DossierBuilder.DUE);
              assertThat(move.newDue()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
              assertThat(move.reasons()).anyMatch(line -> line.contains("nghỉ thử"));
            });
    assertThat(due(over)).as("a preview writes nothing").isEqualTo("20/11 17:00");

    apply(id, 1);
    assertThat(due(over)).isEqualTo("23/11 17:00");
    assertThat(due(after)).isEqualTo("25/11 17:00");
    assertThat(
            transactions.value(
                "select due_cause || ' ' || actor from dossier_transition"
                    + " where kind = 'DUE_MOVED' and dossier_id = "
                    + over))
        .isEqualTo("CALENDAR_CORRECTION quantri");
    assertThat(
            transactions.value(
                "select count(*) || ' ' || min(calendar_version) from dossier_intake"
                    + " group by calendar_version"))
        .isEqualTo("2 hanoi@2026-11-21.002");
    assertThat(
            transactions.value(
                "select count(*) from dossier_task t join dossier d on d.id = t.dossier_id"
                    + " where t.dossier_due_at = d.due_at"))
        .as("worklists sort by the new due moment")
        .isEqualTo("2");
    assertThat(calendars.ofCode("hanoi").day(LocalDate.of(2026, 11, 18)).isWorking()).isFalse();
    assertThat(changes.history("hanoi").getFirst().moved()).isEqualTo(1);
    assertThat(changes.journal(id)).hasSize(1);
    assertThat(
            transactions.value(
                "select details ->> 'moved' from audit_entry where action = 'calendar.apply'"))
        .isEqualTo("1");
  }

  @Test
  void originalDueAndBeingOverdueStayFacts() {
    long id = builder.received();
    String original =
        transactions.value("select original_due_at::text from dossier where id = " + id);
    people.now = Instant.parse("2026-11-22T02:00:00Z");
    long draft = draft(DAY_OFF);
    apply(draft, 1);
    assertThat(transactions.value("select original_due_at::text from dossier where id = " + id))
        .isEqualTo(original);
  }

  @Test
  void whatCameAboutOtherwiseKeepsItsWorkingTime() {
    long extended =
        builder.received(DossierBuilder.RECEIVED, Instant.parse("2026-11-20T04:00:00Z"));
    long id = draft(DAY_OFF);
    assertThat(changes.preview(id).moves())
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.byRule()).isFalse();
              assertThat(move.newDue()).isEqualTo(Instant.parse("2026-11-23T04:00:00Z"));
            });
    assertThat(due(extended)).isEqualTo("20/11 11:00");
  }

  @Test
  void aPreviewThatIsNoLongerTrueAppliesNothing() {
    builder.received();
    long id = draft(DAY_OFF);
    builder.received();
    assertThatThrownBy(() -> apply(id, 1)).isInstanceOf(CalendarFailure.MovesDiffer.class);
    assertThat(transactions.value("select count(*) from calendar_due_move")).isEqualTo("0");
    long other = draft("off,2026-11-19,,,nghỉ khác,another,QĐ,confirmed");
    apply(id, 2);
    assertThatThrownBy(() -> apply(other, 2))
        .as("drafted on a calendar that is no longer the newest")
        .isInstanceOf(CalendarFailure.ChangedMeanwhile.class);
    assertThatThrownBy(() -> apply(id, 0)).isInstanceOf(CalendarFailure.ChangedMeanwhile.class);
  }

  @Test
  void aLineIsTakenAwayAndItsOppositeEntered() {
    long id = builder.received();
    apply(draft(DAY_OFF), 1);
    int number =
        changes.lines("hanoi").stream()
            .filter(line -> line.text().equals(DAY_OFF))
            .findFirst()
            .orElseThrow()
            .number();
    long back = transactions.in(() -> changes.draft("hanoi", Set.of(number), "", "Bãi bỏ QĐ số 1"));
    apply(back, 1);
    assertThat(due(id)).isEqualTo("20/11 17:00");
  }

  @Test
  void whatContradictsItselfIsNoDraft() {
    assertThatThrownBy(() -> draft("off,2026-11-24,,,hai lần,twice,QĐ,confirmed"))
        .isInstanceOf(WorktimeException.InvalidCalendar.class);
    assertThatThrownBy(() -> draft("nghỉ ngày mai"))
        .isInstanceOf(WorktimeException.InvalidCalendar.class);
    assertThatThrownBy(() -> draft("")).isInstanceOf(CalendarFailure.NothingChanged.class);
    people.caller = "giamdoc";
    assertThatThrownBy(() -> draft(DAY_OFF)).isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  @Test
  void tetIsProposedFromTheLunarCalendarAndNeverConfirmed() {
    assertThat(LunarHolidays.newYear(2024)).isEqualTo("2024-02-10");
    assertThat(LunarHolidays.newYear(2025)).isEqualTo("2025-01-29");
    assertThat(LunarHolidays.newYear(2026)).isEqualTo("2026-02-17");
    assertThat(LunarHolidays.newYear(2027)).isEqualTo("2027-02-06");
    assertThat(LunarHolidays.kings(2024)).isEqualTo("2024-04-18");
    assertThat(LunarHolidays.kings(2025)).isEqualTo("2025-04-07");
    assertThat(LunarHolidays.kings(2026)).isEqualTo("2026-04-26");
    assertThat(LunarHolidays.kings(2027)).isEqualTo("2027-04-16");
    assertThat(LunarHolidays.newYear(2007))
        .as("where the Vietnamese calendar differs from the Chinese one")
        .isEqualTo("2007-02-17");
    assertThat(LunarHolidays.lines(2028))
        .hasSize(2)
        .allMatch(line -> line.endsWith(",unconfirmed"))
        .allMatch(line -> line.contains("đề xuất; chưa công bố"));
    assertThatThrownBy(() -> LunarHolidays.newYear(1850))
        .isInstanceOf(CalendarFailure.BadYear.class);
  }
}
