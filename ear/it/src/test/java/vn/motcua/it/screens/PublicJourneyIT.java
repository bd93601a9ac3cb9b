package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.it.running.CounterDossiers;

/** What an applicant sees by the QR code of the receipt, on a phone, without signing in. */
class PublicJourneyIT {

  private static final CounterDossiers COUNTER = CounterDossiers.connect();

  @ParameterizedTest
  @CsvSource({"vi, 390", "en, 390", "vi, 1440"})
  void theTokenShowsWhereTheDossierStands(String language, int width) {
    String code = COUNTER.received(Duration.ofDays(1), Duration.ofDays(9));
    try (Visit visit = Visit.byNobody(language, width, ColorScheme.LIGHT)) {
      Response answer =
          visit.page().navigate(Visit.address("/track?t=" + CounterDossiers.tokenOf(code)));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers())
          .containsEntry("referrer-policy", "no-referrer")
          .containsEntry("cache-control", "no-store")
          .containsEntry("x-robots-tag", "noindex, nofollow");
      assertThat(answer.headers().get("set-cookie")).as("nothing is kept of who looks").isNull();
      Page page = visit.page();
      assertThat(page.locator(".path li")).hasCount(5);
      assertThat(page.locator(".path .present")).hasCount(1);
      assertThat(page.content()).doesNotContain("0912345678").doesNotContain("Nguyễn Thị Thanh");
      page.locator("details summary").click();
      visit.picture("track-" + language + "-" + width);
      accessible(page);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void theCodeAloneAndAGuessShowNothing() {
    String code = COUNTER.received(Duration.ofDays(1), Duration.ofDays(9));
    try (Visit visit = Visit.byNobody("vi", 390, ColorScheme.LIGHT)) {
      Response answer = visit.page().navigate(Visit.address("/track?t=" + code));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(visit.page().locator(".notice.bad")).containsText("quét lại mã QR");
      accessible(visit.page());
    }
  }

  @Test
  void aRatingIsGivenOnce() {
    String code = COUNTER.received(Duration.ofDays(1), Duration.ofDays(9));
    String token = COUNTER.invited(code);
    try (Visit visit = Visit.byNobody("vi", 390, ColorScheme.LIGHT)) {
      Page page = visit.open("/rate?place=QR&t=" + token);
      accessible(page);
      page.locator("#send").click();
      assertThat(page.locator(".notice.bad")).containsText("chưa chấm");
      visit.picture("rate-390");
      page.locator("input[name=e1][value='5']").check();
      page.locator("input[name=e3][value='2']").check();
      page.locator("#comment").fill("Chờ lâu");
      page.locator("#send").click();
      assertThat(page.locator("h1")).hasText("Cảm ơn bạn đã đánh giá");
      visit.picture("rate-thanks-390");
      page.navigate(Visit.address("/rate?t=" + token));
      assertThat(page.locator(".notice.waiting")).containsText("đã được đánh giá");
    }
    try (Visit tablet = Visit.byNobody("vi", 1024, ColorScheme.LIGHT)) {
      Page page = tablet.open("/rate?place=TABLET&t=" + COUNTER.invited(other()));
      tablet.picture("rate-tablet");
      accessible(page);
    }
  }

  private static String other() {
    return COUNTER.received(Duration.ofDays(1), Duration.ofDays(9));
  }

  private static void accessible(Page page) {
    page.waitForLoadState();
    assertThat(new AxeBuilder(page).withTags(PagesIT.RULES).analyze().getViolations())
        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }
}
