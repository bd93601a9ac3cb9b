package vn.motcua.reception;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/** The counter's door: receives visits of the city, now, by the clerk who is signed in. */
@Stateless
public class IntakeService {

  @EJB private Access access;
  @EJB private IntakeRecorder recorder;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public IntakeService() {}

  /** For use without a container. */
  IntakeService(Access access, IntakeRecorder recorder, AuditTrail trail, InstantSource clock) {
    this.access = access;
    this.recorder = recorder;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Receives a visit (tiếp nhận). The same request again is answered with the same visit.
   *
   * @throws vn.motcua.identity.IdentityFailure where the caller is no clerk of the branch
   * @throws IntakeFailure.Refused with everything that is wrong; nothing was written
   */
  public IntakeResult receive(IntakeRequest request) {
    Account clerk = access.requireAt(request.branchId(), Role.CLERK);
    IntakeResult result =
        recorder.receiveAt(
            new Occasion(Occasion.CITY, request.branchId(), clerk.login(), clock.instant()),
            request);
    if (!result.repeated()) {
      trail.record(
          "visit.receive",
          "visit " + result.visitId(),
          Map.of("receipt", result.receiptCode(), "dossiers", "" + result.dossiers().size()));
    }
    return result;
  }
}
