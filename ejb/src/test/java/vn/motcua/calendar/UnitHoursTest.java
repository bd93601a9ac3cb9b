package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.TestPeople;
import vn.motcua.database.TestDatabase;
import vn.motcua.notice.NoticeService;
import vn.motcua.processing.DossierBuilder;
import vn.motcua.processing.TestTransactions;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.DueDateService;
import vn.motcua.worktime.WorkingTime;
import vn.motcua.worktime.WorktimeException;

/** Hours of bodies on top of the city's calendar, and what those who are concerned are told. */
class UnitHoursTest {

  private static final LocalDate FROM = LocalDate.of(2026, 11, 16);
  private static final String EARLY = "MON-FRI 07:30-11:30 13:00-16:30\nSAT 08:00-11:30";

  private final DataSource database = TestDatabase.fresh();
  private final TestTransactions transactions = new TestTransactions(database);
  private final DossierBuilder builder = new DossierBuilder(database, transactions);
  private final TestPeople people = new TestPeople(database);
  private final BundledCalendars calendars =
      new BundledCalendars(transactions.database(), () -> people.now);
  private final UnitHoursChanges changes =
      new UnitHoursChanges(
          transactions.database(),
          people.access(),
          people.trail(),
          transactions.dossiers(),
          calendars,
          () -> people.now);
  private final DueDateService dueDates = new DueDateService(calendars);

  UnitHoursTest() {
    people.now = Instant.parse("2026-11-16T03:00:00Z");
  }

  private long draft(int unit, String hours) {
    people.caller = "quantri";
    return transactions.in(() -> changes.draft(unit, FROM, hours, "QĐ giờ làm việc số 5"));
  }

  private void apply(long id, int shown) {
    people.caller = "lanhdao";
    transactions.run(() -> changes.apply(id, 0, shown));
  }

  private String due(String received, String channel, Integer desk) {
    return dueDates
        .dueDate(
            new DueDateQuestion("2", "working_days", received, channel, null, Locale.ENGLISH, desk))
        .due()
        .toString();
  }

  @Test
  void withoutHoursOfItsOwnABodyWorksByTheCitysVeryCalendar() {
    assertThat(calendars.hours().at(DossierBuilder.BRANCH)).isSameAs(calendars.ofCode("hanoi"));
    assertThat(calendars.hours().at(null)).isSameAs(calendars.ofCode("hanoi"));
  }

  @Test
  void hoursOfTheBranchSayWhetherItCameInBeforeClosingAndTheCitysWhichDaysCount() {
    apply(draft(DossierBuilder.BRANCH, EARLY), 0);
    // Monday 16:45, the branch has closed: received on Tuesday, two days after it.
    assertThat(due("2026-11-16T16:45", "online", null)).isEqualTo("2026-11-18T17:00");
    assertThat(due("2026-11-16T16:45", "online", DossierBuilder.BRANCH))
        .as("the last moment stays the city's closing time")
        .isEqualTo("2026-11-19T17:00");
    assertThat(due("2026-11-16T16:45", "direct", DossierBuilder.BRANCH))
        .as("who stands at the counter is received on the day")
        .isEqualTo("2026-11-18T17:00");
    // Saturday at the desk: received on that day, which does not count.
    assertThat(due("2026-11-21T09:00", "online", DossierBuilder.BRANCH))
        .isEqualTo("2026-11-25T17:00");
    assertThat(due("2026-11-21T09:00", "online", DossierBuilder.OTHER_BRANCH))
        .as("received on Monday where nobody sits on Saturday")
        .isEqualTo("2026-11-26T17:00");
    // Tuesday 24/11 is a holiday: closed there too.
    assertThat(
            calendars.hours().at(DossierBuilder.BRANCH).day(LocalDate.of(2026, 11, 24)).isWorking())
        .isFalse();
    // Swapped Saturdays are worked as the city says; before the day nothing is changed.
    assertThat(calendars.hours().at(DossierBuilder.BRANCH).day(LocalDate.of(2026, 11, 13)))
        .isEqualTo(calendars.ofCode("hanoi").day(LocalDate.of(2026, 11, 13)));
  }

  @Test
  void theFifteenHoursRuleLooksAtTheBranchsDoorToo() {
    apply(draft(DossierBuilder.BRANCH, "MON-FRI 08:00-12:00\nSAT 08:00-12:00"), 0);
    assertThat(sameDay("2026-11-17T13:30", null)).isEqualTo("2026-11-17T17:00");
    assertThat(sameDay("2026-11-17T13:30", DossierBuilder.BRANCH)).isEqualTo("2026-11-18T17:00");
    assertThat(sameDay("2026-11-17T11:30", DossierBuilder.BRANCH)).isEqualTo("2026-11-17T17:00");
  }

  private String sameDay(String received, Integer desk) {
    return dueDates
        .sameDay(new DueDateQuestion(null, null, received, "direct", null, Locale.ENGLISH, desk))
        .due()
        .toString();
  }

  @Test
  void stepsAtABodyTakeTheirTimeByItsHours() {
    apply(draft(DossierBuilder.DEPARTMENT, "MON-FRI 09:00-11:00 14:00-16:00"), 0);
    Instant from = Instant.parse("2026-11-17T02:00:00Z");
    assertThat(
            new WorkingTime(calendars.hours().at(DossierBuilder.DEPARTMENT))
                .after(from, java.time.Duration.ofHours(3)))
        .isEqualTo("2026-11-17T08:00:00Z");
  }

