package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class DueDateIT {

  @Test
  void theAnswerAndTheAddressFollowWhatIsTyped() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/due-date?allowance=5&unit=working_days&received=2026-11-20T15:30");
      assertThat(page.locator("#answer .due")).hasText("Thứ Hai 30/11/2026 17:00");
      page.locator("#allowance").fill("6");
      assertThat(page.locator("#answer .due")).hasText("Thứ Ba 01/12/2026 17:00");
      page.waitForURL("**allowance=6**");
      assertThat(page.locator("#answer .reasons li").nth(3)).isVisible();
      page.reload();
      assertThat(page.locator("#allowance")).hasValue("6");
      visit.picture("due-date-answer");
    }
  }

  @Test
  void aMistakeIsToldBesideTheFieldAndGoesAwayWhenCorrected() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/due-date");
      page.locator("#allowance").fill("mười");
      assertThat(page.locator("#answer .problem")).isVisible();
      assertThat(page.locator(".field.wrong #allowance")).isVisible();
      visit.picture("due-date-mistake");
      page.locator("#allowance").fill("10");
      assertThat(page.locator("#answer .due")).isVisible();
      assertThat(page.locator(".field.wrong")).hasCount(0);
      assertThat(visit.complaints()).isEmpty();
    }
  }
}
