package vn.motcua.identity;

import java.util.List;

/**
 * A post that the demo fills with an invented person.
 *
 * @param unit code of the body
 */
record DemoPost(String login, String post, Role role, String unit, boolean wholeCity) {

  /**
   * Every role once, and a second branch, so that what one branch must not see can be shown; at Tây
   * Hồ a second clerk and an officer of the ward, so that what is received there can be decided.
   * New posts come last: the people before keep their names.
   */
  static final List<DemoPost> ALL =
      List.of(
          branch("tiepnhan.tayho", "Cán bộ tiếp nhận, Chi nhánh Tây Hồ", Role.CLERK, "cn-tay-ho"),
          branch(
              "tiepnhan.caugiay",
              "Cán bộ tiếp nhận, Chi nhánh Cầu Giấy",
              Role.CLERK,
              "cn-cau-giay"),
          branch("chuyenvien.tuphap", "Chuyên viên Sở Tư pháp", Role.OFFICER, "so-tu-phap"),
          branch("giamdoc.tayho", "Giám đốc Chi nhánh Tây Hồ", Role.BRANCH_DIRECTOR, "cn-tay-ho"),
          branch(
              "giamdoc.caugiay",
              "Giám đốc Chi nhánh Cầu Giấy",
              Role.BRANCH_DIRECTOR,
              "cn-cau-giay"),
          city("lanhdao", "Lãnh đạo Trung tâm", Role.LEADER),
          city("baocao", "Cán bộ tổng hợp, Văn phòng Trung tâm", Role.REPORTER),
          city("quantri", "Quản trị hệ thống", Role.ADMINISTRATOR),
          city("kiemtra", "Cán bộ kiểm tra", Role.AUDITOR),
          branch(
              "quay2.tayho", "Cán bộ tiếp nhận quầy 2, Chi nhánh Tây Hồ", Role.CLERK, "cn-tay-ho"),
          branch(
              "chuyenvien.phuongtayho", "Chuyên viên UBND phường Tây Hồ", Role.OFFICER, "00103"));

  private static DemoPost branch(String login, String post, Role role, String unit) {
    return new DemoPost(login, post, role, unit, false);
  }

  private static DemoPost city(String login, String post, Role role) {
    return new DemoPost(login, post, role, "ttphvhcc", true);
  }
}
