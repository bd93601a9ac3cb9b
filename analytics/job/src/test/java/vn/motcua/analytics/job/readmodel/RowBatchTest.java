package vn.motcua.analytics.job.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.watch.AlertKind;
import vn.motcua.analytics.job.watch.AlertRow;

/** Whether a row is the first of its cell must survive whatever happens to it on its way. */
class RowBatchTest {

  private static final Cell CELL = Cell.board(1, 2, 3, 4);

  @Test
  void a_cell_stays_fresh_until_it_is_written_and_has_its_last_value() {
    RowBatch rows = new RowBatch();
    rows.put(row(1, true));
    rows.put(row(2, false));
    assertThat(rows.cells).isEmpty();
    assertThat(rows.freshCells.get(CELL)).startsWith(2);
    assertThat(rows.size()).isEqualTo(1);
  }

  @Test
  void what_was_not_written_is_fresh_again_with_the_newer_value() {
    RowBatch earlier = new RowBatch();
    earlier.put(row(1, true));
    RowBatch later = new RowBatch();
    later.put(row(2, false));
    later.putBefore(earlier);
    assertThat(later.cells).isEmpty();
    assertThat(later.freshCells.get(CELL)).startsWith(2);
  }

  @Test
  void a_cell_of_which_there_may_be_a_row_is_never_called_fresh() {
    RowBatch earlier = new RowBatch();
    earlier.put(row(1, false));
    RowBatch later = new RowBatch();
    later.put(row(2, true));
    later.putBefore(earlier);
    assertThat(later.freshCells).isEmpty();
    assertThat(later.cells.get(CELL)).startsWith(2);
  }

  @Test
  void unwritten_rows_come_back_from_a_checkpoint_of_this_version_and_the_one_before()
      throws Exception {
    UnwrittenRowsSerializer serializer = new UnwrittenRowsSerializer();
    assertThat(serializer.deserialize(3, serializer.serialize(List.of(row(5, true)))).getFirst())
        .matches(row -> row.cell.equals(CELL) && row.counts[0] == 5 && row.fresh);
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeInt(1);
    TypeInformation.of(ReadModelRow.class)
        .createSerializer(new SerializerConfigImpl())
        .serialize(row(6, true), out);
    assertThat(serializer.deserialize(2, out.getCopyOfBuffer()).getFirst())
        .matches(row -> row.cell.equals(CELL) && row.counts[0] == 6 && !row.fresh);
  }

  @Test
  void an_alert_comes_back_as_it_was_and_that_of_a_version_before_as_a_dossiers_own()
      throws Exception {
    UnwrittenRowsSerializer serializer = new UnwrittenRowsSerializer();
    AlertRow alert = new AlertRow();
    alert.datasetId = 1;
    alert.dossierId = 5;
    alert.kind = AlertKind.STEP_OVERDUE;
    alert.thingId = 17;
    alert.raisedAt = 1_000;
    byte[] bytes = serializer.serialize(List.of(ReadModelRow.of(alert)));
    assertThat(serializer.deserialize(serializer.getVersion(), bytes).getFirst().alert)
        .matches(read -> read.thingId == 17 && read.id().equals(alert.id()));

    byte[] former =
        HexFormat.of()
            .parseHex(
                // One row; an alert; dossier, dataset, kind, sequence, three bodies, three moments.
                "00000001"
                    + "03"
                    + "0000000000000005"
                    + "00000001"
                    + "01"
                    + "00000003"
                    + "0000000a"
                    + "00000002"
                    + "00000004"
                    + "00000000000003e8"
                    + "8000000000000000"
                    + "00000000000003e8"
                    + "01");
    assertThat(serializer.deserialize(3, former).getFirst().alert)
        .matches(read -> read.kind == AlertKind.OVERDUE && read.sequence == 3)
        .matches(read -> read.thingId == 0 && read.unitId == 10 && read.withdrawn);

    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeInt(1);
    TypeInformation.of(ReadModelRow.class)
        .createSerializer(new SerializerConfigImpl())
        .serialize(ReadModelRow.of(alert), out);
    assertThat(serializer.deserialize(2, out.getCopyOfBuffer()).getFirst().alert)
        .as("by the general serialiser a row is as it always was")
        .matches(read -> read.thingId == 0 && read.dossierId == 5);
  }

  private static ReadModelRow row(long value, boolean fresh) {
    ReadModelRow row = ReadModelRow.of(CELL, new long[CELL.rollUp().size()]);
    row.counts[0] = value;
    row.fresh = fresh;
    return row;
  }
}
