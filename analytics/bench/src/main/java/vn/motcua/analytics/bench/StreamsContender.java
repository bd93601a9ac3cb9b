package vn.motcua.analytics.bench;

/** x. */
public final class StreamsContender {
  private StreamsContender() {}

  public static void main(String[] arguments) {}
}
