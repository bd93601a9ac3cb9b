package vn.motcua.deadlines;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * The thresholds of alerts, of who is told, and of overload: as data with days, and a journal of
 * who moved which. A dossier keeps the rule of the day of its receipt.
 */
@Stateless
public class Thresholds {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int MOST_VALUE = 100_000;
  private static final int MOST_LINES = 100;
  private static final String ALL_PROCEDURES = "0";

  /** In each of these a later one must not be reached before an earlier one. */
  private static final List<List<String>> ORDERS =
      List.of(
          List.of(Level.HEAD.name(), Level.BRANCH_DIRECTOR.name(), Level.CENTRE.name()),
          List.of(OverloadLevels.BUSY, OverloadLevels.OVERLOADED));

  private static final String LIST =
      "select t.*, coalesce(p.code, '') as procedure from ("
          + Stream.of(ThresholdTable.values())
              .map(ThresholdTable::select)
              .collect(Collectors.joining(" union all "))
          + ") t left join procedure p on t.threshold = 'ALERT' and p.id::text = t.part"
          + " order by array_position(array['ALERT', 'ESCALATION', 'OVERLOAD'], t.threshold),"
          + " t.kind, array_position(array['HEAD', 'BRANCH_DIRECTOR', 'CENTRE', 'BUSY',"
          + " 'OVERLOADED'], t.part), t.part, t.valid_from";

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public Thresholds() {}

