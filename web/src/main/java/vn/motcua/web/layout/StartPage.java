package vn.motcua.web.layout;

import java.util.function.Predicate;

/**
 * Where a day's work begins for an account (trang làm việc): nobody at a counter begins with how
 * the system's parts are. Who looks after the system does.
 */
public final class StartPage {

  /** How the system is, and its data. */
  public static final String STATUS = "/";

  private StartPage() {}

  /**
   * The path within the application; {@link #STATUS} also for an account without any role.
   *
   * @param has whether the account has a role, as {@code CLERK}
   */
  public static String of(Predicate<String> has) {
    if (has.test("ADMINISTRATOR") || has.test("AUDITOR")) {
      return STATUS;
    }
    if (has.test("LEADER")) {
      return "/board";
    }
    if (has.test("REPORTER")) {
      return "/figures";
    }
    // What is due at the branch this hour, by counter and by person, with the button that urges.
    if (has.test("BRANCH_DIRECTOR")) {
      return "/reminders";
    }
    if (has.test("CLERK")) {
      return "/reception";
    }
    return has.test("OFFICER") ? "/worklist" : STATUS;
  }
}
