package vn.motcua.deadlines;

import java.util.Locale;
import java.util.Set;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;

/**
 * Somebody who may be told (người nhận). Heads of division have no role of their own: they are
 * officers whose post says so.
 */
record Audience(String login, String post, Set<Role> roles, Scope scope) {

  private static final String HEAD = "trưởng";

  /** What is told to this person unasked: own work at once, others' once it has come up so far. */
  boolean isToldOf(OpenAlert alert, Level level) {
    if (roles.contains(Role.LEADER) && level == Level.CENTRE && includes(alert)) {
      return true;
    }
    if (roles.contains(Role.BRANCH_DIRECTOR)
        && level.compareTo(Level.BRANCH_DIRECTOR) >= 0
        && includes(alert)) {
      return true;
    }
    if (roles.contains(Role.OFFICER)
        && post.toLowerCase(Locale.ROOT).startsWith(HEAD)
        && level.compareTo(Level.HEAD) >= 0
        && scope.includes(alert.unitId())) {
      return true;
    }
    return isOwn(alert);
  }

  /** What this person sees on asking: a director the whole branch, a leader what came up. */
  boolean sees(OpenAlert alert, Level level) {
    return isToldOf(alert, level)
        || roles.contains(Role.BRANCH_DIRECTOR) && includes(alert)
        || roles.contains(Role.LEADER) && alert.kind() == AlertKind.OVERDUE && includes(alert);
  }

  private boolean isOwn(OpenAlert alert) {
    boolean mine = alert.assignee().isEmpty() || alert.assignee().equals(login);
    boolean role =
        alert.role().isEmpty()
            ? roles.contains(Role.OFFICER)
            : roles.stream().anyMatch(held -> held.name().equals(alert.role()));
    return mine && role && scope.includes(alert.unitId());
  }

  private boolean includes(OpenAlert alert) {
    return scope.includes(alert.unitId())
        || alert.branchId() != 0 && scope.includes(alert.branchId());
  }
}
