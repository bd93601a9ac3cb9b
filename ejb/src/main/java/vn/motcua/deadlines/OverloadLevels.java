package vn.motcua.deadlines;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.motcua.database.Query;

/** The trigger levels of a day. */
record OverloadLevels(List<Trigger> triggers) {

  static final String NORMAL = "NORMAL";
  static final String BUSY = "BUSY";
  static final String OVERLOADED = "OVERLOADED";

  /**
   * @param least from this value on
   */
  record Trigger(String measure, String level, int least) {}

  static OverloadLevels on(Connection connection, LocalDate day) throws SQLException {
    return new OverloadLevels(
        Query.of(
                connection,
                "select * from overload_level where valid_from <= ? and valid_to > ?",
                day,
                day)
            .list(
                row ->
                    new Trigger(
                        row.getString("measure"), row.getString("level"), row.getInt("least"))));
  }

  /** A branch without an open counter is weighed as if it had one: its queue waits all the same. */
  BranchLoad weigh(
      int branchId, String branch, int arrivals, int counters, int queue, long waiting) {
    int desks = Math.max(1, counters);
    Map<String, Long> values = new TreeMap<>();
    values.put("ARRIVALS", (long) Math.ceilDiv(arrivals, desks));
    values.put("QUEUE", (long) Math.ceilDiv(queue, desks));
    values.put("WAITING", waiting);
    String worst = NORMAL;
    List<String> reasons = new ArrayList<>();
    for (Map.Entry<String, Long> value : values.entrySet()) {
      String level = level(value.getKey(), value.getValue());
      if (!level.equals(NORMAL)) {
        reasons.add(value.getKey());
        worst = level.equals(OVERLOADED) ? level : worst.equals(OVERLOADED) ? worst : BUSY;
      }
    }
    return new BranchLoad(branchId, branch, arrivals, counters, queue, waiting, worst, reasons);
  }

  private String level(String measure, long value) {
    boolean busy = false;
    for (Trigger trigger : triggers) {
      if (trigger.measure().equals(measure) && value >= trigger.least()) {
        if (trigger.level().equals(OVERLOADED)) {
          return OVERLOADED;
        }
        busy = true;
      }
    }
    return busy ? BUSY : NORMAL;
  }
}
