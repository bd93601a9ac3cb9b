package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import vn.motcua.database.Query;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.NewDossier;

/**
 * Dossiers as the counter makes them: with person, visit, papers and the step after reception. A
 * small world of one branch, one department and one procedure of five steps is made with it.
 */
public final class DossierBuilder {

  public static final Instant RECEIVED = Instant.parse("2026-11-16T02:00:00Z");
  public static final Instant DUE = Instant.parse("2026-11-20T10:00:00Z");

  private static final String WORLD =
      """
      insert into unit (id, dataset_id, code, name, kind) values
        (9001, 1, 't-branch', 'Chi nhánh Thử', 'BRANCH'),
        (9002, 1, 't-dept', 'Sở Thử', 'DEPARTMENT'),
        (9003, 1, 't-branch-2', 'Chi nhánh Khác', 'BRANCH');
      insert into field (id, dataset_id, code, name) values (9001, 1, 't-field', 'Lĩnh vực thử');
      insert into procedure (id, dataset_id, code) values (9001, 1, '9.000001');
      insert into procedure_version (id, procedure_id, valid_from, name, short_name, field_code,
        levels, limit_basis, fee_basis, source, file, digest, search_text)
      values (9001, 9001, '2020-01-01', 'Cấp giấy phép thử', 'Giấy phép thử', 't-field',
        '{PROVINCE}', 'PUBLISHED', 'UNSURE', 'thử', 'thử', 'thử', 'cap giay phep thu');
      insert into procedure_limit (version_id, amount, unit) values (9001, 4, 'working_days');
      insert into internal_process
        (id, procedure_id, version, valid_from, baseline_steps, baseline_minutes)
      values (9001, 9001, 1, '2020-01-01', 6, 2400);
      insert into internal_step
        (process_id, position, name, name_en, place, role, minutes, public_name) values
        (9001, 1, 'Tiếp nhận', 'Reception', 'BRANCH', 'CLERK', 60, 'Đã tiếp nhận'),
        (9001, 2, 'Phân công', 'Assignment', 'AGENCY', 'OFFICER', 120, 'Đang xử lý'),
        (9001, 3, 'Thẩm định', 'Appraisal', 'AGENCY', 'OFFICER', 960, 'Đang thẩm định'),
        (9001, 4, 'Ký duyệt', 'Signing', 'AGENCY', 'OFFICER', 480, 'Đang ký duyệt'),
        (9001, 5, 'Trả kết quả', 'Return', 'BRANCH', 'CLERK', 0, 'Có kết quả');
      insert into person (id, dataset_id, kind, full_name, national_id, phone, created_at) values
        (9001, 1, 'CITIZEN', 'Nguyễn Thị Thử', '001190123456', '0912345678', now()),
        (9002, 1, 'CITIZEN', 'Lê Văn Nhận', '001080654321', '', now());
      insert into request_episode (id, dataset_id, person_id, procedure_id, began_at)
      overriding system value values (9001, 1, 9001, 9001, '2026-11-16T02:00:00Z');
      insert into staff (id, dataset_id, full_name, post, unit_id, invented)
      overriding system value values
        (9001, 1, 'Trần Văn Một', 'Chuyên viên', 9002, true),
        (9002, 1, 'Phạm Thị Hai', 'Chuyên viên', 9002, true);
      insert into account (id, login, staff_id, password_hash, demo, whole_city, created_at,
        password_changed_at)
      overriding system value values
        (9001, 'mot', 9001, 'x', false, false, now(), now()),
        (9002, 'hai', 9002, 'x', false, false, now(), now())""";

  public static final int BRANCH = 9001;
  public static final int DEPARTMENT = 9002;
  public static final int OTHER_BRANCH = 9003;

  private final TestTransactions transactions;
  private final DossierService dossiers;
  private final AtomicInteger number = new AtomicInteger();

  public DossierBuilder(DataSource database, TestTransactions transactions) {
    this.transactions = transactions;
    dossiers = transactions.dossiers();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(WORLD);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A dossier that has just left reception: the agency's first step is the present one. */
  public long received() {
    return received(RECEIVED, DUE);
  }

  public long received(Instant at, Instant due) {
    return transactions.in(() -> make("H26.99-261116-%04d", at, due));
  }

  private long make(String pattern, Instant at, Instant due) {
    String code = pattern.formatted(number.incrementAndGet());
    long id =
        dossiers.receive(
            new NewDossier(1, code, 9001, 9001, DEPARTMENT, BRANCH, Channel.DIRECT, at, due),
            "clerk");
    try (Connection connection = transactions.database().getConnection()) {
      Query.of(
              connection,
              """
              insert into visit
                (id, dataset_id, branch_id, clerk, began_at, receipt_code, request_id)
              values (?, 1, ?, 'clerk', ?, ?, gen_random_uuid())""",
              id,
              BRANCH,
              at,
              "R-" + code)
          .update();
      Query.of(
              connection,
              """
              insert into dossier_intake
                (dossier_id, visit_id, public_token, process_id, due_explanation,
                 calendar_version, promised_at, episode_id)
              values (?, ?, ?, 9001, array['Bốn ngày làm việc'], 'hanoi@thử', ?, 9001)""",
              id,
              id,
              "token-" + id + "-0123456789",
              due)
          .update();
      Query.of(
              connection,
              """
              insert into dossier_person (dossier_id, relation, person_id)
              values (?, 'OWNER', 9001), (?, 'RECEIVER', 9002)""",
              id,
              id)
          .update();
      dossiers.completeStep(id, at, "Tiếp nhận", BRANCH, "clerk");
      Query.of(
              connection,
              """
              insert into dossier_task
                (id, dataset_id, dossier_id, position, name, name_en, unit_id, role, begun_at,
                 due_at, minutes, dossier_due_at)
              values (nextval('dossier_task_id_seq'), 1, ?, 2, 'Phân công', 'Assignment', ?,
                'OFFICER', ?, ?, 120, ?)""",
              id,
              DEPARTMENT,
              at,
              at.plusSeconds(7200),
              due)
          .update();
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
