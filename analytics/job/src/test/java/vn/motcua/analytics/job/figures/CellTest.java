package vn.motcua.analytics.job.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.motcua.events.Channel;

/**
 * Equality is written out: it must be that of a record, and that of the key that looks cells up.
 */
class CellTest {

  private static final List<Cell> EACH_OTHERWISE =
      List.of(
          new Cell(RollUp.BOARD, 1, 2, 3, 4, Channel.POST, true),
          new Cell(RollUp.FIGURES, 9, 2, 3, 4, Channel.POST, true),
          new Cell(RollUp.FIGURES, 1, 9, 3, 4, Channel.POST, true),
          new Cell(RollUp.FIGURES, 1, 2, 9, 4, Channel.POST, true),
          new Cell(RollUp.FIGURES, 1, 2, 3, 9, Channel.POST, true),
          new Cell(RollUp.FIGURES, 1, 2, 3, 4, Channel.ONLINE, true),
          new Cell(RollUp.FIGURES, 1, 2, 3, 4, Channel.POST, false));

  @Test
  void one_component_makes_another_cell() {
    Cell cell = new Cell(RollUp.FIGURES, 1, 2, 3, 4, Channel.POST, true);
    assertThat(EACH_OTHERWISE)
        .hasSize(Cell.class.getRecordComponents().length)
        .doesNotHaveDuplicates()
        .allSatisfy(
            other -> {
              assertThat(other).isNotEqualTo(cell);
              assertThat(key(cell).is(other)).isFalse();
            });
    assertThat(cell).isNotEqualTo(null).isNotEqualTo("x");
  }

  @Property
  void a_cell_is_what_its_key_says(
      @ForAll RollUp rollUp,
      @ForAll int dataset,
      @ForAll long day,
      @ForAll int body,
      @ForAll int field,
      @ForAll Channel channel,
      @ForAll boolean dated) {
    Cell cell = new Cell(rollUp, dataset, day, body, field, channel, dated);
    CellKey key = key(cell);
    assertThat(key.is(cell)).isTrue();
    assertThat(key.cell()).isEqualTo(cell).hasSameHashCodeAs(cell);
    assertThat(key.hashCode()).isEqualTo(cell.hashCode());
  }

  private static CellKey key(Cell cell) {
    CellKey key = new CellKey();
    key.set(
        cell.rollUp(),
        cell.datasetId(),
        cell.day(),
        cell.bodyId(),
        cell.fieldId(),
        cell.channel(),
        cell.dated());
    return key;
  }
}
