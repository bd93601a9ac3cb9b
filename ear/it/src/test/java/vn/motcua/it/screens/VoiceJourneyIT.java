package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.InventedPerson;
import vn.motcua.it.running.Database;

/**
 * What people say comes back to them, and nobody is betrayed by it: a call to 1022, a complaint, a
 * denunciation, a rating that those who were rated contest.
 */
class VoiceJourneyIT {

  private static final Pattern FEEDBACK = Pattern.compile("PA\\d{2}-\\d{6,}");
  private static final Pattern PETITION = Pattern.compile("(KN|TC)\\d{2}-\\d{5,}");

  private static final ShortLife LIFE = new ShortLife();

  @Test
  void aCallTo1022IsAnsweredPublishedAndLookedAtAgain() {
    InventedPerson caller = LIFE.nextPerson();
    String code;
    String followed;
    try (Workplace clerk = new Workplace("tiepnhan.tayho")) {
      Page page = clerk.open("/feedback");
      // Who has no list comes here to register.
      page.locator("#register-channel").selectOption("CALL_1022");
      page.locator("#register-title").fill("Nhân viên quầy 2 trả lời cộc lốc");
      page.locator("#register-fullName").fill(caller.fullName());
      page.locator("#register-phone").fill(caller.phone());
      page.locator("#do-register-register").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#register-title")).isVisible();
      assertThat(page.locator("#register-title")).hasValue("Nhân viên quầy 2 trả lời cộc lốc");
      page.locator("#register-body")
          .fill(
              "Tôi là "
                  + caller.fullName()
                  + ", hỏi hai lần không được trả lời. Gọi lại "
                  + caller.phone()
                  + ".");
      page.locator("#do-register-register").click();
      Locator sent = page.locator(".notice.good").filter(with("Đã ghi phản ánh"));
      assertThat(sent).containsText(FEEDBACK);
      code = found(FEEDBACK, sent.textContent());
      followed = sent.locator("a").getAttribute("href");
      assertThat(page.locator("#register-title")).hasValue("");
      assertThat(page.locator("#register-phone")).hasValue("");
      clerk.picture("1022-registered");
    }
    decide(code, caller, "Quầy 2 đã được nhắc; cán bộ trả lời đúng quy định.");

    try (Visit citizen = Visit.byNobody("vi", 390, ColorScheme.LIGHT)) {
      Page page = citizen.page();
      String address = followed.startsWith("http") ? followed : Visit.address(followed);
      page.navigate(address);
      assertThat(page.locator(".panel")).containsText("Quầy 2 đã được nhắc");
      published(citizen, code, caller, "Quầy 2 đã được nhắc");

      page.navigate(address);
      page.locator("input[name=score][value='2']").check();
      page.locator("#rate-note").fill("Chưa ai gọi lại cho tôi");
      page.locator("#do-rate-rate").click();
      assertThat(page.locator(".notice.good"))
          .hasText("Đã ghi đánh giá của ông/bà về cách xử lý phản ánh.");
      assertThat(page.locator("#do-rate-rate")).hasCount(0);
      page.locator("#reopen-reason").fill("Đề nghị xem lại camera lúc 9 giờ");
      page.locator("#do-reopen-reopen").click();
      assertThat(page.locator(".notice.good")).hasText("Đã ghi đề nghị xem lại phản ánh.");
      assertThat(page.locator(".panel")).containsText("Chờ phân loại");
      assertThat(page.locator("#do-reopen-reopen")).hasCount(0);
      citizen.picture("day-1022-reopened");
      page.navigate(Visit.address("/pakn-answers"));
      assertThat(page.locator("h1")).isVisible();
      assertThat(page.locator(".panel").filter(with(code))).hasCount(0);
    }
    decide(code, caller, "Đã xem lại camera và xin lỗi công dân.");
    try (Visit citizen = Visit.byNobody("vi", 390, ColorScheme.LIGHT)) {
      published(citizen, code, caller, "Đã xem lại camera");
    }
    assertThat(
            Database.text(
                "select string_agg(s.kind, ' ' order by s.id) from feedback_step s join feedback f"
                    + " on f.id = s.feedback_id where f.code = '"
                    + code
                    + "'"))
        .isEqualTo(
            "RECEIVED ASSIGNED ANSWERED PUBLISHED RATED FORMER_ANSWER REOPENED ASSIGNED ANSWERED"
                + " PUBLISHED");
    assertThat(
            Database.text(
                "select concat_ws(' ', channel, registered_by, class, state, reopened)"
                    + " from feedback where code = '"
                    + code
                    + "'"))
        .isEqualTo("CALL_1022 tiepnhan.tayho CONDUCT PUBLISHED 1");
  }

