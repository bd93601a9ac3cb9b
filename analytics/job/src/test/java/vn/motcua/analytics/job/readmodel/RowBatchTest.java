package vn.motcua.analytics.job.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.figures.Cell;

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

  private static ReadModelRow row(long value, boolean fresh) {
    ReadModelRow row = ReadModelRow.of(CELL, new long[CELL.rollUp().size()]);
    row.counts[0] = value;
    row.fresh = fresh;
    return row;
  }
}
