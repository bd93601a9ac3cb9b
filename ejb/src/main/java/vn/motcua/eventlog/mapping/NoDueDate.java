package vn.motcua.eventlog.mapping;

/** What to do with a case that has no due date (hạn giải quyết). */
public sealed interface NoDueDate {

  /** Such a case is refused. */
  record Refuse() implements NoDueDate {}

  /** It has no legal limit and is counted apart. */
  record Undated() implements NoDueDate {}

  /** So many calendar days on the wall clock after it was received, at the same time of day. */
  record Allowance(int calendarDays) implements NoDueDate {}
}
