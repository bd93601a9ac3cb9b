package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Api;

/** An administrator lets a city live a day and looks at its board. */
class DemoDayJourneyIT {

  private static final double LONG = 120_000;

  @Test
  void aDayIsBegunWatchedAndEnded() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/demo-day");
      page.locator("#seed").fill("nhiều");
      page.locator("#begin").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#seed")).hasValue("nhiều");

      page.locator("#seed").fill("11");
      page.locator("#workingDays").fill("1");
      page.locator("#visitsPerDay").fill("40");
      page.locator("#speed").selectOption("1000");
      page.locator("#begin").click();
      assertThat(page.locator("#progress dd").nth(1))
          .hasText(
              Pattern.compile("[1-9]\\d*"),
              new LocatorAssertions.HasTextOptions().setTimeout(LONG));
      visit.picture("demo-day-running-1440");
      page.setViewportSize(390, 900);
      visit.picture("demo-day-running-390");
      assertThat(new AxeBuilder(page).withTags(PagesIT.RULES).analyze().getViolations()).isEmpty();
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(390);

      page.locator("#progress a.button").click();
      assertThat(page.locator("h1")).isVisible();
      assertThat(page.url()).contains("/board?dataset=");
      assertThat(visit.complaints()).isEmpty();
      theLeaderOpensOneOfItsDossiers(page.url().replaceAll(".*dataset=([\\w-]+).*", "$1"));
    } finally {
      Api.administrator().delete("api/v1/demo-days");
    }
  }

  private static void theLeaderOpensOneOfItsDossiers(String dataset) {
    try (Visit visit = Visit.as("lanhdao")) {
      Page page = visit.open("/board-dossiers?period=month&measure=received&dataset=" + dataset);
      String code = page.locator("table.behind tbody th").first().textContent().strip();
      page.locator("table.behind tbody th a").first().click();
      assertThat(page.locator(".case-head .code")).hasText(code);
      assertThat(page.locator(".persons")).not().containsText(Pattern.compile("\\d{12}"));
    }
  }
}
