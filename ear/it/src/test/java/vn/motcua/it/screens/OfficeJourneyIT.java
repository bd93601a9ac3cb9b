package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Database;

/**
 * What the office does beside dossiers: receipts replaced and cancelled, companies and what is
 * accepted of their work, posts and terms of staff, reviews of procedures.
 */
class OfficeJourneyIT {

  private static final ShortLife LIFE = new ShortLife();

  @Test
  void aReceiptIsReplacedAndThenCancelled() {
    String code;
    try (Workplace clerk = new Workplace("tiepnhan.tayho")) {
      code = clerk.receive(LIFE.nextPerson(), ShortLife.TYPED, ShortLife.TITLE);
      Page page = clerk.open("/fees?q=" + code);
      page.locator("#kind-0").selectOption("CHARGE");
      page.locator("#line-name0").fill("Lệ phí cấp giấy xác nhận");
      page.locator("#line-amount0").fill("50.000");
      page.locator("#line-basis0").fill("Nghị quyết thử");
      page.locator("#do-assess-assess").click();
      assertThat(page.locator(".notice.good")).hasText("Đã ghi khoản phải nộp của hồ sơ.");
      page.locator("#collect-counter").fill("Quầy biên lai " + System.nanoTime());
      page.locator("#collect-payer").fill("Công ty Thử");
      page.locator("#do-collect-collect").click();
      assertThat(page.locator(".notice.good")).hasText("Đã thu tiền và cấp biên lai.");
      assertThat(page.locator(".big")).containsText("0 ₫");

      more(page);
      page.locator("#do-replace-replace").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#replace-payer")).isVisible();
      page.locator("#replace-payer").fill("Công ty TNHH Thử nghiệm");
      page.locator("#replace-taxCode").fill("0100109106");
      page.locator("#replace-reason").fill("Ghi thiếu tên");
      page.locator("#do-replace-replace").click();
      assertThat(page.locator(".notice.good"))
          .hasText("Đã cấp biên lai thay; biên lai cũ không còn hiệu lực.");
      assertThat(book(page)).hasCount(2);
      clerk.prints("fee-receipt-replaced", page.locator("a[href*='/fees/receipts/']").last());
      more(page);
      assertThat(page.locator("#do-cancel-cancel")).hasCount(0);
    }
    try (Workplace director = new Workplace("giamdoc.tayho")) {
      Page page = director.open("/fees?q=" + code);
      more(page);
      assertThat(page.locator("#cancel-receipt option")).hasCount(1);
      page.locator("#do-cancel-cancel").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#cancel-reason")).isVisible();
      page.locator("#cancel-reason").fill("Thu nhầm hồ sơ");
      page.locator("#do-cancel-cancel").click();
      assertThat(page.locator(".notice.good")).hasText("Đã hủy biên lai và khoản thu.");
      assertThat(page.locator(".big")).containsText("50.000");
      assertThat(book(page).last()).containsText("Thu nhầm hồ sơ");
      director.picture("receipt-cancelled");
    }
    assertThat(
            Database.text(
                "select string_agg(concat_ws(':', r.state, r.payer_name), ' ' order by r.id)"
                    + " from fee_receipt r join payment p on p.id = r.payment_id"
                    + " join payment_request q on q.id = p.request_id"
                    + " join dossier d on d.id = q.dossier_id where d.dataset_id = 1"
                    + " and d.code = '"
                    + code
                    + "'"))
        .isEqualTo("REPLACED:Công ty Thử CANCELLED:Công ty TNHH Thử nghiệm");
  }

  private static Locator book(Page page) {
    return page.locator("section:has(#book) tbody tr");
  }

  private static void more(Page page) {
    Locator fold = page.locator("details:has(#do-replace-replace)");
    if (fold.getAttribute("open") == null) {
      fold.locator("> summary").click();
    }
  }

