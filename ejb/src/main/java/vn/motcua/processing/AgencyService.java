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
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.reception.UploadLimit;

/**
 * What the competent agency (cơ quan có thẩm quyền) does beside its steps: proposes a supplement,
 * apologises, waits for a payment, asks for opinions, puts its own error right. Each method asks
 * who calls, does one thing now, and writes it to the audit trail, all in one transaction.
 *
 * <p>Every method may throw {@link ProcessingFailure}, {@link vn.motcua.dossier.DossierFailure} and
 * {@link vn.motcua.identity.IdentityFailure}; then nothing was written.
 */
@Stateless
public class AgencyService {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private SupplementWork supplements;
  @EJB private ExtensionWork extensions;
  @EJB private PauseWork pauses;
  @EJB private OpinionWork opinions;
  @EJB private ResultCareWork results;
  @Inject private InstantSource clock;
  @Inject private UploadLimit limit = new UploadLimit();

  public AgencyService() {}

  /** What the service passes its work on to, where no container brings it. */
  record AgencyWorks(
      SupplementWork supplements,
      ExtensionWork extensions,
      PauseWork pauses,
      OpinionWork opinions,
      ResultCareWork results) {}

  /** For use without a container. */
  AgencyService(
      DataSource database,
      Access access,
      AuditTrail trail,
      AgencyWorks works,
      InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    supplements = works.supplements();
    extensions = works.extensions();
    pauses = works.pauses();
    opinions = works.opinions();
    results = works.results();
    this.clock = clock;
  }

  /** Proposes to the one-stop what to ask the applicant for (đề nghị bổ sung). */
  public void proposeSupplement(Seen seen, List<String> items, String reason, boolean recheck) {
    Place place = Place.asked(database, access, seen, Role.OFFICER);
    Account account = access.requireAt(place.unitId(), Role.OFFICER);
    supplements.propose(
        seen,
        new SupplementItems(items, reason, recheck, null, ""),
        clock.instant(),
        account.login());
    trail.record(
        "dossier.propose-supplement",
        place.subject(),
        Map.of("items", Integer.toString(items.size())));
  }

  /**
   * Moves the promise once, with an apology (gia hạn, form 04). For the agency's officer; too late,
   * only for the branch's director, with a reason.
   */
  public void extend(Seen seen, Extension wanted) {
    Place place = Place.asked(database, access, seen, Role.OFFICER, Role.BRANCH_DIRECTOR);
    boolean override = wanted != null && wanted.overrides();
    Account account =
        override
            ? access.requireAt(place.branchId(), Role.BRANCH_DIRECTOR)
            : access.requireAt(place.unitId(), Role.OFFICER);
    extensions.extend(
        seen,
        override ? wanted.allowedBy(account.login()) : wanted,
        clock.instant(),
        account.login());
    trail.record("dossier.extend", place.subject(), Map.of("override", Boolean.toString(override)));
  }

  /** Waits for what the applicant has to pay (thực hiện nghĩa vụ tài chính). */
  public void awaitPayment(Seen seen, Grounds why) {
    Place place = Place.asked(database, access, seen, Role.OFFICER, Role.BRANCH_DIRECTOR);
    Account account = access.requireAt(place.taskUnitId(), Role.OFFICER, Role.BRANCH_DIRECTOR);
    pauses.awaitPayment(seen, why, clock.instant(), account.login());
    trail.record("dossier.await-payment", place.subject(), Map.of("document", why.document()));
  }

  /** Asks another body for its opinion (lấy ý kiến). */
  public void askOpinion(Seen seen, String askedOf, String question, int workingDays) {
    Place place = Place.asked(database, access, seen, Role.OFFICER);
    Account account = access.requireAt(place.unitId(), Role.OFFICER);
    opinions.ask(seen, askedOf, question, workingDays, clock.instant(), account.login());
    trail.record("dossier.ask-opinion", place.subject(), Map.of("of", askedOf));
  }

  /** The opinion came in. */
  public void answerOpinion(Seen seen, long opinionId, Grounds answer) {
    Place place = Place.asked(database, access, seen, Role.OFFICER);
    Account account = access.requireAt(place.unitId(), Role.OFFICER);
    opinions.answer(seen, opinionId, answer, clock.instant(), account.login());
    trail.record(
        "dossier.answer-opinion", place.subject(), Map.of("opinion", Long.toString(opinionId)));
  }

  /**
   * Puts the agency's own error in a result right with a new document (đính chính, NĐ 118 Đ23).
   *
   * @param result its {@code negative} and {@code fileId} are not looked at
   */
  public void correctResult(Seen seen, SignedResult result, UploadedFile file) {
    Place place = Place.asked(database, access, seen, Role.OFFICER);
    Account account = access.requireAt(place.unitId(), Role.OFFICER);
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
                  "correction-" + place.id(),
                  place.datasetId(),
                  place.unitId(),
                  now,
                  account.login());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    results.correct(seen, result.withFile(id), now, account.login());
    trail.record("dossier.correct-result", place.subject(), Map.of("number", result.number()));
  }
}
