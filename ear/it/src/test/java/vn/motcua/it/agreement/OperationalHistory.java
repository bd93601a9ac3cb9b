package vn.motcua.it.agreement;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import vn.motcua.it.agreement.Step.Kind;

/** Steps as rows of {@code dossier_transition}, many at a time. */
final class OperationalHistory {

  private static final String COPY =
      "copy dossier_transition (dossier_id, sequence, dataset_id, kind, occurred_at, received_at,"
          + " finished_at, due_at, unit_id, field_id, channel, lawful, due_cause, outcome, branch_id,"
          + " baseline_steps, baseline_minutes, papers_baseline, papers_brought, opens_episode,"
          + " used_minutes, request_kind, second_of_episode, recheck) from stdin";

  private static final String COPY_RATINGS =
      "copy dossier_rated (dossier_id, sequence, answers, trust, place) from stdin";

  private final StringBuilder ratings = new StringBuilder();
  private final StringBuilder rows = new StringBuilder();

  /** Each dossier has two fields for itself, so that a differing cell names its dossier. */
  static Integer field(long dossier, Step step) {
    return step.field() == null ? null : (int) (2 * dossier + step.field());
  }

  /** The dossier whose field this is. */
  static long dossier(int field) {
    return field / 2;
  }

  void add(Scene scene, long dossier, List<Step> history) {
    for (int i = 0; i < history.size(); i++) {
      add(scene, dossier, i + 1, history.get(i));
    }
  }

  private void add(Scene scene, long dossier, int sequence, Step step) {
    Instant receivedAt = step.kind() == Kind.RECEIVED ? step.at() : step.receivedAt();
    Instant finishedAt =
        step.kind() == Kind.FINISHED && scene.live() ? step.at() : step.finishedAt();
    Told.Baseline baseline = step.told() instanceof Told.Baseline told ? told : null;
    Told.Request request = step.told() instanceof Told.Request told ? told : null;
    Object[] row = {
      dossier,
      sequence,
      scene.id(),
      kind(step.kind()),
      step.at(),
      receivedAt,
      finishedAt,
      step.due(),
      step.told() instanceof Told.Passed passed && passed.unit() > 0 ? passed.unit() : step.unit(),
      field(dossier, step),
      step.channel(),
      step.lawful(),
      cause(step.kind()),
      step.outcome(),
      baseline == null || baseline.branch() == 0 ? null : baseline.branch(),
      baseline == null ? null : baseline.steps(),
      baseline == null ? null : baseline.minutes(),
      baseline == null ? null : baseline.papers(),
      baseline == null ? null : baseline.brought(),
      baseline == null ? null : baseline.episode(),
      step.told() instanceof Told.Used used ? used.minutes() : null,
      request == null ? null : request.kind(),
      request == null ? null : request.second(),
      request == null ? null : request.recheck()
    };
    append(rows, row);
    if (step.told() instanceof Told.Rating rating) {
      String answers =
          rating.answers().stream().map(String::valueOf).collect(Collectors.joining(","));
      append(ratings, dossier, sequence, "{" + answers + "}", rating.trust(), rating.place());
    }
  }

  private static void append(StringBuilder to, Object... row) {
    for (int i = 0; i < row.length; i++) {
      to.append(i == 0 ? "" : "\t").append(row[i] == null ? "\\N" : row[i]);
    }
    to.append('\n');
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case RESTARTED, CALENDAR_CORRECTED -> "DUE_MOVED";
      default -> kind.name();
    };
  }

  private static String cause(Kind kind) {
    return switch (kind) {
      case RESTARTED -> "RESTART";
      case CALENDAR_CORRECTED -> "CALENDAR_CORRECTION";
      default -> null;
    };
  }

  void writeTo(Connection connection) throws SQLException {
    copy(connection, COPY, rows);
    copy(connection, COPY_RATINGS, ratings);
  }

  static void copy(Connection connection, String into, StringBuilder rows) throws SQLException {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(into, new StringReader(rows.toString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
