package vn.motcua.deadlines;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingTime;

/**
 * How long steps took lately: of the dossiers finished last, in working time, read again after a
 * while. A pause counts, for it is part of how long one waits; the due moment moves with a lawful
 * one.
 */
@ApplicationScoped
public class RecentTimes {

  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final Duration LOOKED_BACK = Duration.ofDays(365);
  private static final int MOST_STEPS = 30_000;
  private static final int MOST_DATASETS = 20;

  /** Working minutes after the beginning of a step: at once, a day, three days, two weeks. */
  private static final long[] LOOKS = {0, 480, 1_440, 4_800};

  private record Known(StepTimes times, Instant until) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  private final ConcurrentMap<Integer, Known> known = new ConcurrentHashMap<>();

  public RecentTimes() {}

  /** For use without a container. */
  RecentTimes(DataSource database, InstantSource clock, BundledCalendars calendars) {
    this.database = database;
    this.clock = clock;
    this.calendars = calendars;
  }

  StepTimes model(int dataset) {
    Instant now = clock.instant();
    Known found = known.get(dataset);
    if (found != null && found.until().isAfter(now)) {
      return found.times();
    }
    StepTimes times = read(dataset, now);
    if (known.size() >= MOST_DATASETS) {
      known.clear();
    }
    known.put(dataset, new Known(times, now.plus(KEPT)));
    return times;
  }

  private StepTimes read(int dataset, Instant now) {
    WorkingTime time = new WorkingTime(calendars.ofCode(DueDateQuestion.CITY_CALENDAR));
    RemainingTimes.Collector remaining = new RemainingTimes.Collector();
    RemainingTimes.Collector own = new RemainingTimes.Collector();
    List<Ended> ended = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      Query.of(
              connection,
              """
              (select d.field_id, coalesce(d.procedure_id, 0) as procedure_id, t.position,
                t.begun_at, least(t.completed_at, d.finished_at) as completed_at, d.finished_at,
                d.due_at
              from dossier d join dossier_task t on t.dossier_id = d.id
              where d.dataset_id = ? and d.finished_at > ? and d.state = 'FINISHED'
                and t.begun_at < d.finished_at and t.completed_at is not null and not t.abandoned
              order by d.finished_at desc limit ?)
              union all
              (select d.field_id, coalesce(d.procedure_id, 0), t.position, t.begun_at,
                t.completed_at, null, d.due_at
              from dossier d join dossier_task t on t.dossier_id = d.id
              where d.dataset_id = ? and d.state in ('OPEN', 'PAUSED') and t.begun_at > ?
                and t.begun_at < ?
              order by t.begun_at desc limit ?)""",
              dataset,
              now.minus(LOOKED_BACK),
              MOST_STEPS,
              dataset,
              now.minus(LOOKED_BACK),
              now,
              MOST_STEPS)
          .list(
              row -> {
                Instant begun = Query.moment(row, "begun_at");
                Instant completed = Query.moment(row, "completed_at");
                Instant finished = Query.moment(row, "finished_at");
                List<String> path =
                    StepTimes.path(
                        row.getInt("field_id"), row.getInt("procedure_id"), row.getInt("position"));
                if (finished == null) {
                  remaining.addLasting(path, time.minutesBetween(begun, now));
                } else {
                  long minutes = time.minutesBetween(begun, finished);
                  remaining.add(path, minutes);
                  Instant due = Query.moment(row, "due_at");
                  if (due != null && due.isAfter(begun)) {
                    ended.add(
                        new Ended(
                            path, minutes, time.minutesBetween(begun, due), finished.isAfter(due)));
                  }
                }
                if (completed != null && !completed.isBefore(begun)) {
                  own.add(path, time.minutesBetween(begun, completed));
                }
                return true;
              });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    RemainingTimes times = remaining.times();
    return new StepTimes(times, own.times(), reliability(times, ended));
  }

  /** A step of a dossier that is over: how long it took from there, and how long it had. */
  private record Ended(List<String> path, long minutes, long had, boolean late) {}

  /** What one would have told, had one looked at some moments while they were open. */
  private static Reliability reliability(RemainingTimes times, List<Ended> ended) {
    Reliability.Collector collector = new Reliability.Collector();
    for (Ended one : ended) {
      for (long look : LOOKS) {
        if (look < one.minutes() && look < one.had()) {
          collector.tell(times.late(one.path(), look, one.had() - look), one.late());
        }
      }
    }
    return collector.reliability();
  }
}
