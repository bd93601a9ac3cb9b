package vn.motcua.figures;

import java.time.Instant;
import java.util.List;
import vn.motcua.dossier.Baseline;

/**
 * The steps that a dossier of a fixture can take. One implementation writes history rows by hand,
 * another goes through the real service.
 */
public interface DossierSteps {

  /** Begins a dossier; the others speak of the one begun last. {@code due} may be null. */
  void receive(String code, String unit, String field, String channel, Instant at, Instant due);

  void pause(Instant at, boolean lawful);

  void resume(Instant at, Instant due);

  void restart(Instant at, Instant due);

  void correctCalendar(Instant at, Instant due);

  void finish(Instant at, boolean granted);

  void close(Instant at);

  void reopen(Instant at, Instant due);

  void voidEntry(Instant at);

  void reattribute(Instant at, String unit);

  /** What is null stays. */
  void correct(
      Instant at,
      Instant receivedAt,
      Instant due,
      Instant finishedAt,
      String channel,
      String field);

  void giveResult(Instant at);

  /** Begins a dossier that the board measures. {@code branch} and {@code due} may be null. */
  void receiveAt(
      String code, String branch, String field, Instant at, Instant due, Baseline baseline);

  void completeStep(Instant at);

  void request(Instant at, boolean second, boolean recheck);

  /**
   * @param usedMinutes null: not known
   */
  void finishMeasured(Instant at, Integer usedMinutes);

  void rate(Instant at, List<Integer> answers, int trust, boolean onTablet);
}
