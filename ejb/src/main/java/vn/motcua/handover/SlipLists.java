package vn.motcua.handover;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;

/**
 * What waits to be handed over and the slips there are (danh sách bàn giao), by the other side and
 * the direction, page by page: whatever waits stands on one of them.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SlipLists {

  /** Lines of a page. */
  static final int PAGE = 100;

  private static final Role[] STAFF = {Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR};

  /** Of the caller's bodies, the other side and the direction being as asked. */
  private static final String SLIPS =
      """
      from handover_slip s join unit f on f.id = s.from_unit join unit t on t.id = s.to_unit
      where s.dataset_id = 1
        and ((? and (? or s.from_unit = any(?::int[]))
              and (? = 0 or coalesce(t.lineage_id, t.id) =
                   (select coalesce(lineage_id, id) from unit where id = ?)))
          or (? and (? or s.to_unit = any(?::int[]))
              and (? = 0 or coalesce(f.lineage_id, f.id) =
                   (select coalesce(lineage_id, id) from unit where id = ?))))
      """;

  private static final String PENDING =
      """
      from dossier d join unit u on u.id = d.unit_id
      where d.dataset_id = 1 and d.branch_id = any(?::int[])
        and (? = 0 or coalesce(u.lineage_id, u.id) =
             (select coalesce(lineage_id, id) from unit where id = ?))
        and d.state in ('OPEN', 'PAUSED')
        and exists (select 1 from dossier_paper p
          left join paper_custody k on k.paper_id = p.id
          where p.dossier_id = d.id and p.custody = 'KEPT' and p.originals > 0
            and coalesce(k.state, 'KEPT') = 'KEPT'
            and coalesce(k.unit_id, d.branch_id) = d.branch_id)
        and not exists (select 1 from handover_line l where l.dossier_id = d.id and l.pending)
      """;

  /** A body of today, by its id and name. */
  public record Body(int id, String name) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  public SlipLists() {}

  /** For use without a container. */
  SlipLists(DataSource database, Access access, InstantSource clock, BundledCalendars calendars) {
    this.database = database;
    this.access = access;
    this.clock = clock;
    this.calendars = calendars;
  }

  /** The caller's own bodies that give and take papers. */
  public List<Body> ownBodies() {
    access.require(STAFF);
    return bodies(access.scope());
  }

  /** All bodies that give and take papers: branches, points, communes, departments. */
  public List<Body> allBodies() {
    access.require(STAFF);
    return bodies(new Scope(true, Set.of()));
  }

  private List<Body> bodies(Scope scope) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), HandoverTime.ZONE);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select id, name from unit
              where dataset_id = 1 and valid_from <= ? and valid_to > ?
                and kind in ('BRANCH', 'POINT', 'COMMUNE', 'DEPARTMENT', 'OFFICE')
                and (? or id = any(?::int[]))
              order by kind, name, id limit 400""",
              day,
              day,
              scope.wholeCity(),
              List.copyOf(scope.unitIds()))
          .list(row -> new Body(row.getInt("id"), row.getString("name")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The slips of the caller's bodies, those not received yet first, then the latest. */
  public SlipPage<SlipView.Summary> slips(SlipQuestion asked) {
    access.require(STAFF);
    Scope scope = access.scope();
    List<Integer> units = List.copyOf(scope.unitIds());
    boolean out = asked.direction() != SlipQuestion.Direction.IN;
    boolean in = asked.direction() != SlipQuestion.Direction.OUT;
    List<Object> values = new ArrayList<>();
    for (boolean way : new boolean[] {out, in}) {
      values.addAll(List.of(way, scope.wholeCity(), units, asked.body(), asked.body()));
    }
    try (Connection connection = database.getConnection()) {
      long total = count(connection, SLIPS, values);
      SlipMark mark = SlipMark.read(asked.after());
      String beyond = "";
      if (mark != null) {
        beyond =
            """
            and (s.state = 'RECEIVED' and not ?
              or (s.state = 'RECEIVED') = ? and (s.opened_at, s.id) < (?, ?))
            """;
        values.addAll(List.of(mark.last(), mark.last(), mark.at(), mark.id()));
      }
      values.add(PAGE + 1);
      List<SlipView.Summary> lines =
          Query.of(
                  connection,
                  "select s.*, f.name as from_name, t.name as to_name,"
                      + " (select count(*) from handover_line l where l.slip_id = s.id) as lines "
                      + SLIPS
                      + beyond
                      + " order by s.state = 'RECEIVED', s.opened_at desc, s.id desc limit ?",
                  values.toArray())
              .list(
                  row ->
                      new SlipView.Summary(
                          row.getLong("id"),
                          row.getString("number"),
                          SlipKind.valueOf(row.getString("kind")),
                          SlipState.valueOf(row.getString("state")),
                          row.getString("from_name"),
                          row.getString("to_name"),
                          row.getInt("lines"),
                          Query.moment(row, "opened_at")));
      return page(
          lines,
          total,
          last -> new SlipMark(last.state() == SlipState.RECEIVED, last.openedAt(), last.id()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What waits to be handed over at the caller's branches, the oldest first; nothing where only
   * what is received is asked for.
   */
  public SlipPage<SlipView.Pending> pending(SlipQuestion asked) {
    access.require(STAFF);
    if (asked.direction() == SlipQuestion.Direction.IN) {
      return new SlipPage<>(List.of(), 0, null);
    }
    List<Object> values = new ArrayList<>();
    values.addAll(List.of(List.copyOf(access.scope().unitIds()), asked.body(), asked.body()));
    try (Connection connection = database.getConnection()) {
      long total = count(connection, PENDING, values);
      SlipMark mark = SlipMark.read(asked.after());
      String beyond = "";
      if (mark != null) {
        beyond = " and (d.received_at, d.id) > (?, ?)";
        values.addAll(List.of(mark.at(), mark.id()));
      }
      values.add(PAGE + 1);
      HandoverTime time =
          new HandoverTime(connection, calendars.ofCode(DueDateQuestion.CITY_CALENDAR));
      Instant now = clock.instant();
      List<SlipView.Pending> lines =
          Query.of(
                  connection,
                  "select d.id, d.code, "
                      + Slips.PROCEDURE
                      + " as procedure, d.unit_id, u.name, d.received_at "
                      + PENDING
                      + beyond
                      + " order by d.received_at, d.id limit ?",
                  values.toArray())
              .list(
                  row -> {
                    Instant received = Query.moment(row, "received_at");
                    Instant by = time.handBy(received);
                    return new SlipView.Pending(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("procedure"),
                        row.getInt("unit_id"),
                        row.getString("name"),
                        received,
                        by,
                        now.isAfter(by));
                  });
      return page(lines, total, last -> new SlipMark(false, last.receivedAt(), last.dossierId()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(Connection connection, String from, List<Object> values)
      throws SQLException {
    return Query.of(connection, "select count(*) as n " + from, values.toArray())
        .first(row -> row.getLong("n"))
        .orElse(0L);
  }

  private static <T> SlipPage<T> page(List<T> found, long total, Function<T, SlipMark> mark) {
    List<T> shown = found.stream().limit(PAGE).toList();
    return new SlipPage<>(
        shown, total, found.size() > PAGE ? mark.apply(shown.getLast()).write() : null);
  }

  /**
   * Where a page ends.
   *
   * @param last among those that were received
   */
  private record SlipMark(boolean last, Instant at, long id) {

    String write() {
      return (last ? "1" : "0") + "_" + at.toEpochMilli() + "_" + id;
    }

    /** Null for the first page, and for a mark that is not ours. */
    static SlipMark read(String text) {
      if (text == null || !text.matches("[01]_\\d{1,18}_\\d{1,18}")) {
        return null;
      }
      String[] parts = text.split("_");
      try {
        return new SlipMark(
            "1".equals(parts[0]),
            Instant.ofEpochMilli(Long.parseLong(parts[1])),
            Long.parseLong(parts[2]));
      } catch (DateTimeException e) {
        return null;
      }
    }
  }
}
