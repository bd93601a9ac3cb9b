package vn.motcua.worktime;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;

/**
 * The calendars that come with the program, and what was applied to them since: the newest revision
 * in the database counts. A revision applied on another node is seen here after some seconds.
 */
@ApplicationScoped
public class BundledCalendars {
  /** Letters, digits and hyphens only, so that a code can never lead out of the folder. */
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final Duration KEPT = Duration.ofSeconds(2);

  private record Known(WorkingCalendar calendar, Instant until) {}

  private record KnownHours(CityHours hours, Instant until) {}

  private final Map<String, Known> read = new ConcurrentHashMap<>();

  private volatile KnownHours hours;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private InstantSource clock;

  public BundledCalendars() {}

  /** For use without a container, with the revisions of a database. */
  public BundledCalendars(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Finds a calendar by its code.
   *
   * @throws WorktimeException.UnknownCalendar when there is none
   * @throws WorktimeException.InvalidCalendar when its file is wrong
   */
  public WorkingCalendar ofCode(String code) {
    check(code);
    Instant now = database == null ? Instant.EPOCH : clock.instant();
    Known known = read.get(code);
    if (known != null && (database == null || known.until().isAfter(now))) {
      return known.calendar();
    }
    WorkingCalendar calendar = newest(code, known == null ? null : known.calendar());
    // Unknown codes are not remembered: anybody may ask for any number of them.
    read.put(code, new Known(calendar, now.plus(KEPT)));
    return calendar;
  }

  /**
   * The newest revision as it is written, comments and all.
   *
   * @throws WorktimeException.UnknownCalendar when there is none
   */
  public String text(String code) {
    check(code);
    return applied(code, "content").orElseGet(() -> bundled(code));
  }

  /** A calendar as a revision had it; empty where there was none of this name. */
  public Optional<WorkingCalendar> revision(String code, String revision) {
    check(code);
    Optional<String> applied = Optional.empty();
    if (database != null) {
      try (Connection connection = database.getConnection()) {
        applied =
            Query.of(
                    connection,
                    "select content from calendar_revision where code = ? and revision = ?"
                        + " and status = 'APPLIED'",
                    code,
                    revision)
                .first(row -> row.getString(1));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return Optional.of(
            CalendarReader.read(
                code, code + ".csv", new StringReader(applied.orElseGet(() -> bundled(code)))))
        .filter(calendar -> calendar.version().revision().equals(revision));
  }

  /**
   * The city's calendar with the own hours of its bodies. Hours applied on another node are seen
   * here after some seconds.
   */
  public CityHours hours() {
    WorkingCalendar city = ofCode(DueDateQuestion.CITY_CALENDAR);
    if (database == null) {
      return new CityHours(city, Map.of());
    }
    Instant now = clock.instant();
    KnownHours known = hours;
    if (known == null || !known.until().isAfter(now) || known.hours().city() != city) {
      known = new KnownHours(new CityHours(city, applied()), now.plus(KEPT));
      hours = known;
    }
    return known.hours();
  }

  /** Asks the database again for the next due date. */
  public void forget(String code) {
    read.remove(code);
    hours = null;
  }

  /** By the ids of all versions of a body. */
  private Map<Integer, UnitHours> applied() {
    Map<Integer, UnitHours> units = new HashMap<>();
    try (Connection connection = database.getConnection()) {
      // Of two entries for one day the later one holds.
      Query.of(
              connection,
              """
              select v.id as unit_id, h.valid_from, h.hours
              from unit_hours h join unit u on u.id = h.unit_id
              join unit v on coalesce(v.lineage_id, v.id) = coalesce(u.lineage_id, u.id)
              where h.status = 'APPLIED' order by h.applied_at, h.id
              """)
          .list(
              row ->
                  units.merge(
                      row.getInt("unit_id"),
                      UnitHours.NONE.with(
                          row.getObject("valid_from", LocalDate.class),
                          UnitHours.week(row.getString("hours"))),
                      UnitHours::and));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return units;
  }

  private WorkingCalendar newest(String code, WorkingCalendar former) {
    Optional<String> revision = applied(code, "revision");
    boolean unchanged =
        former != null
            && revision.orElse(former.version().revision()).equals(former.version().revision());
    return unchanged
        ? former
        : CalendarReader.read(code, code + ".csv", new StringReader(text(code)));
  }

  private Optional<String> applied(String code, String column) {
    if (database == null) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              "select "
                  + column
                  + " from calendar_revision where code = ? and status = 'APPLIED'"
                  + " order by id desc limit 1",
              code)
          .first(row -> row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void check(String code) {
    if (code == null || code.length() > 60 || !CODE.matcher(code).matches()) {
      throw new WorktimeException.UnknownCalendar(code);
    }
  }

  private static String bundled(String code) {
    try (InputStream bytes =
        BundledCalendars.class.getResourceAsStream("calendar/" + code + ".csv")) {
      if (bytes == null) {
        throw new WorktimeException.UnknownCalendar(code);
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
