package vn.motcua.figures;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;

/** The bodies and fields that figures are cut by: from codes to ids, and from ids to names. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Dimensions {

  /** What people call a part. */
  public record Name(String code, String name, String level) {}

  /** The demo counts with the city's bodies and fields. */
  private static final String OF_DATASET =
      "dataset_id = (select coalesce(reference_id, id) from dataset where id = ?)";

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  /**
   * The unit that had this code on a day: a code means nothing without a date.
   *
   * @throws FigureFailure.UnknownDimension where there was none
   */
  public int unit(int datasetId, String code, LocalDate on) {
    String sql =
        "select id from unit where "
            + OF_DATASET
            + " and code = ? and valid_from <= ? and valid_to > ?";
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, datasetId);
      query.setString(2, code);
      query.setObject(3, on);
      query.setObject(4, on);
      return single(query, "unit", code);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws FigureFailure.UnknownDimension where there is none of this code
   */
  public int field(int datasetId, String code) {
    String sql = "select id from field where " + OF_DATASET + " and code = ? order by id limit 1";
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, datasetId);
      query.setString(2, code);
      return single(query, "field", code);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names by id (as text) for a cut by unit or field; empty for the others. */
  public Map<String, Name> names(int datasetId, FigureQuery.Cut by) {
    String sql =
        switch (by) {
          case UNIT -> "select id::text, code, name, kind from unit where " + OF_DATASET;
          case FIELD -> "select id::text, code, name, level from field where " + OF_DATASET;
          default -> null;
        };
    Map<String, Name> names = new LinkedHashMap<>();
    if (sql == null) {
      return names;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, datasetId);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          names.put(
              row.getString(1), new Name(row.getString(2), row.getString(3), row.getString(4)));
        }
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int single(PreparedStatement query, String dimension, String code)
      throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        throw new FigureFailure.UnknownDimension(dimension, code);
      }
      return row.getInt(1);
    }
  }
}
