package vn.motcua.web.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.figures.indicator.Dimension;
import vn.motcua.figures.late.LateSide;

/** Keys that are put together when a page is made have their words. */
class BesideWordsTest {

  private static final List<String> SIDES =
      List.of(
          "t1-group-1",
          "t1-group-2",
          "t1-group-3",
          "t1-group-4",
          "t1-group-5",
          "t1-measured",
          "t2-index",
          "t2-delay",
          "g1-cost",
          "g1-elapsed",
          "g2-held",
          "g3-hand-overs",
          "g3-quick",
          "k2-rechecks",
          "k2-once",
          "k2-refused",
          "k2-overrides",
          "k3-intake",
          "k3-agency",
          "k3-consulted",
          "k3-applicant",
          "k3-return");

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyKeyHasItsWords(String language) {
    ResourceBundle words =
        ResourceBundle.getBundle("vn.motcua.web.screens", Locale.forLanguageTag(language));
    assertThat(SIDES).allMatch(side -> words.containsKey("board.side." + side));
    assertThat(LateSide.values())
        .allMatch(side -> words.containsKey("indicators.side." + side.code()));
    assertThat(Dimension.values())
        .allMatch(dimension -> words.containsKey("indicators.by." + dimension.code()));
    assertThat(Arrays.asList("none", "working_days", "working_hours", "calendar_days", "months"))
        .allMatch(unit -> words.containsKey("quality.mean-time." + unit));
  }
}
