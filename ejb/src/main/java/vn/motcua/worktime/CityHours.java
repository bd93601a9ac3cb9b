package vn.motcua.worktime;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The city's calendar together with the own hours of its bodies. What counts by which:
 *
 * <ul>
 *   <li>terms of the law, in days or hours, and the clocks of acceptance and feedback: {@link
 *       #city()};
 *   <li>when an arrival counts as received, and whether it came before closing: {@link #at} of the
 *       receiving branch, for there somebody takes it or does not;
 *   <li>the time of a step of the internal process: {@link #at} of the body whose step it is.
 * </ul>
 *
 * <p>The last moment of a legal term stays the city's closing time: a branch that closes earlier
 * does not shorten the agency's term, one that closes later does not lengthen it.
 */
public final class CityHours {

  private final WorkingCalendar city;
  private final Map<Integer, UnitHours> units;
  private final Map<Integer, WorkingCalendar> laid = new ConcurrentHashMap<>();

  public CityHours(WorkingCalendar city, Map<Integer, UnitHours> units) {
    this.city = city;
    this.units = Map.copyOf(units);
  }

  public WorkingCalendar city() {
    return city;
  }

  /** Bodies that have, or had, hours of their own. */
  public Set<Integer> units() {
    return units.keySet();
  }

  /**
   * The city's calendar as a body works.
   *
   * @param unitId null: the city's own
   */
  public WorkingCalendar at(Integer unitId) {
    return unitId == null || !units.containsKey(unitId)
        ? city
        : laid.computeIfAbsent(unitId, id -> units.get(id).over(city));
  }

  /** Another calendar of the city with the same own hours. */
  public CityHours over(WorkingCalendar other) {
    return new CityHours(other, units);
  }

  /** The same with other hours of one body. */
  public CityHours with(int unitId, UnitHours hours) {
    Map<Integer, UnitHours> changed = new HashMap<>(units);
    changed.put(unitId, hours);
    return new CityHours(city, changed);
  }

  /** The own hours of a body; none where it has none. */
  public UnitHours of(int unitId) {
    return units.getOrDefault(unitId, UnitHours.NONE);
  }
}
