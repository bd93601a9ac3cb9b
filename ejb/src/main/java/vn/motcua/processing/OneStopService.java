package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dossier.Channel;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * What the one-stop (bộ phận một cửa) does with a dossier beside its steps: decides on proposals,
 * converts, marks doubles, changes parties, looks after results. Each method asks who calls, does
 * one thing now, and writes it to the audit trail, all in one transaction.
 *
 * <p>Every method may throw {@link ProcessingFailure}, {@link vn.motcua.dossier.DossierFailure} and
 * {@link vn.motcua.identity.IdentityFailure}; then nothing was written.
 */
@Stateless
public class OneStopService {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private SupplementWork supplements;
  @EJB private ConversionWork conversions;
  @EJB private PartyWork parties;
  @EJB private ResultCareWork results;
  @EJB private EntryWork entries;
  @Inject private InstantSource clock;

  public OneStopService() {}

  /** What the service passes its work on to, where no container brings it. */
  record OneStopWorks(
      SupplementWork supplements,
      ConversionWork conversions,
      PartyWork parties,
      ResultCareWork results,
      EntryWork entries) {}

  /** For use without a container. */
  OneStopService(
      DataSource database,
      Access access,
      AuditTrail trail,
      OneStopWorks works,
      InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    supplements = works.supplements();
    conversions = works.conversions();
    parties = works.parties();
    results = works.results();
    entries = works.entries();
    this.clock = clock;
  }

  /** Does not ask the applicant for what the agency proposed. */
  public void declineProposal(Seen seen, Grounds why) {
    Place place = place(seen);
    Account account = here(place);
    supplements.decline(seen, why, clock.instant(), account.login());
    trail.record("dossier.decline-proposal", place.subject(), Map.of());
  }

  /** Takes the dossier up under the right procedure; answers the new dossier's code. */
  public String convert(Seen seen, String procedureCode, Grounds why) {
    Place place = place(seen);
    Account account = here(place);
    String code = conversions.convert(seen, procedureCode, why, clock.instant(), account.login());
    trail.record("dossier.convert", place.subject(), Map.of("to", code));
    return code;
  }

  /** Ends the dossier as the double of another (nộp trùng). */
  public void closeDuplicate(Seen seen, String otherCode, Grounds why) {
    Place place = place(seen);
    Account account = here(place);
    parties.duplicate(seen, otherCode, why, clock.instant(), account.login());
    trail.record("dossier.close-duplicate", place.subject(), Map.of("of", otherCode));
  }

  /** A party died, has another name, or is another. */
  public void changeParty(Seen seen, PartyChange change) {
    Place place = place(seen);
    Account account = here(place);
    parties.change(seen, change, clock.instant(), account.login());
    trail.record(
        "dossier.change-party",
        place.subject(),
        Map.of("kind", change.kind().name(), "relation", change.relation()));
  }

  /** An error of the agency was found in the result (NĐ 118 Đ23). */
  public void reportError(Seen seen, Grounds error) {
    Place place = place(seen);
    Account account = here(place);
    results.report(seen, error, clock.instant(), account.login());
    trail.record("dossier.report-error", place.subject(), Map.of());
  }

  /** The applicant was reminded of the result, refuses it, or does not come. */
  public void noteResult(Seen seen, ResultCareWork.Notice kind, Grounds note) {
    Place place = place(seen);
    Account account = here(place);
    if (kind == null) {
      throw new ProcessingFailure.Missing("reason");
    }
    results.notice(seen, kind, note, clock.instant(), account.login());
    trail.record("dossier.note-result", place.subject(), Map.of("kind", kind.name()));
  }

  /** Takes a dossier up again that was ended by mistake (mở lại); for the branch's director. */
  public void reopen(Seen seen, Grounds why) {
    Place place = Place.asked(database, access, seen, Role.BRANCH_DIRECTOR);
    Account account = access.requireAt(place.branchId(), Role.BRANCH_DIRECTOR);
    entries.reopen(seen, why, clock.instant(), account.login());
    trail.record("dossier.reopen", place.subject(), Map.of());
  }

  /** The channel was entered wrongly (đính chính dữ kiện); for the branch's director. */
  public void correctChannel(Seen seen, Channel channel, Grounds why) {
    Place place = Place.asked(database, access, seen, Role.BRANCH_DIRECTOR);
    Account account = access.requireAt(place.branchId(), Role.BRANCH_DIRECTOR);
    entries.correctChannel(seen, channel, why, clock.instant(), account.login());
    trail.record(
        "dossier.correct-entry",
        place.subject(),
        Map.of("channel", channel == null ? "" : channel.name()));
  }

  private Place place(Seen seen) {
    return Place.asked(database, access, seen, Role.CLERK, Role.BRANCH_DIRECTOR);
  }

  private Account here(Place place) {
    return access.requireAt(place.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
  }
}
