package vn.motcua.worktime;

import java.util.Objects;

/**
 * One frozen state of a calendar. A dossier keeps the version that its due moment was computed
 * with.
 *
 * @param code which calendar, such as {@code hanoi}
 * @param revision which state of it; revisions of one calendar sort as text
 */
public record CalendarVersion(String code, String revision) {
  public CalendarVersion {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(revision, "revision");
  }

  /** Code and revision, such as {@code hanoi@2026-11-21}. */
  @Override
  public String toString() {
    return code + "@" + revision;
  }
}
