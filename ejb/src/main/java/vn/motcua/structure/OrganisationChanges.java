package vn.motcua.structure;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;
import vn.motcua.organisation.UnitKind;

/**
 * Changes the Centre's tree (cây tổ chức): bodies are set up, renamed, moved and closed from a day
 * on. A change is another version of the body; nothing is deleted, and the past stays.
 */
@Stateless
public class OrganisationChanges {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Set<UnitKind> KINDS =
      Set.of(
          UnitKind.BRANCH,
          UnitKind.OFFICE,
          UnitKind.POINT,
          UnitKind.COMMUNE_POINT,
          UnitKind.KIOSK,
          UnitKind.VAN,
          UnitKind.AGENT);

  /** The former one-stop units that ran beside the branches. */
  public record Transition(
      String former, String branch, int phase, LocalDate from, LocalDate ended, String source) {}

  /** A phase of the roll-out; {@code to} is the day after the last one, null: no end. */
  public record Phase(int phase, String name, LocalDate from, LocalDate to) {}

  /** A version of a body, locked. */
  private record Version(int id, int body, LocalDate from, LocalDate to) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public OrganisationChanges() {}

  /** For use without a container. */
  public OrganisationChanges(
      DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /** The Centre and all below it on a day, each after the one above it. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<TreeNode> tree(LocalDate on) {
    try (Connection connection = database.getConnection()) {
      return new TreeRows(connection).tree(on);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The phases of the roll-out (giai đoạn triển khai). */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Phase> phases() {
    try (Connection connection = database.getConnection()) {
      return Query.of(connection, "select * from rollout_phase where dataset_id = 1 order by phase")
          .list(
              row -> {
                LocalDate to = row.getObject("valid_to", LocalDate.class);
                return new Phase(
                    row.getInt("phase"),
                    row.getString("name"),
                    row.getObject("valid_from", LocalDate.class),
                    LocalDate.MAX.equals(to) ? null : to);
              });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Which former one-stop units ran in parallel, and until when. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Transition> transitions() {
    try (Connection connection = database.getConnection()) {
      return Query.of(connection, "select * from one_stop_transition order by parallel_from, id")
          .list(
              row ->
                  new Transition(
                      row.getString("former"),
                      row.getString("branch"),
                      row.getInt("phase"),
                      row.getObject("parallel_from", LocalDate.class),
                      row.getObject("ended_on", LocalDate.class),
                      row.getString("source")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sets up a body.
   *
   * @param from its first day, after today
   * @param document the decision
   */
  public void add(
      UnitKind kind,
      String code,
      String name,
      String parent,
      String address,
      LocalDate from,
      String document) {
    access.require(Role.ADMINISTRATOR);
    if (kind == null || !KINDS.contains(kind)) {
      throw new StructureFailure.Missing("kind");
    }
    String wanted = text(code);
    if (!wanted.matches("[a-z0-9]+(-[a-z0-9]+)*") || wanted.length() < 2 || wanted.length() > 40) {
      throw new StructureFailure.Missing("code");
    }
    String named = required(name, "name");
    String why = required(document, "document");
    checkDay(from);
    try (Connection connection = database.getConnection()) {
      Version above = version(connection, text(parent), from);
      int written =
          Query.of(
                  connection,
                  """
                  insert into unit (dataset_id, code, name, kind, parent_id, valid_from,
                    designation, address, note)
                  select 1, ?, ?, ?, ?, ?, '', ?, ?
                  where not exists (select from unit where dataset_id = 1 and code = ?
                    and valid_to > ?)
                  """,
                  wanted,
                  named,
                  kind,
                  above.body(),
                  from,
                  text(address),
                  why,
                  wanted,
                  from)
              .update();
      if (written == 0) {
        throw new StructureFailure.CodeTaken(wanted);
      }
      record("organisation.add", wanted, from, why);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives a body another name or address from a day on. An empty one stays as it is. */
  public void rename(String code, String name, String address, LocalDate from, String document) {
    access.require(Role.ADMINISTRATOR);
    String why = required(document, "document");
    if (text(name).isEmpty() && text(address).isEmpty()) {
      throw new StructureFailure.Missing("name");
    }
    succeed(code, from, text(name), text(address), null);
    record("organisation.rename", text(code), from, why);
  }

  /** Puts a body below another one from a day on. */
  public void move(String code, String parent, LocalDate from, String document) {
    access.require(Role.ADMINISTRATOR);
    String why = required(document, "document");
    succeed(code, from, "", "", text(parent));
    record("organisation.move", text(code), from, why);
  }

  /**
   * Closes a body: from the day on it is no more. Its dossiers are handed over before.
   *
   * @throws StructureFailure.StillUsed where bodies are below it, or dossiers not ended or results
   *     not handed over with it
   */
  public void close(String code, LocalDate from, String document) {
    access.require(Role.ADMINISTRATOR);
    String why = required(document, "document");
    checkDay(from);
    try (Connection connection = database.getConnection()) {
      Version version = version(connection, text(code), from);
      checkLatest(code, version, from);
      long below =
          Query.of(
                  connection,
                  "select count(*) from unit where dataset_id = 1 and parent_id = ? and valid_to > ?",
                  version.body(),
                  from)
              .first(row -> row.getLong(1))
              .orElse(0L);
      long dossiers =
          Query.of(
                  connection,
                  """
                  select count(*) from dossier d where d.dataset_id = 1
                    and (d.state in ('OPEN', 'PAUSED')
                      or d.state = 'FINISHED' and d.returned_at is null)
                    and exists (select from unit u
                      where coalesce(u.lineage_id, u.id) = ?
                        and (u.id = coalesce(d.branch_id, d.unit_id)
                          or u.id = d.unit_id and d.state <> 'FINISHED'))
                  """,
                  version.body())
              .first(row -> row.getLong(1))
              .orElse(0L);
      if (below + dossiers > 0) {
        throw new StructureFailure.StillUsed(text(code), below, dossiers);
      }
      Query.of(connection, "update unit set valid_to = ? where id = ?", from, version.id())
          .update();
      record("organisation.close", text(code), from, why);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void succeed(String code, LocalDate from, String name, String address, String parent) {
    checkDay(from);
    try (Connection connection = database.getConnection()) {
      Version version = version(connection, text(code), from);
      checkLatest(code, version, from);
      Integer above = parent == null ? null : version(connection, parent, from).body();
      if (above != null && isWithin(connection, above, version.body())) {
        throw new StructureFailure.Circle(text(code));
      }
      Query.of(connection, "update unit set valid_to = ? where id = ?", from, version.id())
          .update();
      Query.of(
              connection,
              """
              insert into unit (dataset_id, code, name, kind, parent_id, valid_from, lineage_id,
                designation, address, latitude, longitude, phase, note)
              select dataset_id, code, coalesce(nullif(?, ''), name), kind, coalesce(?, parent_id),
                ?, ?, designation, coalesce(nullif(?, ''), address), latitude, longitude, phase, note
              from unit where id = ?
              """,
              name,
              above,
              from,
              version.body(),
              address,
              version.id())
          .update();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isWithin(Connection connection, int body, int above) throws SQLException {
    return Query.of(
            connection,
            """
            with recursive up (body) as (
              select ?::integer
              union
              select u.parent_id from unit u join up on coalesce(u.lineage_id, u.id) = up.body
              where u.parent_id is not null)
            select 1 from up where body = ?
            """,
            body,
            above)
        .first(row -> true)
        .orElse(false);
  }

  private static Version version(Connection connection, String code, LocalDate on)
      throws SQLException {
    return Query.of(
            connection,
            "select * from unit where dataset_id = 1 and code = ? and valid_from <= ?"
                + " and valid_to > ? for update",
            code,
            on,
            on)
        .first(
            row ->
                new Version(
                    row.getInt("id"),
                    row.getObject("lineage_id", Integer.class) == null
                        ? row.getInt("id")
                        : row.getInt("lineage_id"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)))
        .orElseThrow(() -> new StructureFailure.UnknownBody(code));
  }

  private static void checkLatest(String code, Version version, LocalDate from) {
    if (!LocalDate.MAX.equals(version.to())) {
      throw new StructureFailure.ChangesLater(text(code), version.to());
    }
    if (!from.isAfter(version.from())) {
      throw new StructureFailure.ChangesLater(text(code), version.from());
    }
  }

  private void checkDay(LocalDate from) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    if (from == null || !from.isAfter(today)) {
      throw new StructureFailure.PastDay(from == null ? today : from, today);
    }
  }

  private void record(String action, String code, LocalDate from, String document) {
    trail.record(action, "unit " + code, Map.of("from", from.toString(), "document", document));
  }

  private static String required(String typed, String what) {
    String text = text(typed);
    if (text.isEmpty() || text.length() > 500) {
      throw new StructureFailure.Missing(what);
    }
    return text;
  }

  private static String text(String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed, Normalizer.Form.NFC).replace("\0", "").strip();
  }
}
