package vn.motcua.catalogue;

import java.util.Locale;

/**
 * A question about the case (câu hỏi tình huống), answered yes or no.
 *
 * @param code the same in all procedures that ask it
 */
public record ProcedureQuestion(String code, String textVi, String textEn) {

  /** Whether somebody submits for the owner. */
  public static final String AUTHORISED = "uy-quyen";

  /** Whether the submitter is found in the national population database. */
  public static final String POPULATION = "du-lieu-dan-cu";

  /** Vietnamese unless English is asked for. */
  public String text(Locale locale) {
    return "en".equals(locale.getLanguage()) ? textEn : textVi;
  }
}
