package vn.motcua.eventlog.mapping;

import java.util.Set;
import vn.motcua.events.CloseReason;

/**
 * When a case ended without a result (dừng giải quyết, rút hồ sơ …).
 *
 * @param when what marks such a case
 * @param at when it ended; null means the activity's moment, else the finish, else the last event
 */
public record CloseRule(Marker when, Source at, CloseReason reason) {

  /** What marks a case. */
  public sealed interface Marker {

    /** An attribute has one of these values. */
    record AttributeValue(Source attribute, Set<String> values) implements Marker {}

    /** One of these activities took place; the first one counts. */
    record Activity(Set<String> names) implements Marker {}
  }
}
