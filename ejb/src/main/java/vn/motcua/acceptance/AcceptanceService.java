package vn.motcua.acceptance;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.DossierService;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.reception.Custody;
import vn.motcua.reception.DossierEntry;
import vn.motcua.reception.IntakeRecorder;
import vn.motcua.reception.IntakeRequest;
import vn.motcua.reception.IntakeResult;
import vn.motcua.reception.Occasion;
import vn.motcua.reception.PaperEntry;
import vn.motcua.reception.PersonEntry;
import vn.motcua.reception.ReceivedDossier;

/**
 * Decides what waits to be accepted: accept (tiếp nhận), ask for edits (yêu cầu chỉnh sửa), refuse
 * (từ chối tiếp nhận). For the branch's clerk and director. Of two who decide at once, the second
 * is told what the first did.
 */
@Stateless
public class AcceptanceService {

  private static final int MOST_ITEMS = 50;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private IntakeRecorder recorder;
  @EJB private DossierService dossiers;
  @Inject private InstantSource clock;

  public AcceptanceService() {}

  /** For use without a container. */
  AcceptanceService(
      DataSource database,
      Access access,
      AuditTrail trail,
      IntakeRecorder recorder,
      DossierService dossiers,
      InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.recorder = recorder;
    this.dossiers = dossiers;
    this.clock = clock;
  }

  /**
   * Makes a dossier of it; the clock of the procedure starts now, the moment of submission is kept.
   * Pressed twice, it is accepted once.
   *
   * @param version of the page it was decided on
   * @param nameConfirmed the number is known by another name, and the clerk has checked which holds
   * @throws vn.motcua.reception.IntakeFailure.Refused with everything that is wrong or missing
   * @throws AcceptanceFailure.MovedOn where it is no longer what was shown
   */
  public ReceivedDossier accept(long id, int version, boolean nameConfirmed) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      SubmissionRow row = SubmissionRow.locked(connection, id);
      Account clerk = atBranch(row);
      if (row.state() != SubmissionState.ACCEPTED) {
        row.checkWaiting(version);
      }
      Instant now = now();
      IntakeResult result =
          recorder.acceptAt(
              new Occasion(Occasion.CITY, row.branchId(), clerk.login(), now),
              request(connection, row, nameConfirmed));
      ReceivedDossier dossier = result.dossiers().getFirst();
      if (result.repeated()) {
        return dossier;
      }
      new EarlierRequests(connection, dossiers).tell(row, dossier.id(), now);
      decide(connection, row, SubmissionState.ACCEPTED, clerk.login(), now, dossier.id(), 0);
      row.step(connection, "ACCEPTED", now, clerk.login(), List.of(), "", "");
      trail.record("submission.accept", "submission " + id, Map.of("dossier", dossier.code()));
      return dossier;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends it back (yêu cầu chỉnh sửa): once, complete, in writing.
   *
   * @param overrideReason why a second time; only a branch director may give one
   * @throws AcceptanceFailure.SecondEdit where it was done before and nobody allows another
   */
  public void askForEdits(
      long id, int version, List<String> items, String reason, String overrideReason) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      SubmissionRow row = SubmissionRow.locked(connection, id);
      Account clerk = atBranch(row);
      row.checkWaiting(version);
      List<String> wanted =
          items.stream()
              .map(Texts::line)
              .filter(item -> !item.isEmpty())
              .limit(MOST_ITEMS)
              .toList();
      if (wanted.isEmpty()) {
        throw new AcceptanceFailure.Missing("items");
      }
      String why = reason(reason);
      String override = Texts.line(overrideReason);
      if (row.edits() > 0) {
        if (override.isEmpty()) {
          throw new AcceptanceFailure.SecondEdit(row.externalId());
        }
        access.requireAt(row.branchId(), Role.BRANCH_DIRECTOR);
      }
      Instant now = now();
      seen(connection, row, clerk.login(), now);
      decide(connection, row, SubmissionState.EDIT_ASKED, clerk.login(), now, null, 1);
      row.step(
          connection,
          "EDIT_ASKED",
          now,
          clerk.login(),
          wanted,
          why,
          row.edits() > 0 ? override : "");
      trail.record(
          "submission.ask-for-edits",
          "submission " + id,
          Map.of(
              "items", String.valueOf(wanted.size()), "second", String.valueOf(row.edits() > 0)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Refuses it (từ chối tiếp nhận, form 03), with a reason that the applicant reads. */
  public void refuse(long id, int version, String reason) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      SubmissionRow row = SubmissionRow.locked(connection, id);
      Account clerk = atBranch(row);
      row.checkWaiting(version);
      String why = reason(reason);
      Instant now = now();
      seen(connection, row, clerk.login(), now);
      decide(connection, row, SubmissionState.REFUSED, clerk.login(), now, null, 0);
      row.step(connection, "REFUSED", now, clerk.login(), List.of(), why, "");
      trail.record("submission.refuse", "submission " + id, Map.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Account atBranch(SubmissionRow row) {
    return access.requireAt(row.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
  }

  private static String reason(String typed) {
    String reason = Texts.line(typed);
    if (reason.isEmpty()) {
      throw new AcceptanceFailure.Missing("reason");
    }
    return reason;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static void seen(Connection connection, SubmissionRow row, String login, Instant now)
      throws SQLException {
    if (row.seenAt() == null) {
      row.step(connection, "SEEN", now, login, List.of(), "", "");
    }
  }

  private static void decide(
      Connection connection,
      SubmissionRow row,
      SubmissionState state,
      String login,
      Instant now,
      Long dossierId,
      int edits)
      throws SQLException {
    Query.of(
            connection,
            """
            update submission set state = ?, decided_at = ?, seen_at = coalesce(seen_at, ?),
              seen_by = coalesce(seen_by, ?), dossier_id = ?, edits = edits + ?,
              version = version + 1
            where id = ?""",
            state,
            now,
            now,
            login,
            dossierId,
            edits,
            row.id())
        .update();
  }

  private static IntakeRequest request(
      Connection connection, SubmissionRow row, boolean nameConfirmed) throws SQLException {
    SubmissionContent content = SubmissionContent.read(row.content());
    List<PaperEntry> papers =
        new ArrayList<>(
            Query.of(
                    connection,
                    """
                    select component, name, file_id from submission_paper
                    where submission_id = ? and revision = ? order by position""",
                    row.id(),
                    row.revision())
                .list(
                    paper ->
                        new PaperEntry(
                            paper.getString("component"),
                            paper.getString("name"),
                            Custody.KEPT,
                            row.channel() == Channel.POST ? 1 : 0,
                            0,
                            row.channel() == Channel.POST ? 0 : 1,
                            paper.getObject("file_id", java.util.UUID.class))));
    DossierEntry entry =
        new DossierEntry(
            row.procedureCode(),
            row.channel(),
            content.communeId(),
            content.summary(),
            1,
            content.returnChannel(),
            content.answers(),
            papers);
    return new IntakeRequest(
        row.requestId(),
        null,
        row.branchId(),
        List.of(confirmed(content.owner(), nameConfirmed)),
        content.submitter() == null ? null : confirmed(content.submitter(), nameConfirmed),
        null,
        "",
        null,
        null,
        List.of(entry));
  }

  private static PersonEntry confirmed(PersonEntry person, boolean nameConfirmed) {
    return new PersonEntry(
        person.organisation(),
        person.fullName(),
        person.nationalId(),
        person.enterpriseId(),
        person.noPapersReason(),
        person.birthDate(),
        person.phone(),
        person.email(),
        person.address(),
        person.communeId(),
        nameConfirmed);
  }
}
