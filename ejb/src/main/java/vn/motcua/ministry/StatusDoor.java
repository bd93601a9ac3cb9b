package vn.motcua.ministry;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.processing.StatusMeaning;

/**
 * Where the statuses of dossiers come in that a ministry's own software processes (tiếp nhận trạng
 * thái từ phần mềm của bộ, ngành): from the software by its account, or from a clerk who has read
 * them there. Who may is the branch's affair, as with what is sent online.
 *
 * <p>Every method may throw {@link MinistryFailure} and {@link vn.motcua.identity.IdentityFailure};
 * then nothing was written.
 */
@Stateless
public class StatusDoor {

  /** Two machines' clocks may differ by as much. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final int LONGEST_WORD = 200;
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_ITEMS = 50;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private StatusBook book;
  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.external-status.per-minute", defaultValue = "600")
  private int perMinute;

  public StatusDoor() {}

  /** For use without a container. */
  StatusDoor(
      DataSource database,
      Access access,
      AuditTrail trail,
      StatusBook book,
      InstantSource clock,
      int perMinute) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.book = book;
    this.clock = clock;
    this.perMinute = perMinute;
  }

  /**
   * Takes a status from the software; the same again is answered with what became of it.
   *
   * @param system whose number {@code externalCode} is
   * @throws MinistryFailure.UnknownDossier where no dossier has it
   * @throws MinistryFailure.TooMany where the account tells more than it may within a minute
   */
  public StatusAnswer report(String system, String externalCode, ReportedStatus told) {
    access.require(Role.CLERK, Role.ADMINISTRATOR);
    access.refusePostStaff();
    Instant now = now();
    try (Connection connection = database.getConnection()) {
      String ofSystem = ReportedStatus.clean(system);
      String code = ReportedStatus.clean(externalCode);
      ExternalDossier dossier =
          ExternalDossier.known(connection, ofSystem, code)
              .orElseThrow(() -> new MinistryFailure.UnknownDossier(ofSystem, code));
      Account sender = access.requireAt(dossier.branchId(), Role.CLERK, Role.ADMINISTRATOR);
      ReportedStatus status = checked(told, now);
      int lately =
          new StatusRows(connection).lately(sender.login(), now.minus(Duration.ofMinutes(1)));
      if (lately >= perMinute) {
        throw new MinistryFailure.TooMany(perMinute);
      }
      return keep(dossier, status, null, now, sender);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Enters a status that was read in the software. For the receiving branch's clerk and director.
   *
   * @param code our own code of the dossier
   * @param meaning what it means
   */
  public StatusAnswer enter(String code, StatusMeaning meaning, ReportedStatus told) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    access.refusePostStaff();
    Instant now = now();
    try (Connection connection = database.getConnection()) {
      String given = ReportedStatus.clean(code);
      ExternalDossier dossier =
          ExternalDossier.ours(connection, given)
              .orElseThrow(() -> new MinistryFailure.NotElsewhere(given));
      Account clerk = access.requireAt(dossier.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      if (meaning == null) {
        throw new MinistryFailure.Invalid("meaning");
      }
      return keep(dossier, checked(told, now), meaning, now, clerk);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private StatusAnswer keep(
      ExternalDossier dossier,
      ReportedStatus status,
      StatusMeaning meaning,
      Instant now,
      Account account) {
    StatusAnswer answer = book.keep(dossier.id(), status, meaning, now, account.login());
    if (!answer.repeated()) {
      trail.record(
          "dossier.external-status",
          "dossier " + dossier.id(),
          Map.of(
              "system",
              dossier.system(),
              "meaning",
              answer.meaning() == null ? "" : answer.meaning().name(),
              "verdict",
              answer.verdict().name()));
    }
    return answer;
  }

  private static ReportedStatus checked(ReportedStatus told, Instant now) {
    if (told.word().isEmpty() || told.word().length() > LONGEST_WORD) {
      throw new MinistryFailure.Invalid("word", LONGEST_WORD);
    }
    if (told.occurredAt() == null || told.occurredAt().isAfter(now.plus(CLOCK_SKEW))) {
      throw new MinistryFailure.Invalid("occurred-at");
    }
    if (told.number() != null && told.number() < 1) {
      throw new MinistryFailure.Invalid("number");
    }
    boolean tooLong =
        told.note().length() > LONGEST_TEXT
            || told.resultNumber().length() > LONGEST_WORD
            || told.signer().length() > LONGEST_WORD
            || told.items().stream().anyMatch(item -> item.length() > LONGEST_TEXT);
    if (tooLong || told.items().size() > MOST_ITEMS) {
      throw new MinistryFailure.Invalid("long", LONGEST_TEXT, MOST_ITEMS);
    }
    Instant at = told.occurredAt().truncatedTo(ChronoUnit.MILLIS);
    return new ReportedStatus(
        told.number(),
        told.word(),
        at.isAfter(now) ? now : at,
        told.note(),
        told.items(),
        told.resultNumber(),
        told.signedOn(),
        told.signer());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
