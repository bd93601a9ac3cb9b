package vn.motcua.world;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureDeadlines;
import vn.motcua.dossier.DossierService;
import vn.motcua.identity.Access;
import vn.motcua.processing.TestTransactions;
import vn.motcua.reception.DossierEntry;
import vn.motcua.reception.IntakeRecorder;
import vn.motcua.reception.IntakeRequest;
import vn.motcua.reception.Occasion;
import vn.motcua.reception.PaperEntry;
import vn.motcua.reception.PersonEntry;
import vn.motcua.reception.PublicTokens;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateService;

/**
 * The city on a real database: staff who sign in, a clock, the recorder, one transaction a call.
 */
public final class CityWorld {

  /** Friday, 10:00 in Hanoi. */
  public static final Instant TEN_O_CLOCK = Instant.parse("2026-11-20T03:00:00Z");

  public static final String BIRTH = "1.001193";
  public static final BundledCalendars CALENDARS = new BundledCalendars();

  public final DataSource plain = LoadedDatabase.fresh();
  public final TestTransactions transactions = new TestTransactions(plain);
  public final DataSource database = transactions.database();
  public final DossierService dossiers = transactions.dossiers();
  public final InstantSource clock = this::now;
  public final IntakeRecorder recorder =
      new IntakeRecorder(
          database,
          dossiers,
          new ProcedureDeadlines(new ProcedureCatalogue(database), new DueDateService(CALENDARS)),
          CALENDARS,
          new PublicTokens());

  private final ThreadLocal<String> caller = ThreadLocal.withInitial(() -> "lan");
  private volatile Instant now = TEN_O_CLOCK;
  public final Access access = new Access(database, clock, caller::get);
  public final AuditTrail trail = new AuditTrail(database, clock, caller::get);

  public CityWorld() {
    account("lan", "CLERK", "cn-tay-ho", false);
    account("mai", "CLERK", "cn-tay-ho", false);
    account("hoa", "CLERK", "cn-cau-giay", false);
    account("minh", "OFFICER", "00103", false);
    account("son", "BRANCH_DIRECTOR", "cn-tay-ho", false);
    account("khanh", "LEADER", "ttphvhcc", true);
    account("quantri", "ADMINISTRATOR", "ttphvhcc", true);
  }

  public Instant now() {
    return now;
  }

  public void signIn(String login) {
    caller.set(login);
  }

  public void at(String moment) {
    now = Instant.parse(moment);
  }

  public void wait(Duration time) {
    now = now.plus(time);
  }

  /** One call of a service: one transaction. */
  public <T> T call(Supplier<T> work) {
    return transactions.in(work);
  }

  public void run(Runnable work) {
    transactions.run(work);
  }

  public int unit(String code) {
    return Integer.parseInt(
        value("select id from unit where code = '" + code + "' and valid_to = 'infinity'"));
  }

  public int commune() {
    return unit("00103");
  }

  public int branch() {
    return unit("cn-tay-ho");
  }

  public PersonEntry person(int number) {
    return PersonEntry.citizen(
        "Nguyễn Thị Số " + number,
        "001190%06d".formatted(number),
        LocalDate.of(1990, 5, 17),
        "0900000001",
        commune());
  }

  /** A birth: declaration and notification of birth are brought, the rest can be looked up. */
  public static DossierEntry birth() {
    return DossierEntry.direct(
        BIRTH,
        Map.of("du-lieu-dan-cu", true, "cha-me-ket-hon", true),
        Stream.of("to-khai", "giay-chung-sinh").map(PaperEntry::kept).toList());
  }

  /** Received at the branch of Tây Hồ, now. */
  public ReceivedDossier received(PersonEntry owner) {
    return received(owner, birth());
  }

  public ReceivedDossier received(PersonEntry owner, DossierEntry entry) {
    return call(
        () ->
            recorder
                .receiveAt(
                    new Occasion(Occasion.CITY, branch(), "lan", now),
                    IntakeRequest.of(UUID.randomUUID(), branch(), owner, List.of(entry)))
                .dossiers()
                .getFirst());
  }

  /**
   * A kiosk and a van below the branch of Tây Hồ ({@code kiosk-thu}, {@code van-thu}), and a clerk,
   * {@code xe}, whose account covers the van alone.
   */
  public void places() {
    execute(
        """
        insert into unit (dataset_id, code, name, kind, parent_id, valid_from, address, note)
        select 1, lower(k) || '-thu', 'Nơi thử ' || k, k, coalesce(b.lineage_id, b.id),
          date '2026-01-01', '', ''
        from unit b, unnest(array['KIOSK', 'VAN']) k
        where b.code = 'cn-tay-ho' and b.valid_to = 'infinity'""");
    account("xe", "CLERK", "van-thu", false);
  }

  /** Received at a place, now. */
  public ReceivedDossier receivedAt(String place, PersonEntry owner) {
    int unit = unit(place);
    return call(
        () ->
            recorder
                .receiveAt(
                    new Occasion(Occasion.CITY, unit, "lan", now),
                    IntakeRequest.of(UUID.randomUUID(), unit, owner, List.of(birth())))
                .dossiers()
                .getFirst());
  }

  /** One value of the database, outside of any transaction. */
  public String value(String sql, Object... arguments) {
    return LoadedDatabase.value(plain, arguments.length == 0 ? sql : sql.formatted(arguments));
  }

  public String history(long dossierId) {
    return value(
        "select string_agg(kind, ' ' order by sequence) from dossier_transition"
            + " where dossier_id = "
            + dossierId);
  }

  public void execute(String sql) {
    try {
      LoadedDatabase.execute(plain, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private void account(String login, String role, String unit, boolean wholeCity) {
    execute(
        """
        with place as (
          select coalesce(lineage_id, id) as id from unit
          where code = '%1$s' and valid_to = 'infinity'),
        who as (
          insert into staff (dataset_id, full_name, post, unit_id)
          select 1, 'Người %2$s', '', id from place returning id, unit_id),
        opened as (
          insert into account (login, staff_id, password_hash, whole_city, created_at,
            password_changed_at)
          select '%2$s', id, 'x', %4$s, now(), now() from who returning id),
        scoped as (
          insert into account_scope select opened.id, place.id from opened, place where not %4$s)
        insert into account_role select id, '%3$s' from opened
        """
            .formatted(unit, login, role, wholeCity));
  }
}
