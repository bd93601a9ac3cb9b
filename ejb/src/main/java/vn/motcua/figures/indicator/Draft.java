package vn.motcua.figures.indicator;

import java.time.LocalDate;
import java.util.Set;
import vn.motcua.figures.board.Target;

/** A declaration while it is being written: what is common to a family is said once. */
final class Draft {

  private final String code;
  private final String vietnamese;
  private final String english;
  private final String formula;
  private final String formulaEnglish;
  private Set<Dimension> dimensions = Set.of();
  private Target target;
  private LocalDate since = Indicator.BEGIN;
  private String law = "";

  private Draft(
      String code, String vietnamese, String english, String formula, String formulaEnglish) {
    this.code = code;
    this.vietnamese = vietnamese;
    this.english = english;
    this.formula = formula;
    this.formulaEnglish = formulaEnglish;
  }

  /**
   * @param formula in words, Vietnamese
   */
  static Draft of(
      String code, String vietnamese, String english, String formula, String formulaEnglish) {
    return new Draft(code, vietnamese, english, formula, formulaEnglish);
  }

  /** Only so, without any time: a stock, or what has a meaning of the whole period only. */
  Draft by(Dimension... legal) {
    dimensions = Set.of(legal);
    return this;
  }

  /** By every kind of time, and so. */
  Draft byDaysAnd(Dimension... legal) {
    dimensions = Indicator.daysAnd(legal);
    return this;
  }

  Draft target(Target wanted) {
    target = wanted;
    return this;
  }

  Draft since(LocalDate day) {
    since = day;
    return this;
  }

  /** Who asks for it. */
  Draft law(String source) {
    law = source;
    return this;
  }

  Indicator from(Kind kind, Source source) {
    return new Indicator(
        code,
        vietnamese,
        english,
        kind,
        dimensions,
        source,
        formula,
        formulaEnglish,
        target,
        since,
        law);
  }

  /** As it stands in names of files: {@code late-cause.sql}. */
  String file() {
    return code.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".sql";
  }
}
