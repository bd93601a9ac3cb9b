package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import vn.motcua.it.running.Until;

/** What a person does at the screen for imports. */
final class ImportScreen {

  private static final Duration LONG = Duration.ofMinutes(5);

  private ImportScreen() {}

  /** Starts from an example mapping, chooses the file and presses the button. */
  static void upload(Page page, String example, FilePayload log) {
    page.locator(example).click();
    page.locator("#file").setInputFiles(log);
    page.locator("#submit").click();
  }

  /** Waits on the import's own page until it says how it ended. */
  static void awaitEnd(Page page, String state) {
    page.waitForURL("**/import?id=*");
    assertThat(page.locator("#progress .word"))
        .hasText(state, new LocatorAssertions.HasTextOptions().setTimeout(LONG.toMillis()));
  }

  /**
   * Goes on from a finished import to its figures, and looks again until the stream has them all.
   *
   * @param received how many cases the page must show
   */
  static void showFigures(Page page, int received) {
    page.locator("#progress a.button").click();
    page.waitForURL("**/figures?dataset=*");
    Until.is(
        LONG,
        () -> {
          page.reload();
          return page.locator(".headlines dd").first().textContent().strip();
        },
        Integer.toString(received)::equals);
  }

  /**
   * Marks a horizon and waits for the page at it; once more where the stream missed it, which the
   * page then says.
   */
  static void mark(Page page) {
    String present = page.url();
    Until.is(
        LONG,
        () -> {
          page.navigate(present);
          page.locator("[id='cut-form:mark']").click();
          page.waitForURL("**horizon=*");
          return page.locator(".verdict .word").count();
        },
        verdicts -> verdicts == 1);
  }
}
