package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;

/** What a person does at the screen for imports. */
final class ImportScreen {

  private static final double LONGEST_IMPORT_MILLIS = 120_000;

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
        .hasText(state, new LocatorAssertions.HasTextOptions().setTimeout(LONGEST_IMPORT_MILLIS));
  }

  /** Goes on from a finished import to its figures. */
  static void showFigures(Page page) {
    page.locator("#progress a.button").click();
    page.waitForURL("**/figures?dataset=*");
  }

  /** Marks a horizon and waits for the page at it. */
  static void mark(Page page) {
    page.locator("[id='cut-form:mark']").click();
    page.waitForURL("**horizon=*");
  }
}
