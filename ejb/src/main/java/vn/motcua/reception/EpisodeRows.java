package vn.motcua.reception;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * Episodes of K2 (đợt giao dịch): a person and a procedure within 60 days. The caller holds the
 * person's row lock.
 */
final class EpisodeRows {

  private static final Duration LENGTH = Duration.ofDays(60);

  private final Connection connection;
  private final Occasion occasion;

  EpisodeRows(Connection connection, Occasion occasion) {
    this.connection = connection;
    this.occasion = occasion;
  }

  /**
   * @param opened it begins with this dossier
   */
  record Episode(long id, boolean opened) {}

  Episode of(long personId, int procedureId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select id from request_episode
            where person_id = ? and procedure_id = ? and began_at > ? and began_at <= ?
            order by began_at desc limit 1
            """)) {
      statement.setLong(1, personId);
      statement.setInt(2, procedureId);
      statement.setObject(3, occasion.at().minus(LENGTH).atOffset(ZoneOffset.UTC));
      statement.setObject(4, occasion.at().atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          return new Episode(row.getLong(1), false);
        }
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into request_episode (dataset_id, person_id, procedure_id, began_at)
            values (?, ?, ?, ?) returning id
            """)) {
      statement.setInt(1, occasion.datasetId());
      statement.setLong(2, personId);
      statement.setInt(3, procedureId);
      statement.setObject(4, occasion.at().atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Episode(row.getLong(1), true);
      }
    }
  }
}
