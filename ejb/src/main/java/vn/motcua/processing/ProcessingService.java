package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.events.CloseReason;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.identity.Role;
import vn.motcua.reception.UploadLimit;
import vn.motcua.satisfaction.RatingInvitations;

/**
 * What staff do with a dossier (xử lý hồ sơ). Each method asks who calls, does one step now, and
 * writes it to the audit trail, all in one transaction. A step pressed twice is done once.
 *
 * <p>Every method may throw {@link ProcessingFailure}, {@link vn.motcua.dossier.DossierFailure} and
 * {@link IdentityFailure}; then nothing was written.
 */
@Stateless
public class ProcessingService {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private TaskWork tasks;
  @EJB private ParallelWork parallel;
  @EJB private SupplementWork supplements;
  @EJB private PauseWork pauses;
  @EJB private ResultWork results;
  @EJB private ReturnWork returns;
  @EJB private RatingInvitations invitations;
  @Inject private InstantSource clock;
  @Inject private UploadLimit limit = new UploadLimit();

  public ProcessingService() {}

  /** For use without a container. */
  ProcessingService(
      DataSource database,
      Access access,
      AuditTrail trail,
      CaseWorks works,
      RatingInvitations invitations,
      InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    tasks = works.tasks();
    parallel = works.parallel();
    supplements = works.supplements();
    pauses = works.pauses();
    results = works.results();
    returns = works.returns();
    this.invitations = invitations;
    this.clock = clock;
  }

  /** What the service passes its work on to, where no container brings it. */
  record CaseWorks(
      TaskWork tasks,
      ParallelWork parallel,
      SupplementWork supplements,
      PauseWork pauses,
      ResultWork results,
      ReturnWork returns) {}

