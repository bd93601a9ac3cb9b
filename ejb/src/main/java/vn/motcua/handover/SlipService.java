package vn.motcua.handover;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.papers.CustodyService;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;

/**
 * Hand-over slips (phiếu bàn giao), both ways: scanned and sent by the giving side, received line
 * by line by the other, with the differences listed. The electronic dossier is with the agency at
 * once, without a slip (NĐ 118/2025 Đ18); slips follow the papers.
 */
@Stateless
public class SlipService {

  private static final Role[] STAFF = {Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR};
  private static final int MOST_LINES = 500;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private CustodyService custody;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  public SlipService() {}

  /** For use without a container. */
  SlipService(
      DataSource database,
      Access access,
      AuditTrail trail,
      CustodyService custody,
      InstantSource clock,
      BundledCalendars calendars) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.custody = custody;
    this.clock = clock;
    this.calendars = calendars;
  }

  /**
   * Opens a slip, or answers the one that is still open between the two.
   *
   * @param fromUnit the giving body, of the caller
   */
  public long open(int fromUnit, int toUnit, SlipKind kind) {
    Account who = access.requireAt(fromUnit, STAFF);
    try (Connection connection = database.getConnection()) {
      if (toUnit == fromUnit || kind == null || !exists(connection, toUnit)) {
        throw new HandoverFailure.Missing("receiver");
      }
      Instant now = now();
      int year = now.atZone(HandoverTime.ZONE).getYear();
      // The counter's row lets one transaction at a time open slips of a body.
      int last =
          Query.of(
                  connection,
                  """
                  insert into handover_counter as c (dataset_id, unit_id, year, last)
                  values (1, ?, ?, 0)
                  on conflict (dataset_id, unit_id, year) do update set last = c.last
                  returning last""",
                  fromUnit,
                  year)
              .first(row -> row.getInt("last"))
              .orElseThrow();
      Long open =
          Query.of(
                  connection,
                  """
                  select id from handover_slip where dataset_id = 1 and from_unit = ?
                    and to_unit = ? and kind = ? and state = 'OPEN'""",
                  fromUnit,
                  toUnit,
                  kind)
              .first(row -> row.getLong("id"))
              .orElse(null);
      if (open != null) {
        return open;
      }
      Query.of(
              connection,
              "update handover_counter set last = ? where dataset_id = 1 and unit_id = ? and year = ?",
              last + 1,
              fromUnit,
              year)
          .update();
      String code =
          Query.of(connection, "select code from unit where id = ?", fromUnit)
              .first(row -> row.getString("code"))
              .orElseThrow();
      String number = "BG-%s-%d-%05d".formatted(readable(code), year, last + 1);
      long id =
          Query.of(
                  connection,
                  """
                  insert into handover_slip
                    (dataset_id, number, kind, from_unit, to_unit, state, opened_by, opened_at)
                  values (1, ?, ?, ?, ?, 'OPEN', ?, ?) returning id""",
                  number,
                  kind,
                  fromUnit,
                  toUnit,
                  who.login(),
                  now)
              .first(row -> row.getLong("id"))
              .orElseThrow();
      trail.record("handover.open", "slip " + id, Map.of("number", number));
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean exists(Connection connection, int unit) throws SQLException {
    return Query.of(connection, "select 1 from unit where id = ? and dataset_id = 1", unit)
        .first(row -> true)
        .orElse(false);
  }

  /**
   * Puts a scanned dossier on the slip. Scanned twice by whoever, it is there once.
   *
   * @throws HandoverFailure.OtherBody where it does not go that way
   * @throws HandoverFailure.OnAnotherSlip where somebody scanned it for another one
   */
  public void scan(long slipId, String scanned) {
    access.require(STAFF);
    try (Connection connection = database.getConnection()) {
      Slip slip = locked(connection, slipId);
      Account who = access.requireAt(slip.fromUnit(), STAFF);
      if (slip.state() != SlipState.OPEN) {
        throw new HandoverFailure.NotNow("scan", slip.number());
      }
      String code = code(scanned);
      Found dossier = found(connection, code);
      checkWay(connection, slip, dossier);
      Query.of(connection, "select 1 from dossier where id = ? for update", dossier.id())
          .first(row -> true);
      if (elsewhere(connection, slipId, dossier)) {
        return;
      }
      Instant by =
          slip.kind() == SlipKind.PAPERS
              ? new HandoverTime(connection, calendars.ofCode(DueDateQuestion.CITY_CALENDAR))
                  .handBy(dossier.receivedAt())
              : null;
      int lines =
          Query.of(connection, "select count(*) as n from handover_line where slip_id = ?", slipId)
              .first(row -> row.getInt("n"))
              .orElse(0);
      if (lines >= MOST_LINES) {
        throw new HandoverFailure.NotNow("full", slip.number());
      }
      Query.of(
              connection,
              """
              insert into handover_line
                (slip_id, dossier_id, position, scanned_by, scanned_at, hand_by)
              select ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?::timestamptz
              from handover_line where slip_id = ?""",
              slipId,
              dossier.id(),
              who.login(),
              now(),
              by,
              slipId)
          .update();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether it is on this slip already; refuses what is on another one. */
  private static boolean elsewhere(Connection connection, long slipId, Found dossier)
      throws SQLException {
    record On(long slip, String number, String who, Instant at) {}
    On on =
        Query.of(
                connection,
                """
                select s.id, s.number, coalesce(st.full_name, l.scanned_by) as who, l.scanned_at
                from handover_line l join handover_slip s on s.id = l.slip_id
                left join account a on a.login = l.scanned_by
                left join staff st on st.id = a.staff_id
                where l.dossier_id = ? and l.pending""",
                dossier.id())
            .first(
                row ->
                    new On(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("who"),
                        Query.moment(row, "scanned_at")))
            .orElse(null);
    if (on != null && on.slip() != slipId) {
      throw new HandoverFailure.OnAnotherSlip(
          dossier.code(), on.number(), on.who(), MINUTE.format(on.at().atZone(HandoverTime.ZONE)));
    }
    return on != null;
  }

  private static void checkWay(Connection connection, Slip slip, Found dossier)
      throws SQLException {
    boolean toAgency = slip.kind() == SlipKind.PAPERS;
    int giver = toAgency ? dossier.branchId() : dossier.unitId();
    int taker = toAgency ? dossier.unitId() : dossier.branchId();
    if (!sameBody(connection, giver, slip.fromUnit())) {
      throw new HandoverFailure.OtherBody(dossier.code(), name(connection, giver));
    }
    if (!sameBody(connection, taker, slip.toUnit())) {
      throw new HandoverFailure.OtherBody(dossier.code(), name(connection, taker));
    }
  }

  private static boolean sameBody(Connection connection, int one, int other) throws SQLException {
    return Query.of(
            connection,
            """
            select 1 from unit a, unit b where a.id = ? and b.id = ?
              and coalesce(a.lineage_id, a.id) = coalesce(b.lineage_id, b.id)""",
            one,
            other)
        .first(row -> true)
        .orElse(false);
  }

  private static String name(Connection connection, int unit) throws SQLException {
    return Query.of(connection, "select name from unit where id = ?", unit)
        .first(row -> row.getString("name"))
        .orElse("");
  }

  /** Takes a dossier off the slip again. */
  public void remove(long slipId, String scanned) {
    access.require(STAFF);
    try (Connection connection = database.getConnection()) {
      Slip slip = locked(connection, slipId);
      access.requireAt(slip.fromUnit(), STAFF);
      if (slip.state() != SlipState.OPEN) {
        throw new HandoverFailure.NotNow("scan", slip.number());
      }
      Query.of(
              connection,
              """
              delete from handover_line where slip_id = ?
                and dossier_id = (select id from dossier where dataset_id = 1 and code = ?)""",
              slipId,
              code(scanned))
          .update();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The giving side signs: the slip is on its way, nothing can be added. */
  public void send(long slipId) {
    access.require(STAFF);
    try (Connection connection = database.getConnection()) {
      Slip slip = locked(connection, slipId);
      Account who = access.requireAt(slip.fromUnit(), STAFF);
      if (slip.state() == SlipState.SENT) {
        return;
      }
      boolean empty =
          Query.of(connection, "select 1 from handover_line where slip_id = ?", slipId)
              .first(row -> true)
              .isEmpty();
      if (slip.state() != SlipState.OPEN || empty) {
        throw new HandoverFailure.NotNow(empty ? "empty" : "send", slip.number());
      }
      Query.of(
              connection,
              """
              update handover_slip set state = 'SENT', sent_by = ?, sent_at = ?,
                version = version + 1 where id = ?""",
              who.login(),
              now(),
              slipId)
          .update();
      trail.record("handover.send", "slip " + slipId, Map.of("number", slip.number()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The other side receives. A line that nothing is said of counts as missing; a code that is not
   * on the slip is listed as extra. Originals of what was received lie with the receiving body from
   * now on.
   *
   * @param version of the slip as it was shown
   */
  public void receive(long slipId, int version, List<LineReceipt> receipts) {
    access.require(STAFF);
    try (Connection connection = database.getConnection()) {
      Slip slip = locked(connection, slipId);
      Account who = access.requireAt(slip.toUnit(), STAFF);
      if (slip.state() != SlipState.SENT || slip.version() != version) {
        throw new HandoverFailure.NotNow("receive", slip.number());
      }
      Instant now = now();
      Map<Long, LineReceipt> said = new HashMap<>();
      for (LineReceipt receipt : receipts) {
        Found dossier = found(connection, code(receipt.code()));
        if (receipt.verdict() != LineVerdict.RECEIVED && text(receipt.note()).isEmpty()) {
          throw new HandoverFailure.Missing("note");
        }
        if (said.put(dossier.id(), receipt) == null) {
          addIfExtra(connection, slipId, dossier, who.login(), now);
        }
      }
      int differences = 0;
      for (long dossier :
          Query.of(
                  connection,
                  "select dossier_id from handover_line where slip_id = ? order by dossier_id",
                  slipId)
              .list(row -> row.getLong("dossier_id"))) {
        LineReceipt receipt = said.get(dossier);
        differences += settle(connection, slip, dossier, receipt, who.login(), now) ? 0 : 1;
      }
      Query.of(
              connection,
              """
              update handover_slip set state = 'RECEIVED', received_by = ?, received_at = ?,
                version = version + 1 where id = ?""",
              who.login(),
              now,
              slipId)
          .update();
      trail.record(
          "handover.receive",
          "slip " + slipId,
          Map.of("number", slip.number(), "differences", String.valueOf(differences)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addIfExtra(
      Connection connection, long slipId, Found dossier, String actor, Instant now)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into handover_line
              (slip_id, dossier_id, position, scanned_by, scanned_at, verdict, pending)
            select ?, ?, coalesce(max(position), 0) + 1, ?, ?, 'EXTRA', false
            from handover_line where slip_id = ?
            on conflict (slip_id, dossier_id) do nothing""",
            slipId,
            dossier.id(),
            actor,
            now,
            slipId)
        .update();
  }

  /** Whether it was simply received. */
  private boolean settle(
      Connection connection,
      Slip slip,
      long dossier,
      LineReceipt receipt,
      String actor,
      Instant now)
      throws SQLException {
    LineVerdict verdict = receipt == null ? LineVerdict.MISSING : receipt.verdict();
    Query.of(
            connection,
            """
            update handover_line set pending = false, note = ?,
              verdict = case when verdict = 'EXTRA' then 'EXTRA' else ? end
            where slip_id = ? and dossier_id = ?""",
            receipt == null ? "" : text(receipt.note()),
            verdict,
            slip.id(),
            dossier)
        .update();
    if (verdict != LineVerdict.MISSING) {
      custody.handOver(dossier, slip.toUnit(), slip.number(), actor, now);
    }
    return verdict == LineVerdict.RECEIVED;
  }

  /** A slip, for both sides. */
  public SlipView find(long slipId) {
    access.require(STAFF);
    try (Connection connection = database.getConnection()) {
      SlipView slip = new Slips(connection).find(slipId, clock.instant());
      Scope scope = access.scope();
      if (!scope.includes(slip.fromUnit()) && !scope.includes(slip.toUnit())) {
        throw new HandoverFailure.UnknownSlip();
      }
      return slip;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Slip(
      long id,
      String number,
      SlipKind kind,
      SlipState state,
      int fromUnit,
      int toUnit,
      int version) {}

  private static Slip locked(Connection connection, long id) throws SQLException {
    return Query.of(connection, "select * from handover_slip where id = ? for update", id)
        .first(
            row ->
                new Slip(
                    id,
                    row.getString("number"),
                    SlipKind.valueOf(row.getString("kind")),
                    SlipState.valueOf(row.getString("state")),
                    row.getInt("from_unit"),
                    row.getInt("to_unit"),
                    row.getInt("version")))
        .orElseThrow(HandoverFailure.UnknownSlip::new);
  }

  private record Found(long id, String code, int unitId, int branchId, Instant receivedAt) {}

  private static Found found(Connection connection, String code) throws SQLException {
    return Query.of(
            connection,
            """
            select id, code, unit_id, coalesce(branch_id, unit_id) as branch_id, received_at
            from dossier where dataset_id = 1 and code = ? and state <> 'VOIDED'""",
            code)
        .first(
            row ->
                new Found(
                    row.getLong("id"),
                    row.getString("code"),
                    row.getInt("unit_id"),
                    row.getInt("branch_id"),
                    Query.moment(row, "received_at")))
        .orElseThrow(() -> new HandoverFailure.UnknownCode(code));
  }

  private static String code(String scanned) {
    String code = text(scanned);
    return code.length() > 60 ? code.substring(0, 60) : code;
  }

  static String text(String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ")
            .strip();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A body's code as people write and say it: {@code cn-tay-ho} is TAYHO. */
  static String readable(String code) {
    return code.replaceFirst("^cn-", "").replace("-", "").toUpperCase(java.util.Locale.ROOT);
  }
}