  /** The office classes and assigns it, answers as the judge, and publishes without any name. */
  private static void decide(String code, InventedPerson caller, String answer) {
    try (Workplace office = new Workplace("baocao")) {
      Page page = office.open("/feedback");
      page.locator("tbody th a", new Page.LocatorOptions().setHasText(code)).click();
      assertThat(page.locator("#case-heading")).isVisible();
      assertThat(page.locator("dl.persons")).containsText(caller.fullName());
      page.locator("#assign-class").selectOption("CONDUCT");
      page.locator("#assign-judged").fill("cn-tay-ho");
      page.locator("#assign-judge").fill("ttphvhcc");
      page.locator("#do-assign-assign").click();
      assertThat(page.locator(".notice.good")).hasText("Đã giao phản ánh cho đơn vị xử lý.");

      page.locator("#answer-answer").fill(answer);
      page.locator("#do-answer-answer").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#answer-answer")).hasValue(answer);
      page.locator("#answer-upheld").selectOption("false");
      page.locator("#do-answer-answer").click();
      assertThat(page.locator(".notice.good")).hasText("Đã ghi câu trả lời phản ánh.");

      assertThat(page.locator("#publish-body")).hasValue(Pattern.compile(".*\\[…\\].*"));
      page.locator("#publish-answer").fill(answer + " Gửi " + caller.fullName() + ".");
      page.locator("#do-publish-publish").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#publish-answer"))
          .hasValue(answer + " Gửi " + caller.fullName() + ".");
      page.locator("#publish-answer").fill(answer);
      page.locator("#do-publish-publish").click();
      assertThat(page.locator(".notice.good")).hasText("Đã công khai phản ánh và câu trả lời.");
      office.picture("1022-published");
    }
  }

  private static void published(Visit citizen, String code, InventedPerson caller, String answer) {
    Page page = citizen.open("/pakn-answers");
    Locator ours = page.locator(".panel").filter(with(code));
    assertThat(ours).containsText(answer);
    assertThat(ours).containsText("[…]");
    assertThat(page.content()).doesNotContain(caller.fullName(), caller.phone());
  }

  @Test
  void aComplaintGoesToWhoDecidesByLawAndItsOutcomeIsPublished() {
    InventedPerson sender = LIFE.nextPerson();
    String code;
    try (Workplace clerk = new Workplace("tiepnhan.tayho")) {
      Page page = clerk.open("/petitions");
      fillIn(page, "COMPLAINT", sender, "Từ chối hồ sơ của " + sender.fullName());
      page.locator("#do-register-register").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#register-content")).hasValue("Quyết định thu hồi không có căn cứ");
      page.locator("#register-subject").fill("Quyết định từ chối giải quyết hồ sơ");
      code = register(page, "KN");
      assertThat(page.locator("table.grid")).hasCount(0);
    }
    try (Workplace office = new Workplace("baocao")) {
      Page page = choose(office, code);
      assertThat(page.locator("main")).not().containsText(sender.fullName());
      page.locator("#do-reveal-reveal").click();
      assertThat(page.locator(".notice.waiting")).containsText(sender.fullName());

      page = choose(office, code);
      assertThat(page.locator("#do-settle-settle, #do-publish-publish")).hasCount(0);
      settle(page);
      page.locator("#publish-text").fill("Chấp nhận một phần khiếu nại của " + sender.fullName());
      page.locator("#do-publish-publish").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#publish-text")).hasValue(Pattern.compile("Chấp nhận một phần.*"));
      publish(page, "Chấp nhận một phần khiếu nại; cơ quan đã sửa quyết định.");
      office.picture("complaint-published");
    }
    try (Visit anybody = Visit.byNobody("vi", 390, ColorScheme.LIGHT)) {
      Page page = anybody.open("/petition-outcomes");
      Locator ours = page.locator(".panel").filter(with(code));
      assertThat(ours).containsText("cơ quan đã sửa quyết định");
      assertThat(ours).containsText("12/QĐ-UBND");
      assertThat(page.content()).doesNotContain(sender.fullName(), sender.phone());
    }
    assertThat(
            Database.text(
                "select concat_ws('|', registered_by, routed_by, routed_to, outcome,"
                    + " published_at is not null) from petition where code = '"
                    + code
                    + "'"))
        .isEqualTo("tiepnhan.tayho|baocao|UBND phường Tây Hồ|PARTLY_UPHELD|t");
  }

  @Test
  void whoDenouncesIsKnownToSupervisionAlone() {
    InventedPerson sender = LIFE.nextPerson();
    String code;
    try (Workplace clerk = new Workplace("tiepnhan.tayho")) {
      Page page = clerk.open("/petitions");
      fillIn(page, "DENUNCIATION", sender, "Nhận tiền ngoài quy định");
      code = register(page, "TC");
    }
    String words = "Kết luận số " + code.replaceAll("\\D", "").substring(2) + ": tố cáo đúng.";
    try (Workplace office = new Workplace("baocao")) {
      Page page = choose(office, code);
      assertThat(page.locator("#do-route-route")).isVisible();
      assertThat(page.locator("#do-reveal-reveal")).hasCount(0);
      settle(page);
      publish(page, words);
    }
    try (Workplace auditor = new Workplace("kiemtra")) {
      Page page = choose(auditor, code);
      page.locator("#do-reveal-reveal").click();
      assertThat(page.locator(".notice.waiting")).containsText(sender.fullName());
    }
    try (Visit anybody = Visit.byNobody("vi", 390, ColorScheme.LIGHT)) {
      Page page = anybody.open("/petition-outcomes");
      assertThat(page.locator(".panel").filter(with(words))).hasCount(1);
      // Neither number nor subject: from them one could guess who spoke.
      assertThat(page.content())
          .doesNotContain(code, "Nhận tiền ngoài quy định", sender.fullName(), sender.phone());
    }
  }

