package vn.motcua.it.running;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.motcua.events.Channel;
import vn.motcua.events.DossierReceived;
import vn.motcua.events.EventIds;
import vn.motcua.events.LogCodec;
import vn.motcua.events.LogEntry;
import vn.motcua.events.StepCompleted;
import vn.motcua.outbox.EventLog;

/**
 * Dossiers as the counter leaves them, written past the application into a dataset of their own:
 * received at the branch Tây Hồ, to be decided by the department of justice, whose demo accounts
 * can then work on them. The log gets its entries, so that stream and referee agree.
 */
public final class CounterDossiers {

  /** The dataset's code, to be named in addresses. */
  public static final String DATASET = "quay-thu";

  private static final String WORLD =
      """
      with d as (
        insert into dataset (code, name, kind, zone, status, activated_at)
        values ('quay-thu', 'Quầy thử', 'DEMO', 'Asia/Ho_Chi_Minh', 'ACTIVE', now())
        on conflict (code) do nothing returning id),
      f as (
        insert into field (dataset_id, code, name) select id, 'tu-phap', 'Tư pháp' from d),
      p as (
        insert into procedure (dataset_id, code) select id, '9.100001' from d returning id),
      v as (
        insert into procedure_version (procedure_id, valid_from, name, short_name, field_code,
          levels, limit_basis, fee_basis, source, file, digest, search_text)
        select id, '2020-01-01',
          'Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú ở Việt Nam',
          'Cấp Phiếu lý lịch tư pháp', 'tu-phap', '{PROVINCE}', 'PUBLISHED', 'UNSURE', 'thử', 'thử',
          'thử', 'cap phieu ly lich tu phap' from p returning id),
      l as (
        insert into procedure_limit (version_id, amount, unit) select id, 10, 'working_days' from v),
      i as (
        insert into internal_process (procedure_id, version, valid_from, baseline_steps,
          baseline_minutes) select id, 1, '2020-01-01', 7, 5760 from p returning id)
      insert into internal_step
        (process_id, position, name, name_en, place, role, minutes, public_name)
      select i.id, s.* from i, (values
        (1, 'Tiếp nhận, số hóa, chuyển hồ sơ', 'Reception and transfer', 'BRANCH', 'CLERK', 240,
          'Đã tiếp nhận'),
        (2, 'Phân công thụ lý', 'Assignment', 'AGENCY', 'OFFICER', 240, 'Đang phân công người xử lý'),
        (3, 'Thẩm định hồ sơ', 'Appraisal', 'AGENCY', 'OFFICER', 2880, 'Đang thẩm định'),
        (4, 'Lãnh đạo ký', 'Signing', 'AGENCY', 'OFFICER', 960, 'Đang trình ký'),
        (5, 'Trả kết quả', 'Return', 'BRANCH', 'CLERK', 0, 'Đã có kết quả, mời đến nhận')
      ) s (position, name, name_en, place, role, minutes, public_name)
      """;

  /** Never in force; its other body is the branch Cầu Giấy, where a demo account can work. */
  private static final String BRANCHING =
      """
      with i as (
        insert into internal_process (procedure_id, version, valid_from, valid_to, baseline_steps,
          baseline_minutes, note)
        select min(id), 999, '1990-01-01', '1990-01-02', 6, 5760, 'quầy thử' from procedure
        where dataset_id = 1
        on conflict (procedure_id, version) do nothing returning id),
      b as (
        insert into internal_branch (process_id, position, at_step, kind, name, unit_code, role,
          minutes, condition, to_step)
        select i.id, s.* from i, (values
          (1, 3, 'ALTERNATIVE', 'Thẩm định rút gọn', '', '', 480, 'hồ sơ đơn giản', null::smallint),
          (2, 3, 'CONSULTATION', 'Xác minh nơi cư trú', 'cn-cau-giay', 'CLERK', 480, '', null),
          (3, 5, 'BACK', 'Thẩm định lại', '', '', 0, '', 3::smallint)
        ) s (position, at_step, kind, name, unit_code, role, minutes, condition, to_step))
      insert into internal_step (process_id, position, name, name_en, place, role, minutes,
        public_name, unit_code, hand_over)
      select i.id, s.* from i, (values
        (1, 'Tiếp nhận, số hóa, chuyển hồ sơ', 'Reception and transfer', 'BRANCH', 'CLERK', 240,
          'Đã tiếp nhận', '', false),
        (2, 'Phân công thụ lý', 'Assignment', 'AGENCY', 'OFFICER', 240, 'Đang phân công', '', false),
        (3, 'Thẩm định hồ sơ', 'Appraisal', 'AGENCY', 'OFFICER', 2880, 'Đang thẩm định', '', false),
        (4, 'Đối chiếu sổ gốc', 'Compare the register', 'AGENCY', 'CLERK', 960,
          'Đang đối chiếu sổ gốc', 'cn-cau-giay', true),
        (5, 'Lãnh đạo ký', 'Signing', 'AGENCY', 'OFFICER', 960, 'Đang trình ký', '', false),
        (6, 'Trả kết quả', 'Return', 'BRANCH', 'CLERK', 0, 'Đã có kết quả', '', false)
      ) s (position, name, name_en, place, role, minutes, public_name, unit_code, hand_over)
      """;

