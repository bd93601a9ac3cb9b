package vn.motcua.figures.index;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.board.Ratio;

/** Reads the components of the index for the days from one to before another, as known now. */
final class IndexReading {

  private static final String ASKED =
      """
      with asked as not materialized (
        select ?::int as dataset, ?::timestamptz as begin, ?::timestamptz as finish,
               ?::timestamptz as present)
      """;

  private final Connection connection;
  private final Object[] asked;

  IndexReading(
      Connection connection, DatasetSummary dataset, LocalDate from, LocalDate to, Instant now) {
    this.connection = connection;
    Instant end = to.atStartOfDay(dataset.zone()).toInstant();
    asked =
        new Object[] {
          dataset.id(),
          from.atStartOfDay(dataset.zone()).toInstant(),
          end,
          now.isBefore(end) ? now : end
        };
  }

  /** A line for each component, in their order. */
  List<IndexLine> lines() throws SQLException {
    Map<IndexComponent, Ratio> received = received();
    List<IndexLine> lines = new ArrayList<>();
    for (IndexComponent component : IndexComponent.values()) {
      Ratio value = received.get(component);
      if (value == null) {
        value = alone(IndexTexts.first().get(component));
      }
      lines.add(
          new IndexLine(
              component, value, component.earned(value.numerator(), value.denominator())));
    }
    return synchronised(lines);
  }

  /** Those of the dossiers received in the period, by one statement. */
  private Map<IndexComponent, Ratio> received() throws SQLException {
    return Query.of(connection, ASKED + IndexTexts.received(), asked)
        .first(
            row -> {
              Map<IndexComponent, Ratio> values = new EnumMap<>(IndexComponent.class);
              for (IndexComponent component : IndexComponent.values()) {
                if (IndexTexts.isOfReceived(component)) {
                  String column = IndexTexts.column(component);
                  values.put(
                      component, new Ratio(row.getLong(column), row.getLong(column + "_of")));
                }
              }
              return values;
            })
        .orElseThrow();
  }

  private Ratio alone(String text) throws SQLException {
    return Query.of(connection, ASKED + text, asked)
        .first(row -> new Ratio(row.getLong(1), row.getLong(2)))
        .orElseThrow();
  }

  /**
   * 3.3 is multiplied by the share of synchronised dossiers (1.4). Where nobody entered that share
   * for the period, it is not: then the points are those of a full synchronisation.
   */
  private static List<IndexLine> synchronised(List<IndexLine> lines) {
    Ratio share = lines.get(IndexComponent.SYNCHRONISED.ordinal()).value();
    if (!share.exists()) {
      return lines;
    }
    return lines.stream()
        .map(
            line ->
                line.component() == IndexComponent.ONLINE_DOSSIERS && line.value().exists()
                    ? new IndexLine(
                        line.component(),
                        line.value(),
                        line.component()
                            .earned(
                                line.value().numerator()
                                    * Math.min(share.numerator(), share.denominator()),
                                line.value().denominator() * share.denominator()))
                    : line)
        .toList();
  }
}
