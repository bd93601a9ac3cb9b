package vn.motcua.figures.indicator;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.indicator.IndicatorAnswer.Value;

/**
 * The register's figures for the board, on the board's own connection: what stands beside a goal is
 * the same figure as in the register, read by the same text.
 */
public final class RegisterFigures {

  private final IndicatorReading reading;

  /**
   * @param present of the city now, of an imported log its end
   */
  public RegisterFigures(Connection connection, DatasetSummary dataset, Instant present) {
    reading = new IndicatorReading(connection, dataset, present);
  }

  /**
   * The parts of a {@code with} that tell who lost the time of late dossiers, for whoever lists
   * them: late, slow, lost, cause, said. They use {@code asked}.
   */
  public static String lateSides() {
    return IndicatorCells.text("late-sides.sql");
  }

  /**
   * The mean time of procedures (2.2 of the index), dossier by dossier: body (the procedure),
   * numerator (minutes), denominator. For whoever asks for one of them. It uses {@code asked}.
   */
  public static String meanTimes() {
    return IndicatorCells.text("mean-time.sql");
  }

  /** Whether the stream counts it. */
  public static boolean isStreamed(String code) {
    return indicator(code).isStreamed();
  }

  /**
   * An indicator, whole or cut.
   *
   * @param question what the board asks; where that has no legal meaning there is no figure
   */
  public IndicatorAnswer read(String code, IndicatorQuestion question) throws SQLException {
    Indicator indicator = indicator(code);
    return question.isLegal(indicator)
        ? reading.read(indicator, question)
        : new IndicatorAnswer(indicator, question, Value.NONE, List.of());
  }

  private static Indicator indicator(String code) {
    return IndicatorRegister.find(code).orElseThrow(() -> new IllegalArgumentException(code));
  }
}