  private static void fillIn(Page page, String kind, InventedPerson sender, String subject) {
    page.locator("#register-kind").selectOption(kind);
    page.locator("#register-subject").fill(subject);
    page.locator("#register-about").fill("00103");
    page.locator("#register-fullName").fill(sender.fullName());
    page.locator("#register-phone").fill(sender.phone());
    page.locator("#register-address").fill("Phường Tây Hồ, thành phố Hà Nội");
    page.locator("#register-content").fill("Quyết định thu hồi không có căn cứ");
  }

  private static String register(Page page, String kind) {
    page.locator("#do-register-register").click();
    Locator entered = page.locator(".notice.good").filter(with(kind));
    assertThat(entered).containsText(PETITION);
    return found(PETITION, entered.textContent());
  }

  private static Page choose(Workplace desk, String code) {
    Page page = desk.open("/petitions");
    page.locator("tbody th a", new Page.LocatorOptions().setHasText(code)).click();
    assertThat(page.locator("#one")).containsText(code);
    return page;
  }

  private static void settle(Page page) {
    page.locator("#route-to").fill("UBND phường Tây Hồ");
    page.locator("#route-basis").fill("Điều 17 Luật Khiếu nại");
    page.locator("#do-route-route").click();
    assertThat(page.locator(".notice.good")).hasText("Đã chuyển đơn.");
    assertThat(page.locator("#do-route-route")).hasCount(0);
    page.locator("#settle-outcome").selectOption("PARTLY_UPHELD");
    page.locator("#settle-document").fill("12/QĐ-UBND, 20/11/2026");
    page.locator("#do-settle-settle").click();
    assertThat(page.locator(".notice.good")).hasText("Đã ghi kết quả giải quyết đơn.");
  }

  private static void publish(Page page, String text) {
    page.locator("#publish-text").fill(text);
    page.locator("#do-publish-publish").click();
    assertThat(page.locator(".notice.good")).hasText("Đã công khai kết quả giải quyết đơn.");
    assertThat(page.locator("#do-publish-publish")).hasCount(0);
  }

  @Test
  void aRatingIsContestedByWhomItConcernsAndDecidedElsewhere() {
    String code;
    try (Workplace clerk = new Workplace("tiepnhan.tayho");
        Workplace officer = new Workplace("chuyenvien.phuongtayho")) {
      code = LIFE.returned(clerk, officer);
      ShortLife.rated(clerk, 1, "Đường vào trụ sở bị ngập");

      Page page = rating(clerk, code);
      page.locator("#do-contest-contest").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      page.locator("#contest-reason").fill("Không phải việc của quầy");
      page.locator("#do-contest-contest").click();
      assertThat(page.locator(".notice.good")).hasText("Đã gửi đề nghị xem xét lại đánh giá.");
      assertThat(page.locator("section.sheet")).containsText("Không phải việc của quầy");
      assertThat(page.locator("#do-contest-contest, #do-decide-uphold")).hasCount(0);
    }
    try (Workplace office = new Workplace("baocao")) {
      Page page = rating(office, code);
      assertThat(page.locator("#do-contest-contest")).hasCount(0);
      page.locator("#do-decide-uphold").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      page.locator("#decide-decision").fill("Đúng: hạ tầng do quận quản lý");
      page.locator("#do-decide-uphold").click();
      assertThat(page.locator(".notice.good")).hasText("Đã chấp nhận đề nghị xem xét lại.");
      office.picture("contest-decided");
    }
    assertThat(
            Database.text(
                "select concat_ws('|', c.contested_by, c.decided_by, c.upheld, c.decision)"
                    + " from rating_contest c join dossier d on d.id = c.dossier_id"
                    + " where d.dataset_id = 1 and d.code = '"
                    + code
                    + "'"))
        .isEqualTo("tiepnhan.tayho|baocao|t|Đúng: hạ tầng do quận quản lý");
  }

  private static Page rating(Workplace desk, String code) {
    Page page = desk.open("/ratings");
    page.locator("tbody th a", new Page.LocatorOptions().setHasText(code)).click();
    assertThat(page.locator("#one")).hasText(code);
    return page;
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static String found(Pattern code, String text) {
    Matcher matcher = code.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group();
  }
}