  @Test
  void whatACompanyDidIsRecordedAndAcceptedBySomebodyElse() {
    String company = "Bưu điện thử " + System.nanoTime();
    try (Workplace administrator = new Workplace("quantri")) {
      Page page = administrator.open("/companies");
      page.locator("#company-name").fill(company);
      page.locator("#company-kind").selectOption("POST");
      page.locator("#add-company").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#company-name")).hasValue(company);
      page.locator("#contract").fill("15/2026/HĐ-BĐ");
      page.locator("#add-company").click();
      assertThat(said(page)).hasText("Đã ghi doanh nghiệp cùng hợp đồng.");
      assertThat(page.locator("#company option").filter(with(company))).hasCount(1);
    }
    try (Workplace director = new Workplace("giamdoc.tayho")) {
      Page page = director.open("/companies");
      page.locator("#company").selectOption(company);
      page.locator("#unit").selectOption("Chi nhánh Tây Hồ");
      page.locator("#activity").selectOption("RECEIVE");
      page.locator("#volume").fill("1.200");
      page.locator("#norm").fill("5.000");
      page.locator("#record").click();
      assertThat(said(page)).hasText("Đã ghi khối lượng công việc; chờ người khác nghiệm thu.");
      Locator row = page.locator("tbody tr").filter(with(company));
      assertThat(row).containsText("1.200");
      assertThat(row.locator("[data-do=accept]")).hasCount(0);
    }
    try (Workplace office = new Workplace("baocao")) {
      Page page = office.open("/companies");
      Locator row = page.locator("tbody tr").filter(with(company));
      row.locator("input[name=accepted]").fill("1.201");
      row.locator("[data-do=accept]").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(row.locator("input[name=accepted]")).hasValue("1.201");
      assertThat(said(page)).hasCount(0);
      row.locator("input[name=accepted]").fill("1.100");
      row.locator("[data-do=accept]").click();
      assertThat(said(page)).hasText("Đã nghiệm thu khối lượng công việc.");
      assertThat(page.locator("main")).containsText("5.500.000");
      assertThat(row.locator("[data-do=accept]")).hasCount(0);
      office.picture("work-accepted");
    }
    assertThat(
            Database.text(
                "select concat_ws('|', c.kind, w.activity, w.volume, w.accepted, w.recorded_by,"
                    + " w.accepted_by) from service_work w join service_company c"
                    + " on c.id = w.company_id where c.name = '"
                    + company
                    + "'"))
        .isEqualTo("POST|RECEIVE|1200|1100|giamdoc.tayho|baocao");
  }

  /** In a far term of its own, so that nobody gets rights today by what is tried here. */
  @Test
  void staffAreAppointedSecondedAndSubstituted() {
    LocalDate from =
        ShortLife.today().plusDays(1_000 + ThreadLocalRandom.current().nextInt(20_000));
    LocalDate last = from.plusDays(20);
    String document = "QĐ thử " + System.nanoTime();
    try (Workplace administrator = new Workplace("quantri")) {
      Page page = administrator.open("/organisation");
      unfold(page, "appoint");
      page.locator("#appoint-post").selectOption("DEPUTY");
      term(page, "appoint", from, last, document);
      page.locator("#appoint-code").fill("cn-tay-ho");
      page.locator("#appoint-login").fill("khong.co.ai");
      page.locator("#appoint-send").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#appoint-login")).isVisible();
      assertThat(page.locator("#appoint-document")).hasValue(document);
      page.locator("#appoint-login").fill("quay2.tayho");
      page.locator("#appoint-send").click();
      assertThat(page).hasURL(Pattern.compile(".*/organisation\\?on=" + from));
      assertThat(said(page)).hasText("Đã ghi việc bổ nhiệm.");
      assertThat(page.locator("tbody tr:has(code:text-is('cn-tay-ho'))"))
          .containsText("Phó giám đốc");

      unfold(page, "second");
      page.locator("#second-login").fill("chuyenvien.tuphap");
      page.locator("#second-code").fill("cn-tay-ho");
      term(page, "second", from, last, document);
      page.locator("#second-send").click();
      assertThat(said(page)).hasText("Đã ghi việc biệt phái.");
      assertThat(page.locator("ul.tree li").filter(with(document)))
          .containsText("chuyenvien.tuphap → Chi nhánh Tây Hồ");

      unfold(page, "substitute");
      page.locator("#substitute-absent").fill("giamdoc.tayho");
      page.locator("#substitute-login").fill("giamdoc.caugiay");
      term(page, "substitute", from, from.plusMonths(7), document);
      page.locator("#substitute-send").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#substitute-last")).isVisible();
      page.locator("#substitute-last").fill(last.toString());
      page.locator("#substitute-send").click();
      assertThat(said(page)).hasText("Đã cử người thay thế.");
      assertThat(page.locator("ul.tree li").filter(with(document))).hasCount(2);
      assertThat(page.locator("ul.tree li").filter(with("giamdoc.caugiay → giamdoc.tayho")).last())
          .isVisible();
      administrator.picture("staff-terms");
    }
    assertThat(written("unit_post where post = 'DEPUTY' and document", document, from, last))
        .isOne();
    assertThat(written("secondment where document", document, from, last)).isOne();
    assertThat(written("substitution where reason", document, from, last)).isOne();
  }

