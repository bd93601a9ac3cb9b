package vn.motcua.web.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import vn.motcua.catalogue.ProcessVersion;

/**
 * An internal process drawn: a lane for each body, a box for each step from left to right, below a
 * step what runs beside it or instead of it. Only numbers and texts; the page makes SVG of them.
 */
public final class ProcessDiagram {

  private static final int MARGIN = 8;
  private static final int LANE_NAME = 110;
  private static final int WIDTH = 152;
  private static final int HEIGHT = 74;
  private static final int GAP = 34;
  private static final int LANE = HEIGHT + 24;
  private static final int LINE = 16;
  private static final int LETTERS = 20;

  /** A stripe across the drawing. */
  public record Lane(String name, int y, int height) {}

  /** A line of text within a box. */
  public record Line(String text, int y, boolean small) {}

  /**
   * @param kind of its look: step, hand-over, consultation, alternative, back
   */
  public record Box(int x, int y, int width, int height, String kind, List<Line> lines) {
    public int getMiddle() {
      return x + width / 2;
    }
  }

  /**
   * @param kind of its look: flow, change (of hands), beside
   */
  public record Arrow(String path, String kind) {}

  private final List<Lane> lanes = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private int width;
  private int height;

  private ProcessDiagram() {}

  /**
   * @param places names of the places BRANCH and AGENCY and of other bodies by their codes
   * @param hours how minutes are told
   */
  static ProcessDiagram of(
      ProcessVersion process,
      Map<String, String> places,
      java.util.function.IntFunction<String> hours,
      Locale language) {
    ProcessDiagram drawn = new ProcessDiagram();
    Map<String, Integer> rows = new LinkedHashMap<>();
    process.steps().forEach(step -> rows.putIfAbsent(place(step), rows.size()));
    ToIntFunction<ProcessVersion.Step> row = step -> MARGIN + rows.get(place(step)) * LANE;
    rows.forEach(
        (place, number) ->
            drawn.lanes.add(
                new Lane(places.getOrDefault(place, place), MARGIN + number * LANE, LANE)));
    int beside = MARGIN + rows.size() * LANE + 16;
    int deepest = beside - 16;
    Box before = null;
    for (int i = 0; i < process.steps().size(); i++) {
      ProcessVersion.Step step = process.steps().get(i);
      int x = MARGIN + LANE_NAME + i * (WIDTH + GAP);
      Box box =
          box(
              x,
              row.applyAsInt(step) + 12,
              step.handOver() ? "hand-over" : "step",
              step.position() + ". " + step.name(language),
              hours.apply(step.minutes()));
      drawn.boxes.add(box);
      if (before != null) {
        drawn.arrows.add(arrow(before, box));
      }
      before = box;
      int y = beside;
      for (ProcessVersion.Branch branch : process.branches()) {
        if (branch.atStep() == step.position()) {
          Box aside =
              box(
                  x,
                  y,
                  branch.kind().toLowerCase(Locale.ROOT),
                  branch.name(),
                  branch.back() ? "↩ " + branch.toStep() : hours.apply(branch.minutes()));
          drawn.boxes.add(aside);
          int from = y == beside ? box.y() + HEIGHT : y - 12;
          drawn.arrows.add(new Arrow("M" + aside.getMiddle() + "," + from + " V" + y, "beside"));
          y += HEIGHT + 12;
        }
      }
      deepest = Math.max(deepest, y);
    }
    drawn.width = MARGIN * 2 + LANE_NAME + process.steps().size() * (WIDTH + GAP);
    drawn.height = deepest + MARGIN;
    return drawn;
  }

  private static String place(ProcessVersion.Step step) {
    return step.unitCode().isEmpty() ? step.atBranch() ? "BRANCH" : "AGENCY" : step.unitCode();
  }

  private static Arrow arrow(Box from, Box to) {
    int start = from.x() + WIDTH;
    int turn = start + GAP / 2;
    int fromY = from.y() + HEIGHT / 2;
    int toY = to.y() + HEIGHT / 2;
    return new Arrow(
        "M" + start + "," + fromY + " H" + turn + " V" + toY + " H" + (to.x() - 6),
        fromY == toY ? "flow" : "change");
  }

  private static Box box(int x, int y, String kind, String name, String hours) {
    List<Line> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    List<String> texts = new ArrayList<>();
    for (String word : name.split(" ")) {
      if (!line.isEmpty() && line.length() + word.length() >= LETTERS) {
        texts.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    texts.add(line.toString());
    int most = Math.min(3, texts.size());
    for (int i = 0; i < most; i++) {
      boolean cut = i == 2 && texts.size() > 3;
      lines.add(new Line(texts.get(i) + (cut ? "…" : ""), y + 17 + i * LINE, false));
    }
    lines.add(new Line(hours, y + HEIGHT - 8, true));
    return new Box(x, y, WIDTH, HEIGHT, kind, List.copyOf(lines));
  }

  public List<Lane> getLanes() {
    return lanes;
  }

  public List<Box> getBoxes() {
    return boxes;
  }

  public List<Arrow> getArrows() {
    return arrows;
  }

  public int getWidth() {
    return width;
  }

  public int getHeight() {
    return height;
  }
}