  @Test
  void openStepsMoveAreJournaledAndTheirOfficersTold() {
    long dossier = builder.received();
    long id = draft(DossierBuilder.DEPARTMENT, "MON-FRI 08:00-10:00 13:00-17:00");
    UnitHoursChanges.Preview preview = changes.preview(id);
    assertThat(preview.moves()).as("the legal term is the city's").isEmpty();
    assertThat(preview.steps())
        .singleElement()
        .satisfies(
            step -> {
              // 09:00 and two hours: one until 10:00, one after lunch.
              assertThat(step.oldDue()).isEqualTo("2026-11-16T04:00:00Z");
              assertThat(step.newDue()).isEqualTo("2026-11-16T07:00:00Z");
            });
    apply(id, 0);
    assertThat(
            transactions.value(
                "select to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI')"
                    + " from dossier_task where completed_at is null and dossier_id = "
                    + dossier))
        .isEqualTo("14:00");
    assertThat(transactions.value("select count(*) from step_due_move where hours_id = " + id))
        .isEqualTo("1");
    assertThat(
            transactions.value(
                "select audience || ' ' || kind || ' ' || step || ' ' || reason from notice"))
        .isEqualTo("OFFICER STEP_MOVED Phân công QĐ giờ làm việc số 5");
    assertThat(
            transactions.value(
                "select details ->> 'steps' from audit_entry where action = 'unit-hours.apply'"))
        .isEqualTo("1");
    assertThat(new NoticeService(database, people.access()).forOfficers(0)).hasSize(1);
  }

  @Test
  void dossiersReceivedAfterClosingMoveWithTheirPromiseAndTheApplicantIsTold() {
    // Online at 16:45: by the new hours the branch has closed, so it counts from the next day.
    Instant at = Instant.parse("2026-11-16T09:45:00Z");
    people.now = Instant.parse("2026-11-17T01:00:00Z");
    long dossier = builder.received(at, Instant.parse("2026-11-20T10:00:00Z"));
    transactions.value(
        "update dossier set channel = 'ONLINE' where id = " + dossier + " returning 1");
    long other = draft(DossierBuilder.OTHER_BRANCH, EARLY);
    assertThat(changes.preview(other).moves()).as("received elsewhere").isEmpty();
    long id = draft(DossierBuilder.BRANCH, EARLY);
    assertThat(changes.preview(id).lookedAt()).isEqualTo(1);
    assertThat(changes.preview(id).moves())
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.byRule()).isTrue();
              assertThat(move.newDue()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
            });
    assertThatThrownBy(() -> apply(id, 0)).isInstanceOf(CalendarFailure.MovesDiffer.class);
    assertThat(transactions.value("select count(*) from notice")).isEqualTo("0");
    apply(id, 1);
    assertThat(changes.journal(id)).hasSize(1);
    assertThat(
            transactions.value(
                "select string_agg(audience || ' ' || to_char(old_moment, 'DD/MM') || ' '"
                    + " || to_char(new_moment, 'DD/MM') || ' ' || reason, '; ' order by audience)"
                    + " from notice where dossier_id = "
                    + dossier))
        .isEqualTo(
            "APPLICANT 20/11 23/11 QĐ giờ làm việc số 5; OFFICER 20/11 23/11 QĐ giờ làm việc số 5");
  }

  @Test
  void whoDraftsDoesNotApplyAndForeignBranchesAreRefused() {
    long id = draft(DossierBuilder.BRANCH, EARLY);
    assertThatThrownBy(() -> transactions.run(() -> changes.apply(id, 0, 0)))
        .isInstanceOf(CalendarFailure.OwnDraft.class);
    assertThatThrownBy(() -> draft(DossierBuilder.BRANCH, "MON 25:00-26:00"))
        .isInstanceOf(WorktimeException.InvalidCalendar.class);
    assertThatThrownBy(() -> draft(DossierBuilder.BRANCH, "thứ hai nghỉ"))
        .isInstanceOf(WorktimeException.InvalidCalendar.class);
    apply(id, 0);
    assertThatThrownBy(() -> apply(id, 0)).isInstanceOf(CalendarFailure.ChangedMeanwhile.class);
    long back = draft(DossierBuilder.BRANCH, "");
    apply(back, 0);
    assertThat(calendars.hours().at(DossierBuilder.BRANCH).day(LocalDate.of(2026, 11, 17)))
        .isEqualTo(calendars.ofCode("hanoi").day(LocalDate.of(2026, 11, 17)));
    assertThat(changes.history()).hasSize(2);
  }

  @Test
  void aChangeOfTheCitysCalendarMovesStepsAndTellsBothSides() {
    long dossier = builder.received();
    people.caller = "quantri";
    CalendarChanges city =
        new CalendarChanges(
            transactions.database(),
            people.access(),
            people.trail(),
            transactions.dossiers(),
            calendars,
            () -> people.now);
    String off = "off,2026-11-16,,,nghỉ thử,test day off,QĐ thử,confirmed";
    long id = transactions.in(() -> city.draft("hanoi", Set.of(), off, "QĐ nghỉ số 9"));
    assertThat(city.preview(id).steps()).hasSize(1);
    transactions.run(() -> city.apply(id, 0, city.preview(id).moves().size()));
    assertThat(
            transactions.value(
                "select to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM HH24:MI')"
                    + " from dossier_task where completed_at is null and dossier_id = "
                    + dossier))
        .isEqualTo("17/11 10:00");
    assertThat(transactions.value("select count(*) from step_due_move where revision_id = " + id))
        .isEqualTo("1");
    assertThat(transactions.value("select count(*) from notice where kind = 'STEP_MOVED'"))
        .isEqualTo("1");
  }
}