  /** For use without a container. */
  Thresholds(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /** What holds today and what is set for later. Roles: administrator, auditor. */
  public List<Threshold> list() {
    access.require(Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      return read(connection, today());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The last changes, the newest first; at most a hundred. Roles: administrator, auditor. */
  public List<ThresholdChange> journal() {
    access.require(Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select c.*, coalesce(p.code, '') as procedure
              from threshold_change c
              left join procedure p on c.threshold = 'ALERT' and p.id::text = c.part
              order by c.id desc limit ?""",
              MOST_LINES)
          .list(
              row ->
                  new ThresholdChange(
                      ThresholdTable.valueOf(row.getString("threshold")),
                      row.getString("kind"),
                      row.getString("part"),
                      row.getString("procedure"),
                      row.getInt("old_value"),
                      row.getInt("new_value"),
                      row.getObject("valid_from", LocalDate.class),
                      row.getString("basis"),
                      row.getString("changed_by"),
                      Query.moment(row, "changed_at"),
                      row.getBoolean("ended")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Moves a threshold from a day on; one that is set for that very day is set anew. Role:
   * administrator. Written to the journal and to the audit trail.
   *
   * @param kind and {@code part}: which one, as {@link Threshold} says
   * @param value the new one; null: no number was given
   * @param from today or later, in the city's zone
   * @param basis the decision that orders it
   * @throws ThresholdFailure where it makes no sense
   */
  public void change(
      ThresholdTable table, String kind, String part, Integer value, LocalDate from, String basis) {
    Account administrator = access.require(Role.ADMINISTRATOR);
    if (table == null || kind == null || part == null) {
      throw new ThresholdFailure.Unknown();
    }
    String why = checked(table, value, from, basis);
    try (Connection connection = database.getConnection()) {
      alone(connection);
      Threshold former =
          find(connection, table, kind, part, from).orElseThrow(ThresholdFailure.Unknown::new);
      move(connection, former, value, from, why, administrator.login());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Gives a procedure a rule of its own for alerts, as that of all procedures but for its value.
   * Role: administrator. One that it has already is moved.
   *
   * @param procedure its code
   * @throws ThresholdFailure where it makes no sense
   */
  public void changeFor(
      String procedure, String kind, Integer value, LocalDate from, String basis) {
    Account administrator = access.require(Role.ADMINISTRATOR);
    String why = checked(ThresholdTable.ALERT, value, from, basis);
    try (Connection connection = database.getConnection()) {
      alone(connection);
      int id = procedure(connection, procedure);
      Optional<Threshold> present =
          find(connection, ThresholdTable.ALERT, kind, String.valueOf(id), from);
      if (present.isPresent()) {
        move(connection, present.get(), value, from, why, administrator.login());
        return;
      }
      Threshold general =
          find(connection, ThresholdTable.ALERT, kind, ALL_PROCEDURES, from)
              .orElseThrow(ThresholdFailure.Unknown::new);
      Query.of(
              connection,
              """
              insert into alert_rule (kind, procedure_id, minutes, working, not_before_percent,
                basis, valid_from, valid_to)
              select kind, ?, ?, working, not_before_percent, ?, ?, coalesce((
                select min(later.valid_from) from alert_rule later
                where later.kind = r.kind and later.procedure_id = ? and later.valid_from > ?),
                'infinity')
              from alert_rule r
              where kind = ? and procedure_id = 0 and valid_from <= ? and valid_to > ?""",
              id,
              value,
              why,
              from,
              id,
              from,
              kind,
              from,
              from)
          .update();
      Threshold own =
          new Threshold(
              ThresholdTable.ALERT,
              kind,
              String.valueOf(id),
              procedure,
              general.value(),
              why,
              from,
              null);
      record(connection, own, value, from, why, administrator.login());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Ends a procedure's own rule for alerts: for dossiers received from that day on the rule of all
   * procedures holds again; those received before keep theirs. Role: administrator. Written to the
   * journal and to the audit trail.
   *
   * @param procedure its code
   * @param from the first day without it, today or later and after the day it begins on
   * @throws ThresholdFailure where it makes no sense
   */
  public void endFor(String procedure, String kind, LocalDate from, String basis) {
    Account administrator = access.require(Role.ADMINISTRATOR);
    String why = checked(from, basis);
    try (Connection connection = database.getConnection()) {
      alone(connection);
      String id = String.valueOf(procedure(connection, procedure));
      Threshold own =
          read(connection, from).stream()
              .filter(one -> one.table() == ThresholdTable.ALERT && one.part().equals(id))
              .filter(one -> one.kind().equals(kind))
              .max(Comparator.comparing(Threshold::from))
              .orElseThrow(() -> new ThresholdFailure.NoneOfItsOwn(StoredText.line(procedure)));
      if (!own.from().isBefore(from)) {
        throw new ThresholdFailure.EndsBeforeItBegins(own.from());
      }
      Threshold general =
          find(connection, ThresholdTable.ALERT, kind, ALL_PROCEDURES, from)
              .orElseThrow(ThresholdFailure.Unknown::new);
      Query.of(connection, ThresholdTable.ALERT.end(), from, kind, id, from, from).update();
      record(connection, own, general.value(), from, why, administrator.login(), true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int procedure(Connection connection, String code) throws SQLException {
    return Query.of(
            connection,
            "select id from procedure where dataset_id = 1 and code = ?",
            StoredText.line(code))
        .first(row -> row.getInt(1))
        .orElseThrow(() -> new ThresholdFailure.NoProcedure(StoredText.line(code)));
  }

  private void move(
      Connection connection, Threshold former, int value, LocalDate from, String why, String login)
      throws SQLException {
    ThresholdTable table = former.table();
    String kind = former.kind();
    String part = former.part();
    if (former.from().equals(from)) {
      Query.of(connection, table.set(), value, why, kind, part, from).update();
    } else {
      // First the copy, which takes the end of the row that it follows.
      Query.of(connection, table.copy(), value, why, from, kind, part, from, from).update();
      Query.of(connection, table.end(), from, kind, part, from, from).update();
    }
    checkOrder(connection, table, kind, from);
    record(connection, former, value, from, why, login);
  }

  /** One change at a time: the order of levels is looked at over several rows. */
  private static void alone(Connection connection) throws SQLException {
    Query.of(connection, "select pg_advisory_xact_lock(hashtext('thresholds'))").first(row -> true);
  }

  private String checked(ThresholdTable table, Integer value, LocalDate from, String basis) {
    if (value == null || value < table.least() || value > MOST_VALUE) {
      throw new ThresholdFailure.BadValue(table.least(), MOST_VALUE);
    }
    return checked(from, basis);
  }

  private String checked(LocalDate from, String basis) {
    LocalDate today = today();
    if (from == null || from.isBefore(today)) {
      throw new ThresholdFailure.PastDay(today);
    }
    String why = StoredText.line(basis);
    if (why.isEmpty()) {
      throw new ThresholdFailure.NoBasis();
    }
    return why;
  }

  private static Optional<Threshold> find(
      Connection connection, ThresholdTable table, String kind, String part, LocalDate day)
      throws SQLException {
    return on(connection, day).stream()
        .filter(one -> one.table() == table && one.kind().equals(kind))
        .filter(one -> one.part().equals(part))
        .findFirst();
  }

  private static void checkOrder(
      Connection connection, ThresholdTable table, String kind, LocalDate day) throws SQLException {
    Map<String, Integer> values =
        on(connection, day).stream()
            .filter(one -> one.table() == table && one.kind().equals(kind))
            .collect(Collectors.toMap(Threshold::part, Threshold::value));
    for (List<String> order : ORDERS) {
      int before = 0;
      for (String part : order) {
        int value = values.getOrDefault(part, before);
        if (value < before) {
          throw new ThresholdFailure.OutOfOrder();
        }
        before = value;
      }
    }
  }

  private void record(
      Connection connection,
      Threshold former,
      int value,
      LocalDate from,
      String basis,
      String login)
      throws SQLException {
    record(connection, former, value, from, basis, login, false);
  }

  private void record(
      Connection connection,
      Threshold former,
      int value,
      LocalDate from,
      String basis,
      String login,
      boolean ended)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into threshold_change (threshold, kind, part, old_value, new_value, valid_from,
              basis, changed_by, changed_at, ended)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            former.table(),
            former.kind(),
            former.part(),
            former.value(),
            value,
            from,
            basis,
            login,
            clock.instant(),
            ended)
        .update();
    trail.record(
        ended ? "threshold.end" : "threshold.change",
        "threshold " + former.table() + " " + former.kind() + " " + former.part(),
        Map.of(
            "old", String.valueOf(former.value()),
            "new", String.valueOf(value),
            "from", from.toString()));
  }

  private static List<Threshold> on(Connection connection, LocalDate day) throws SQLException {
    return read(connection, day).stream().filter(one -> !one.from().isAfter(day)).toList();
  }

  private static List<Threshold> read(Connection connection, LocalDate day) throws SQLException {
    return Query.of(connection, LIST, day, day, day).list(Thresholds::threshold);
  }

  private static Threshold threshold(ResultSet row) throws SQLException {
    LocalDate to = row.getObject("valid_to", LocalDate.class);
    return new Threshold(
        ThresholdTable.valueOf(row.getString("threshold")),
        row.getString("kind"),
        row.getString("part"),
        row.getString("procedure"),
        row.getInt("value"),
        row.getString("basis"),
        row.getObject("valid_from", LocalDate.class),
        LocalDate.MAX.equals(to) ? null : to);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
