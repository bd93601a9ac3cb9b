package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.CounterDossiers;
import vn.motcua.it.running.SignIn;

/** A dossier on screen, from the officer's worklist to the applicant's hands. */
class ProcessingJourneyIT {

  private static final String OFFICER = "chuyenvien.tuphap";
  private static final String CLERK = "tiepnhan.tayho";

  private static final CounterDossiers COUNTER = CounterDossiers.connect();

  @Test
  void fromTheOfficersWorklistToTheApplicantsHands() {
    String code = COUNTER.received(Duration.ofDays(3), Duration.ofDays(9));
    try (Visit officer = visit(OFFICER, 1440)) {
      Page page = officer.open("/worklist?dataset=quay-thu");
      assertThat(page.locator("h1")).hasText("Việc của tôi");
      page.locator("a.code", new Page.LocatorOptions().setHasText(code)).click();
      assertThat(page.locator(".case-head .code")).hasText(code);
      officer.picture("dossier-officer");

      page.locator("#comment").fill("Đủ giấy tờ");
      press(page, "Hoàn thành “Phân công thụ lý” và chuyển tiếp");
      assertThat(page.locator("[data-done]")).containsText("chuyển tiếp");
      press(page, "Hoàn thành “Thẩm định hồ sơ” và chuyển tiếp");
      assertThat(page.locator(".steps .present .name")).containsText("Lãnh đạo ký");

      press(page, "Ghi nhận kết quả");
      page.locator("#RECORD_RESULT-number").fill("1234/LLTP");
      page.locator("#RECORD_RESULT-signedOn")
          .fill(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString());
      page.locator("#RECORD_RESULT-signer").fill("Bà Nguyễn Thị A, Phó Giám đốc");
      page.locator("#RECORD_RESULT-file")
          .setInputFiles(new FilePayload("ket-qua.pdf", "application/pdf", SmallPdf.PAGE));
      officer.picture("dossier-result-dialog");
      press(page, "Ghi nhận và chuyển trả");
      assertThat(page.locator("[data-done]")).containsText("chờ trả");
      assertThat(page.locator(".case-head .when .state")).hasText("Đã có kết quả");
      accessible(page);
      officer.picture("dossier-finished");
    }
    try (Visit clerk = visit(CLERK, 1440)) {
      Page page = clerk.open("/return?dataset=quay-thu");
      page.locator("#q").fill(code);
      page.keyboard().press("Enter");
      assertThat(page.locator("#found-heading")).isVisible();
      clerk.picture("return-found");
      accessible(page);
      page.locator("#shown").fill("0000");
      press(page, "Đã trao kết quả");
      assertThat(page.locator("[data-errors]")).containsText("không khớp");
      page.locator("#shown").fill(lastDigits(code));
      press(page, "Đã trao kết quả");
      assertThat(page.locator("#done-heading")).containsText(code);
      assertThat(page.locator("svg.qr")).isVisible();
      accessible(page);
      clerk.picture("return-done");
      assertThat(clerk.complaints()).isEmpty();
    }
  }

  @Test
  void aRequestForASupplementIsSentAndAnswered() {
    String code = COUNTER.received(Duration.ofHours(2), Duration.ofDays(14));
    try (Visit officer = visit(OFFICER, 390)) {
      Page page = officer.open(address(code));
      officer.picture("dossier-officer-390");
      page.locator(".menu summary").click();
      assertThat(page.locator(".menu [data-opens=dialog-REQUEST_SUPPLEMENT]")).hasCount(0);
      page.locator(".menu [data-opens=dialog-PROPOSE_SUPPLEMENT]").click();
      page.locator("#PROPOSE_SUPPLEMENT-items").fill("Bản sao sổ hộ khẩu\nẢnh 4x6");
      page.locator("#PROPOSE_SUPPLEMENT-reason").fill("Thiếu theo quy định");
      press(page, "Gửi đề nghị");
      assertThat(page.locator("[data-done]")).containsText("Đã gửi đề nghị");
      accessible(page);
    }
    try (Visit clerk = visit(CLERK, 390)) {
      Page page = clerk.open(address(code));
      assertThat(page.locator("#proposal-heading")).isVisible();
      page.locator(".menu summary").click();
      page.locator(".menu [data-opens=dialog-REQUEST_SUPPLEMENT]").click();
      press(page, "Gửi yêu cầu bổ sung");
      assertThat(page.locator("#dialog-REQUEST_SUPPLEMENT")).isVisible();
      page.locator("#REQUEST_SUPPLEMENT-items").fill("Bản sao sổ hộ khẩu\nẢnh 4x6");
      page.locator("#REQUEST_SUPPLEMENT-reason").fill("Thiếu theo quy định");
      clerk.picture("dossier-supplement-390");
      press(page, "Gửi yêu cầu bổ sung");
      assertThat(page.locator("[data-done]")).containsText("Đã gửi yêu cầu");
      assertThat(page.locator(".case-head .when .state")).hasText("Tạm dừng");
      accessible(page);
    }
    try (Visit clerk = visit(CLERK, 1440)) {
      Page page = clerk.open(address(code));
      press(page, "Ghi nhận đã bổ sung");
      page.locator("#dialog-ANSWER_SUPPLEMENT .actions .button").last().click();
      assertThat(page.locator("[data-done]")).containsText("Đã ghi nhận bổ sung");
      assertThat(page.locator(".story .DUE_MOVED")).hasCount(1);
      clerk.picture("dossier-supplemented");
    }
  }

