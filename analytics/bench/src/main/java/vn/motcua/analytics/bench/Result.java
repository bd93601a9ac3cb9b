package vn.motcua.analytics.bench;

/** The line with which a contender tells what it measured. */
final class Result {

  static final String MARK = "RESULT ";

  private Result() {}

  static void print(long milliseconds, long check) {
    System.err.println(MARK + milliseconds + " " + check);
  }
}
