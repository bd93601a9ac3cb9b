package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Understands the sheet of an internal process, or says what is wrong with its lines. */
final class ProcessSheetReader {

  private static final Set<String> ROLES = Set.of("CLERK", "OFFICER", "BRANCH_DIRECTOR");
  private static final int MOST_STEPS = 40;

  private final ProcessSheet sheet;
  private final Set<String> bodies;
  private final List<SheetProblem> problems = new ArrayList<>();

  /**
   * @param bodies codes of the bodies that exist
   */
  ProcessSheetReader(ProcessSheet sheet, Set<String> bodies) {
    this.sheet = sheet;
    this.bodies = bodies;
  }

  List<SheetProblem> problems() {
    return problems;
  }

  /** Only to be used where {@link #problems} is empty. */
  ProcessVersion read() {
    List<ProcessVersion.Step> steps = new ArrayList<>();
    List<List<String>> lines = ProcedureSheet.lines(sheet.cells(), "steps");
    if (lines.isEmpty()) {
      wrong("steps", "missing");
    } else if (lines.size() > MOST_STEPS) {
      wrong("steps", "lines-many", MOST_STEPS);
    }
    for (List<String> parts : lines) {
      int position = steps.size() + 1;
      if (parts.size() < 5) {
        wrong("steps", "parts-few", position, 5, parts.size());
        continue;
      }
      String place = parts.get(2).toUpperCase(Locale.ROOT);
      if (!place.equals("BRANCH") && !place.equals("AGENCY")) {
        wrong("steps", "place-unknown", parts.get(2));
      }
      String handOver = part(parts, 7).toLowerCase(Locale.ROOT);
      steps.add(
          new ProcessVersion.Step(
              position,
              parts.get(0),
              parts.get(1),
              place.equals("BRANCH"),
              role("steps", parts.get(3)),
              minutes("steps", parts.get(4)),
              part(parts, 5),
              body("steps", part(parts, 6)),
              handOver.equals("liên thông") || handOver.equals("yes"),
              opinions(part(parts, 8))));
    }
    return new ProcessVersion(
        0, 0, null, null, 0, 0, steps, branches(steps.size()), sheet.cell("note"));
  }

  private List<ProcessVersion.Branch> branches(int steps) {
    List<ProcessVersion.Branch> branches = new ArrayList<>();
    for (List<String> parts : ProcedureSheet.lines(sheet.cells(), "branches")) {
      int position = branches.size() + 1;
      String kind = part(parts, 1).toUpperCase(Locale.ROOT);
      int least = kind.equals("BACK") ? 4 : 6;
      if (parts.size() < least) {
        wrong("branches", "parts-few", position, least, parts.size());
        continue;
      }
      int at = step(parts.get(0));
      if (at < 1 || at > steps) {
        wrong("branches", "step-unknown", parts.get(0));
      }
      if (kind.equals("BACK")) {
        int to = step(parts.get(3));
        if (to < 1 || to >= at) {
          wrong("branches", "back-unknown", parts.get(3), parts.get(0));
        }
        branches.add(
            new ProcessVersion.Branch(
                position, at, false, parts.get(2), "", "", 0, "", Math.max(1, to)));
        continue;
      }
      if (!kind.equals("CONSULTATION") && !kind.equals("ALTERNATIVE")) {
        wrong("branches", "kind-unknown", parts.get(1));
      }
      branches.add(
          new ProcessVersion.Branch(
              position,
              at,
              kind.equals("ALTERNATIVE"),
              parts.get(2),
              body("branches", parts.get(3)),
              parts.get(4).isEmpty() ? "" : role("branches", parts.get(4)),
              minutes("branches", parts.get(5)),
              part(parts, 6),
              0));
    }
    return branches;
  }

  private static int step(String text) {
    return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
  }

  private int opinions(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("[1-9]\\d?")) {
      wrong("steps", "number-bad", text);
      return 0;
    }
    return Integer.parseInt(text);
  }

  private String role(String column, String text) {
    String role = text.toUpperCase(Locale.ROOT);
    if (!ROLES.contains(role)) {
      wrong(column, "role-unknown", text);
    }
    return role;
  }

  private String body(String column, String code) {
    if (!code.isEmpty() && !bodies.contains(code)) {
      wrong(column, "body-unknown", code);
    }
    return code;
  }

  /** Hours as people write them: 4, 0.5 or 0,5. */
  private int minutes(String column, String text) {
    String hours = text.replace(',', '.');
    if (!hours.matches("\\d{1,4}(\\.\\d{1,4})?")) {
      wrong(column, "number-bad", text);
      return 0;
    }
    return new BigDecimal(hours)
        .multiply(BigDecimal.valueOf(60))
        .setScale(0, RoundingMode.HALF_UP)
        .intValueExact();
  }

  private static String part(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  private void wrong(String column, String code, Object... arguments) {
    problems.add(SheetProblem.wrong(column, code, arguments));
  }
}
