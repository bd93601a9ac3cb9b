package vn.motcua.payment;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * The monthly reconciliation with the bank (đối soát; NĐ 118/2025 Đ24): a statement file is read
 * once and whole, its lines are matched by reference and amount, what differs is listed until
 * somebody resolves it with a note. For the office that answers for the figures of the whole city.
 *
 * <p>Every method may throw {@link PaymentFailure} and {@link vn.motcua.identity.IdentityFailure};
 * then nothing was written.
 */
@Stateless
public class ReconciliationService {

  /** The largest file that is read, in bytes. */
  public static final int LARGEST_BYTES = StatementReader.LARGEST_BYTES;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public ReconciliationService() {}

  /** For use without a container. */
  public ReconciliationService(
      DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Reads a statement of an account.
   *
   * @param content at most {@link #LARGEST_BYTES}
   * @throws PaymentFailure.StatementKnown where the same bytes were read before
   * @throws PaymentFailure.StatementUnreadable where a line cannot be read; nothing was taken
   */
  public Reconciliation read(
      int beneficiaryId, String fileName, byte[] content, StatementFormat format) {
    Account caller = access.require(Role.REPORTER, Role.ADMINISTRATOR);
    List<StatementLine> lines = new StatementReader(format).read(content);
    LocalDate from = lines.stream().map(StatementLine::day).min(Comparator.naturalOrder()).get();
    LocalDate to = lines.stream().map(StatementLine::day).max(Comparator.naturalOrder()).get();
    String hash = hash(content);
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      Query.of(connection, "select id from fee_beneficiary where id = ? for update", beneficiaryId)
          .first(row -> true)
          .orElseThrow(PaymentFailure.UnknownBeneficiary::new);
      Query.of(connection, "select file_name from bank_statement where content_hash = ?", hash)
          .first(row -> row.getString(1))
          .ifPresent(
              known -> {
                throw new PaymentFailure.StatementKnown(known);
              });
      long id =
          Query.of(
                  connection,
                  """
                  insert into bank_statement (beneficiary_id, file_name, content_hash, from_day,
                    to_day, lines, uploaded_at, uploaded_by)
                  values (?, ?, ?, ?, ?, ?, ?, ?) returning id""",
                  beneficiaryId,
                  StoredText.line(fileName),
                  hash,
                  from,
                  to,
                  lines.size(),
                  now,
                  caller.login())
              .first(row -> row.getLong(1))
              .orElseThrow();
      StatementMatching matching = new StatementMatching(connection, beneficiaryId, id);
      matching.match(lines, now);
      matching.missing(from, to);
      trail.record(
          "payment.read-statement",
          "bank-statement " + id,
          Map.of("lines", Integer.toString(lines.size()), "hash", hash));
      return reconciliation(connection, id);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A statement that was read, with what differs. */
  public Reconciliation find(long statementId) {
    access.require(Role.REPORTER, Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      return reconciliation(connection, statementId);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The last statements, the latest first, without their differences. */
  public List<Reconciliation> list() {
    access.require(Role.REPORTER, Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(connection, HEAD + " order by s.id desc limit 24")
          .list(row -> head(row, List.of()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The accounts in force, whose statements may be read. */
  public List<AssessmentService.Beneficiary> accounts() {
    access.require(Role.REPORTER, Role.ADMINISTRATOR, Role.AUDITOR);
    LocalDate today = clock.instant().atZone(PaidDossier.ZONE).toLocalDate();
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              "select id, name, trial from fee_beneficiary where valid_from <= ? and valid_to > ?"
                  + " order by name, id",
              today,
              today)
          .list(
              row ->
                  new AssessmentService.Beneficiary(
                      row.getInt(1), row.getString(2), row.getBoolean(3)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Says how a difference was resolved.
   *
   * @throws PaymentFailure.AlreadyResolved where somebody did before
   */
  public void resolve(long differenceId, String note) {
    Account caller = access.require(Role.REPORTER, Role.ADMINISTRATOR);
    String why = StoredText.line(note);
    if (why.isEmpty()) {
      throw new PaymentFailure.Missing("note");
    }
    try (Connection connection = database.getConnection()) {
      boolean open =
          Query.of(
                  connection,
                  "select resolved_at is null from bank_difference where id = ? for update",
                  differenceId)
              .first(row -> row.getBoolean(1))
              .orElseThrow(() -> new PaymentFailure.Unknown(differenceId));
      if (!open) {
        throw new PaymentFailure.AlreadyResolved();
      }
      Query.of(
              connection,
              "update bank_difference set resolved_at = ?, resolved_by = ?, note = ? where id = ?",
              clock.instant(),
              caller.login(),
              why,
              differenceId)
          .update();
      trail.record(
          "payment.resolve-difference", "bank-difference " + differenceId, Map.of("note", why));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String HEAD =
      """
      select s.*, b.name as beneficiary,
        (select count(*) from bank_line l where l.statement_id = s.id and l.verdict = 'MATCHED')
          as matched,
        (select coalesce(sum(l.amount), 0) from bank_line l
         where l.statement_id = s.id and l.verdict = 'MATCHED') as matched_amount
      from bank_statement s join fee_beneficiary b on b.id = s.beneficiary_id""";

  private static Reconciliation reconciliation(Connection connection, long id) throws SQLException {
    List<Reconciliation.Difference> differences =
        Query.of(
                connection,
                """
                select f.*, coalesce(d.code, '') as code from bank_difference f
                left join payment_request r on r.reference = f.reference
                left join dossier d on d.id = r.dossier_id
                where f.statement_id = ?
                order by f.resolved_at is not null, f.id limit 2000""",
                id)
            .list(
                row ->
                    new Reconciliation.Difference(
                        row.getLong("id"),
                        Reconciliation.Kind.valueOf(row.getString("kind")),
                        row.getObject("line", Integer.class),
                        row.getString("reference"),
                        row.getString("code"),
                        row.getObject("ours", Long.class),
                        row.getObject("bank", Long.class),
                        Query.moment(row, "resolved_at"),
                        row.getString("resolved_by"),
                        row.getString("note")));
    return Query.of(connection, HEAD + " where s.id = ?", id)
        .first(row -> head(row, differences))
        .orElseThrow(() -> new PaymentFailure.Unknown(id));
  }

  private static Reconciliation head(
      java.sql.ResultSet row, List<Reconciliation.Difference> differences) throws SQLException {
    return new Reconciliation(
        row.getLong("id"),
        row.getString("file_name"),
        row.getString("beneficiary"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        Query.moment(row, "uploaded_at"),
        row.getInt("lines"),
        row.getInt("matched"),
        row.getLong("matched_amount"),
        differences);
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
