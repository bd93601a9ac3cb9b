package vn.motcua.reports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;

/**
 * Feeds the rows of a report to its layout. Every row also carries its level and the total, which
 * the layout prints once each. A row without counts says that nothing occurred.
 */
final class ProcedureResultsRows implements JRDataSource {

  private record Line(
      String levelOrdinal,
      String levelName,
      DossierCounts levelCounts,
      boolean firstOfLevel,
      String ordinal,
      String name,
      DossierCounts counts) {}

  private final DossierCounts total;
  private final int count;
  private final Iterator<Line> lines;
  private Line line;

  ProcedureResultsRows(ProcedureResultsReport report) {
    total = report.total();
    List<Line> all = linesOf(report.sections());
    count = all.size();
    lines = all.iterator();
  }

  int count() {
    return count;
  }

  @Override
  public boolean next() {
    if (!lines.hasNext()) {
      return false;
    }
    line = lines.next();
    return true;
  }

  @Override
  public Object getFieldValue(JRField field) {
    String name = field.getName();
    return switch (name) {
      case "levelOrdinal" -> line.levelOrdinal();
      case "levelName" -> line.levelName();
      case "firstOfLevel" -> line.firstOfLevel();
      case "ordinal" -> line.ordinal();
      case "name" -> line.name();
      default -> figure(name);
    };
  }

  private Long figure(String name) {
    String source = name.replaceAll("\\d", "");
    int column = Integer.parseInt(name.substring(source.length()));
    DossierCounts counts =
        switch (source) {
          case "level" -> line.levelCounts();
          case "field" -> line.counts();
          case "total" -> total;
          default -> throw new IllegalArgumentException(name);
        };
    return counts == null ? null : counts.column(column);
  }

  private static List<Line> linesOf(List<LevelSection> sections) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      lines.addAll(linesOf(RomanNumeral.of(i + 1), sections.get(i)));
    }
    if (lines.isEmpty()) {
      lines.add(nothingOccurred(null, null, null, false));
    }
    return lines;
  }

  private static List<Line> linesOf(String levelOrdinal, LevelSection section) {
    DossierCounts subtotal = section.subtotal();
    if (section.rows().isEmpty()) {
      return List.of(nothingOccurred(levelOrdinal, section.level(), subtotal, true));
    }
    List<Line> lines = new ArrayList<>();
    for (FieldRow row : section.rows()) {
      boolean first = lines.isEmpty();
      String ordinal = String.valueOf(lines.size() + 1);
      lines.add(
          new Line(
              levelOrdinal, section.level(), subtotal, first, ordinal, row.field(), row.counts()));
    }
    return lines;
  }

  private static Line nothingOccurred(
      String levelOrdinal, String level, DossierCounts subtotal, boolean first) {
    String remark = ProcedureResultsReport.NOTHING_OCCURRED;
    return new Line(levelOrdinal, level, subtotal, first, null, remark, null);
  }
}