  /**
   * A step is done: on to the next; of an opinion beside it, the comment is the opinion. For
   * whoever's step it is.
   */
  public void complete(Seen seen, String comment) {
    Place place =
        Place.atStep(database, access, seen, Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    Account account = access.requireAt(place.taskUnitId(), stepRole(place));
    if (place.beside()) {
      parallel.give(seen, new Grounds(comment, ""), clock.instant(), account.login());
      trail.record(
          "dossier.give-opinion", subject(place), Map.of("step", Long.toString(seen.taskId())));
      return;
    }
    tasks.complete(seen, comment, clock.instant(), account.login());
    trail.record("dossier.complete-step", subject(place), Map.of());
  }

  /** Somebody who can be given the present step. */
  public record Colleague(String login, String name) {}

  /** Who can be given the present step, by name; for the director of the body that has it. */
  public List<Colleague> colleagues(Seen seen) {
    Place place = place(seen, Role.BRANCH_DIRECTOR);
    access.requireAt(place.taskUnitId(), Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select distinct a.login, coalesce(f.full_name, a.login) as name from account a
              join account_role r on r.account_id = a.id and r.role = ?
              join account_scope s on s.account_id = a.id
              join unit u on u.id = ? and coalesce(u.lineage_id, u.id) = s.unit_id
              left join staff f on f.id = a.staff_id
              where a.enabled order by name, a.login limit 200""",
              stepRole(place),
              place.taskUnitId())
          .list(row -> new Colleague(row.getString("login"), row.getString("name")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Takes a step, or gives it to somebody. For whoever's step it is; only a branch director gives
   * work to others.
   *
   * @param assignee login; null: to nobody
   * @throws ProcessingFailure.NotAssignable where the account has not the body and role of the step
   */
  public void assign(Seen seen, String assignee) {
    Place place =
        Place.atStep(database, access, seen, Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    Account account = access.requireAt(place.taskUnitId(), stepRole(place), Role.BRANCH_DIRECTOR);
    boolean self = assignee == null || assignee.equals(account.login());
    if (!self) {
      access.requireAt(place.taskUnitId(), Role.BRANCH_DIRECTOR);
      checkAssignable(place, assignee);
    }
    tasks.assign(seen, assignee, clock.instant(), account.login());
    trail.record("dossier.assign", subject(place), Map.of("to", assignee == null ? "" : assignee));
  }

  /**
   * Asks the applicant for what is missing (form 02). For the branch's clerk and director only: an
   * agency never asks the applicant itself (NĐ 118 Đ5), it proposes ({@link
   * AgencyService#proposeSupplement}).
   *
   * @param recheck the same items again
   * @param overrideReason why a second request is allowed; only a branch director may give one
   */
  public void requestSupplement(
      Seen seen, List<String> items, String reason, boolean recheck, String overrideReason) {
    Place place = place(seen, Role.CLERK, Role.BRANCH_DIRECTOR);
    boolean override = overrideReason != null && !overrideReason.isBlank();
    Account account =
        override
            ? access.requireAt(place.branchId(), Role.BRANCH_DIRECTOR)
            : access.requireAt(place.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
    supplements.request(
        seen,
        new SupplementItems(
            items, reason, recheck, override ? account.login() : null, overrideReason),
        clock.instant(),
        account.login());
    trail.record(
        "dossier.request-supplement",
        subject(place),
        Map.of("items", Integer.toString(items.size()), "override", Boolean.toString(override)));
  }

  /** The applicant's answer came in, at the branch (đã bổ sung). */
  public void answerSupplement(Seen seen) {
    Place place = place(seen, Role.CLERK, Role.BRANCH_DIRECTOR);
    Account account = access.requireAt(place.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
    supplements.answer(seen, clock.instant(), account.login());
    trail.record("dossier.answer-supplement", subject(place), Map.of());
  }

  /** Stops the work for something outside the agency (tạm dừng). */
  public void pause(Seen seen, Grounds why) {
    Place place = place(seen, Role.OFFICER, Role.BRANCH_DIRECTOR);
    Account account = access.requireAt(place.taskUnitId(), Role.OFFICER, Role.BRANCH_DIRECTOR);
    pauses.pause(seen, why, clock.instant(), account.login());
    trail.record("dossier.pause", subject(place), Map.of("document", why.document()));
  }

  /** Goes on with the work (tiếp tục giải quyết). */
  public void resume(Seen seen, Grounds why) {
    Place place = place(seen, Role.OFFICER, Role.BRANCH_DIRECTOR);
    Account account = access.requireAt(place.taskUnitId(), Role.OFFICER, Role.BRANCH_DIRECTOR);
    pauses.resume(seen, why, clock.instant(), account.login());
    trail.record("dossier.resume", subject(place), Map.of("document", why.document()));
  }

  /**
   * The signed result is there (có kết quả), granted or refused. For whoever's step it is.
   *
   * @param result its {@code fileId} is not looked at
   * @param file the signed document
   * @throws ProcessingFailure.BadFile where the content is not allowed
   * @throws ProcessingFailure.Missing where there is none
   */
  public void recordResult(Seen seen, SignedResult result, UploadedFile file) {
    Place place = place(seen, Role.OFFICER, Role.CLERK, Role.BRANCH_DIRECTOR);
    Account account = access.requireAt(place.taskUnitId(), stepRole(place));
    if (file == null || file.content().length == 0) {
      throw new ProcessingFailure.Missing("file");
    }
    Instant now = clock.instant();
    UUID id;
    try (Connection connection = database.getConnection()) {
      id =
          new StoredFiles(connection, limit)
              .keep(
                  file,
                  "result-" + place.id(),
                  place.datasetId(),
                  place.taskUnitId(),
                  now,
                  account.login());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    results.finish(seen, result.withFile(id), now, account.login());
    invitations.invite(place.id(), now);
    trail.record(
        "dossier.record-result",
        subject(place),
        Map.of("number", result.number(), "negative", Boolean.toString(result.negative())));
  }

  /** The applicant takes the dossier back before the decision (rút hồ sơ), at the branch. */
  public void withdraw(Seen seen, Grounds why) {
    Place place = place(seen, Role.CLERK, Role.BRANCH_DIRECTOR);
    Account account = access.requireAt(place.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
    close(seen, place, CloseReason.WITHDRAWN, why, account);
  }

  /** The agency stops (thông báo dừng giải quyết, form 05). */
  public void stop(Seen seen, Grounds why) {
    Place place = place(seen, Role.OFFICER, Role.BRANCH_DIRECTOR);
    Account account = access.requireAt(place.taskUnitId(), Role.OFFICER, Role.BRANCH_DIRECTOR);
    close(seen, place, CloseReason.STOPPED, why, account);
  }

  /** No supplement came within 15 days (NĐ 118 Đ19.5). */
  public void closeUnanswered(Seen seen, Grounds why) {
    Place place = place(seen, Role.OFFICER, Role.CLERK, Role.BRANCH_DIRECTOR);
    close(seen, place, CloseReason.NO_SUPPLEMENT, why, atAgencyOrBranch(place));
  }

  /** Hands the result over (trả kết quả), at the branch. */
  public void giveResult(Seen seen, HandOver given) {
    Place place = place(seen, Role.CLERK, Role.BRANCH_DIRECTOR);
    Account account = access.requireAt(place.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
    Instant now = clock.instant();
    returns.giveResult(seen, given, now, account.login());
    invitations.invite(place.id(), now);
    trail.record(
        "dossier.give-result",
        subject(place),
        Map.of("channel", given.channel().name(), "noPapers", Boolean.toString(given.noPapers())));
  }

  private void close(Seen seen, Place place, CloseReason reason, Grounds why, Account account) {
    Instant now = clock.instant();
    results.close(seen, reason, why, now, account.login());
    invitations.invite(place.id(), now);
    trail.record(
        "dossier.close",
        subject(place),
        Map.of("reason", reason.name(), "money", Boolean.toString(!why.money().isEmpty())));
  }

  private Account atAgencyOrBranch(Place place) {
    Account account = access.require(Role.OFFICER, Role.CLERK, Role.BRANCH_DIRECTOR);
    return account.roles().contains(Role.OFFICER) && access.scope().includes(place.unitId())
        ? account
        : access.requireAt(place.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
  }

  /** Whose the dossier is; asks for the role first, so that nobody else learns of it. */
  private Place place(Seen seen, Role... anyOf) {
    return Place.asked(database, access, seen, anyOf);
  }

  private static Role stepRole(Place place) {
    return place.taskRole() == null ? Role.CLERK : place.taskRole();
  }

  private void checkAssignable(Place place, String login) {
    try (Connection connection = database.getConnection()) {
      Query.of(
              connection,
              """
              select 1 from account a
              join account_role r on r.account_id = a.id and r.role = ?
              join account_scope s on s.account_id = a.id
              join unit u on u.id = ? and coalesce(u.lineage_id, u.id) = s.unit_id
              where a.login = ? and a.enabled""",
              stepRole(place),
              place.taskUnitId(),
              login)
          .first(row -> true)
          .orElseThrow(() -> new ProcessingFailure.NotAssignable(login));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(Place place) {
    return "dossier " + place.id();
  }
}
