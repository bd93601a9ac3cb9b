package vn.motcua.deadlines;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.Session;
import vn.motcua.worktime.WorkingCalendar;

/**
 * Publishes the city's working time for the stream, which has no calendar of its own: at the start,
 * and every ten minutes for a calendar that was changed meanwhile.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class WorkingSpans {

  private static final System.Logger LOG = System.getLogger(WorkingSpans.class.getName());
  private static final int DAYS = 500;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  public WorkingSpans() {}

  /** For use without a container. */
  WorkingSpans(DataSource database, InstantSource clock, BundledCalendars calendars) {
    this.database = database;
    this.clock = clock;
    this.calendars = calendars;
  }

  /** One statement, so the stream reads the former or the new ones, never a mixture. */
  @PostConstruct
  @Schedule(hour = "*", minute = "*/10", persistent = false)
  void publish() {
    WorkingCalendar calendar = calendars.ofCode(DueDateQuestion.CITY_CALENDAR);
    List<String> starts = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    LocalDate today = calendar.dateAt(clock.instant());
    for (LocalDate day = today.minusDays(DAYS); day.isBefore(today.plusDays(DAYS)); ) {
      if (calendar.covers(day)) {
        for (Session session : calendar.day(day).sessions()) {
          LocalDate last = session.closes().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
          starts.add(day.atTime(session.opens()).atZone(calendar.zone()).toInstant().toString());
          ends.add(last.atTime(session.closes()).atZone(calendar.zone()).toInstant().toString());
        }
      }
      day = day.plusDays(1);
    }
    try (Connection connection = database.getConnection()) {
      Query.of(
              connection,
              """
              with wanted as (
                select * from unnest(?::text[]::timestamptz[], ?::text[]::timestamptz[])
                  as w (starts_at, ends_at)),
              gone as (
                delete from working_span
                where starts_at not in (select starts_at from wanted))
              insert into working_span select starts_at, ends_at from wanted
              on conflict (starts_at) do update set ends_at = excluded.ends_at
              where working_span.ends_at <> excluded.ends_at""",
              starts,
              ends)
          .update();
    } catch (SQLException e) {
      // The stream goes on with the former ones.
      LOG.log(System.Logger.Level.WARNING, "Working time was not published; again in a while", e);
    }
  }
}
