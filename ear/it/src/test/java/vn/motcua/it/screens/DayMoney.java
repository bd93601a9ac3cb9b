package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What the counter does with fees on a working day: takes, exempts, gives back. */
final class DayMoney {

  /** Where the day's money is; nobody else closes it. */
  static final String COUNTER = "Quầy thu " + System.nanoTime();

  private final Workplace clerk;
  private final Workplace director;

  DayMoney(Workplace clerk, Workplace director) {
    this.clerk = clerk;
    this.director = director;
  }

  /** Assessed, taken in cash, with a numbered receipt. */
  void paid(String code) {
    Page page = fees(clerk, code);
    assess(page, "50.000");
    page.locator("#do-assess-assess").click();
    assertThat(page.locator(".big")).containsText("50.000");
    page.locator("#collect-counter").fill(COUNTER);
    page.locator("#collect-payer").fill("Nguyễn Thị Nộp");
    page.locator("#do-collect-collect").click();
    assertThat(page.locator(".big b")).hasText("0 ₫");
    clerk.prints("fee-receipt", page.locator("a[href*='/fees/receipts/']"));
  }

  /** Not without a reason. */
  void exempted(String code) {
    Page page = fees(clerk, code);
    assess(page, "50.000");
    relief(page).click();
    page.locator("#line-relief0").fill("50.000");
    page.locator("#do-assess-assess").click();
    assertThat(page.locator("[data-errors]")).isVisible();
    assertThat(page.locator("#line-relief0")).hasValue("50.000");
    relief(page).click();
    page.locator("#line-reason0").fill("Người có công với cách mạng");
    page.locator("#line-reliefBasis0").fill("Pháp lệnh 02/2020/UBTVQH14");
    page.locator("#do-assess-assess").click();
    assertThat(page.locator("[data-errors]")).hasCount(0);
    assertThat(page.locator(".big b")).hasText("0 ₫");
    assertThat(page.locator("main")).containsText("Người có công");
    clerk.picture("fee-exempted");
  }

  /** Asked for by the clerk, approved by the director, paid out at the counter. */
  void givenBack(String code) {
    Page page = fees(clerk, code);
    more(page);
    page.locator("#refund-amount").fill("50.000");
    page.locator("#refund-reason").fill("Người nộp rút hồ sơ trước khi thẩm định");
    page.locator("#do-refund-refund").click();
    assertThat(page.locator(".notice.good")).isVisible();

    page = fees(director, code);
    more(page);
    assertThat(page.locator("#decide-refund")).containsText("chờ duyệt");
    page.locator("#decide-note").fill("Đồng ý");
    page.locator("#do-decide-approve").click();
    assertThat(page.locator(".notice.good")).isVisible();

    page = fees(clerk, code);
    more(page);
    page.locator("#pay-out-counter").fill(COUNTER);
    page.locator("#do-pay-out-payOut").click();
    assertThat(page.locator(".notice.good")).isVisible();
    more(page);
    assertThat(page.locator("#pay-out-refund")).containsText("đã chi");
    clerk.picture("fee-refunded");
  }

  private static Page fees(Workplace desk, String code) {
    return desk.open("/fees?q=" + code);
  }

  private static void assess(Page page, String amount) {
    page.locator("#kind-0").selectOption("CHARGE");
    page.locator("#line-name0").fill("Lệ phí cấp giấy xác nhận");
    page.locator("#line-amount0").fill(amount);
    page.locator("#line-basis0").fill("Nghị quyết thử");
  }

  private static Locator relief(Page page) {
    return page.locator("summary", new Page.LocatorOptions().setHasText("Miễn, giảm")).first();
  }

  private static void more(Page page) {
    page.locator("summary", new Page.LocatorOptions().setHasText("hoàn trả")).click();
  }
}
