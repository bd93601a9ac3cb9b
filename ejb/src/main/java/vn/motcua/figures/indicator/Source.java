package vn.motcua.figures.indicator;

import vn.motcua.figures.board.Goal;

/**
 * Where an indicator's numbers come from. {@link Tables}, {@link Details}, {@link Procedures} and
 * {@link Composed} are read from the operational tables and have a second count there ({@link
 * TableReferee}); all others from what the stream wrote, which the referee recounts.
 */
public sealed interface Source {

  /**
   * One series of {@code indicator_day}, or one over another.
   *
   * @param denominator null: a count
   */
  record Series(String numerator, String denominator) implements Source {}

  /** How many there are of one series of {@code indicator_day} for each case of another. */
  record Mean(String sum, String cases) implements Source {}

  /** A series of {@code indicator_day} with ranges of minutes. */
  record Distribution(String series) implements Source {}

  /**
   * Columns of {@code figure_day} or {@code board_day}, added up.
   *
   * @param numerator a sum of columns
   * @param denominator the same; null: a count
   */
  record Columns(Table table, String numerator, String denominator) implements Source {}

  /** What had entered and not left by the end of the period. */
  record Standing(Table table, String in, String out) implements Source {}

  /**
   * SQL over the operational tables, in a file beside this package: body, numerator, denominator.
   *
   * @param why it is not in the stream, Vietnamese
   * @param whyEnglish the same in English
   */
  record Tables(String file, String why, String whyEnglish) implements Source {}

  /**
   * The same, row by row: day, body, field_id, side, minutes, numerator, denominator. It may be cut
   * by all of these.
   *
   * @param element what {@code :element} stands for in the file; empty: it has none
   * @param spread whether the minutes are a distribution
   */
  record Details(String file, String element, boolean spread, String why, String whyEnglish)
      implements Source {}

  /**
   * The same by procedure: body (the procedure), numerator, denominator. A mean of one procedure;
   * of several together it has no meaning, so there is no whole.
   */
  record Procedures(String file, String why, String whyEnglish) implements Source {}

  /** Made of other figures at reading, as the board makes it. */
  record Composed(Goal goal, String why, String whyEnglish) implements Source {}

  /** Why it is not in the stream, Vietnamese; null where it is. */
  default String reason() {
    return switch (this) {
      case Tables tables -> tables.why();
      case Details details -> details.why();
      case Procedures procedures -> procedures.why();
      case Composed composed -> composed.why();
      default -> null;
    };
  }

  /** The same in English. */
  default String reasonEnglish() {
    return switch (this) {
      case Tables tables -> tables.whyEnglish();
      case Details details -> details.whyEnglish();
      case Procedures procedures -> procedures.whyEnglish();
      case Composed composed -> composed.whyEnglish();
      default -> null;
    };
  }

  /** The tables of the read model, with what their bodies are. */
  enum Table {
    INDICATOR_DAY("indicator_day", "body_id"),
    FIGURE_DAY("figure_day", "unit_id"),
    BOARD_DAY("board_day", "branch_id");

    final String table;
    final String body;

    Table(String table, String body) {
      this.table = table;
      this.body = body;
    }
  }
}
