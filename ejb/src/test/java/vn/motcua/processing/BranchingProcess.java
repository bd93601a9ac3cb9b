package vn.motcua.processing;

import java.sql.SQLException;
import javax.sql.DataSource;
import vn.motcua.reference.LoadedDatabase;

/**
 * A process with everything: an alternative and two opinions in parallel at its third step, a
 * hand-over to the tax office at its fourth that a rule may replace, a way back from its fifth.
 */
final class BranchingProcess {

  static final int PROCESS = 9002;
  static final int TAX = 9011;
  static final int LAND = 9012;

  /** Numbers of its branches. */
  static final int SHORT = 1;

  static final int EXEMPT = 4;
  static final int BACK = 5;

  private BranchingProcess() {}

  static void install(DataSource database) throws SQLException {
    LoadedDatabase.execute(
        database,
        """
        insert into unit (id, dataset_id, code, name, kind) values
          (9011, 1, 't-tax', 'Cơ quan Thuế Thử', 'DEPARTMENT'),
          (9012, 1, 't-land', 'Văn phòng Đất Thử', 'DEPARTMENT');
        insert into internal_process
          (id, procedure_id, version, valid_from, baseline_steps, baseline_minutes)
        values (9002, 9001, 2, '2026-12-01', 6, 2400);
        insert into internal_step (process_id, position, name, name_en, place, role, minutes,
          public_name, unit_code, hand_over) values
          (9002, 1, 'Tiếp nhận', 'Reception', 'BRANCH', 'CLERK', 60, 'Đã tiếp nhận', '', false),
          (9002, 2, 'Phân công', 'Assignment', 'AGENCY', 'OFFICER', 120, 'Đang xử lý', '', false),
          (9002, 3, 'Thẩm định', 'Appraisal', 'AGENCY', 'OFFICER', 960, 'Đang thẩm định', '', false),
          (9002, 4, 'Tính thuế', 'Tax', 'AGENCY', 'OFFICER', 480, 'Đang tính thuế', 't-tax', true),
          (9002, 5, 'Ký duyệt', 'Signing', 'AGENCY', 'OFFICER', 480, 'Đang ký duyệt', '', false),
          (9002, 6, 'Trả kết quả', 'Return', 'BRANCH', 'CLERK', 0, 'Có kết quả', '', false);
        insert into internal_branch (process_id, position, at_step, kind, name, unit_code, role,
          minutes, condition, to_step) values
          (9002, 1, 3, 'ALTERNATIVE', 'Thẩm định rút gọn', '', '', 240, 'hồ sơ đơn giản', null),
          (9002, 2, 3, 'CONSULTATION', 'Ý kiến thuế', 't-tax', 'OFFICER', 480, '', null),
          (9002, 3, 3, 'CONSULTATION', 'Ý kiến địa chính', 't-land', '', 960, '', null),
          (9002, 4, 4, 'ALTERNATIVE', 'Xác nhận miễn thuế', '', '', 60, 'mien = có', null),
          (9002, 5, 5, 'BACK', 'Thẩm định lại', '', '', 0, '', 3)""");
  }
}
