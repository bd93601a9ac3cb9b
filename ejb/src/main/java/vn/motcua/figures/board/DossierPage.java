package vn.motcua.figures.board;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import vn.motcua.figures.FigureFailure;

/**
 * A page of dossiers, without anything personal.
 *
 * @param next what to ask the next page with; null after the last
 */
public record DossierPage(List<Line> lines, String next) {

  /**
   * @param procedure its name; empty where it is not in the catalogue
   * @param branch the receiving branch; empty where there is none
   * @param standing the class, such as OVERDUE
   * @param dueAt the first due moment; null without a limit
   * @param over how long the due moment was passed, at the end or at T; null where it was not
   */
  public record Line(
      long id,
      String code,
      String procedure,
      String branch,
      String unit,
      String field,
      String standing,
      Instant receivedAt,
      Instant dueAt,
      Instant endedAt,
      Duration over) {}

  /** Behind which dossier a page begins. */
  record Place(Instant moment, long id) {

    /** {@code null} for the first page. */
    static Place parse(String text) {
      if (text == null || text.isBlank()) {
        return null;
      }
      try {
        int cut = text.lastIndexOf('_');
        return new Place(
            Instant.parse(text.substring(0, Math.max(0, cut))),
            Long.parseLong(text.substring(cut + 1)));
      } catch (DateTimeParseException | NumberFormatException e) {
        throw new FigureFailure.BadQuery("page");
      }
    }

    String text() {
      return moment + "_" + id;
    }
  }
}