  private static final List<String> OWNERS =
      List.of("Nguyễn Thị Thanh Hương", "Trần Đức Anh", "Lê Hoàng Bảo Ngọc", "Phạm Văn Ước");

  private final Connection connection;
  private int number;

  private CounterDossiers(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    run(WORLD);
    number = (int) number("select count(*) from dossier where dataset_id = " + dataset());
  }

  /** In the platform of this run, or in the database that the properties motcua.db.* name. */
  public static CounterDossiers connect() {
    try {
      String url = System.getProperty("motcua.db.url");
      return new CounterDossiers(
          url == null
              ? Database.connect()
              : DriverManager.getConnection(
                  url,
                  System.getProperty("motcua.db.user"),
                  System.getProperty("motcua.db.password")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A dossier that waits for the department's first step.
   *
   * @param age since its receipt
   * @param left until it is due; negative: it is overdue
   * @return its code
   */
  public String received(Duration age, Duration left) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Instant at = now.minus(age);
    try {
      number++;
      String code = "H26.31-261120-%04d".formatted(number);
      long id = number("select nextval('dossier_id_seq')");
      history(id, at, now.plus(left));
      insert(
          """
          insert into dossier (id, dataset_id, code, procedure_id, field_id, unit_id, branch_id,
            channel, state, received_at, due_at, original_due_at, sequence, version)
          select ?, d.id, ?, p.id, f.id, a.id, b.id, 'DIRECT', 'OPEN', ?, ?, ?, 2, 1
          from dataset d join field f on f.dataset_id = d.id
          join procedure p on p.dataset_id = d.id, unit a, unit b
          where d.code = 'quay-thu' and a.code = 'so-tu-phap' and a.dataset_id = 1
            and b.code = 'cn-tay-ho' and b.dataset_id = 1 and a.valid_to = 'infinity'
            and b.valid_to = 'infinity'""",
          id,
          code,
          at,
          now.plus(left),
          now.plus(left));
      around(id, code, at, now.plus(left));
      connection.commit();
      return code;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As {@link #received}, on a process with an alternative, an opinion and a hand-over. */
  public String branching(Duration age, Duration left) {
    String code = received(age, left);
    try {
      run(BRANCHING);
      insert(
          """
          update dossier_intake set process_id = (
            select id from internal_process where version = 999 and note = 'quầy thử')
          where dossier_id = (select id from dossier where code = ? and dataset_id = ?)""",
          code,
          dataset());
      connection.commit();
      return code;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void history(long id, Instant at, Instant due) throws SQLException {
    int unit = (int) number("select id from unit where code = 'so-tu-phap' and dataset_id = 1");
    int branch = (int) number("select id from unit where code = 'cn-tay-ho' and dataset_id = 1");
    int field = (int) number("select id from field where dataset_id = " + dataset());
    insert(
        """
        insert into dossier_transition (dossier_id, sequence, dataset_id, kind, occurred_at,
          received_at, due_at, unit_id, branch_id, field_id, channel, actor)
        values (?, 1, ?, 'RECEIVED', ?, ?, ?, ?, ?, ?, 'DIRECT', 'tiepnhan.tayho')""",
        id,
        dataset(),
        at,
        at,
        due,
        unit,
        branch,
        field);
    insert(
        """
        insert into dossier_transition (dossier_id, sequence, dataset_id, kind, occurred_at,
          activity, unit_id, actor)
        values (?, 2, ?, 'STEP', ?, 'Tiếp nhận, số hóa, chuyển hồ sơ', ?, 'tiepnhan.tayho')""",
        id,
        dataset(),
        at,
        branch);
    log(
        EventLog.entry(
            (int) dataset(),
            id,
            1,
            at,
            DossierReceived.newBuilder()
                .setReceivedAt(at)
                .setDueAt(due)
                .setUnitId(unit)
                .setBranchId(branch)
                .setFieldId(field)
                .setChannel(Channel.DIRECT)
                .setZone("Asia/Ho_Chi_Minh")
                .setLive(true)
                .build()));
    log(EventLog.entry((int) dataset(), id, 2, at, new StepCompleted("Tiếp nhận", branch)));
  }

  private void around(long id, String code, Instant at, Instant due) throws SQLException {
    long person = number("select nextval('person_id_seq')");
    insert(
        """
        insert into person (id, dataset_id, kind, full_name, national_id, phone, address, created_at)
        values (?, ?, 'CITIZEN', ?, ?, '0912345678', 'Số 12 ngõ 5 phố Võ Chí Công', ?)""",
        person,
        dataset(),
        OWNERS.get(number % OWNERS.size()),
        "0011%08d".formatted(number),
        at);
    insert(
        """
        insert into visit (id, dataset_id, branch_id, clerk, began_at, receipt_code, request_id)
        select ?, ?, id, 'tiepnhan.tayho', ?, ?, gen_random_uuid() from unit
        where code = 'cn-tay-ho' and dataset_id = 1""",
        id,
        dataset(),
        at,
        "BN-" + code);
    insert(
        """
        insert into dossier_intake (dossier_id, visit_id, public_token, process_id,
          due_explanation, calendar_version, promised_at, fee_amount)
        select ?, ?, ?, i.id, array[
            'Nhận hồ sơ hợp lệ; ngày nhận không tính.', 'Tính 10 ngày làm việc từ ngày hôm sau.',
            'Bỏ qua Thứ Bảy, Chủ nhật và ngày nghỉ lễ.'], 'hanoi@2026-11-21', ?, 200000
        from internal_process i join procedure p on p.id = i.procedure_id
        join dataset d on d.id = p.dataset_id where d.code = 'quay-thu'""",
        id,
        id,
        tokenOf(code),
        due);
    insert(
        "insert into dossier_person (dossier_id, relation, person_id)"
            + " values (?, 'OWNER', ?), (?, 'SUBMITTER', ?)",
        id,
        person,
        id,
        person);
    insert(
        """
        insert into dossier_paper (id, dossier_id, position, name, custody, originals, copies,
          held_source, added_at)
        values (nextval('dossier_paper_id_seq'), ?, 1, 'Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp',
            'KEPT', 1, 0, '', ?),
          (nextval('dossier_paper_id_seq'), ?, 2, 'Căn cước công dân', 'HELD_ALREADY', 0, 0,
            'CSDL quốc gia về dân cư', ?)""",
        id,
        at,
        id,
        at);
    insert(
        """
        insert into dossier_task (id, dataset_id, dossier_id, position, name, name_en, public_name,
          unit_id, role, begun_at, due_at, minutes, completed_at, completed_by, dossier_due_at)
        select nextval('dossier_task_id_seq'), ?, ?, s.position, s.name, s.name_en, s.public_name,
          u.id, s.role, ?, null, s.minutes, case when s.position = 1 then ?::timestamptz end,
          case when s.position = 1 then 'tiepnhan.tayho' end, ?
        from internal_step s join internal_process i on i.id = s.process_id
        join procedure p on p.id = i.procedure_id join dataset d on d.id = p.dataset_id
        join unit u on u.dataset_id = 1
          and u.code = case when s.position = 1 then 'cn-tay-ho' else 'so-tu-phap' end
        where d.code = 'quay-thu' and s.position <= 2""",
        dataset(),
        id,
        at,
        at,
        due);
  }

  /** The public token of a dossier that was made here. */
  public static String tokenOf(String code) {
    return ("token" + code.replaceAll("\\W", "") + "0123456789abcdef").substring(0, 22);
  }

  /** Invites the applicant of a dossier to rate it, and answers the token. */
  public String invited(String code) {
    String token = "rate" + tokenOf(code).substring(4);
    try {
      insert(
          """
          insert into rating_invitation (token, dossier_id, made_at, expires_at)
          select ?, id, now(), now() + interval '1 day' from dossier
          where code = ? and dataset_id = ?""",
          token,
          code,
          dataset());
      connection.commit();
      return token;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void log(LogEntry entry) throws SQLException {
    insert(
        """
        insert into domain_event (event_id, dataset_id, aggregate_type, aggregate_id, sequence,
          type, schema_version, payload, occurred_at)
        values (cast(? as uuid), ?, 'dossier', ?, ?, ?, ?, ?, ?)""",
        EventIds.toUuid(entry.getEventId()).toString(),
        entry.getDatasetId(),
        entry.getAggregateId(),
        entry.getSequence(),
        ((org.apache.avro.specific.SpecificRecord) entry.getBody()).getSchema().getName(),
        EventLog.SCHEMA_VERSION,
        new LogCodec().encode(entry),
        entry.getOccurredAt());
  }

  private long dataset() throws SQLException {
    return number("select id from dataset where code = 'quay-thu'");
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
    connection.commit();
  }

  private long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void insert(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(
            i + 1,
            values[i] instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : values[i]);
      }
      statement.executeUpdate();
    }
  }
}
