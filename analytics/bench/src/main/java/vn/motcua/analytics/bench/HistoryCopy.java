package vn.motcua.analytics.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import vn.motcua.analytics.bench.SeededCity.Planned;
import vn.motcua.events.DossierClosed;
import vn.motcua.events.DossierCorrected;
import vn.motcua.events.DossierFinished;
import vn.motcua.events.DossierPaused;
import vn.motcua.events.DossierRated;
import vn.motcua.events.DossierReattributed;
import vn.motcua.events.DossierReceived;
import vn.motcua.events.DossierReopened;
import vn.motcua.events.DossierResumed;
import vn.motcua.events.DossierReturned;
import vn.motcua.events.DossierVoided;
import vn.motcua.events.StepCompleted;
import vn.motcua.events.SupplementRequested;

/** Writes the log's entries as the operational history from which the referee counts. */
final class HistoryCopy implements AutoCloseable {

  private static final String COPY =
      "copy dossier_transition (dossier_id, sequence, dataset_id, kind, occurred_at, received_at,"
          + " finished_at, due_at, unit_id, branch_id, field_id, channel, lawful, outcome,"
          + " activity, baseline_steps, baseline_minutes, papers_baseline, papers_brought,"
          + " opens_episode, used_minutes, request_kind, second_of_episode, recheck) from stdin";
  private static final String COPY_RATED =
      "copy dossier_rated (dossier_id, sequence, answers, trust, place) from stdin";
  private static final int BLOCK = 1 << 20;

  private static final int RECEIVED_AT = 5;
  private static final int COLUMNS = 24;

  private final Connection ratedConnection;
  private final Connection connection;
  private final CopyIn history;
  private final StringBuilder rows = new StringBuilder(BLOCK + 4096);
  private final StringBuilder rated = new StringBuilder();

  HistoryCopy(Connection connection, Connection ratedConnection) throws SQLException {
    this.connection = connection;
    this.ratedConnection = ratedConnection;
    history = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
  }

  void write(Planned entry) {
    Object[] row = new Object[COLUMNS];
    row[0] = entry.dossier();
    row[1] = entry.sequence();
    row[2] = SeededCity.DATASET;
    row[4] = Instant.ofEpochMilli(entry.at());
    row[3] = fill(row, entry);
    for (int i = 0; i < COLUMNS; i++) {
      rows.append(i == 0 ? "" : "\t").append(row[i] == null ? "\\N" : row[i]);
    }
    rows.append('\n');
    if (rows.length() >= BLOCK) {
      send();
    }
  }

  private String fill(Object[] row, Planned entry) {
    switch (entry.body()) {
      case DossierReceived body -> {
        row[RECEIVED_AT] = body.getReceivedAt();
        row[7] = body.getDueAt();
        row[8] = body.getUnitId();
        row[9] = body.getBranchId();
        row[10] = body.getFieldId();
        row[11] = body.getChannel();
        row[15] = body.getBaselineSteps();
        row[16] = body.getBaselineMinutes();
        row[17] = body.getPapersBaseline();
        row[18] = body.getPapersBrought();
        row[19] = body.getOpensEpisode();
        return "RECEIVED";
      }
      case StepCompleted body -> {
        row[14] = body.getActivity();
        return "STEP";
      }
      case DossierPaused body -> {
        row[12] = body.getLawful();
        return "PAUSED";
      }
      case DossierResumed body -> {
        row[7] = body.getDueAt();
        return "RESUMED";
      }
      case DossierFinished body -> {
        row[6] = body.getFinishedAt();
        row[13] = body.getOutcome();
        row[20] = body.getUsedMinutes();
        return "FINISHED";
      }
      case DossierClosed body -> {
        return "CLOSED";
      }
      case DossierReopened body -> {
        row[7] = body.getDueAt();
        return "REOPENED";
      }
      case DossierVoided body -> {
        return "VOIDED";
      }
      case DossierReattributed body -> {
        row[8] = body.getUnitId();
        return "REATTRIBUTED";
      }
      case DossierCorrected body -> {
        row[11] = body.getChannel();
        return "CORRECTED";
      }
      case DossierReturned body -> {
        return "RETURNED";
      }
      case SupplementRequested body -> {
        row[21] = body.getKind();
        row[22] = body.getSecondOfEpisode();
        row[23] = body.getRecheck();
        return "SUPPLEMENT_REQUESTED";
      }
      case DossierRated body -> {
        rated
            .append(entry.dossier())
            .append('\t')
            .append(entry.sequence())
            .append("\t{")
            .append(
                body.getAnswers().stream().map(String::valueOf).collect(Collectors.joining(",")))
            .append("}\t")
            .append(body.getTrust())
            .append('\t')
            .append(body.getPlace())
            .append('\n');
        return "RATED";
      }
      default -> throw new IllegalArgumentException(entry.toString());
    }
  }

  private void send() {
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    rows.setLength(0);
    try {
      history.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the copy. */
  @Override
  public void close() throws SQLException, IOException {
    send();
    history.endCopy();
    connection.close();
    ratedConnection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(COPY_RATED, new java.io.StringReader(rated.toString()));
    ratedConnection.close();
  }
}
