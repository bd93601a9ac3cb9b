package vn.motcua.reporting;

/** The level of government that decides (cấp giải quyết), as headings of forms name it. */
final class AuthorityLevel {

  private AuthorityLevel() {}

  /**
   * @param level as the catalogue writes it; unknown or empty ones are not guessed
   */
  static String heading(String level) {
    return switch (level == null ? "" : level.strip().toLowerCase(java.util.Locale.ROOT)) {
      case "tỉnh", "province", "cấp tỉnh" -> "TTHC thuộc thẩm quyền giải quyết của cấp tỉnh";
      case "xã", "commune", "cấp xã" -> "TTHC thuộc thẩm quyền giải quyết của cấp xã";
      case "huyện", "district", "cấp huyện" -> "TTHC thuộc thẩm quyền giải quyết của cấp huyện";
      case "" -> "TTHC chưa phân cấp giải quyết";
      default -> "TTHC thuộc thẩm quyền giải quyết: " + level;
    };
  }
}
