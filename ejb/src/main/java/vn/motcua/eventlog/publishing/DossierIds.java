package vn.motcua.eventlog.publishing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Numbers for new dossiers, in blocks of the sequence's increment. A block ends at the value that
 * nextval answers, as EclipseLink's preallocation has it, so both can draw from one sequence.
 */
final class DossierIds {

  private static final int BLOCK = 50;

  private final Queue<Long> free = new ArrayDeque<>();

  /** Draws enough blocks for so many dossiers. What a rolled-back chunk drew stays unused. */
  DossierIds(Connection connection, int wanted) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select nextval('dossier_id_seq') from generate_series(1, ?)")) {
      statement.setInt(1, (wanted + BLOCK - 1) / BLOCK);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long last = row.getLong(1);
          for (long id = last - BLOCK + 1; id <= last; id++) {
            free.add(id);
          }
        }
      }
    }
  }

  long next() {
    return free.remove();
  }
}
