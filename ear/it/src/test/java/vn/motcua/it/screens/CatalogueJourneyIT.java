package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The catalogue, the calendar and the organisation are changed in the browser, by two people. */
class CatalogueJourneyIT {

  private static final String DIRECTOR = "giamdoc.tayho";
  private static final String LEADER = "lanhdao";
  private static final String ADMINISTRATOR = "quantri";
  private static final LocalDate FROM = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(400);

  private static void accessible(Page page) {
    page.waitForLoadState();
    Assertions.assertThat(new AxeBuilder(page).withTags(PagesIT.RULES).analyze().getViolations())
        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }

  private static void fill(Page page, String label, String text) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().fill(text);
  }

  private static void choose(Page page, String label, String option) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
        .first()
        .selectOption(new SelectOption().setLabel(option));
  }

  @Test
  void aBranchProposesAVersionAndTheCentreApprovesIt() {
    String proposal;
    try (Visit director = Visit.as(DIRECTOR)) {
      Page page = director.open("/catalogue?q=xac+nhan+tinh+trang+hon+nhan");
      page.locator(".catalogue .code a").first().click();
      assertThat(page.locator("h1")).containsText("tình trạng hôn nhân");
      director.picture("procedure");
      accessible(page);
      page.locator(".actions a").first().click();
      fill(page, "Tên thường gọi", "Xác nhận độc thân");
      fill(page, "Thời hạn giải quyết", " | | ba | working_days");
      page.locator("#from").fill(FROM.toString());
      page.locator("#reason").fill("Quyết định thử");
      page.locator("#send").click();
      assertThat(page.locator("[data-errors]")).containsText("không phải là số");
      accessible(page);
      fill(page, "Thời hạn giải quyết", " | | 2 | working_days");
      page.locator("#send").click();
      assertThat(page.locator("#withdraw")).isVisible();
      director.picture("proposal-own");
      proposal = page.url().replaceAll(".*id=", "");
      Assertions.assertThat(director.complaints()).isEmpty();
    }
    try (Visit leader = Visit.as(LEADER)) {
      Page page = leader.open("/proposals");
      accessible(page);
      page = leader.open("/proposal?id=" + proposal);
      assertThat(page.locator(".differs").first()).isVisible();
      accessible(page);
      leader.picture("proposal-decision");
      page.locator("#decision").fill("Đồng ý");
      page.locator("#approve").click();
      assertThat(page.locator(".facts").first()).containsText("Đã duyệt");
      page = leader.open("/procedure?code=1.004873&on=" + FROM);
      assertThat(page.locator(".versions .here")).containsText("Đã duyệt trên hệ thống");
      Assertions.assertThat(leader.complaints()).isEmpty();
    }
  }

  @Test
  void aProcessIsDrawnWithItsParallelOpinion() {
    String proposal;
    try (Visit director = Visit.as(DIRECTOR)) {
      Page page = director.open("/proposal?code=1.004859&kind=process");
      fill(
          page,
          "Lấy ý kiến và phương án khác",
          "2 | CONSULTATION | Hỏi Công an xã | | OFFICER | 8 |");
      page.locator("#from").fill(FROM.toString());
      page.locator("#reason").fill("Hỏi song song");
      page.locator("#send").click();
      assertThat(page.locator("svg .box.consultation")).isVisible();
      accessible(page);
      director.picture("process-proposal");
      proposal = page.url().replaceAll(".*id=", "");
    }
    try (Visit leader = Visit.as(LEADER)) {
      Page page = leader.open("/proposal?id=" + proposal);
      page.locator("#approve").click();
      assertThat(page.locator(".facts").first()).containsText("Đã duyệt");
      page = leader.open("/procedure?code=1.004859&on=" + FROM);
      assertThat(page.locator("svg .box.consultation")).isVisible();
      accessible(page);
      leader.picture("process-version");
    }
  }

  @Test
  void aCalendarChangeIsPreviewedBeforeItCounts() {
    try (Visit administrator = Visit.as(ADMINISTRATOR)) {
      Page page = administrator.open("/calendar?lunar=2029");
      assertThat(page.locator("#added"))
          .hasValue(java.util.regex.Pattern.compile("chưa công bố[^\n]*unconfirmed"));
      page.locator("#added").fill("off,2027-12-30,,,nghỉ thử,test day off,QĐ thử,unconfirmed");
      page.locator("#reason").fill("Thử một ngày nghỉ");
      page.locator("#draft").click();
      assertThat(page.locator("#draft-heading")).containsText("dự thảo");
      accessible(page);
      administrator.picture("calendar-preview");
      page.locator("#apply").click();
      assertThat(page.locator("#draft-heading")).containsText("đã áp dụng");
      Assertions.assertThat(administrator.complaints()).isEmpty();
    }
  }

  @Test
  void hoursOfABranchAreDraftedByOneAndAppliedByAnother() {
    String draft;
    try (Visit administrator = Visit.as(ADMINISTRATOR)) {
      Page page = administrator.open("/unit-hours");
      page.locator("#from").fill(FROM.toString());
      page.locator("#hours").fill("thứ hai nghỉ");
      page.locator("#reason").fill("Quyết định thử");
      page.locator("#draft").click();
      assertThat(page.locator("[data-errors]")).containsText("thứ hai nghỉ");
      accessible(page);
      page.locator("#hours").fill("MON-FRI 07:30-11:30 13:00-16:30\nSAT 08:00-11:30");
      page.locator("#draft").click();
      assertThat(page.locator("#draft-heading")).containsText("dự thảo");
      accessible(page);
      administrator.picture("unit-hours-preview");
      draft = page.url().replaceAll(".*id=", "");
      page.locator("#apply").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      Assertions.assertThat(administrator.complaints()).isEmpty();
    }
    try (Visit leader = Visit.as(LEADER)) {
      Page page = leader.open("/unit-hours?id=" + draft);
      page.locator("#apply").click();
      assertThat(page.locator("#draft-heading")).containsText("đã áp dụng");
      accessible(page);
      Assertions.assertThat(leader.complaints()).isEmpty();
    }
  }

  @Test
  void aTermIsProposedByOneAndApprovedByAnother() {
    try (Visit administrator = Visit.as(ADMINISTRATOR)) {
      Page page = administrator.open("/rates?kind=PETITION_TERM");
      choose(page, "Loại đơn", "Khiếu nại");
      choose(page, "Bước", "Giải quyết");
      fill(page, "Mức", "45");
      choose(page, "Đơn vị tính", "ngày theo lịch");
      page.locator("#propose-from").fill(FROM.toString());
      page.locator("#propose-reason").fill("Quyết định thử");
      page.locator("#do-propose").click();
      assertThat(page.locator(".notice.good")).isVisible();
      accessible(page);
      administrator.picture("rates-proposed");
      Assertions.assertThat(administrator.complaints()).isEmpty();
    }
    try (Visit leader = Visit.as(LEADER)) {
      Page page = leader.open("/rates");
      page.getByText("Xem xét", new Page.GetByTextOptions().setExact(true)).first().click();
      assertThat(page.locator("#do-approve")).isVisible();
      accessible(page);
      page.locator("#do-approve").click();
      assertThat(page.locator(".notice.good")).isVisible();
      assertThat(page.locator("main")).containsText("45 ngày theo lịch");
      Assertions.assertThat(leader.complaints()).isEmpty();
    }
  }

  @Test
  void aFileIsJudgedLineByLine() {
    try (Visit administrator = Visit.as(ADMINISTRATOR)) {
      Page page = administrator.open("/catalogue-import");
      page.locator("#file")
          .setInputFiles(
              new FilePayload(
                  "thu.csv",
                  "text/csv",
                  ("code,name,field,levels,channels,fees\n"
                          + "9.900001,Thủ tục thử,ho-tich,COMMUNE,DIRECT,| | 0 |\n"
                          + "9.900002,Thủ tục sai,khong-co,COMMUNE,DIRECT,\n")
                      .getBytes(StandardCharsets.UTF_8)));
      page.locator("#read").click();
      assertThat(page.locator("tbody tr")).hasCount(2);
      assertThat(page.locator("tbody")).containsText("Cần xác nhận");
      accessible(page);
      administrator.picture("catalogue-import");
      page.locator("#reason").fill("Thử nhập");
      page.locator("#take").click();
      assertThat(page.locator("[data-errors]")).containsText("Không có dòng nào");
      page.locator("input[name=tick]").first().check();
      page.locator("#take").click();
      assertThat(page.locator("#approve-all")).isVisible();
    }
  }

  @Test
  void theOrganisationChangesFromADayOn() {
    try (Visit administrator = Visit.as(ADMINISTRATOR)) {
      Page page = administrator.open("/organisation");
      page.locator("main summary").first().click();
      page.locator("#add-newCode").fill("kiosk-thu-" + System.nanoTime() % 100_000);
      page.locator("#add-name").fill("Ki-ốt thử nghiệm");
      page.locator("#add-parent").fill("cn-tay-ho");
      page.locator("#add-document").fill("QĐ thử");
      page.locator("#add-send").click();
      assertThat(page.locator(".notice.good")).hasText("Đã thêm đơn vị từ ngày có hiệu lực.");
      assertThat(page.locator("tbody").first()).containsText("Ki-ốt thử nghiệm");
      accessible(page);
      administrator.picture("organisation");
      page = administrator.open("/intake-scope");
      page.locator("#procedure").fill("1.004859");
      page.locator("#channel").selectOption("POST");
      page.locator("#first").fill(FROM.toString());
      page.locator("#document").fill("QĐ thử");
      page.locator("#add").click();
      assertThat(page.locator("tbody")).containsText("QĐ thử");
      accessible(page);
      Assertions.assertThat(administrator.complaints()).isEmpty();
    }
  }

  @Test
  void everyScreenFitsANarrowWindowInTheDarkAndInEnglish() {
    List<String> wrong = new ArrayList<>();
    try (Visit visit = Visit.of("en", 390, ColorScheme.DARK)) {
      for (String address :
          List.of(
              "/catalogue",
              "/procedure?code=1.001193",
              "/proposal?code=1.001193",
              "/proposals",
              "/catalogue-import",
              "/reviews?code=1.001193",
              "/intake-scope",
              "/calendar",
              "/organisation",
              "/companies")) {
        Page page = visit.open(address);
        visit.picture("narrow" + address.replaceAll("\\W+", "-"));
        new AxeBuilder(page)
            .withTags(PagesIT.RULES)
            .analyze()
            .getViolations()
            .forEach(
                rule ->
                    wrong.add(
                        address + " " + rule.getId() + " " + rule.getNodes().getFirst().getHtml()));
        int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (width > 390) {
          wrong.add(address + " is " + width + " wide");
        }
      }
      wrong.addAll(visit.complaints());
    }
    Assertions.assertThat(wrong).isEmpty();
  }
}
