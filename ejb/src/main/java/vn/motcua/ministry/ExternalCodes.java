package vn.motcua.ministry;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.catalogue.CatalogueFailure;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.reception.DossierEntry;
import vn.motcua.reception.IntakeRecorder;
import vn.motcua.reception.IntakeRequest;
import vn.motcua.reception.IntakeResult;
import vn.motcua.reception.Occasion;

/**
 * The numbers that dossiers have in a ministry's own software (mã hồ sơ trên phần mềm của bộ,
 * ngành): noted at the branch, or told with a dossier that came in there.
 *
 * <p>Every method may throw {@link MinistryFailure} and {@link vn.motcua.identity.IdentityFailure};
 * then nothing was written.
 */
@Stateless
public class ExternalCodes {

  static final int OLDEST_DAYS = 60;
  private static final int LONGEST = 100;
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /**
   * A dossier that was registered.
   *
   * @param code ours
   * @param repeated it was registered before
   */
  public record Registered(String code, Instant dueAt, boolean repeated) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private ProcedureCatalogue catalogue;
  @EJB private IntakeRecorder recorder;
  @Inject private InstantSource clock;

  public ExternalCodes() {}

  /** For use without a container. */
  ExternalCodes(
      DataSource database,
      Access access,
      AuditTrail trail,
      IntakeRecorder recorder,
      InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.recorder = recorder;
    this.clock = clock;
    catalogue = new ProcedureCatalogue(database);
  }

  /**
   * Notes the number of a dossier, or puts it right as long as no status came in by it. For the
   * receiving branch's clerk and director.
   *
   * @param code our own code
   * @throws MinistryFailure.CodeTaken where another dossier has the number
   * @throws MinistryFailure.CodeUsed where statuses came in by the number on record
   */
  public void link(String code, String externalCode) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      String given = ReportedStatus.clean(code);
      ExternalDossier found =
          ExternalDossier.ours(connection, given)
              .orElseThrow(() -> new MinistryFailure.NotElsewhere(given));
      Account clerk = access.requireAt(found.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      String number = number(externalCode);
      ExternalDossier dossier = ExternalDossier.locked(connection, found.id());
      if (number.equals(dossier.externalCode())) {
        return;
      }
      guard(connection, dossier.system(), number);
      if (ExternalDossier.known(connection, dossier.system(), number)
          .filter(other -> other.id() != dossier.id())
          .isPresent()) {
        throw new MinistryFailure.CodeTaken(dossier.system(), number);
      }
      if (dossier.externalCode() != null && told(connection, dossier.id())) {
        throw new MinistryFailure.CodeUsed(dossier.code(), dossier.externalCode());
      }
      Query.of(
              connection,
              """
              update external_dossier set external_code = ?, linked_at = ?, linked_by = ?
              where dossier_id = ?""",
              number,
              clock.instant(),
              clerk.login(),
              dossier.id())
          .update();
      trail.record(
          "dossier.external-code",
          "dossier " + dossier.id(),
          Map.of(
              "system",
              dossier.system(),
              "before",
              dossier.externalCode() == null ? "" : dossier.externalCode(),
              "after",
              number));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Registers a dossier that came in at the software. The same number again is answered with the
   * same dossier.
   *
   * @param branchId where its result may be asked for: any version of a branch or point
   * @throws vn.motcua.reception.IntakeFailure.Refused with everything that is wrong
   */
  public Registered register(int branchId, String system, Registration from) {
    Account sender = access.requireAt(branchId, Role.CLERK, Role.ADMINISTRATOR);
    access.refusePostStaff();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String ofSystem = ReportedStatus.clean(system);
    String number = number(from.externalCode());
    checkMoment(from, now);
    if (from.owner() == null || from.channel() == null) {
      throw new MinistryFailure.Invalid(from.owner() == null ? "owner" : "channel");
    }
    try (Connection connection = database.getConnection()) {
      guard(connection, ofSystem, number);
      ExternalDossier known = ExternalDossier.known(connection, ofSystem, number).orElse(null);
      if (known != null) {
        access.requireAt(known.branchId(), Role.CLERK, Role.ADMINISTRATOR);
        return new Registered(known.code(), due(connection, known.id()), true);
      }
      checkProcedure(from, ofSystem);
      DossierEntry entry =
          new DossierEntry(
              from.procedureCode(),
              from.channel(),
              from.communeId(),
              from.summary(),
              1,
              from.returnChannel(),
              Map.of(),
              List.of());
      IntakeResult result =
          recorder.registerAt(
              new Occasion(Occasion.CITY, branchId, sender.login(), from.receivedAt()),
              new IntakeRequest(
                  UUID.nameUUIDFromBytes(
                      ("external " + ofSystem + " " + number).getBytes(StandardCharsets.UTF_8)),
                  null,
                  branchId,
                  List.of(from.owner()),
                  from.submitter(),
                  null,
                  "",
                  null,
                  null,
                  List.of(entry)),
              number);
      trail.record(
          "dossier.register-external",
          "dossier " + result.dossiers().getFirst().id(),
          Map.of("system", ofSystem, "number", number));
      return new Registered(
          result.dossiers().getFirst().code(), result.dossiers().getFirst().dueAt(), false);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void checkMoment(Registration from, Instant now) {
    Instant received = from.receivedAt();
    if (received == null
        || received.isAfter(now.plus(CLOCK_SKEW))
        || received.isBefore(now.minus(Duration.ofDays(OLDEST_DAYS)))) {
      throw new MinistryFailure.Invalid("received-at", OLDEST_DAYS);
    }
  }

  private void checkProcedure(Registration from, String system) {
    try {
      LocalDate day = LocalDate.ofInstant(from.receivedAt(), ZONE);
      if (!catalogue.find(from.procedureCode(), day).sourceSystem().equals(system)) {
        throw new MinistryFailure.Invalid("procedure", from.procedureCode(), system);
      }
    } catch (CatalogueFailure.UnknownProcedure e) {
      throw new MinistryFailure.Invalid("procedure", from.procedureCode(), system);
    }
  }

  /** Lets one transaction at a time work on a number. */
  private static void guard(Connection connection, String system, String number)
      throws SQLException {
    Query.of(
            connection,
            "select pg_advisory_xact_lock(hashtextextended('external ' || ? || ' ' || upper(?), 0))",
            system,
            number)
        .first(row -> true);
  }

  private static boolean told(Connection connection, long id) throws SQLException {
    return Query.of(
            connection,
            "select 1 from external_status where dossier_id = ? and not by_hand limit 1",
            id)
        .first(row -> true)
        .orElse(false);
  }

  private static Instant due(Connection connection, long id) throws SQLException {
    return Query.of(connection, "select due_at from dossier where id = ?", id)
        .first(row -> Query.moment(row, "due_at"))
        .orElse(null);
  }

  private static String number(String externalCode) {
    String number = ReportedStatus.clean(externalCode).replaceAll("\\s+", " ");
    if (number.isEmpty() || number.length() > LONGEST) {
      throw new MinistryFailure.Invalid("external-code", LONGEST);
    }
    return number;
  }
}
