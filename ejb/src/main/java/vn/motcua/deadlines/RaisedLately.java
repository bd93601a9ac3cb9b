package vn.motcua.deadlines;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.motcua.database.Query;

/**
 * What was raised in the last minutes and may have to be told at once: a question that indexes
 * answer, asked far more often than all that holds is looked at ({@link OpenAlerts}). It may miss
 * something, as what the stream raised late; then the next look at everything finds it.
 */
final class RaisedLately {

  /** What is older was seen by a look at everything, or will be by the next. */
  private static final Duration LATELY = Duration.ofMinutes(5);

  static final String THINGS =
      """
      select a.id::text as thing
      from read_model m
      join alert a on a.generation = m.active_generation
      join dossier d on d.id = a.dossier_id
      where a.dataset_id = ? and a.cleared_at is null and not a.withdrawn and a.raised_at >= ?
        and a.kind = any(?) and d.state in ('OPEN', 'PAUSED')
        and (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
          = (d.due_at at time zone 'Asia/Ho_Chi_Minh')::date""";

  private RaisedLately() {}

  /**
   * @return what each is about and since when, whoever asks the same
   */
  static Set<String> of(Connection connection, int dataset, Instant now) throws SQLException {
    Instant since = now.minus(LATELY);
    return new HashSet<>(
        Query.of(connection, THINGS, dataset, since, kinds()).list(row -> row.getString("thing")));
  }

  private static List<String> kinds() {
    return Arrays.stream(AlertKind.values())
        .filter(AlertKind::isToldAtOnce)
        .map(Enum::name)
        .toList();
  }
}
