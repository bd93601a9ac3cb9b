package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import vn.motcua.canary.MustFail;

/** Tests in the browser run their bodies, in a browser that shows the application. */
@MustFail
class CanaryIT {

  @Test
  void singsInTheBrowser() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/due-date");
      assertThat(page.locator("#allowance")).isVisible();
      throw new MustFail.Song();
    }
  }
}
