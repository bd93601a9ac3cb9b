package vn.motcua.figures.late;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.CountingSession;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.indicator.RegisterFigures;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;

/**
 * Late dossiers with the side that lost the time, and the word of the officers whom it concerns.
 * Throws {@link FigureFailure}, dataset and identity failures; then nothing was written.
 */
@Stateless
public class LateCauses {

  private static final int LONGEST = 1_000;

  private static final String LIST =
      "with asked as not materialized (select ?::int as dataset, ?::timestamptz as begin,"
          + " ?::timestamptz as finish, ?::timestamptz as present, ?::text as zone),\n"
          + RegisterFigures.lateSides()
          + """
          -- First those that are shown, then what belongs to them: each list is read once.
          , shown as materialized (
            select l.*, c.side as cause, c.minutes as cause_minutes
            from late l join cause c on c.dossier_id = l.dossier_id
            where ? or l.body = any (?::integer[]) or l.branch_id = any (?::integer[])
            order by c.minutes desc, l.code
            limit 200),
          shown_lost as (
            select x.dossier_id, string_agg(x.side || ' ' || x.minutes, ',') as lost from lost x
            where x.dossier_id in (select s.dossier_id from shown s) group by x.dossier_id),
          shown_step as (
            select distinct on (o.dossier_id) o.dossier_id, o.step, o.minutes from slow o
            where o.step <> '' and o.dossier_id in (select s.dossier_id from shown s)
            order by o.dossier_id, o.minutes desc, o.step)
          select l.code, l.body, l.branch_id, u.name as unit, coalesce(b.name, '') as branch,
            l.original_due_at, l.overdue_since, l.cause, x.lost,
            coalesce(k.step, '') as step, coalesce(k.minutes, 0) as step_minutes, s.side as said,
            coalesce(s.words, '') as words, coalesce(f.full_name, s.said_by, '') as said_by, s.said_at
          from shown l
          join unit u on u.id = l.body
          left join unit b on b.id = l.branch_id
          left join shown_lost x on x.dossier_id = l.dossier_id
          left join shown_step k on k.dossier_id = l.dossier_id
          left join said s on s.dossier_id = l.dossier_id
          left join account a on a.login = s.said_by
          left join staff f on f.id = a.staff_id
          order by l.cause_minutes desc, l.code
          """;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DatasetDirectory datasets;
  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public LateCauses() {}

  /** For use without a container. */
  LateCauses(
      DataSource database,
      DatasetDirectory datasets,
      Access access,
      AuditTrail trail,
      InstantSource clock) {
    this.database = database;
    this.datasets = datasets;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * The late dossiers first due in a period, those that lost most first; at most 200. Who does not
   * see the whole city sees those of the own bodies.
   *
   * @param from first day; null: the first of the present month
   * @param to the day after the last; null: tomorrow
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<LateDossier> list(String datasetCode, LocalDate from, LocalDate to) {
    access.require(
        Role.OFFICER,
        Role.BRANCH_DIRECTOR,
        Role.LEADER,
        Role.REPORTER,
        Role.ADMINISTRATOR,
        Role.AUDITOR);
    Scope scope = access.scope();
    boolean saying = access.current().roles().stream().anyMatch(this::says);
    DatasetSummary dataset = dataset(datasetCode);
    Instant now = clock.instant();
    LocalDate today = now.atZone(dataset.zone()).toLocalDate();
    LocalDate first = from == null ? today.withDayOfMonth(1) : from;
    LocalDate end = to == null ? today.plusDays(1) : to;
    if (!first.isBefore(end)) {
      throw new FigureFailure.BadQuery("period");
    }
    Instant finish = end.atStartOfDay(dataset.zone()).toInstant();
    List<Integer> own = scope.unitIds().stream().sorted().toList();
    try (Connection connection = database.getConnection();
        CountingSession session = new CountingSession(connection)) {
      return Query.of(
              connection,
              LIST,
              dataset.id(),
              first.atStartOfDay(dataset.zone()).toInstant(),
              finish,
              now,
              dataset.zone().getId(),
              scope.wholeCity(),
              own,
              own)
          .list(row -> read(row, saying, scope));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Says why a dossier was late; the former word stays on record. For officers and directors of the
   * body that decides or received it.
   *
   * @throws FigureFailure.UnknownDossier where there is none of this code
   * @throws FigureFailure.NotLate where it never was overdue
   * @throws FigureFailure.NoCause without words or with too many
   */
  public void say(String datasetCode, String code, LateSide side, String words) {
    access.require(Role.OFFICER, Role.BRANCH_DIRECTOR);
    DatasetSummary dataset = dataset(datasetCode);
    String text = words == null ? "" : StoredText.paragraphs(words);
    record Held(long id, int unit, int branch, boolean late) {}
    try (Connection connection = database.getConnection()) {
      Held dossier =
          Query.of(
                  connection,
                  """
                  select d.id, d.unit_id, coalesce(d.branch_id, 0) as branch_id,
                    exists (select 1 from read_model r
                            join dossier_fact f on f.generation = r.active_generation
                            where f.dossier_id = d.id and f.overdue_since is not null) as late
                  from dossier d where d.dataset_id = ? and d.code = ? for update of d""",
                  dataset.id(),
                  code)
              .first(
                  row ->
                      new Held(
                          row.getLong("id"),
                          row.getInt("unit_id"),
                          row.getInt("branch_id"),
                          row.getBoolean("late")))
              .orElseThrow(() -> new FigureFailure.UnknownDossier(code));
      boolean received = dossier.branch() > 0 && access.scope().includes(dossier.branch());
      Account caller =
          access.requireAt(
              received ? dossier.branch() : dossier.unit(), Role.OFFICER, Role.BRANCH_DIRECTOR);
      if (side == null || text.isBlank() || text.length() > LONGEST) {
        throw new FigureFailure.NoCause(LONGEST);
      }
      if (!dossier.late()) {
        throw new FigureFailure.NotLate(code);
      }
      Query.of(
              connection,
              """
              insert into late_statement (dossier_id, number, side, words, said_by, said_at)
              select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?
              from late_statement where dossier_id = ?""",
              dossier.id(),
              side,
              text,
              caller.login(),
              clock.instant(),
              dossier.id())
          .update();
      trail.record("late.say", "dossier " + dossier.id(), Map.of("side", side.name()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private DatasetSummary dataset(String code) {
    return code == null || code.isBlank()
        ? datasets.active().getFirst()
        : datasets.findActive(code);
  }

  private boolean says(Role role) {
    return role == Role.OFFICER || role == Role.BRANCH_DIRECTOR;
  }

  private static LateDossier read(ResultSet row, boolean saying, Scope scope) throws SQLException {
    Map<LateSide, Long> lost = new EnumMap<>(LateSide.class);
    String told = row.getString("lost");
    if (told != null) {
      for (String one : told.split(",")) {
        String[] parts = one.split(" ");
        lost.put(LateSide.valueOf(parts[0]), Long.valueOf(parts[1]));
      }
    }
    String said = row.getString("said");
    return new LateDossier(
        row.getString("code"),
        row.getString("unit"),
        row.getString("branch"),
        Query.moment(row, "original_due_at"),
        Query.moment(row, "overdue_since"),
        LateSide.valueOf(row.getString("cause")),
        lost,
        row.getString("step"),
        row.getLong("step_minutes"),
        said == null ? null : LateSide.valueOf(said),
        row.getString("words"),
        row.getString("said_by"),
        Query.moment(row, "said_at"),
        saying && (scope.includes(row.getInt("body")) || scope.includes(row.getInt("branch_id"))));
  }
}
