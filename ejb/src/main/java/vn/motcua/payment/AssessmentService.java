package vn.motcua.payment;

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
import java.util.TreeMap;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * What a dossier owes (xác định phí, lệ phí). The catalogue proposes, the clerk states, the history
 * of assessments stays. What is not known is asked for and never taken for free.
 *
 * <p>Every method may throw {@link PaymentFailure} and {@link vn.motcua.identity.IdentityFailure};
 * then nothing was written.
 */
@Stateless
public class AssessmentService {

  /** A fee's receiver that may be chosen (đơn vị thụ hưởng). */
  public record Beneficiary(int id, String name, boolean trial) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public AssessmentService() {}

  /** For use without a container. */
  public AssessmentService(
      DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * The money of a dossier, for clerk and director of the receiving branch.
   *
   * @param dataset null: the city's own
   */
  public PaymentFile open(String code, String dataset) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      PaidDossier dossier = dossier(connection, code, dataset);
      access.requireAt(dossier.placeFor(access.scope()), Role.CLERK, Role.BRANCH_DIRECTOR);
      return new PaymentRows(connection, dossier).read();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The beneficiaries in force today. */
  public List<Beneficiary> beneficiaries() {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR, Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      java.time.LocalDate today = clock.instant().atZone(PaidDossier.ZONE).toLocalDate();
      return Query.of(
              connection,
              "select id, name, trial from fee_beneficiary where valid_from <= ? and valid_to > ?"
                  + " order by name, id",
              today,
              today)
          .list(row -> new Beneficiary(row.getInt(1), row.getString(2), row.getBoolean(3)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * States what the dossier owes, in place of what was stated before.
   *
   * @param lines phí and lệ phí apart; empty only with {@code freeBasis}
   * @param freeBasis the provision by which the whole dossier costs nothing; empty otherwise
   * @throws PaymentFailure.AlreadyPaid where something of the former assessment is paid
   */
  public PaymentFile assess(String code, String dataset, List<FeeEntry> lines, String freeBasis) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      long id = dossier(connection, code, dataset).id();
      PaidDossier dossier = PaidDossier.locked(connection, id);
      Account caller =
          access.requireAt(dossier.placeFor(access.scope()), Role.CLERK, Role.BRANCH_DIRECTOR);
      String free = StoredText.line(freeBasis);
      check(connection, dossier, lines, free);
      Instant now = clock.instant();
      int revision = supersede(connection, dossier, now);
      write(connection, dossier, lines, free, revision, now, caller.login());
      trail.record(
          "payment.assess",
          "dossier " + id,
          Map.of(
              "revision",
              Integer.toString(revision),
              "owed",
              Long.toString(lines.stream().mapToLong(FeeEntry::owed).sum()),
              "relief",
              Long.toString(lines.stream().mapToLong(FeeEntry::relief).sum())));
      return new PaymentRows(connection, dossier).read();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PaidDossier dossier(Connection connection, String code, String dataset)
      throws SQLException {
    return PaidDossier.ofCode(connection, code, dataset)
        .orElseThrow(() -> new PaymentFailure.Unknown(code));
  }

  private static void check(
      Connection connection, PaidDossier dossier, List<FeeEntry> lines, String free)
      throws SQLException {
    if (lines.isEmpty() && free.isEmpty()) {
      throw new PaymentFailure.FreeNotStated(dossier.code());
    }
    if (lines.size() > 20 || !lines.isEmpty() && !free.isEmpty()) {
      throw new PaymentFailure.LineIncomplete();
    }
    for (FeeEntry line : lines) {
      line.check();
      Query.of(
              connection,
              """
              select 1 from fee_beneficiary
              where id = ? and dataset_id in (?, 1) and valid_from <= ? and valid_to > ?""",
              line.beneficiaryId(),
              dossier.referenceId(),
              dossier.day(),
              dossier.day())
          .first(row -> true)
          .orElseThrow(PaymentFailure.UnknownBeneficiary::new);
    }
  }

  /** The next revision's number; the former assessment and its requests are over. */
  private static int supersede(Connection connection, PaidDossier dossier, Instant now)
      throws SQLException {
    boolean paid =
        Query.of(
                connection,
                """
                select 1 from payment p join payment_request r on r.id = p.request_id
                where r.dossier_id = ? and p.voided_at is null
                  and p.amount > coalesce((select sum(f.amount) from refund f
                    where f.payment_id = p.id and f.state = 'PAID'), 0) limit 1""",
                dossier.id())
            .first(row -> true)
            .isPresent();
    if (paid) {
      throw new PaymentFailure.AlreadyPaid();
    }
    Query.of(
            connection,
            "update payment_request set cancelled_at = ?"
                + " where dossier_id = ? and cancelled_at is null",
            now,
            dossier.id())
        .update();
    Query.of(
            connection,
            "update fee_assessment set superseded_at = ?"
                + " where dossier_id = ? and superseded_at is null",
            now,
            dossier.id())
        .update();
    return Query.of(
            connection,
            "select coalesce(max(revision), 0) + 1 from fee_assessment where dossier_id = ?",
            dossier.id())
        .first(row -> row.getInt(1))
        .orElseThrow();
  }

  static void write(
      Connection connection,
      PaidDossier dossier,
      List<FeeEntry> lines,
      String free,
      int revision,
      Instant now,
      String login)
      throws SQLException {
    long assessment =
        Query.of(
                connection,
                """
                insert into fee_assessment
                  (dossier_id, revision, version_id, assessed_at, assessed_by, free_basis)
                values (?, ?, ?, ?, ?, ?) returning id""",
                dossier.id(),
                revision,
                new FeeProposals(connection, dossier).version(),
                now,
                login,
                free)
            .first(row -> row.getLong(1))
            .orElseThrow();
    Map<Integer, Long> owed = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      FeeEntry line = lines.get(i);
      owed.merge(line.beneficiaryId(), line.owed(), Math::addExact);
      Query.of(
              connection,
              """
              insert into fee_line (assessment_id, position, kind, name, amount, free_stated,
                legal_basis, beneficiary_id, relief, relief_reason, relief_basis)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
              assessment,
              i + 1,
              line.kind(),
              line.name(),
              line.amount(),
              line.freeStated(),
              line.legalBasis(),
              line.beneficiaryId(),
              line.relief(),
              line.reliefReason(),
              line.reliefBasis())
          .update();
    }
    for (Map.Entry<Integer, Long> part : owed.entrySet()) {
      if (part.getValue() > 0) {
        request(connection, assessment, dossier, part.getKey(), part.getValue());
      }
    }
  }

  private static void request(
      Connection connection, long assessment, PaidDossier dossier, int beneficiary, long amount)
      throws SQLException {
    long id =
        Query.of(connection, "select nextval('payment_request_id_seq')")
            .first(row -> row.getLong(1))
            .orElseThrow();
    Query.of(
            connection,
            """
            insert into payment_request
              (id, assessment_id, dossier_id, beneficiary_id, amount, reference)
            values (?, ?, ?, ?, ?, ?)""",
            id,
            assessment,
            dossier.id(),
            beneficiary,
            amount,
            PaymentReference.of(id))
        .update();
  }
}
