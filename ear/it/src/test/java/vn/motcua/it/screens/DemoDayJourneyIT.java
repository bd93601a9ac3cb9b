package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Until;

/** An administrator lets a city live a day and looks at its board. */
class DemoDayJourneyIT {

  private static final double LONG = 300_000;

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
      page.waitForURL("**/board?dataset=**");
      assertThat(page.locator("h1")).isVisible();
      assertThat(visit.complaints()).isEmpty();
      theLeaderOpensOneOfItsDossiers(page.url().replaceAll(".*dataset=([\\w-]+).*", "$1"));
    } finally {
      Api api = Api.administrator();
      api.delete("api/v1/demo-days");
      Until.is(
          Duration.ofMinutes(5),
          () -> api.get("api/v1/demo-days").json().path("running").asBoolean(),
          running -> !running);
    }
  }

  /** The demo's day is the last working day before today, which may lie in the former month. */
  private static void theLeaderOpensOneOfItsDossiers(String dataset) {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    String address =
        "/board-dossiers?period=range&from=%s&through=%s&measure=received&dataset=%s"
            .formatted(today.minusDays(30), today.plusDays(1), dataset);
    try (Visit visit = Visit.as("lanhdao")) {
      Page page = visit.page();
      // The page stands still: looked at again until the stream has brought the first.
      Until.is(
          Duration.ofMinutes(5),
          () -> {
            page.navigate(Visit.address(address));
            return page.locator("table.behind tbody th a").count();
          },
          shown -> shown > 0);
      String code = page.locator("table.behind tbody th").first().textContent().strip();
      page.locator("table.behind tbody th a").first().click();
      assertThat(page.locator(".case-head .code")).hasText(code);
      assertThat(page.locator(".persons")).not().containsText(Pattern.compile("\\d{12}"));
    }
  }
}
