package vn.motcua.handover;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.failure.CodedFailure;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * Moves open dossiers to another agency by a signed list, as on 1/7/2025 (bàn giao hồ sơ đang giải
 * quyết): preview, then each dossier in a transaction of its own, with a verdict line by line. The
 * same list again moves nothing twice.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MoveService {

  /** One list. */
  public static final int MOST_CODES = 5_000;

  private static final Locale VIETNAMESE = Locale.of("vi");

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private OneMove mover;
  @Inject private InstantSource clock;

  public MoveService() {}

  /** For use without a container. */
  MoveService(
      DataSource database, Access access, AuditTrail trail, OneMove mover, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.mover = mover;
    this.clock = clock;
  }

  /** What would become of each code where the receiving branch stays; writes nothing. */
  public List<MoveLine> preview(List<String> codes, int toUnit) {
    access.require(Role.ADMINISTRATOR);
    return preview(codes, toUnit, null);
  }

  /** What would become of each code; writes nothing. */
  public List<MoveLine> preview(List<String> codes, int toUnit, Integer toBranch) {
    access.require(Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      return lines(connection, codes, toUnit, toBranch);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Moves what can be moved, now. Dossiers that the agency already has move to another branch
   * alone; so do results that wait to be handed over (chờ trả), whose agency stays the one that
   * decided.
   *
   * @param document the decision or list that orders it
   * @param toBranch the receiving branch from now on; null: it stays
   */
  public List<MoveLine> apply(List<String> codes, int toUnit, Integer toBranch, String document) {
    Account who = access.require(Role.ADMINISTRATOR);
    String order = SlipService.text(document);
    if (order.isEmpty()) {
      throw new HandoverFailure.Missing("document");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long move;
    List<MoveLine> planned;
    try (Connection connection = database.getConnection()) {
      planned = lines(connection, codes, toUnit, toBranch);
      move =
          Query.of(
                  connection,
                  """
                  insert into dossier_move
                    (dataset_id, document, to_unit, to_branch, moved_at, made_by, made_at)
                  values (1, ?, ?, ?::integer, ?, ?, ?) returning id""",
                  order,
                  toUnit,
                  toBranch,
                  now,
                  who.login(),
                  now)
              .first(row -> row.getLong("id"))
              .orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    List<MoveLine> done = new ArrayList<>();
    for (MoveLine line : planned) {
      done.add(one(move, line, toUnit, toBranch, now, who.login()));
    }
    trail.record(
        "dossier.move",
        "move " + move,
        Map.of(
            "document",
            order,
            "moved",
            String.valueOf(
                done.stream().filter(line -> line.verdict() == MoveLine.Verdict.MOVED).count())));
    return done;
  }

  private MoveLine one(
      long move, MoveLine line, int toUnit, Integer toBranch, Instant now, String actor) {
    try {
      mover.apply(move, line, toUnit, toBranch, now, actor);
      return line;
    } catch (RuntimeException thrown) {
      Throwable cause = thrown;
      while (cause.getCause() != null && !(cause instanceof CodedFailure)) {
        cause = cause.getCause();
      }
      if (!(cause instanceof CodedFailure failure)) {
        throw thrown;
      }
      MoveLine failed =
          new MoveLine(
              line.position(),
              line.code(),
              MoveLine.Verdict.FAILED,
              line.from(),
              failure.message(VIETNAMESE));
      mover.note(move, failed);
      return failed;
    }
  }

  private static List<MoveLine> lines(
      Connection connection, List<String> codes, int toUnit, Integer toBranch) throws SQLException {
    List<String> wanted =
        codes.stream().map(SlipService::text).filter(code -> !code.isEmpty()).toList();
    if (wanted.isEmpty() || wanted.size() > MOST_CODES) {
      throw new HandoverFailure.Missing("codes");
    }
    boolean known =
        Query.of(
                connection,
                """
                select 1 from unit where id = ? and dataset_id = 1
                  and kind in ('COMMUNE', 'DEPARTMENT', 'OFFICE')""",
                toUnit)
            .first(row -> true)
            .orElse(false);
    if (!known) {
      throw new HandoverFailure.Missing("agency");
    }
    boolean receives =
        toBranch == null
            || Query.of(
                    connection,
                    """
                    select 1 from unit
                    where id = ? and dataset_id = 1 and kind in ('BRANCH', 'POINT')""",
                    toBranch)
                .first(row -> true)
                .orElse(false);
    if (!receives) {
      throw new HandoverFailure.Missing("branch");
    }
    List<MoveLine> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      lines.add(
          seen.add(wanted.get(i))
              ? line(connection, i + 1, wanted.get(i), toUnit, toBranch)
              : new MoveLine(i + 1, wanted.get(i), MoveLine.Verdict.TWICE, "", ""));
    }
    return lines;
  }

  private static MoveLine line(
      Connection connection, int position, String code, int toUnit, Integer toBranch)
      throws SQLException {
    return Query.of(
            connection,
            """
            select u.name,
              case
                when d.state in ('OPEN', 'PAUSED') then
                  case when d.unit_id <> ? or w.other then 'MOVED' else 'ALREADY_THERE' end
                when d.state = 'FINISHED' and d.returned_at is null and w.other then 'MOVED'
                when d.unit_id = ? then 'ALREADY_THERE'
                else 'NOT_OPEN' end as verdict
            from dossier d join unit u on u.id = d.unit_id
            cross join lateral (
              select ?::int is not null and d.branch_id is distinct from ?::int as other) w
            where d.dataset_id = 1 and d.code = ?""",
            toUnit,
            toUnit,
            toBranch,
            toBranch,
            code)
        .first(
            row ->
                new MoveLine(
                    position,
                    code,
                    MoveLine.Verdict.valueOf(row.getString("verdict")),
                    row.getString("name"),
                    ""))
        .orElse(new MoveLine(position, code, MoveLine.Verdict.UNKNOWN, "", ""));
  }
}
