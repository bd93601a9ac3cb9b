package vn.motcua.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** Reads the figures that the stream wrote: the newest, or those kept at a horizon. */
final class StreamFigures {

  private static final String PERIOD = SqlText.of("stream-period.sql");

  private StreamFigures() {}

  static List<PeriodFigures> read(Connection connection, int datasetId, FigureQuery query)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PERIOD)) {
      statement.setInt(1, datasetId);
      statement.setObject(2, query.horizon(), Types.BIGINT);
      bindQuery(statement, 3, query);
      return rows(statement);
    }
  }

  static void bindQuery(PreparedStatement statement, int first, FigureQuery query)
      throws SQLException {
    statement.setObject(first, query.from());
    statement.setObject(first + 1, query.to());
    statement.setObject(first + 2, query.unitId(), Types.INTEGER);
    statement.setObject(first + 3, query.fieldId(), Types.INTEGER);
    statement.setString(first + 4, query.channel());
    statement.setObject(first + 5, query.dated(), Types.BOOLEAN);
    statement.setString(first + 6, query.by().name().toLowerCase(java.util.Locale.ROOT));
  }

  static List<PeriodFigures> rows(PreparedStatement statement) throws SQLException {
    List<PeriodFigures> figures = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        figures.add(PeriodFigures.read(row));
      }
    }
    return figures;
  }
}
