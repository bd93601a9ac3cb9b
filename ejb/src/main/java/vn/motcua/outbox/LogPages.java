package vn.motcua.outbox;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.events.LogCodec;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;

/** The log for readers: page by page, in the order in which the relay sends it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LogPages {

  /** The most entries of one page. */
  public static final int LARGEST_PAGE = 5_000;

  private static final String SQL =
      """
      select xid::text, event_no, event_id, aggregate_id, sequence, type, occurred_at, recorded_at,
             payload
      from domain_event
      where dataset_id = ? and (xid, event_no) > (?::xid8, ?)
        and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, event_no
      limit ?""";

  /**
   * One entry of the log.
   *
   * @param place give it back to read on behind this entry
   * @param bodyJson the facts, as JSON
   */
  public record Line(
      String place,
      UUID eventId,
      long dossierId,
      int sequence,
      String type,
      Instant occurredAt,
      Instant recordedAt,
      String bodyJson) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DatasetDirectory datasets;

  @EJB private Access access;

  private final LogCodec codec = new LogCodec();

  /**
   * Roles: those who see the whole city, for the log tells of every unit's dossiers.
   *
   * @param after the place of the last line one has, or null to begin
   * @param limit how many lines at most, 1 to {@value #LARGEST_PAGE}
   */
  public List<Line> page(String dataset, String after, int limit) {
    access.require(Role.LEADER, Role.REPORTER, Role.ADMINISTRATOR, Role.AUDITOR);
    int datasetId = datasets.findActive(dataset).id();
    LogReader.Place place = place(after);
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(SQL)) {
      query.setInt(1, datasetId);
      query.setString(2, place.xid());
      query.setLong(3, place.eventNo());
      query.setInt(4, Math.clamp(limit, 1, LARGEST_PAGE));
      List<Line> lines = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          lines.add(
              new Line(
                  row.getString(1) + "-" + row.getLong(2),
                  row.getObject(3, UUID.class),
                  row.getLong(4),
                  row.getInt(5),
                  row.getString(6),
                  row.getObject(7, OffsetDateTime.class).toInstant(),
                  row.getObject(8, OffsetDateTime.class).toInstant(),
                  codec.decodeEntry(row.getBytes(9)).getBody().toString()));
        }
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LogReader.Place place(String after) {
    if (after == null || !after.matches("\\d{1,19}-\\d{1,18}")) {
      return new LogReader.Place("0", 0);
    }
    String[] parts = after.split("-");
    return new LogReader.Place(parts[0], Long.parseLong(parts[1]));
  }
}
