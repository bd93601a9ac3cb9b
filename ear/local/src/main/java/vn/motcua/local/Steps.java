package vn.motcua.local;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What the launcher says: one line a step, with the time since its start. */
final class Steps implements Progress {
  private final PrintStream output;
  private final long begin = System.nanoTime();

  Steps(PrintStream output) {
    this.output = output;
  }

  @Override
  public void step(String line) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    output.println(String.format(Locale.ROOT, "[%6.1f s] %s", seconds, line));
  }

  void ready(String url, List<String> accounts) {
    output.println("READY " + url);
    accounts.forEach(account -> output.println("  " + account));
  }

  /** One line for a reason that people can act on; a stack only for what nobody foresaw. */
  void failed(RuntimeException failure) {
    output.println("ERROR " + failure.getMessage());
    if (!(failure instanceof PlatformException)) {
      failure.printStackTrace(output);
    }
  }
}
