package vn.motcua.processing;

/**
 * Which of the open steps a worklist shows. Null or empty means "any".
 *
 * @param dataset code of the dataset; {@code hanoi} where none is given
 * @param step name of a step
 * @param procedure code of a procedure
 * @param text part of a dossier's code or of its owner's name, with or without diacritics
 * @param mine only what the account has taken
 */
public record WorklistFilter(
    String dataset, Show show, String step, String procedure, String text, boolean mine) {

  /** What a tab of the list shows. */
  public enum Show {
    ALL,
    OVERDUE,
    TODAY,
    PAUSED,
    READY
  }

  public WorklistFilter {
    dataset = dataset == null || dataset.isBlank() ? "hanoi" : dataset.strip();
    show = show == null ? Show.ALL : show;
    step = step == null ? "" : step.strip();
    procedure = procedure == null ? "" : procedure.strip();
    text = text == null ? "" : text.strip();
  }

  /** Everything of the city. */
  public static WorklistFilter all() {
    return new WorklistFilter("", Show.ALL, "", "", "", false);
  }
}
