package vn.motcua.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.deadlines.AlertKind;
import vn.motcua.deadlines.ThresholdTable;
import vn.motcua.figures.Rebuild;

/** Whatever a rebuild or a threshold may be, the page has words for it. */
class OperationsWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyStateKindAndLevelHasItsName(String language) {
    ResourceBundle words =
        ResourceBundle.getBundle("vn.motcua.web.screens", Locale.forLanguageTag(language));
    List<String> keys = new ArrayList<>();
    Stream.of(Rebuild.State.values()).forEach(state -> keys.add("operations.state." + state));
    Stream.of(ThresholdTable.values())
        .forEach(table -> keys.add("operations.threshold.table." + table));
    Stream.of(AlertKind.values()).forEach(kind -> keys.add("operations.threshold.kind." + kind));
    Stream.of("ARRIVALS", "QUEUE", "WAITING")
        .forEach(kind -> keys.add("operations.threshold.kind." + kind));
    Stream.of("0", "HEAD", "BRANCH_DIRECTOR", "CENTRE", "BUSY", "OVERLOADED")
        .forEach(part -> keys.add("operations.threshold.part." + part));
    assertThat(keys).allSatisfy(key -> assertThat(words.containsKey(key)).as(key).isTrue());
  }
}
