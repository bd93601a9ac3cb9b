package vn.motcua.reception;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureDeadlines;
import vn.motcua.catalogue.ProcedureRequirements;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitDetail;
import vn.motcua.organisation.UnitKind;

/** The counter's door: receives visits of the city, now, by the clerk who is signed in. */
@Stateless
public class IntakeService {

  @EJB private Access access;
  @EJB private IntakeRecorder recorder;
  @EJB private AuditTrail trail;
  @EJB private OrganisationDirectory organisation;
  @EJB private ProcedureCatalogue catalogue;
  @EJB private ProcedureRequirements requirements;
  @EJB private ProcedureDeadlines deadlines;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private InstantSource clock;

  /**
   * Receives a visit (tiếp nhận). The same request again is answered with the same visit.
   *
   * @throws vn.motcua.identity.IdentityFailure where the caller is no clerk of the branch
   * @throws IntakeFailure.Refused with everything that is wrong; nothing was written
   */
  public IntakeResult receive(IntakeRequest request) {
    access.require(Role.CLERK);
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

  /**
   * What the form shows of a dossier that would be received now. Writes nothing.
   *
   * @param language of the due moment's reasons
   * @param ownersCommune body of the commune where the owner lives, or null
   * @param branch where it would be received; null: the city's hours are taken
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public IntakePreview preview(
      DossierEntry entry, Integer ownersCommune, Integer branch, Locale language) {
    access.require(Role.CLERK);
    try (Connection connection = database.getConnection()) {
      return new Preparation(
              catalogue, requirements, deadlines, connection, clock.instant(), language)
          .preview(entry, ownersCommune, branch);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Where the clerk who is signed in receives (nơi tiếp nhận): branches, then the points, kiosks,
   * vans and agents below them, each in the order of the codes.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<UnitDetail> branches() {
    Account clerk = access.require(Role.CLERK);
    Scope scope = access.scope();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Ho_Chi_Minh"));
    return Stream.concat(Stream.of(UnitKind.BRANCH), UnitKind.POINTS.stream())
        .flatMap(kind -> organisation.units(kind, today).stream())
        .filter(unit -> clerk.wholeCity() || scope.includes(unit.id()))
        .toList();
  }
}
