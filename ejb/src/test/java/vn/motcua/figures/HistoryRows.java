package vn.motcua.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.dossier.Baseline;

/** Writes history rows directly, as the referee reads them. */
final class HistoryRows implements DossierSteps {

  private final Connection connection;
  private final int datasetId;
  private final Map<String, Integer> ids;
  private long dossier;
  private int sequence;

  /**
   * @param dossiersAfter dossiers are numbered from the next one
   * @param ids unit and field codes to ids
   */
  HistoryRows(Connection connection, int datasetId, long dossiersAfter, Map<String, Integer> ids) {
    this.dossier = dossiersAfter;
    this.connection = connection;
    this.datasetId = datasetId;
    this.ids = ids;
  }

  @Override
  public void receive(
      String code, String unit, String field, String channel, Instant at, Instant due) {
    dossier++;
    sequence = 0;
    row(
        "RECEIVED",
        at,
        values(
            "received_at",
            at,
            "due_at",
            due,
            "unit_id",
            ids.get(unit),
            "field_id",
            ids.get(field),
            "channel",
            channel));
  }

  @Override
  public void pause(Instant at, boolean lawful) {
    row("PAUSED", at, values("lawful", lawful));
  }

  @Override
  public void resume(Instant at, Instant due) {
    row("RESUMED", at, values("due_at", due));
  }

  @Override
  public void restart(Instant at, Instant due) {
    row("DUE_MOVED", at, values("due_at", due, "due_cause", "RESTART"));
  }

  @Override
  public void correctCalendar(Instant at, Instant due) {
    row("DUE_MOVED", at, values("due_at", due, "due_cause", "CALENDAR_CORRECTION"));
  }

  @Override
  public void finish(Instant at, boolean granted) {
    row("FINISHED", at, values("finished_at", at, "outcome", granted ? "GRANTED" : "REFUSED"));
  }

  @Override
  public void close(Instant at) {
    row("CLOSED", at, values("reason", "WITHDRAWN"));
  }

  @Override
  public void reopen(Instant at, Instant due) {
    row("REOPENED", at, values("due_at", due));
  }

  @Override
  public void voidEntry(Instant at) {
    row("VOIDED", at, values());
  }

  @Override
  public void reattribute(Instant at, String unit) {
    row("REATTRIBUTED", at, values("unit_id", ids.get(unit)));
  }

  @Override
  public void correct(
      Instant at,
      Instant receivedAt,
      Instant due,
      Instant finishedAt,
      String channel,
      String field) {
    row(
        "CORRECTED",
        at,
        values(
            "received_at",
            receivedAt,
            "due_at",
            due,
            "finished_at",
            finishedAt,
            "channel",
            channel,
            "field_id",
            field == null ? null : ids.get(field)));
  }

  @Override
  public void giveResult(Instant at) {
    row("RETURNED", at, values());
  }

  @Override
  public void receiveAt(
      String code, String branch, String field, Instant at, Instant due, Baseline baseline) {
    dossier++;
    sequence = 0;
    row(
        "RECEIVED",
        at,
        values(
            "received_at",
            at,
            "due_at",
            due,
            "unit_id",
            ids.get("A"),
            "field_id",
            ids.get(field),
            "channel",
            "DIRECT",
            "branch_id",
            branch == null ? null : ids.get(branch),
            "baseline_steps",
            baseline.steps(),
            "baseline_minutes",
            baseline.minutes(),
            "papers_baseline",
            baseline.papers(),
            "papers_brought",
            baseline.papersBrought(),
            "opens_episode",
            baseline.opensEpisode()));
  }

  @Override
  public void completeStep(Instant at) {
    row("STEP", at, values("activity", "thẩm định"));
  }

  @Override
  public void request(Instant at, boolean second, boolean recheck) {
    row(
        "SUPPLEMENT_REQUESTED",
        at,
        values("request_kind", "SUPPLEMENT", "second_of_episode", second, "recheck", recheck));
  }

  @Override
  public void finishMeasured(Instant at, Integer usedMinutes) {
    row(
        "FINISHED",
        at,
        values("finished_at", at, "outcome", "GRANTED", "used_minutes", usedMinutes));
  }

  @Override
  public void rate(Instant at, List<Integer> answers, int trust, boolean onTablet) {
    row("RATED", at, values());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into dossier_rated (dossier_id, sequence, answers, trust, place)"
                + " values (?, ?, ?, ?, ?)")) {
      insert.setLong(1, dossier);
      insert.setInt(2, sequence);
      insert.setArray(3, connection.createArrayOf("int2", answers.toArray()));
      insert.setInt(4, trust);
      insert.setString(5, onTablet ? "TABLET" : "LINK");
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> values(Object... pairs) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return values;
  }

  private void row(String kind, Instant at, Map<String, Object> values) {
    StringBuilder columns =
        new StringBuilder("dossier_id, sequence, dataset_id, kind, occurred_at");
    StringBuilder places = new StringBuilder("?, ?, ?, ?, ?");
    values.keySet().forEach(column -> columns.append(", ").append(column));
    places.append(", ?".repeat(values.size()));
    String sql = "insert into dossier_transition (" + columns + ") values (" + places + ")";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, dossier);
      insert.setInt(2, ++sequence);
      insert.setInt(3, datasetId);
      insert.setString(4, kind);
      insert.setObject(5, at.atOffset(ZoneOffset.UTC));
      int place = 6;
      for (Object value : values.values()) {
        if (value instanceof Instant moment) {
          insert.setObject(place++, moment.atOffset(ZoneOffset.UTC));
        } else {
          insert.setObject(place++, value, typeOf(value));
        }
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int typeOf(Object value) {
    return switch (value) {
      case null -> java.sql.Types.NULL;
      case Integer i -> java.sql.Types.INTEGER;
      case Boolean b -> java.sql.Types.BOOLEAN;
      default -> java.sql.Types.VARCHAR;
    };
  }
}
