package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.CounterDossiers;
import vn.motcua.it.running.SignIn;

/** A dossier at two bodies at once, then handed over to one of them and returned, on screen. */
class ParallelJourneyIT {

  private static final String OFFICER = "chuyenvien.tuphap";
  private static final String ELSEWHERE = "tiepnhan.caugiay";

  private static final CounterDossiers COUNTER = CounterDossiers.connect();

  @Test
  void anOpinionIsGivenAndAHandOverReturned() {
    String code = COUNTER.branching(Duration.ofDays(1), Duration.ofDays(9));
    try (Visit officer = visit(OFFICER, 1440)) {
      Page page = officer.open(address(code));
      page.locator("#way").selectOption("0");
      press(page, "Hoàn thành “Phân công thụ lý” và chuyển tiếp");
      assertThat(page.locator("[data-done]")).containsText("chuyển tiếp");
      assertThat(page.locator(".next-step")).containsText("còn chờ ý kiến");
      assertThat(page.locator(".steps .beside")).containsText("Xác minh nơi cư trú");
      accessible(page);
      officer.picture("dossier-parallel");
    }
    try (Visit other = visit(ELSEWHERE, 390)) {
      Page page = other.open("/worklist?dataset=quay-thu");
      accessible(page);
      assertThat(page.locator(".worklist tbody tr:has-text('" + code + "') .step"))
          .containsText("Lấy ý kiến");
      page.locator("a.code", new Page.LocatorOptions().setHasText(code)).click();
      press(page, "Cho ý kiến");
      page.locator("#GIVE_OPINION-reason").fill("Đã xác minh, đúng nơi cư trú");
      other.picture("dossier-opinion-390");
      press(page, "Gửi ý kiến");
      assertThat(page.locator("[data-done]")).containsText("Đã gửi ý kiến");
      accessible(page);
    }
    try (Visit officer = visit(OFFICER, 1440)) {
      Page page = officer.open(address(code));
      assertThat(page.locator(".story .CONSULTATION_GIVEN")).containsText("đúng nơi cư trú");
      press(page, "Hoàn thành “Thẩm định hồ sơ” và chuyển tiếp");
      assertThat(page.locator("#hand-overs-heading")).isVisible();
      officer.picture("dossier-handed-over");
      page = officer.open("/track?t=" + CounterDossiers.tokenOf(code));
      assertThat(page.locator(".stage")).containsText("Hồ sơ đang ở Chi nhánh");
      accessible(page);
      officer.picture("track-handed-over");
    }
    try (Visit other = visit(ELSEWHERE, 1440)) {
      Page page = other.open(address(code));
      page.locator(".menu summary").click();
      page.locator(".menu [data-opens=dialog-RETURN_HANDOVER]").click();
      page.locator("#RETURN_HANDOVER-reason").fill("Sổ gốc không lưu ở đây");
      press(page, "Trả lại nơi chuyển");
      assertThat(page.locator("[data-done]")).containsText("Đã trả lại");
      assertThat(page.locator(".story .HANDOVER_RETURNED")).containsText("Sổ gốc không lưu");
      accessible(page);
      other.picture("dossier-hand-over-returned");
      assertThat(other.complaints()).isEmpty();
    }
  }

  private static Visit visit(String login, int width) {
    Visit visit = Visit.byNobody("vi", width, ColorScheme.LIGHT);
    SignIn.as(visit.page(), login);
    return visit;
  }

  private static String address(String code) {
    return "/dossier?dataset=quay-thu&code=" + code;
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  private static void accessible(Page page) {
    page.waitForLoadState();
    assertThat(new AxeBuilder(page).withTags(PagesIT.RULES).analyze().getViolations())
        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }
}
