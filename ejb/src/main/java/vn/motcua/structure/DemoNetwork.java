package vn.motcua.structure;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.organisation.UnitKind;

/**
 * The demo's places below a branch (ki-ốt, xe lưu động, đại lý, điểm phường), invented and marked
 * as such, and the post company that works at one of them. Where the demo is off they are closed,
 * as any body is: nothing is deleted.
 */
@Stateless
public class DemoNetwork {

  /** What the bodies' note says, so that nobody takes them for real ones. */
  static final String INVENTED = "Dữ liệu mẫu";

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final long LOCK = 0x6d6f746e6574L;
  private static final String CONTRACT = "Hợp đồng mẫu số 01/2025 (dữ liệu mẫu)";

  /**
   * A place, or a later version of one.
   *
   * @param to the day it becomes another version; null: it lasts
   */
  private record Place(
      UnitKind kind, String code, String name, String address, LocalDate from, LocalDate to) {}

  private static final String BRANCH = "cn-tay-ho";
  private static final LocalDate RENAMED = LocalDate.of(2026, 4, 1);

  private static final List<Place> PLACES =
      List.of(
          new Place(
              UnitKind.COMMUNE_POINT,
              "diem-phuong-tay-ho",
              "Điểm phục vụ hành chính công phường Tây Hồ",
              "",
              LocalDate.of(2025, 7, 1),
              null),
          new Place(
              UnitKind.KIOSK,
              "ki-ot-tay-ho-1",
              "Ki-ốt tự phục vụ số 1",
              "258 Võ Chí Công",
              LocalDate.of(2025, 4, 1),
              RENAMED),
          new Place(
              UnitKind.KIOSK,
              "ki-ot-tay-ho-1",
              "Ki-ốt tự phục vụ 657 Lạc Long Quân",
              "657 Lạc Long Quân",
              RENAMED,
              null),
          new Place(
              UnitKind.VAN,
              "xe-luu-dong-1",
              "Xe tiếp nhận lưu động số 1",
              "",
              LocalDate.of(2025, 7, 1),
              null),
          new Place(
              UnitKind.AGENT,
              "dai-ly-buu-chinh-tay-ho",
              "Đại lý bưu chính Tây Hồ",
              "",
              LocalDate.of(2025, 10, 1),
              null));

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.demo", defaultValue = "false")
  private boolean demo;

  public DemoNetwork() {}

  /** For use without a container. */
  DemoNetwork(DataSource database, InstantSource clock, boolean demo) {
    this.database = database;
    this.clock = clock;
    this.demo = demo;
  }

  /**
   * Brings the database in step with the mode. Call at start, after the reference data. Doing it
   * again changes nothing.
   */
  public void apply() {
    try (Connection connection = database.getConnection()) {
      Query.of(connection, "select pg_advisory_xact_lock(?)", LOCK).first(row -> true);
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
      if (demo) {
        for (Place place : PLACES) {
          open(connection, place);
        }
        work(connection, today);
      } else {
        Query.of(
                connection,
                """
                update unit set valid_to = greatest(?::date, valid_from + 1)
                where dataset_id = 1 and note = ? and valid_to = 'infinity'""",
                today,
                INVENTED)
            .update();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void open(Connection connection, Place place) throws SQLException {
    Query.of(
            connection,
            """
            insert into unit (dataset_id, code, name, kind, parent_id, valid_from, valid_to,
              lineage_id, designation, address, note)
            select 1, ?, ?, ?, coalesce(b.lineage_id, b.id), ?, coalesce(?::date, 'infinity'),
              (select coalesce(lineage_id, id) from unit where dataset_id = 1 and code = ? limit 1),
              '', ?, ?
            from unit b
            where b.dataset_id = 1 and b.code = ? and b.valid_to = 'infinity'
            on conflict (dataset_id, code, valid_from) do update
              set valid_to = excluded.valid_to where unit.valid_to <> excluded.valid_to
                and unit.note = excluded.note""",
            place.code(),
            place.name(),
            place.kind(),
            place.from(),
            place.to(),
            place.code(),
            place.address(),
            INVENTED,
            BRANCH)
        .update();
  }

  /** Three months of the post company at the agent's: two accepted, the last one waiting. */
  private void work(Connection connection, LocalDate today) throws SQLException {
    Instant now = clock.instant();
    Integer company =
        Query.of(
                connection,
                """
                insert into service_company (name, kind, contract, valid_from, recorded_by,
                  recorded_at)
                select 'Bưu điện Tây Hồ (mẫu)', 'POST', ?, date '2025-10-01', 'quantri', ?
                where not exists (select from service_company where contract = ?)
                returning id""",
                CONTRACT,
                now,
                CONTRACT)
            .first(row -> row.getInt(1))
            .orElse(null);
    if (company == null) {
      return;
    }
    for (int ago = 3; ago >= 1; ago--) {
      YearMonth month = YearMonth.from(today).minusMonths(ago);
      boolean accepted = ago > 1;
      record(
          connection,
          company,
          month,
          ServiceCompanies.Activity.RECEIVE,
          150 + 10 * ago,
          12_000,
          accepted);
      record(
          connection,
          company,
          month,
          ServiceCompanies.Activity.RETURN,
          90 + 5 * ago,
          8_000,
          accepted);
    }
  }

  private void record(
      Connection connection,
      int company,
      YearMonth month,
      ServiceCompanies.Activity activity,
      int volume,
      long norm,
      boolean accepted)
      throws SQLException {
    Instant now = clock.instant();
    Query.of(
            connection,
            """
            insert into service_work (company_id, unit_id, month, activity, volume, norm,
              recorded_by, recorded_at, accepted, accepted_by, accepted_at, note)
            select ?, u.id, ?, ?, ?, ?, 'giamdoc.tayho', ?, ?, ?, ?, ?
            from unit u
            where u.dataset_id = 1 and u.code = 'dai-ly-buu-chinh-tay-ho' and u.valid_to = 'infinity'
            on conflict do nothing""",
            company,
            month.atDay(1),
            activity,
            volume,
            norm,
            now,
            accepted ? volume - 2 : null,
            accepted ? "baocao" : null,
            accepted ? now : null,
            accepted ? "Hai hồ sơ thiếu chữ ký" : "")
        .update();
  }
}