  @Test
  void whoComesSecondIsToldAndLosesNothing() {
    String code = COUNTER.received(Duration.ofDays(1), Duration.ofDays(5));
    try (Visit one = visit(OFFICER, 1440);
        Visit other = visit(OFFICER, 1440)) {
      Page first = one.open(address(code));
      Page second = other.open(address(code));
      first.locator(".menu summary").click();
      first.locator(".menu [data-opens=dialog-PAUSE]").click();
      first.locator("#PAUSE-reason").fill("Chờ xác minh");
      press(first, "Tạm dừng hồ sơ");
      assertThat(first.locator("[data-done]")).isVisible();

      second.locator("#comment").fill("Lời nhắn dài không muốn mất");
      press(second, "Hoàn thành “Phân công thụ lý” và chuyển tiếp");
      assertThat(second.locator(".notice.bad")).containsText("vừa được");
      assertThat(second.locator(".notice.bad")).containsText("tải lại");
    }
  }

  @Test
  void theBackButtonAndASecondPressDoNothingTwice() {
    String code = COUNTER.received(Duration.ofDays(1), Duration.ofDays(5));
    try (Visit officer = visit(OFFICER, 1440)) {
      Page page = officer.open(address(code));
      press(page, "Hoàn thành “Phân công thụ lý” và chuyển tiếp");
      assertThat(page.locator("[data-done]")).isVisible();
      page.goBack();
      press(page, "Hoàn thành “Phân công thụ lý” và chuyển tiếp");
      assertThat(page.locator(".steps .present .name")).containsText("Thẩm định hồ sơ");
      assertThat(page.locator(".story .STEP")).hasCount(2);
    }
  }

  @Test
  void aSessionThatRanOutLosesNothingThatWasTyped() {
    String code = COUNTER.received(Duration.ofDays(1), Duration.ofDays(5));
    try (Visit officer = visit(OFFICER, 1440)) {
      Page page = officer.open(address(code));
      page.locator("#comment").fill("Đã đối chiếu bản chính");
      page.context()
          .clearCookies(
              new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                  .setName("JSESSIONID"));
      press(page, "Hoàn thành “Phân công thụ lý” và chuyển tiếp");
      assertThat(page.locator("#login")).isVisible();
      assertThat(page.locator(".notice")).containsText("Phiên làm việc");
      officer.picture("dossier-session-over");

      SignIn.as(page, OFFICER);
      officer.open(address(code));
      assertThat(page.locator("#comment")).hasValue("Đã đối chiếu bản chính");
      press(page, "Hoàn thành “Phân công thụ lý” và chuyển tiếp");
      assertThat(page.locator("[data-done]")).containsText("chuyển tiếp");
      assertThat(page.locator(".story .STEP")).hasCount(2);
    }
  }

  @Test
  void theWorklistIsWorkedThroughByKeyboardAndInBatches() {
    String overdue = COUNTER.received(Duration.ofDays(20), Duration.ofDays(-4));
    COUNTER.received(Duration.ofDays(2), Duration.ofHours(50));
    try (Visit officer = visit(OFFICER, 1440)) {
      Page page = officer.open("/worklist?dataset=quay-thu");
      officer.picture("worklist");
      accessible(page);
      assertThat(page.locator(".worklist .code").first()).hasText(overdue);
      page.keyboard().press("ArrowDown");
      assertThat(page.locator(".worklist .code").first()).isFocused();
      page.keyboard().press("x");
      assertThat(page.locator(".worklist input[type=checkbox]").first()).isChecked();
      press(page, "Chuyển bước tiếp theo");
      assertThat(page.locator(".notice.good")).containsText("Đã chuyển 1 hồ sơ");

      page.waitForLoadState();
      page.keyboard().press("/");
      page.keyboard().type(overdue);
      page.keyboard().press("Enter");
      assertThat(page.locator(".case-head .code")).hasText(overdue);
      assertThat(officer.complaints()).isEmpty();
    }
    try (Visit phone = visit(OFFICER, 390)) {
      Page page = phone.open("/worklist?dataset=quay-thu");
      phone.picture("worklist-390");
      accessible(page);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(390);
    }
  }

  @Test
  void anotherBranchSeesNothingOfIt() {
    String code = COUNTER.received(Duration.ofDays(1), Duration.ofDays(5));
    try (Visit stranger = visit("tiepnhan.caugiay", 1440)) {
      Page page = stranger.open(address(code));
      assertThat(page.locator("h1")).hasText("Không mở được hồ sơ");
      assertThat(page.locator("main")).not().containsText("Nguyễn");
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

  private static String lastDigits(String code) {
    return code.substring(code.length() - 4);
  }

  private static void press(Page page, String label) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true))
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