  private static long written(String where, String document, LocalDate from, LocalDate last) {
    return Database.number(
        "select count(*) from %s = '%s' and valid_from = '%s' and valid_to = '%s'"
            .formatted(where, document, from, last.plusDays(1)));
  }

  private static void unfold(Page page, String form) {
    Locator fold = page.locator("details:has(#" + form + "-form)");
    if (fold.getAttribute("open") == null) {
      fold.locator("summary").click();
    }
  }

  private static void term(
      Page page, String form, LocalDate from, LocalDate last, String document) {
    page.locator("#" + form + "-from").fill(from.toString());
    page.locator("#" + form + "-last").fill(last.toString());
    page.locator("#" + form + "-document").fill(document);
  }

  @Test
  void aReviewIsProposedAssessedAndAcceptedByThreePeople() {
    String reason = "Giấy tờ trùng với dữ liệu đã có, rà soát " + System.nanoTime();
    String other = "Rà soát trước, còn chờ " + System.nanoTime();
    try (Workplace director = new Workplace("giamdoc.tayho")) {
      Page page = director.open("/reviews?code=1.004873");
      Locator figures = page.locator("#review-form input[id$=':figure']");
      figures.nth(4).fill("200");
      page.locator("#why").fill(other);
      page.locator("#measures").fill("Gộp hai bước");
      page.locator("#propose").click();
      assertThat(card(page, other)).containsText("chờ đánh giá");

      // The one that is worked on stands above another that waits.
      page = director.open("/reviews?code=1.004873");
      assertThat(figures).hasCount(5);
      figures.nth(3).fill("10.000");
      figures.nth(4).fill("3.000");
      page.locator("#measures").fill("Bỏ bản giấy, lấy từ cơ sở dữ liệu quốc gia về dân cư");
      page.locator("#propose").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(figures.nth(4)).hasValue("3.000");
      page.locator("#why").fill(reason);
      page.locator("#propose").click();
      assertThat(said(page)).hasText("Đã gửi đề nghị đơn giản hóa; chờ người khác đánh giá.");
      assertThat(card(page, reason)).containsText("chờ đánh giá");
    }
    try (Workplace office = new Workplace("baocao")) {
      Page page = office.open("/reviews");
      card(page, reason).locator("[data-do=assess]").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      card(page, reason).locator("input[name=said]").fill("Giảm một lần đi lại, không tăng rủi ro");
      card(page, reason).locator("[data-do=assess]").click();
      assertThat(said(page)).hasText("Đã ghi đánh giá; chờ lãnh đạo quyết định.");
      assertThat(card(page, reason)).containsText("chờ quyết định");
    }
    try (Workplace leader = new Workplace("lanhdao")) {
      Page page = leader.open("/reviews");
      card(page, reason).locator("input[name=said]").fill("Đồng ý, đưa vào phương án năm tới");
      card(page, reason).locator("[data-do=accept]").click();
      assertThat(said(page)).hasText("Đã chấp thuận đề nghị đơn giản hóa.");
      assertThat(card(page, reason)).containsText("đã chấp thuận");
      leader.picture("review-accepted");
    }
    assertThat(
            Database.text(
                "select concat_ws('|', status, proposed_by, assessed_by, decided_by, cost_after,"
                    + " volume) from procedure_review where reason = '"
                    + reason
                    + "'"))
        .isEqualTo("ACCEPTED|giamdoc.tayho|baocao|lanhdao|10000|3000");
  }

  /** What the page says of the press before. */
  private static Locator said(Page page) {
    return page.locator(".notice.good[role=status]");
  }

  private static Locator card(Page page, String reason) {
    return page.locator("section[data-review]").filter(with(reason));
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
