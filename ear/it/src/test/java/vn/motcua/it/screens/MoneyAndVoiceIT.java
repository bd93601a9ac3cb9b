package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.it.running.CounterDossiers;
import vn.motcua.it.running.SignIn;

/** Money at the desk, and what people say, on screen. */
class MoneyAndVoiceIT {

  private static final CounterDossiers COUNTER = CounterDossiers.connect();

  @ParameterizedTest
  @CsvSource({
    "tiepnhan.tayho, /fees",
    "tiepnhan.tayho, /closing",
    "giamdoc.tayho, /ratings",
    "baocao, /bank-statements",
    "baocao, /feedback",
    "tiepnhan.tayho, /feedback",
    "baocao, /petitions",
    "'', /pakn",
    "'', /pakn-answers"
  })
  void eachPageIsForAllInBothLanguagesOnAnyWidth(String login, String path) {
    for (String language : new String[] {"vi", "en"}) {
      for (int width : new int[] {1440, 390}) {
        ColorScheme scheme =
            language.equals("vi") == (width == 390) ? ColorScheme.DARK : ColorScheme.LIGHT;
        try (Visit visit = Visit.byNobody(language, width, scheme)) {
          if (!login.isEmpty()) {
            SignIn.as(visit.page(), login);
          }
          Page page = visit.open(path);
          visit.picture("money" + path.replace('/', '-') + "-" + language + "-" + width);
          assertThat(page.locator("h1")).hasCount(1);
          accessible(page);
          assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
              .as(path)
              .isLessThanOrEqualTo(width);
          assertThat(visit.complaints()).isEmpty();
        }
      }
    }
  }

  @Test
  void aFeeIsAssessedPaidAndReceipted() {
    String code = COUNTER.received(Duration.ofHours(3), Duration.ofDays(9));
    try (Visit clerk = Visit.as("tiepnhan.tayho")) {
      Page page = clerk.open("/fees?dataset=quay-thu&q=" + code);
      assertThat(page.locator(".notice.waiting").first()).containsText("Chưa xác định");
      page.locator("#kind-0").selectOption("CHARGE");
      page.locator("#line-name0").fill("Lệ phí cấp phiếu");
      page.locator("#do-assess-assess").click();
      assertThat(page.locator("[data-errors]")).containsText("không được coi là miễn phí");
      assertThat(page.locator("#line-name0")).hasValue("Lệ phí cấp phiếu");
      page.locator("#line-amount0").fill("200.000");
      page.locator("#line-basis0").fill("TT 16/2025/TT-BTC");
      page.locator("#do-assess-assess").click();
      assertThat(page.locator(".big")).containsText("200.000");
      assertThat(page.locator("svg.qr")).isVisible();
      accessible(page);
      clerk.picture("money-fees-assessed");
      page.locator("#collect-counter").fill("Quầy 3");
      page.locator("#collect-payer").fill("Nguyễn Thị Thử");
      page.locator("#do-collect-collect").click();
      assertThat(page.locator(".big b")).hasText("0 ₫");
      accessible(page);
      clerk.picture("money-fees-paid");
      String receipt = page.locator("a[href*='/fees/receipts/']").first().getAttribute("href");
      APIResponse pdf = page.request().get(Visit.address(receipt));
      assertThat(pdf.status()).isEqualTo(200);
      assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      assertThat(clerk.complaints()).isEmpty();
    }
  }

  @Test
  void theDayIsClosedOnce() {
    try (Visit clerk = Visit.as("tiepnhan.tayho")) {
      Page page = clerk.open("/closing");
      page.locator("#find-counter").fill("Quầy thử " + System.nanoTime());
      Visit.again(page, () -> page.locator("form.filters button").click());
      page.locator("#close-cash").fill("1.000");
      page.locator("#close-shelf").fill("A3");
      page.locator("#close-bagSeal").fill("NP-17");
      page.locator("#do-close-close").click();
      assertThat(page.locator("[data-errors]")).containsText("Ngày chưa chốt");
      assertThat(page.locator("#close-shelf")).hasValue("A3");
      page.locator("#close-reason").fill("Tiền lẻ để lại");
      page.locator("#do-close-close").click();
      String sheet = page.locator("a[href*='/closings/']").getAttribute("href");
      assertThat(page.request().get(Visit.address(sheet)).status()).isEqualTo(200);
      clerk.picture("money-closed");
    }
  }

