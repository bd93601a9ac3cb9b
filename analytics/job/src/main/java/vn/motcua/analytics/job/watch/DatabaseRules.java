package vn.motcua.analytics.job.watch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.analytics.job.readmodel.DatabaseAddress;

/** Thresholds and working time as the application keeps them. */
public record DatabaseRules(DatabaseAddress address) implements RuleSource {

  private static final long serialVersionUID = 1L;

  private static final String RULES =
      """
      select kind, procedure_id, minutes, working, not_before_percent,
        %s as begins, %s as ends
      from alert_rule"""
          .formatted(midnight("valid_from"), midnight("valid_to"));

  private static final String SPANS =
      """
      select (extract(epoch from starts_at) * 1000)::bigint as starts,
        (extract(epoch from ends_at) * 1000)::bigint as ends
      from working_span order by starts_at""";

  @Override
  public WatchRules read() throws IOException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      List<WatchRule> rules = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(RULES)) {
        while (row.next()) {
          rules.add(
              new WatchRule(
                  AlertKind.valueOf(row.getString("kind")),
                  row.getInt("procedure_id"),
                  row.getInt("minutes"),
                  row.getBoolean("working"),
                  row.getInt("not_before_percent"),
                  row.getLong("begins"),
                  row.getLong("ends")));
        }
      }
      List<long[]> spans = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(SPANS)) {
        while (row.next()) {
          spans.add(new long[] {row.getLong("starts"), row.getLong("ends")});
        }
      }
      return new WatchRules(
          rules,
          new WorkingSpans(
              spans.stream().mapToLong(span -> span[0]).toArray(),
              spans.stream().mapToLong(span -> span[1]).toArray()));
    } catch (SQLException e) {
      throw new IOException("The thresholds of alerts cannot be read", e);
    }
  }

  /** The beginning of a day in the city, in milliseconds; of no day the end of all times. */
  private static String midnight(String column) {
    return """
        case when isfinite(%1$s)
          then (extract(epoch from %1$s::timestamp at time zone 'Asia/Ho_Chi_Minh') * 1000)::bigint
          else 9223372036854775807 end"""
        .formatted(column);
  }
}
