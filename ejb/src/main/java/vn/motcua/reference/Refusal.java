package vn.motcua.reference;

/**
 * A line that was not taken.
 *
 * @param line in the file, from 1; 0: the whole file
 * @param reason for people, in Vietnamese: what is wrong and what to do
 */
public record Refusal(int line, RefusalCode code, String reason) {

  static Refusal of(int line, RefusalCode code, Object... arguments) {
    return new Refusal(line, code, code.reason(arguments));
  }
}