  @Test
  void aStatementIsReadAndItsDifferenceResolved() {
    try (Visit office = Visit.as("baocao")) {
      Page page = office.open("/bank-statements");
      page.locator("#file")
          .setInputFiles(
              new FilePayload(
                  "sao-ke.csv",
                  "text/csv",
                  ("Ngày,Ghi có,Nội dung\n20/11/2026,1.000,không rõ " + System.nanoTime() + "\n")
                      .getBytes(StandardCharsets.UTF_8)));
      page.locator("#do-upload-upload").click();
      assertThat(page.locator("#read")).hasText("sao-ke.csv");
      page.locator("#resolve-note").fill("Trả lại người gửi");
      page.locator("#do-resolve-resolve").click();
      assertThat(page.locator(".grid td").last()).hasText("Trả lại người gửi");
      accessible(page);
      office.picture("money-statement");
    }
  }

  @Test
  void feedbackGoesFromTheCitizenToThePublishedAnswer() {
    String address;
    try (Visit citizen = Visit.byNobody("vi", 390, ColorScheme.LIGHT)) {
      Page page = citizen.open("/pakn");
      page.locator("#send-title").fill("Chờ lâu ở quầy 3");
      page.locator("#do-send-send").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#send-title")).hasValue("Chờ lâu ở quầy 3");
      page.locator("#send-body").fill("Tôi là Lê Thị Mai, chờ hai giờ. Gọi 0912 345 678.");
      page.locator("#send-fullName").fill("Lê Thị Mai");
      page.locator("#send-phone").fill("0912345678");
      page.locator("#do-send-send").click();
      assertThat(page.locator("#where")).containsText("PA");
      accessible(page);
      citizen.picture("money-pakn-sent");
      address = page.url();
      String code = page.locator("#where").textContent().strip();
      answer(code);
      page.navigate(address);
      assertThat(page.locator(".panel")).containsText("đã mở thêm quầy");
      page.locator("input[name=score][value='4']").check();
      page.locator("#do-rate-rate").click();
      assertThat(page.locator("#do-rate-rate")).hasCount(0);
      page.navigate(Visit.address("/pakn-answers"));
      assertThat(page.locator(".panel").first()).containsText("Chờ lâu ở quầy 3");
      assertThat(page.content()).doesNotContain("Lê Thị Mai", "0912 345 678");
    }
  }

  private static void answer(String code) {
    try (Visit office = Visit.as("baocao")) {
      Page page = office.open("/feedback");
      page.locator("a", new Page.LocatorOptions().setHasText(code)).click();
      assertThat(page.locator("#assign-class")).isVisible();
      accessible(page);
      page.locator("#assign-class").selectOption("REGULATION");
      page.locator("#assign-judged").fill("cn-tay-ho");
      page.locator("#assign-judge").fill("cn-tay-ho");
      page.locator("#do-assign-assign").click();
      assertThat(page.locator("[data-errors]")).containsText("không được tự giải quyết");
      page.locator("#assign-judge").fill("ttphvhcc");
      page.locator("#do-assign-assign").click();
      page.locator("#answer-answer").fill("Trung tâm đã mở thêm quầy.");
      page.locator("#do-answer-answer").click();
      assertThat(page.locator("#publish-body"))
          .hasValue(java.util.regex.Pattern.compile(".*\\[…\\].*"));
      assertThat(page.locator("dl.persons")).not().containsText("Kết luận");
      office.picture("money-feedback-publish");
      page.locator("#do-publish-publish").click();
      assertThat(page.locator(".state").first()).hasText("Đã công khai");
    }
  }

  private static void accessible(Page page) {
    page.waitForLoadState();
    assertThat(new AxeBuilder(page).withTags(PagesIT.RULES).analyze().getViolations())
        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }
}
