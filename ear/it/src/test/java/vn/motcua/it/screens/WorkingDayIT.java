package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.processing.DossierAction.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.motcua.dossier.TransitionKind;
import vn.motcua.identity.InventedPeople;
import vn.motcua.identity.InventedPerson;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.CounterDossiers;
import vn.motcua.it.running.Database;
import vn.motcua.processing.DossierAction;

/**
 * One working day at the branch Tây Hồ, on the screens and without paper beside them: its clerks,
 * its director, an officer of the ward, the administrator and the citizens. At the end every kind
 * of transition that dossiers know was lived, and every action was pressed: a new one that nobody
 * lives here fails the last test.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkingDayIT {

  private static final ZoneId CITY = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String MARRIAGE = "Cấp Giấy xác nhận tình trạng hôn nhân";
  private static final String[] RESULT = {
    "number",
    "77/XN-UBND",
    "signedOn",
    LocalDate.now(CITY).toString(),
    "signer",
    "Bà Trần A, Phó Chủ tịch"
  };

  private static final InventedPeople PEOPLE = new InventedPeople(System.nanoTime());
  private static final Map<String, String> CODES = new HashMap<>();
  private static final Map<String, InventedPerson> OWNERS = new HashMap<>();

  private static final List<Visit> CITIZENS = new ArrayList<>();

  private static String begun;
  private static Workplace clerk;
  private static Workplace second;
  private static Workplace officer;
  private static Workplace director;

  @BeforeAll
  static void theDoorsOpen() {
    begun = Database.text("select clock_timestamp()::text");
    // The shelf is empty in the morning: what other tests left there would fill the list of what
    // waits to be handed over, which shows the 200 oldest.
    Database.change(
        "update dossier_paper p set originals = 0 from dossier d join unit b on b.id = d.branch_id"
            + " where p.dossier_id = d.id and d.dataset_id = 1 and b.code = 'cn-tay-ho'"
            + " and p.custody = 'KEPT' and p.originals > 0");
    clerk = new Workplace("tiepnhan.tayho");
    second = new Workplace("quay2.tayho");
    officer = new Workplace("chuyenvien.phuongtayho");
    director = new Workplace("giamdoc.tayho");
  }

  @AfterAll
  static void theDoorsClose() {
    for (Workplace desk : List.of(clerk, second, officer, director)) {
      desk.close();
    }
    CITIZENS.forEach(Visit::close);
  }

  @Test
  @Order(0)
  void theDayOpens() {
    Page due = clerk.open("/reminders");
    assertThat(due.locator("#due-now")).isVisible();
    due = director.open("/reminders");
    assertThat(due.locator("#at-risk")).isVisible();
    director.picture("opening-reminders");
    assertThat(officer.open("/worklist").locator("h1")).isVisible();

    Page day = clerk.open("/closing");
    day.locator("#find-counter").fill(DayMoney.COUNTER);
    Visit.again(day, () -> day.locator("form.filters button").click());
    assertThat(day.locator("#do-close-close")).isVisible();
    assertThat(day.locator(".notice.waiting")).hasCount(0);
    Page counter = clerk.open("/reception");
    assertThat(counter.locator("#branch option").first()).hasText("Chi nhánh Tây Hồ");
    assertThat(counter.locator("#branch")).containsText("Ki-ốt");
    assertThat(counter.locator("#receive")).isVisible();
    clerk.picture("opening-counter");
  }

  @Test
  @Order(1)
  void theCounterReceives() {
    for (String name :
        List.of("main", "refused", "stopped", "wrong", "withdrawn", "silent", "moved")) {
      OWNERS.put(name, PEOPLE.next());
      CODES.put(name, clerk.receive(OWNERS.get(name), "tinh trang hon nhan", MARRIAGE));
    }
    CODES.put("twice", second.receive(OWNERS.get("main"), "tinh trang hon nhan", MARRIAGE));
    assertThat(CODES.values()).doesNotHaveDuplicates();

    Page page = clerk.dossier(code("main"));
    page.locator("summary", new Page.LocatorOptions().setHasText("làm mất giấy")).click();
    page.locator("#reissue").click();
    assertThat(page.locator("#lost-receipt [role=alert]")).isVisible();
    page.locator("#lost-reason").fill("Bị ướt");
    page.locator("#reissue").click();
    assertThat(page.locator("[data-done]")).containsText("bản 2");
    clerk.picture("reissued");
    clerk.prints("01", page.locator("[data-done] a"));
  }

  @Test
  @Order(2)
  void whatCannotBeReceivedIsRefusedAtTheCounter() {
    Page page = second.open("/reception");
    second.fillIn(PEOPLE.next(), "tinh trang hon nhan", MARRIAGE);
    page.locator("[data-opens=refusal]").click();
    page.locator("#refusal [type=submit]").click();
    assertThat(page.locator("#refusal")).isVisible();
    page.locator("#refusal-reason").fill("Không thuộc phạm vi tiếp nhận của Chi nhánh");
    page.locator("#refusal [type=submit]").click();
    assertThat(page.locator("#done a")).isVisible();
    second.picture("refused-at-the-counter");
    second.prints("03", page.locator("#done a"));
  }

  /** The van's crew are clerks of the branch: it answers, the ward's code is given as always. */
  @Test
  @Order(2)
  void theVanReceivesForItsBranch() {
    InventedPerson person = PEOPLE.next();
    String code =
        second.receive(person, "tinh trang hon nhan", MARRIAGE, "Xe tiếp nhận lưu động số 1");
    assertThat(
            Database.text(
                "select b.code || ' ' || p.code || ' ' || split_part(v.receipt_code, '-2', 1)"
                    + " from dossier d join unit b on b.id = d.branch_id"
                    + " join dossier_intake i on i.dossier_id = d.id"
                    + " join visit v on v.id = i.visit_id join unit p on p.id = v.point_id"
                    + " where d.dataset_id = 1 and d.code = '"
                    + code
                    + "'"))
        .isEqualTo("cn-tay-ho xe-luu-dong-1 cn-tay-ho");
    assertThat(second.dossier(code).locator(".case-head"))
        .containsText("Chi nhánh Tây Hồ, Xe tiếp nhận lưu động số 1");
  }

  @Test
  @Order(2)
  void whatComesOnlineAndByPostIsAcceptedAskedAndRefused() throws IOException {
    String accepted = submit("ONLINE");
    Page page = clerk.open("/acceptance");
    theNewest(page).click();
    page.locator("#accept").click();
    CODES.put("online", Workplace.codeIn(page.locator(".notice.good").textContent()));
    assertThat(told(accepted).locator(".path li").first()).isVisible();

    String asked = submit("ONLINE");
    page = clerk.open("/acceptance");
    theNewest(page).click();
    assertThat(page.locator("#applicants-page")).isVisible();
    page.locator("summary", new Page.LocatorOptions().setHasText("Yêu cầu chỉnh sửa")).click();
    page.locator("#items").fill("Tờ khai có chữ ký\nẢnh chụp căn cước rõ hơn");
    page.locator("#edit-reason").fill("Ảnh mờ, không đọc được");
    page.locator("#ask").click();
    assertThat(page.locator(".notice.good")).containsText("yêu cầu chỉnh sửa");
    clerk.prints("02-submission", page.locator("#print-form"));
    assertThat(told(asked).locator(".stage")).containsText("chữ ký");

    String refused = submit("POST");
    page = clerk.open("/acceptance");
    theNewest(page).click();
    page.locator("summary", new Page.LocatorOptions().setHasText("Từ chối tiếp nhận")).click();
    page.locator("#refuse-reason").fill("Thủ tục này do nơi khác giải quyết");
    page.locator("#refuse").click();
    assertThat(page.locator(".notice.good")).containsText("từ chối");
    clerk.prints("03-submission", page.locator("#print-form"));
    assertThat(told(refused).locator(".stage")).containsText("nơi khác giải quyết");
  }

  @Test
  @Order(3)
  void papersGoToTheWardOnOneSlip() {
    Page page = clerk.open("/handover");
    for (String name : List.of("main", "refused", "stopped")) {
      page.locator("input[name=pick][value='" + code(name) + "']").check();
    }
    clerk.picture("handover-list");
    page.locator("#gather").click();
    assertThat(page.locator("#slip-heading")).isVisible();
    assertThat(page.locator("table.grid tbody tr")).hasCount(3);
    clerk.prints("slip", page.locator("a[href*='/handover-slips/']"));
    page.locator("#send").click();
    assertThat(page.locator("#send")).hasCount(0);
    String slip = page.url().replaceAll(".*slip=(\\d+).*", "$1");

    page = officer.open("/handover?slip=" + slip);
    page.locator("#receive").click();
    assertThat(page.locator("#receive")).hasCount(0);
    officer.picture("handover-received");
  }

  @Test
  @Order(4)
  void theWardWorksAndSendsBackWhatIsNotInOrder() {
    String code = code("main");
    officer.does(code, TAKE);
    officer.does(code, STEP_BACK, "reason", "Chưa ký vào phiếu bàn giao");
    director.does(code, ASSIGN, "assignee", "quay2.tayho");
    second.does(code, COMPLETE);
    officer.does(code, COMPLETE);

    officer.does(code, PROPOSE_SUPPLEMENT, "items", "Ảnh 4x6", "reason", "Thiếu");
    clerk.does(code, DECLINE_PROPOSAL, "reason", "Đã có trong kho dữ liệu");
    officer.does(code, PROPOSE_SUPPLEMENT, "items", "Quyết định ly hôn", "reason", "Thiếu");
    clerk.does(
        code, REQUEST_SUPPLEMENT, "items", "Quyết định ly hôn", "reason", "Thiếu theo quy định");
    clerk.prints("02", clerk.dossier(code).locator("a[href*='/forms/02']"));
    clerk.does(code, ANSWER_SUPPLEMENT);
    clerk.does(
        code,
        REQUEST_SUPPLEMENT,
        "items",
        "Quyết định ly hôn",
        "reason",
        "Bản đã nộp thiếu trang 2",
        "recheck",
        "true");
    clerk.does(code, ANSWER_SUPPLEMENT);

    officer.does(code, PAUSE, "reason", "Chờ nơi cư trú cũ trả lời", "document", "12/XM");
    officer.does(code, RESUME);
    officer.does(code, AWAIT_PAYMENT, "reason", "Lệ phí", "document", "5/TB, 20/11/2026");
    officer.does(code, RESUME);
    officer.does(
        code, ASK_OPINION, "askedOf", "Công an phường", "question", "Nơi ở hiện nay", "days", "2");
    officer.does(code, ANSWER_OPINION, "reason", "Đúng như khai");
    officer.does(
        code,
        EXTEND,
        "reason",
        "Phải xác minh thêm",
        "newDay",
        LocalDate.now(CITY).plusDays(30).toString(),
        "newTime",
        "16:00",
        "signerTitle",
        "Chủ tịch",
        "signer",
        "Lê Văn B");
    officer.prints("04", officer.dossier(code).locator("a[href*='/forms/04']"));
    clerk.does(
        code,
        CHANGE_PARTY,
        "kind",
        "RENAMED",
        "relation",
        "OWNER",
        "fullName",
        OWNERS.get("main").fullName() + " Mới",
        "reason",
        "Cải chính hộ tịch",
        "document",
        "3/QĐ-UBND");
    officer.picture("dossier");
  }

  @Test
  @Order(5)
  void resultsAreRecordedCorrectedAndGiven() {
    String code = code("main");
    finish(code);
    clerk.does(code, NOTE_RESULT, "kind", "REMINDED", "reason", "Đã gọi điện");
    clerk.does(code, REPORT_ERROR, "reason", "Sai năm sinh");
    officer.does(code, CORRECT_RESULT, RESULT);
    String number = OWNERS.get("main").nationalId();
    clerk.gives(code, number.substring(number.length() - 4), Map.of());
    clerk.prints("06", clerk.dossier(code).locator("a[href*='/forms/06']"));
    clerk.proves(code, "SIGNED_SLIP");
    clerk.picture("dossier-proof");

    Page done = clerk.open("/return?q=" + code);
    assertThat(done.locator(".notice.waiting")).isVisible();
    String refused = code("refused");
    officer.does(
        refused,
        REFUSE,
        "reason",
        "Không đủ điều kiện",
        "number",
        "78/UBND",
        "signedOn",
        LocalDate.now(CITY).toString(),
        "signer",
        "Bà Trần A");
    clerk.gives(refused, "", Map.of("channel", "POST", "receivedBy", "EB123456789VN"));
    rateBadly(refused);
    clerk.proves(refused, "POST_CONFIRMATION");

    String online = code("online");
    finish(online);
    clerk.gives(online, "", Map.of("channel", "ELECTRONIC", "receivedBy", "Kho dữ liệu cá nhân"));
    rate(online);
  }

  @Test
  @Order(5)
  void feesArePaidExemptedAndGivenBack() {
    DayMoney money = new DayMoney(clerk, director);
    money.paid(code("withdrawn"));
    money.exempted(code("stopped"));
    money.givenBack(code("withdrawn"));
  }

  @Test
  @Order(5)
  void aCopyIsCertified() {
    Page page = clerk.open("/certification");
    page.locator("#requester").fill(PEOPLE.next().fullName());
    page.locator("#title").fill("Bằng tốt nghiệp đại học");
    page.locator("#pages").fill("3");
    page.locator("#copies").fill("2");
    assertThat(page.locator("#fee")).containsText("10.000");
    page.locator("#certify").click();
    assertThat(page.locator(".notice.good .total")).containsText("-SCT/BS");
    clerk.picture("certified");
  }

  @Test
  @Order(6)
  void whatEndsWithoutAResultEndsWithItsForm() {
    String stopped = code("stopped");
    officer.does(stopped, STOP, "reason", "Người nộp đã có giấy này");
    officer.prints("05", officer.dossier(stopped).locator("a[href*='/forms/05']"));
    director.does(stopped, REOPEN, "reason", "Dừng nhầm hồ sơ");
    director.does(stopped, CORRECT_ENTRY, "channel", "POST", "reason", "Nhận từ bưu tá");
    officer.does(stopped, TAKE);

    clerk.does(code("withdrawn"), WITHDRAW, "reason", "Theo đơn của người nộp");
    clerk.does(code("wrong"), CONVERT, "procedure", "1.001193", "reason", "Nghe nhầm yêu cầu");
    clerk.does(code("twice"), CLOSE_DUPLICATE, "other", code("main"), "reason", "Nộp hai quầy");

    String silent = code("silent");
    clerk.does(silent, REQUEST_SUPPLEMENT, "items", "Căn cước", "reason", "Thiếu");
    // The only time that a day cannot live through.
    Database.change(
        "update supplement_request set answer_by = now() - interval '1 day' where dossier_id ="
            + " (select id from dossier where dataset_id = 1 and code = '"
            + silent
            + "')");
    clerk.does(silent, CLOSE_UNANSWERED, "reason", "Quá 15 ngày không bổ sung");
  }

  @Test
  @Order(7)
  void anotherWardBecomesCompetent() {
    try (Workplace administrator = new Workplace("quantri")) {
      Page page = administrator.open("/moves");
      page.locator("#toUnit").selectOption("Phường Cầu Giấy");
      page.locator("#document").fill("12/QĐ-UBND, 20/11/2026");
      page.locator("#codes").fill(code("moved"));
      page.locator("#preview").click();
      assertThat(page.locator("table.grid tbody tr")).hasCount(1);
      page.locator("#document").fill("12/QĐ-UBND, 20/11/2026");
      page.locator("#apply").click();
      assertThat(page.locator(".notice.good")).isVisible();
    }
  }

  @Test
  @Order(8)
  void anOutageIsDeclaredAndEnteredAfterwards() {
    LocalDateTime end = LocalDateTime.now(CITY).truncatedTo(ChronoUnit.MINUTES);
    Page page = director.open("/outage");
    page.locator("#agency").selectOption("Phường Tây Hồ");
    // A code is of the day of what it stands for: shortly after midnight, of yesterday.
    LocalDateTime received = end.minusMinutes(2);
    page.locator("#on").fill(received.toLocalDate().toString());
    page.locator("#reserve").click();
    assertThat(page.locator(".notice.good")).isVisible();
    // Others may have kept codes for other agencies before.
    String reserved =
        page.locator("table.grid tbody tr:has-text('Phường Tây Hồ'):has-text('chưa') th")
            .first()
            .textContent();
    page.locator("#from").fill(end.minusMinutes(4).toString());
    page.locator("#to").fill(end.toString());
    page.locator("#reason").fill("Mất điện");
    Visit.again(page, () -> page.locator("#declare").click());
    assertThat(page.locator(".notice.good")).isVisible();
    assertThat(page.locator("ul.papers")).containsText("Mất điện");

    Page counter = clerk.open("/reception?outage=true");
    InventedPerson person = PEOPLE.next();
    counter.locator("#outage-code").fill(reserved);
    counter.locator("#outage-at").fill(received.toString());
    clerk.fillIn(person, "tinh trang hon nhan", MARRIAGE);
    counter.waitForPopup(() -> counter.locator("#receive").click()).close();
    assertThat(counter.locator("#done .codes")).containsText(reserved);
  }

  /** On a process with parallel opinions and a hand-over, in the dataset for trying the counter. */
  @Test
  @Order(8)
  void twoBodiesHaveADossierAtOnce() {
    CounterDossiers counter = CounterDossiers.connect();
    String asked = counter.branching(Duration.ofDays(1), Duration.ofDays(9));
    String unanswered = counter.branching(Duration.ofDays(1), Duration.ofDays(9));
    try (Workplace department = new Workplace("chuyenvien.tuphap", "quay-thu");
        Workplace elsewhere = new Workplace("tiepnhan.caugiay", "quay-thu")) {
      department.completes(asked, "0");
      elsewhere.does(asked, GIVE_OPINION, "reason", "Đã xác minh, đúng nơi cư trú");
      department.does(asked, COMPLETE);
      elsewhere.does(asked, RETURN_HANDOVER, "reason", "Sổ gốc không lưu ở đây");

      department.completes(unanswered, "0");
      // The other body lets its time pass.
      Database.change(
          "update dossier_task t set due_at = now() - interval '1 hour' from dossier d"
              + " where d.id = t.dossier_id and t.kind = 'CONSULTATION' and d.code = '"
              + unanswered
              + "'");
      department.does(unanswered, WAIVE_OPINION, "reason", "Quá hạn, hồ sơ đủ căn cứ");
    }
  }

  @Test
  @Order(9)
  void theOfficeTakesInAnOldLog() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/imports");
      ImportScreen.upload(page, CaseTable.EXAMPLE, CaseTable.of(30));
      ImportScreen.awaitEnd(page, "Đã nhập");
    }
  }

  @Test
  @Order(10)
  void theDayIsClosedWithItsRegister() {
    Page page = director.open("/worklist");
    page.locator("details.register summary").click();
    director.picture("register");
    String branch = page.locator("#register-branch").inputValue();
    String today = LocalDate.now(CITY).toString();
    director.prints(
        "07", "/api/v1/registers?branch=%s&from=%s&to=%s".formatted(branch, today, today));

    Page closing = clerk.open("/closing");
    closing.locator("#find-counter").fill("Quầy " + System.nanoTime());
    Visit.again(closing, () -> closing.locator("form.filters button").click());
    closing.locator("#close-cash").fill("0");
    closing.locator("#close-shelf").fill("A3");
    closing.locator("#close-bagSeal").fill("NP-18");
    closing.locator("#close-reason").fill("Không thu tiền mặt");
    closing.locator("#do-close-close").click();
    clerk.prints("closing", closing.locator("a[href*='/closings/']"));
  }

  @Test
  @Order(10)
  void theAuditorLooksAndChangesNothing() {
    try (Workplace auditor = new Workplace("kiemtra")) {
      Page page = auditor.dossier(code("main"));
      assertThat(page.locator("#complete, #take, .menu, #attach-proof")).hasCount(0);
      assertThat(page.locator("#proofs")).containsText("Phiếu ký nhận");
      assertThat(page.locator("#clocks-heading")).isVisible();
      assertThat(page.locator("main")).not().containsText(OWNERS.get("main").nationalId());
      assertThat(page.locator("dl.persons").first())
          .not()
          .containsText(OWNERS.get("main").fullName());
      auditor.picture("auditor");
      assertThat(auditor.open("/ratings?over=true").locator("table.grid"))
          .containsText(code("refused"));
      assertThat(auditor.open("/board").locator("h1")).isVisible();
      String checked = page.request().get(Visit.address("/api/v1/audit/verification")).text();
      assertThat(checked).as("the chain of seals").contains("{");
    }
  }

  @Test
  @Order(11)
  void nothingThatADossierKnowsWasLeftOut() {
    assertThat(Workplace.done()).containsExactlyInAnyOrder(DossierAction.values());
    List<String> lived =
        List.of(
            Database.text(
                    "select string_agg(distinct kind, ' ') from dossier_transition"
                        + " where recorded_at >= '"
                        + begun
                        + "'")
                .split(" "));
    assertThat(lived)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(TransitionKind.values()).map(Enum::name).toList());
  }

  private static void finish(String code) {
    while (officer.dossier(code).locator("#complete").count() > 0) {
      officer.does(code, COMPLETE);
    }
    officer.does(code, RECORD_RESULT, RESULT);
  }

  /** Two is asked why; the director follows it up. */
  private static void rateBadly(String code) {
    String tablet = clerk.page().locator("a[href*='/rate']").first().getAttribute("href");
    try (Visit citizen = Visit.byNobody("vi", 390, ColorScheme.LIGHT)) {
      Page page = citizen.page();
      page.navigate(tablet.startsWith("http") ? tablet : Visit.address(tablet));
      page.locator("input[name=e1][value='2']").check();
      page.locator("input[name=e3][value='5']").check();
      page.locator("#send").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("input[name=e1][value='2']")).isChecked();
      citizen.picture("day-rate-why");
      page.locator("#comment").fill("Phải chờ hai giờ mà không ai báo");
      page.locator("#send").click();
      assertThat(page.locator("h1")).hasText("Cảm ơn bạn đã đánh giá");
    }
    Page page = director.open("/ratings");
    page.locator("a", new Page.LocatorOptions().setHasText(code)).click();
    assertThat(page.locator("#one")).hasText(code);
    assertThat(page.locator("main")).containsText("Phải chờ hai giờ");
    page.locator("#do-take-take").click();
    assertThat(page.locator(".notice.good")).isVisible();
    page = director.open("/ratings");
    page.locator("a", new Page.LocatorOptions().setHasText(code)).click();
    page.locator("#close-outcome").fill("Đã gọi xin lỗi, mở thêm quầy giờ cao điểm");
    page.locator("#do-close-close").click();
    assertThat(page.locator(".notice.good")).isVisible();
    director.picture("follow-up-closed");
  }

  private static void rate(String code) {
    String tablet = clerk.page().locator("a[href*='/rate']").first().getAttribute("href");
    try (Visit citizen = Visit.byNobody("vi", 390, ColorScheme.LIGHT)) {
      Page page = citizen.page();
      page.navigate(tablet.startsWith("http") ? tablet : Visit.address(tablet));
      page.locator("input[name=e1][value='5']").check();
      page.locator("input[name=e3][value='5']").check();
      page.locator("#send").click();
      assertThat(page.locator("h1")).hasText("Cảm ơn bạn đã đánh giá");
    }
  }

  /** The applicant's page of a token, on a telephone. */
  private static Page told(String token) {
    Visit citizen = Visit.byNobody("vi", 390, ColorScheme.LIGHT);
    CITIZENS.add(citizen);
    Page page = citizen.open("/track?t=" + token);
    citizen.picture("day-track-" + CITIZENS.size());
    return page;
  }

  private static com.microsoft.playwright.Locator theNewest(Page page) {
    return page.locator("table.grid tbody th a").last();
  }

  private static String code(String name) {
    return CODES.get(name);
  }

  /** Through the door for other systems; answers the token of the applicant's page. */
  private static String submit(String channel) throws IOException {
    ByteArrayOutputStream scan = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", scan);
    InventedPerson person = PEOPLE.next();
    long branch =
        Database.number("select id from unit where code = 'cn-tay-ho' and valid_to = 'infinity'");
    long commune =
        Database.number("select id from unit where code = '00103' and valid_to = 'infinity'");
    JsonNode answer =
        Api.administrator()
            .post(
                "api/v1/submissions?branch=" + branch,
                BodyPublishers.ofString(
                    """
                    {"sourceSystem": "DVCQG", "externalId": "%s", "channel": "%s",
                     "procedure": "1.004873", "submittedAt": "%s", "communeId": %d,
                     "owner": {"fullName": "%s", "nationalId": "%s", "phone": "%s",
                       "communeId": %d},
                     "answers": {"du-lieu-dan-cu": true},
                     "papers": [{"component": "to-khai", "fileName": "to-khai.png", "content": "%s"}]}"""
                        .formatted(
                            UUID.randomUUID(),
                            channel,
                            Instant.now(),
                            commune,
                            person.fullName(),
                            person.nationalId(),
                            person.phone(),
                            commune,
                            Base64.getEncoder().encodeToString(scan.toByteArray()))),
                "application/json")
            .json();
    assertThat(answer.has("token")).as(answer.toString()).isTrue();
    return answer.get("token").asText();
  }
}
