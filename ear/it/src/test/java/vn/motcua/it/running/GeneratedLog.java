package vn.motcua.it.running;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Random;

/** A CSV log made up from a seed: five events a case, some late, some open, some withdrawn. */
public final class GeneratedLog {

  private GeneratedLog() {}

  /** The mapping that fits. */
  public static String mapping(String name) {
    return """
        {"name": "%s", "format": "CSV", "zone": "Asia/Ho_Chi_Minh",
         "caseId": {"eventAttribute": "case"},
         "activity": {"eventAttribute": "activity"},
         "timestamp": {"eventAttribute": "time"},
         "due": {"eventAttribute": "due"},
         "finished": {"eventTime": "LAST", "activities": ["done"]},
         "unit": {"eventAttribute": "unit"},
         "field": {"eventAttribute": "field"},
         "noDueDate": {"rule": "UNDATED"}}"""
        .formatted(name);
  }

  /** That many cases. */
  public static byte[] csv(int cases, long seed) {
    Random chance = new Random(seed);
    StringBuilder csv = new StringBuilder("case,activity,time,due,unit,field\n");
    LocalDateTime start = LocalDateTime.of(2025, 1, 2, 8, 0);
    for (int i = 0; i < cases; i++) {
      LocalDateTime at = start.plusMinutes(chance.nextInt(300 * 24 * 60));
      LocalDateTime due = at.plusDays(10);
      String rest = due + ",Đơn vị " + chance.nextInt(12) + ",Lĩnh vực " + chance.nextInt(8) + "\n";
      for (String activity : new String[] {"received", "checked", "decided", "signed"}) {
        csv.append("HS-").append(i).append(',').append(activity).append(',').append(at);
        csv.append(',').append(rest);
        at = at.plusMinutes(1 + chance.nextInt(5 * 24 * 60));
      }
      if (chance.nextInt(10) > 0) {
        csv.append("HS-").append(i).append(",done,").append(at).append(',').append(rest);
      }
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
