package vn.motcua.demo;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingCalendar;

/** Makes the dataset of a demo and reads what the demo needs of the city. */
@Stateless
public class DemoDatasets {

  /** A quarter of an hour before the doors open. */
  private static final LocalTime FIRST_MOMENT = LocalTime.of(7, 45);

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private BundledCalendars calendars;

  /**
   * What a run works with.
   *
   * @param first the day it begins on
   * @param firstMoment when on that day
   * @param branches bodies of the branches by their codes
   * @param communes bodies in which people live
   */
  public record Stage(
      int datasetId,
      String dataset,
      LocalDate first,
      Instant firstMoment,
      WorkingCalendar calendar,
      Map<String, Integer> branches,
      List<Integer> communes) {}

  /** Makes a new dataset, active at once: a demo counts from its first dossier. */
  public Stage begin(DemoOrder order, Instant now) {
    WorkingCalendar calendar = calendars.ofCode(DueDateQuestion.CITY_CALENDAR);
    LocalDate today = calendar.dateAt(now);
    LocalDate first = back(calendar, today, order.workingDays());
    try (Connection connection = database.getConnection()) {
      String code =
          Query.of(
                  connection,
                  """
                  insert into dataset
                    (code, name, kind, zone, status, activated_at, reference_id)
                  select 'ngay-mau-' || n, 'Ngày mẫu ' || n || ' (hạt giống ' || ? || ')', 'DEMO',
                    ?, 'ACTIVE', ?, 1
                  from (select count(*) + 1 as n from dataset where kind = 'DEMO') number
                  returning id || ' ' || code""",
                  Long.toString(order.seed()),
                  calendar.zone().getId(),
                  now)
              .first(row -> row.getString(1))
              .orElseThrow();
      String[] parts = code.split(" ");
      return new Stage(
          Integer.parseInt(parts[0]),
          parts[1],
          first,
          first.atTime(FIRST_MOMENT).atZone(calendar.zone()).toInstant(),
          calendar,
          branches(connection, today),
          communes(connection, today));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LocalDate back(WorkingCalendar calendar, LocalDate today, int workingDays) {
    LocalDate day = today;
    for (int left = workingDays; left > 0; ) {
      day = day.minusDays(1);
      if (calendar.day(day).isWorking()) {
        left--;
      }
    }
    return day;
  }

  private static Map<String, Integer> branches(Connection connection, LocalDate day)
      throws SQLException {
    Map<String, Integer> bodies = new HashMap<>();
    Query.of(
            connection,
            """
            select code, coalesce(lineage_id, id) as body from unit
            where dataset_id = 1 and kind = 'BRANCH' and valid_from <= ? and valid_to > ?""",
            day,
            day)
        .list(row -> bodies.put(row.getString("code"), row.getInt("body")));
    return bodies;
  }

  private static List<Integer> communes(Connection connection, LocalDate day) throws SQLException {
    return Query.of(
            connection,
            """
            select coalesce(lineage_id, id) from unit
            where dataset_id = 1 and kind = 'COMMUNE' and valid_from <= ? and valid_to > ?
            order by code""",
            day,
            day)
        .list(row -> row.getInt(1));
  }
}
