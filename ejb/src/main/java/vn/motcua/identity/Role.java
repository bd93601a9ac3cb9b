package vn.motcua.identity;

/** What a person may do (vai trò). The names are the groups of Jakarta Security. */
public enum Role {
  CLERK("Cán bộ tiếp nhận"),
  OFFICER("Chuyên viên thụ lý"),
  BRANCH_DIRECTOR("Giám đốc chi nhánh"),
  LEADER("Lãnh đạo"),
  REPORTER("Cán bộ tổng hợp, báo cáo"),
  ADMINISTRATOR("Quản trị hệ thống"),
  AUDITOR("Kiểm tra, giám sát");

  private final String vietnamese;

  Role(String vietnamese) {
    this.vietnamese = vietnamese;
  }

  /** As screens show it. */
  public String vietnamese() {
    return vietnamese;
  }
}
