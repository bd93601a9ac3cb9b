package vn.motcua.it.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Account;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Counter;
import vn.motcua.it.running.RunningSystem;
import vn.motcua.it.running.SignIn;

/**
 * From "Tiếp nhận" to the changed number on the leader's board, in a real browser: one intake after
 * the other, each waited for. What ends the wait is the number in the branch's row.
 */
class BoardLatencyBench {

  private static final int WARM_UP = 20;
  private static final int MEASURED = 200;

  /** Resolves when the number of received dossiers of the branch's row has come. */
  private static final String SEEN =
      """
      wanted => {
        const row = [...document.querySelectorAll('table.grid tbody tr')]
          .find(r => r.querySelector('th')?.textContent.includes('Tây Hồ'));
        return row && Number(row.querySelector('td.number').dataset.key) >= wanted;
      }""";

  private static final String NOW =
      """
      () => {
        const row = [...document.querySelectorAll('table.grid tbody tr')]
          .find(r => r.querySelector('th')?.textContent.includes('Tây Hồ'));
        return row ? Number(row.querySelector('td.number').dataset.key) : 0;
      }""";

  @Test
  void fromThePressToTheNumberOnTheBoard() {
    String base = RunningSystem.platform().httpUrl();
    Account leader = new Api(base).demoAccountOf("lanhdao");
    Counter counter = Counter.inSession();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        BrowserContext context = browser.newContext()) {
      SignIn.as(context, leader);
      Page page = context.newPage();
      page.navigate(base + "board?dataset=hanoi&period=day");
      long[] nanos = new long[MEASURED];
      for (int i = -WARM_UP; i < MEASURED; i++) {
        int before = ((Number) page.evaluate(NOW)).intValue();
        String body = counter.next();
        long start = System.nanoTime();
        counter.receive(body);
        page.waitForFunction(SEEN, before + 1);
        if (i >= 0) {
          nanos[i] = System.nanoTime() - start;
        }
      }
      BenchReport.times("press to number on the board, in Chromium", nanos);
    }
  }
}
