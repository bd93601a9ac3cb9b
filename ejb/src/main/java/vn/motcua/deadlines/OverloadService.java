package vn.motcua.deadlines;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingCalendar;
import vn.motcua.worktime.WorkingTime;

/** Arrivals, queue and waiting against open counters, branch by branch (quá tải). */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OverloadService {

  private static final Duration LATELY = Duration.ofHours(1);

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  public OverloadService() {}

  /** For use without a container. */
  OverloadService(
      DataSource database, Access access, InstantSource clock, BundledCalendars calendars) {
    this.database = database;
    this.access = access;
    this.clock = clock;
    this.calendars = calendars;
  }

  /**
   * The caller's branches at which something happened or waits, by name.
   *
   * @param dataset code of the dataset; {@code hanoi} where none is given
   */
  public List<BranchLoad> branches(String dataset) {
    access.require(
        Role.BRANCH_DIRECTOR, Role.LEADER, Role.REPORTER, Role.ADMINISTRATOR, Role.AUDITOR);
    Scope scope = access.scope();
    Instant now = clock.instant();
    WorkingCalendar calendar = calendars.ofCode(DueDateQuestion.CITY_CALENDAR);
    WorkingTime time = new WorkingTime(calendar);
    List<Integer> units =
        scope.unitIds().isEmpty() ? Collections.singletonList(-1) : List.copyOf(scope.unitIds());
    try (Connection connection = database.getConnection()) {
      int set = OpenAlerts.dataset(connection, dataset);
      OverloadLevels levels = OverloadLevels.on(connection, calendar.dateAt(now));
      return Query.of(
              connection,
              """
              with seen as (
                select branch_id, count(*) as arrivals, count(distinct clerk) as counters
                from visit where dataset_id = ? and began_at > ? and began_at <= ?
                group by branch_id),
              filed as (
                select branch_id, count(*) as number, min(arrived_at) as oldest
                from submission where dataset_id = ? and state = 'WAITING' group by branch_id),
              begun as (
                select t.unit_id as branch_id, count(*) as number
                from dossier_task t join dossier d on d.id = t.dossier_id
                where t.dataset_id = ? and t.completed_at is null and t.role = 'CLERK'
                  and d.state = 'OPEN'
                group by t.unit_id)
              select u.id, u.name, coalesce(s.arrivals, 0) as arrivals,
                coalesce(s.counters, 0) as counters,
                coalesce(f.number, 0) + coalesce(b.number, 0) as queue, f.oldest
              from unit u left join seen s on s.branch_id = u.id
              left join filed f on f.branch_id = u.id left join begun b on b.branch_id = u.id
              where (s.arrivals > 0 or f.number > 0 or b.number > 0)
                and (? or u.id = any(?)) order by u.name, u.id""",
              set,
              now.minus(LATELY),
              now,
              set,
              set,
              scope.wholeCity(),
              units)
          .list(
              row -> {
                Instant oldest = Query.moment(row, "oldest");
                return levels.weigh(
                    row.getInt("id"),
                    row.getString("name"),
                    row.getInt("arrivals"),
                    row.getInt("counters"),
                    row.getInt("queue"),
                    oldest == null || oldest.isAfter(now) ? 0 : time.minutesBetween(oldest, now));
              });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
