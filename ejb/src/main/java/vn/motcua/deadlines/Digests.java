package vn.motcua.deadlines;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingCalendar;
import vn.motcua.worktime.WorkingTime;

/**
 * Makes the digests (bản tin nhắc việc) of a working day once each, and tells at once only what is
 * of the same day: what was not told yet, not what is young, so that an outage costs nobody an
 * alert. Of the city's own dataset.
 */
@Stateless
public class Digests {

  private static final int CITY = 1;
  private static final int MOST_ALERTS = 50_000;

  /** The first so many are named; the rest is a number. */
  private static final int NAMED = 20;

  /** A digest that could not be made in time is not made in the evening. */
  private static final Duration LATEST = Duration.ofHours(3);

  private static final String NOW = "NOW";

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private OrganisationDirectory organisation;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  public Digests() {}

  /** For use without a container. */
  Digests(DataSource database, InstantSource clock, BundledCalendars calendars) {
    this.database = database;
    this.clock = clock;
    this.calendars = calendars;
    organisation = new OrganisationDirectory(database);
  }

  /** What was raised lately and may have to be told at once; cheap to ask. */
  public Set<String> raisedLately() {
    try (Connection connection = database.getConnection()) {
      return RaisedLately.of(connection, CITY, clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Makes what is due now; several nodes may ask at once.
   *
   * @return false where another node is at it
   */
  public boolean make() {
    Instant now = clock.instant();
    WorkingCalendar calendar = calendars.ofCode(DueDateQuestion.CITY_CALENDAR);
    LocalDate day = calendar.dateAt(now);
    if (!calendar.covers(day) || !calendar.day(day).isWorking()) {
      return true;
    }
    try (Connection connection = database.getConnection()) {
      boolean mine =
          Query.of(connection, "select pg_try_advisory_xact_lock(hashtext('digests'))")
              .first(row -> row.getBoolean(1))
              .orElse(false);
      if (!mine) {
        return false;
      }
      List<String> slots = due(connection, day, now, calendar);
      Instant morning = day.atStartOfDay(calendar.zone()).toInstant();
      OpenAlerts alerts = new OpenAlerts(connection);
      List<OpenAlert> open = slots.isEmpty() ? List.of() : alerts.everywhere(CITY, MOST_ALERTS);
      List<OpenAlert> sameDay = alerts.ofOneDay(CITY, morning, MOST_ALERTS);
      if (slots.isEmpty() && sameDay.isEmpty()) {
        return true;
      }
      Escalation escalation = Escalation.on(connection, now);
      WorkingTime time = new WorkingTime(calendar);
      List<Audience> everybody = new Audiences(connection, organisation).read();
      Told told = Told.since(connection, CITY, morning);
      if (!slots.isEmpty()) {
        List<Rising> risen = Rising.of(open, escalation, now, time);
        for (String slot : slots) {
          digest(connection, slot, day, risen, everybody, told, now);
        }
      }
      // What a digest of this very round has told is not told at once as well.
      for (Rising one : Rising.of(sameDay, escalation, now, time)) {
        for (Audience person : everybody) {
          if (one.alert().kind().isToldAtOnce()
              && person.isToldOf(one.alert(), one.level())
              && told.tell(person.login(), one.alert(), NOW, now)) {
            String subject = one.alert().id().toString();
            write(connection, person.login(), day, NOW, subject, List.of(one.alert()), now);
          }
        }
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An alert with the level it has come up to. */
  private record Rising(OpenAlert alert, Level level) {

    static List<Rising> of(
        List<OpenAlert> alerts, Escalation escalation, Instant now, WorkingTime time) {
      return alerts.stream()
          .map(alert -> new Rising(alert, escalation.of(alert.kind(), alert.raisedAt(), now, time)))
          .toList();
    }
  }

  private static void digest(
      Connection connection,
      String slot,
      LocalDate day,
      List<Rising> open,
      List<Audience> everybody,
      Told told,
      Instant now)
      throws SQLException {
    int people = 0;
    for (Audience one : everybody) {
      List<OpenAlert> theirs = new ArrayList<>();
      for (Rising rising : open) {
        if (one.isToldOf(rising.alert(), rising.level())) {
          theirs.add(rising.alert());
        }
      }
      if (!theirs.isEmpty()) {
        write(connection, one.login(), day, slot, "", theirs, now);
        for (OpenAlert alert : theirs) {
          if (alert.sameDay() && alert.kind().isToldAtOnce()) {
            told.tell(one.login(), alert, slot, now);
          }
        }
        people++;
      }
    }
    Query.of(
            connection,
            "insert into digest_run (day, slot, made_at, told) values (?, ?, ?, ?)",
            day,
            slot,
            now,
            people)
        .update();
  }

  private static List<String> due(
      Connection connection, LocalDate day, Instant now, WorkingCalendar calendar)
      throws SQLException {
    return Query.of(
            connection,
            """
            select t.slot, t.at from digest_time t
            where t.valid_from <= ? and t.valid_to > ?
              and not exists (select from digest_run r where r.day = ? and r.slot = t.slot)
            order by t.at""",
            day,
            day,
            day)
        .list(row -> new Slot(row.getString("slot"), row.getObject("at", LocalTime.class)))
        .stream()
        .filter(
            slot -> {
              Instant at = day.atTime(slot.at()).atZone(calendar.zone()).toInstant();
              return !at.isAfter(now) && at.plus(LATEST).isAfter(now);
            })
        .map(Slot::name)
        .toList();
  }

  private record Slot(String name, LocalTime at) {}

  private static void write(
      Connection connection,
      String login,
      LocalDate day,
      String slot,
      String subject,
      List<OpenAlert> alerts,
      Instant now)
      throws SQLException {
    List<OpenAlert> named =
        alerts.stream()
            .sorted(
                Comparator.comparing(OpenAlert::kind)
                    .thenComparing(OpenAlert::raisedAt)
                    .thenComparing(OpenAlert::code))
            .limit(NAMED)
            .toList();
    Query.of(
            connection,
            """
            insert into staff_notice
              (dataset_id, login, day, slot, subject, total, kinds, codes, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (dataset_id, login, day, slot, subject) do nothing""",
            CITY,
            login,
            day,
            slot,
            subject,
            alerts.size(),
            named.stream().map(alert -> alert.kind().name()).toList(),
            named.stream().map(OpenAlert::code).toList(),
            now)
        .update();
  }

  /** What somebody was told on a day, the newest first. */
  static List<Notice> today(Connection connection, int dataset, String login, LocalDate day)
      throws SQLException {
    return Query.of(
            connection,
            """
            select * from staff_notice where dataset_id = ? and login = ? and day = ?
            order by made_at desc, id desc limit 10""",
            dataset,
            login,
            day)
        .list(
            row ->
                new Notice(
                    row.getString("slot"),
                    Query.moment(row, "made_at"),
                    row.getInt("total"),
                    Query.texts(row, "kinds"),
                    Query.texts(row, "codes")));
  }
}
