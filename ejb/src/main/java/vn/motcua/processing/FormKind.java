package vn.motcua.processing;

import java.util.Arrays;
import java.util.Optional;

/** The forms about a dossier that TT 03/2025/TT-VPCP, Annex I, prescribes, by its numbers. */
public enum FormKind {
  SUPPLEMENT("02"),
  REFUSAL("03"),
  APOLOGY("04"),
  STOP("05"),
  CONTROL("06"),
  REGISTER("07");

  private final String number;

  FormKind(String number) {
    this.number = number;
  }

  /** As addresses name it; what is printed follows the edition of the day. */
  public String number() {
    return number;
  }

  /** The form of a number, empty where there is none. */
  public static Optional<FormKind> of(String number) {
    return Arrays.stream(values()).filter(one -> one.number.equals(number)).findFirst();
  }
}
