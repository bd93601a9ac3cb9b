package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.Until;

/** A clerk digitises the papers of a dossier, and follows where its originals lie. */
class PapersJourneyIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String FORM = "Tờ khai cấp giấy xác nhận tình trạng hôn nhân";
  private static final String DIVORCE = "Quyết định ly hôn";
  private static final String RESIDENCE = "Xác nhận nơi cư trú";
  private static final String FORMER = "Giấy xác nhận đã cấp lần trước";

  private static Workplace clerk;
  private static String code;

  @BeforeAll
  static void aDossierWithFourPapersIsReceived() throws IOException {
    clerk = new Workplace("tiepnhan.tayho");
    Page page = clerk.open("/reception");
    clerk.fillIn(new ShortLife().nextPerson(), ShortLife.TYPED, ShortLife.TITLE);
    for (String other : new String[] {DIVORCE, RESIDENCE, FORMER}) {
      int rows = page.locator("#papers .other-name").count();
      page.locator("#other-paper").click();
      assertThat(page.locator("#papers .other-name")).hasCount(rows + 1);
      page.locator("#papers .other-name input").last().fill(other);
    }
    Locator first = page.locator("#papers .paper").filter(with(FORM));
    first.locator("input[type=file]").setInputFiles(scan("to-khai.png"));
    assertThat(first.locator(".file a")).isVisible();
    page.waitForPopup(() -> page.locator("#receive").click()).close();
    assertThat(page.locator("#done")).containsText("Đã tiếp nhận");
    code = Workplace.codeIn(page.locator("#done .codes").textContent());
  }

  @AfterAll
  static void theDeskIsLeft() {
    clerk.close();
  }

  @Test
  void aPaperIsDescribedAndConfirmed() {
    open();
    String id = idOf(FORM);
    assertThat(paper(FORM).locator("a[href*='/reception/files/']")).isVisible();
    unfold(FORM, "describe");
    field("identifier", id).fill("TK-01");
    field("summary", id).fill("Tờ khai có chữ ký của người nộp");
    press(FORM, "describe");
    // Neither a last day nor that there is none: refused, and nothing has to be typed again.
    assertThat(clerk.page().locator("[data-errors]")).isVisible();
    assertThat(field("identifier", id)).isVisible();
    assertThat(field("identifier", id)).hasValue("TK-01");
    assertThat(field("summary", id)).hasValue("Tờ khai có chữ ký của người nộp");
    field("scope", id).fill("Thành phố Hà Nội");
    clerk.page().locator("#term-" + id).check();
    press(FORM, "describe");
    said("Đã ghi thông tin số hóa của giấy tờ.");
    assertThat(paper(FORM)).containsText("Chưa số hóa");
    assertThat(clerk.page().locator("#term-" + id)).isChecked();
    accessible();

    // The form stands open for what comes next.
    press(FORM, "confirm");
    said("Đã xác nhận bản số hóa đúng với bản giấy.");
    assertThat(paper(FORM)).not().containsText("Chưa số hóa");
    assertThat(
            Database.text(
                "select concat_ws('|', p.file_id is not null, h.digitised, h.confirmed_by,"
                    + " h.identifier, h.abstract, h.scope, h.no_term) from dossier_paper p"
                    + " join digital_paper h on h.paper_id = p.id where p.id = "
                    + id))
        .isEqualTo("t|t|tiepnhan.tayho|TK-01|Tờ khai có chữ ký của người nộp|Thành phố Hà Nội|t");
    recorded(id, "paper.describe paper.confirm");
    clerk.picture("papers-confirmed");
  }

  @Test
  void aScanThatTheCounterDidNotMakeIsAddedLater() throws IOException {
    open();
    String id = idOf(DIVORCE);
    unfold(DIVORCE, "describe");
    press(DIVORCE, "confirm");
    assertThat(clerk.page().locator("[data-errors]")).isVisible();

    clerk.page().locator("#scan-" + id).setInputFiles(scan("ly-hon.png"));
    field("type", id).fill("QD-LH");
    field("holder", id).fill("Nguyễn Thị Thử");
    field("year", id).fill("1990");
    field("issued", id).fill("2020-05-11");
    field("issuer", id).fill("Tòa án nhân dân quận Tây Hồ");
    field("scope", id).fill("Toàn quốc");
    clerk.page().locator("#term-" + id).check();
    press(DIVORCE, "describe");
    // Refused for want of a summary; the scan was kept and is not asked for again.
    assertThat(clerk.page().locator("[data-errors]")).isVisible();
    assertThat(field("issuer", id)).hasValue("Tòa án nhân dân quận Tây Hồ");
    field("summary", id).fill("Công nhận thuận tình ly hôn");
    press(DIVORCE, "describe");
    said("Đã ghi thông tin số hóa của giấy tờ.");
    assertThat(paper(DIVORCE).locator("a[href*='/reception/files/']")).isVisible();
    press(DIVORCE, "confirm");
    said("Đã xác nhận bản số hóa đúng với bản giấy.");
    assertThat(
            Database.text(
                "select concat_ws('|', f.name, h.digitised, h.birth_year, h.issued_on)"
                    + " from dossier_paper p join digital_paper h on h.paper_id = p.id"
                    + " join stored_file f on f.id = p.file_id where p.id = "
                    + id))
        .isEqualTo("ly-hon.png|t|1990|2020-05-11");
    recorded(id, "paper.attach paper.describe paper.confirm");
  }

  @Test
  void whatIsHeldElsewhereIsTakenFromThereWithItsBasis() {
    open();
    String store = idOf(RESIDENCE);
    unfold(RESIDENCE, "describe");
    field("source", store).fill("Kho dữ liệu điện tử, số 12345");
    press(RESIDENCE, "take-from-store");
    assertThat(clerk.page().locator("[data-errors]")).isVisible();
    assertThat(field("source", store)).isVisible();
    assertThat(field("source", store)).hasValue("Kho dữ liệu điện tử, số 12345");
    field("basis", store).fill("Khoản 1 Điều 5 NĐ 118/2025/NĐ-CP");
    press(RESIDENCE, "take-from-store");
    said("Đã ghi giấy tờ lấy từ kho dữ liệu.");
    assertThat(paper(RESIDENCE)).containsText("Lấy từ kho dữ liệu");

    String result = idOf(FORMER);
    unfold(FORMER, "describe");
    field("source", result).fill("KQ.G15.000038");
    field("basis", result).fill("Khoản 1 Điều 5 NĐ 118/2025/NĐ-CP");
    press(FORMER, "replace-by-result");
    said("Đã ghi giấy tờ được thay bằng kết quả đã có.");
    assertThat(paper(FORMER)).containsText("Thay bằng kết quả KQ.G15.000038");
    assertThat(
            Database.text(
                "select string_agg(concat_ws('|', national_store, source, replaced_by_result,"
                    + " legal_basis), ' / ' order by paper_id) from digital_paper where paper_id in ("
                    + store
                    + ", "
                    + result
                    + ")"))
        .isEqualTo(
            "t|Kho dữ liệu điện tử, số 12345||Khoản 1 Điều 5 NĐ 118/2025/NĐ-CP"
                + " / f||KQ.G15.000038|Khoản 1 Điều 5 NĐ 118/2025/NĐ-CP");
    recorded(store, "paper.take-from-store");
    recorded(result, "paper.replace-by-result");
  }

  @Test
  void anOriginalIsShelvedLostFoundAndGivenBack() {
    open();
    String id = idOf(FORM);
    assertThat(paper(FORM)).containsText("Bản gốc: đang giữ");
    move("shelve", id, "Kệ B2");
    said("Đã ghi nơi để bản chính.");
    assertThat(paper(FORM).locator(".facts")).containsText("Kệ B2");

    unfold(FORM, "report-lost");
    press(FORM, "report-lost");
    assertThat(clerk.page().locator("[data-errors]")).isVisible();
    assertThat(field("place", id)).isVisible();
    field("place", id).fill("Không thấy khi kiểm kê kệ B2");
    press(FORM, "report-lost");
    said("Đã ghi bản chính thất lạc.");
    assertThat(paper(FORM)).containsText("Bản gốc: thất lạc");
    assertThat(paper(FORM).locator("[data-do=give-back]")).hasCount(0);

    move("report-found", id, "Kệ C1");
    said("Đã ghi bản chính đã tìm thấy.");
    assertThat(paper(FORM).locator(".facts")).containsText("Kệ C1");

    move("give-back", id, "Chủ hồ sơ, ký nhận tại quầy 1");
    said("Đã ghi việc trả lại bản chính.");
    assertThat(paper(FORM)).containsText("Bản gốc: đã trả");
    assertThat(paper(FORM).locator("[data-do=shelve], [data-do=report-lost]")).hasCount(0);
    assertThat(
            Database.text(
                "select string_agg(concat_ws(':', kind, shelf || note), ', ' order by sequence)"
                    + " from paper_movement where paper_id = "
                    + id))
        .isEqualTo(
            "SHELVED:Kệ B2, LOST:Không thấy khi kiểm kê kệ B2, FOUND:Kệ C1,"
                + " RETURNED:Chủ hồ sơ, ký nhận tại quầy 1");
    assertThat(Database.text("select state from paper_custody where paper_id = " + id))
        .isEqualTo("RETURNED");
    recorded(id, "paper.shelved paper.lost paper.found paper.returned");
    accessible();
    clerk.picture("papers-original");
  }

  private static void open() {
    clerk.open("/papers?code=" + code);
    for (String name : new String[] {FORM, DIVORCE, RESIDENCE, FORMER}) {
      assertThat(paper(name)).isVisible();
    }
  }

  private static Locator paper(String name) {
    return clerk.page().locator("section[data-paper]:has(h3:text-is('" + name + "'))");
  }

  private static String idOf(String name) {
    return paper(name).getAttribute("data-paper");
  }

  private static Locator field(String name, String paper) {
    return clerk.page().locator("#" + name + "-" + paper);
  }

  private static void unfold(String name, String deed) {
    Locator fold = paper(name).locator("details:has([data-do=" + deed + "])");
    if (fold.getAttribute("open") == null) {
      fold.locator("summary").click();
    }
  }

  private static void press(String name, String deed) {
    paper(name).locator("[data-do=" + deed + "]").click();
  }

  private static void move(String deed, String paper, String place) {
    unfold(FORM, deed);
    field("place", paper).fill(place);
    press(FORM, deed);
  }

  private static void said(String words) {
    assertThat(clerk.page().locator(".notice.good")).hasText(words);
    assertThat(clerk.page()).hasURL(Pattern.compile(".*/papers\\?done=.*"));
  }

  /** What the journal has of a paper, in whatever order the tests of this class come. */
  private static void recorded(String paper, String actions) {
    Until.is(
        SOON,
        () ->
            Database.text(
                "select coalesce(string_agg(action, ' ' order by id), '') from audit_entry"
                    + " where login = 'tiepnhan.tayho' and details ->> 'paper' = '"
                    + paper
                    + "'"),
        seen -> seen.contains(actions));
  }

  private static void accessible() {
    assertThat(new AxeBuilder(clerk.page()).withTags(PagesIT.RULES).analyze().getViolations())
        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static FilePayload scan(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out);
    return new FilePayload(name, "image/png", out.toByteArray());
  }
}
