package vn.motcua.dataset;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;

/** Finds datasets. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DatasetDirectory {

  private static final String COLUMNS =
      "select id, code, name, kind, zone, status, clock_end from dataset ";

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  public DatasetDirectory() {}

  /** For use without a container. */
  public DatasetDirectory(DataSource database) {
    this.database = database;
  }

  /** All datasets that have figures, the city first. */
  public List<DatasetSummary> active() {
    return query(COLUMNS + "where status = 'ACTIVE' order by id", null);
  }

  /**
   * @throws DatasetFailure.Unknown where there is none of this code
   */
  public DatasetSummary find(String code) {
    return query(COLUMNS + "where code = ?", code).stream()
        .findFirst()
        .orElseThrow(() -> new DatasetFailure.Unknown(code));
  }

  /**
   * @throws DatasetFailure.Unknown where there is none of this code
   * @throws DatasetFailure.NotActive while it is being imported, or after a failed import
   */
  public DatasetSummary findActive(String code) {
    DatasetSummary dataset = find(code);
    if (!dataset.active()) {
      throw new DatasetFailure.NotActive(code);
    }
    return dataset;
  }

  /**
   * The days that a dataset speaks of: from the first receipt to the end of its clock, which is now
   * where time goes on. Days of the dataset's zone; the end is the day after the last.
   */
  public DatasetSpan span(DatasetSummary dataset) {
    String sql =
        """
        select min(received_at), coalesce(max(d.clock_end), clock_timestamp())
        from dataset d left join dossier on dataset_id = d.id
        where d.id = ?""";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, dataset.id());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        OffsetDateTime first = row.getObject(1, OffsetDateTime.class);
        OffsetDateTime last = row.getObject(2, OffsetDateTime.class);
        LocalDate end = last.atZoneSameInstant(dataset.zone()).toLocalDate().plusDays(1);
        return first == null
            ? new DatasetSpan(end.minusDays(1), end)
            : new DatasetSpan(first.atZoneSameInstant(dataset.zone()).toLocalDate(), end);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<DatasetSummary> query(String sql, String code) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (code != null) {
        statement.setString(1, code);
      }
      List<DatasetSummary> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          OffsetDateTime end = row.getObject("clock_end", OffsetDateTime.class);
          Instant clockEnd = end == null ? null : end.toInstant();
          found.add(
              new DatasetSummary(
                  row.getInt("id"),
                  row.getString("code"),
                  row.getString("name"),
                  row.getString("kind"),
                  ZoneId.of(row.getString("zone")),
                  row.getString("status"),
                  clockEnd));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
