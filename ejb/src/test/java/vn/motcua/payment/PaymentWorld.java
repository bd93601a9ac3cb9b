package vn.motcua.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.TestDatabase;
import vn.motcua.identity.Access;
import vn.motcua.processing.DossierBuilder;
import vn.motcua.processing.TestTransactions;

/** A branch with cashiers, a director, a foreign clerk and an office, on a real database. */
public final class PaymentWorld {

  private static final String PEOPLE =
      """
      insert into account (id, login, staff_id, password_hash, demo, whole_city, created_at,
        password_changed_at) overriding system value values
        (9101, 'thu', 9001, 'x', false, false, now(), now()),
        (9102, 'giam-doc', 9002, 'x', false, false, now(), now()),
        (9103, 'la', 9001, 'x', false, false, now(), now()),
        (9104, 'so-lieu', 9002, 'x', false, true, now(), now()),
        (9105, 'pho', 9002, 'x', false, false, now(), now()),
        (9106, 'kiem-tra', 9002, 'x', false, true, now(), now()),
        (9107, 'so', 9002, 'x', false, false, now(), now());
      insert into account_role values (9101, 'CLERK'), (9102, 'BRANCH_DIRECTOR'), (9103, 'CLERK'),
        (9104, 'REPORTER'), (9105, 'BRANCH_DIRECTOR'), (9106, 'AUDITOR'), (9107, 'OFFICER');
      insert into account_scope values (9101, 9001), (9102, 9001), (9103, 9003), (9105, 9001),
        (9107, 9002);
      insert into fee_beneficiary (dataset_id, code, name, tax_code, bank_bin, account_number)
      values (1, 'so', 'Sở Thử', '0101', '970436', '222222')""";

  public final DataSource database = TestDatabase.fresh();
  public final TestTransactions transactions = new TestTransactions(database);
  public final DossierBuilder dossiers = new DossierBuilder(database, transactions);
  public Instant now = Instant.parse("2026-11-17T03:00:00Z");
  private final ThreadLocal<String> caller = ThreadLocal.withInitial(() -> "thu");
  public final DataSource joined = transactions.database();
  public final Access access = new Access(joined, () -> now, caller::get);
  public final AuditTrail trail = new AuditTrail(joined, () -> now, caller::get);
  final AssessmentService assessments = new AssessmentService(joined, access, trail, () -> now);
  final CollectionService collection = new CollectionService(joined, access, trail, () -> now);
  final FeeReceiptService receipts = new FeeReceiptService(joined, access, trail, () -> now);
  final RefundService refunds = new RefundService(joined, access, trail, () -> now);
  final ClosingService closings = new ClosingService(joined, access, trail, () -> now);
  final ReconciliationService banks = new ReconciliationService(joined, access, trail, () -> now);

  public PaymentWorld() {
    execute(PEOPLE);
  }

  public <T> T as(String login, Supplier<T> work) {
    String before = caller.get();
    caller.set(login);
    try {
      return transactions.in(work);
    } finally {
      caller.set(before);
    }
  }

  public void runAs(String login, Runnable work) {
    as(
        login,
        () -> {
          work.run();
          return null;
        });
  }

  public void execute(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public String value(String sql, Object... arguments) {
    return transactions.value(sql.formatted(arguments));
  }

  public String code(long dossier) {
    return value("select code from dossier where id = %d", dossier);
  }

  int beneficiary(String code) {
    return Integer.parseInt(value("select id from fee_beneficiary where code = '%s'", code));
  }

  FeeEntry fee(FeeKind kind, long amount, String beneficiary) {
    return new FeeEntry(
        kind, "Khoản " + kind, amount, false, "NQ 06/2020", beneficiary(beneficiary), 0, "", "");
  }

  PaymentFile assess(long dossier, FeeEntry... lines) {
    return as("thu", () -> assessments.assess(code(dossier), null, List.of(lines), ""));
  }

  PaymentFile open(long dossier) {
    return as("thu", () -> assessments.open(code(dossier), null));
  }

  long collect(PaymentFile file, int request, PaymentMethod method) {
    return as(
        "thu",
        () ->
            collection.collect(
                file.requests().get(request).id(),
                method,
                "Quầy 1",
                new Payer("Nguyễn Thị Thử", "12 Quảng An", "")));
  }
}
