package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.identity.InventedPeople;
import vn.motcua.identity.InventedPerson;
import vn.motcua.it.running.Account;
import vn.motcua.it.running.Api;

/** The counter, as its clerk meets it. */
class ReceptionIT {

  /** The seed of the demonstration's population. */
  private static final InventedPeople POPULATION = new InventedPeople(20_250_701L);

  private static final InventedPerson CITIZEN = POPULATION.next();
  private static final InventedPerson OTHER_CITIZEN = POPULATION.next();

  @Test
  void aFrequentProcedureTakesFewFieldsAndTheKeyboardOnly() {
    try (Visit visit = Visit.as("tiepnhan.tayho")) {
      Page page = visit.open("/reception");
      assertThat(page.locator("#owner-nationalId")).isFocused();
      Keys keys = new Keys(page);

      keys.field(CITIZEN.nationalId());
      assertThat(page.locator("#owner-fullName")).hasValue(CITIZEN.fullName());
      keys.chord("Enter");
      assertThat(page.locator("#procedure")).isFocused();
      keys.type("trich luc ho tich");
      assertThat(page.locator("#procedure-list [aria-selected=true]"))
          .containsText("Cấp bản sao Trích lục hộ tịch");
      keys.chord("Enter");
      assertThat(page.locator("#paper-to-khai")).isVisible();
      keys.chord("Alt+g");
      visit.picture("reception-filled-1440");
      Page receipt = page.waitForPopup(() -> keys.chord("Control+Enter"));

      assertThat(page.locator("#done")).containsText("Đã tiếp nhận");
      receipt.waitForCondition(() -> receipt.url().contains("/receipt"));
      APIResponse pdf = page.request().get(receipt.url());
      assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
      assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      assertThat(keys.count()).as("fields and chords").isLessThanOrEqualTo(12);
      assertThat(page.locator("#owner-nationalId")).hasValue("");
      assertThat(page.locator("#owner-nationalId")).isFocused();
      assertThat(visit.complaints()).isEmpty();
      visit.picture("reception-done-1440");
    }
  }

  /** An answer of the server that comes between pressing and letting go moves no button. */
  @Test
  void aPressMeetsItsButtonWhateverArrivesMeanwhile() {
    try (Visit visit = Visit.as("tiepnhan.tayho")) {
      Page page = visit.open("/reception");
      page.locator("#owner-nationalId").fill(CITIZEN.nationalId());
      assertThat(page.locator("#owner-fullName")).hasValue(CITIZEN.fullName());
      choose(page, "trich luc ho tich", "Cấp bản sao Trích lục hộ tịch");
      page.locator("#all-kept").click();

      BoundingBox button = page.locator("#receive").boundingBox();
      page.mouse().move(button.x + button.width / 2, button.y + button.height / 2);
      page.mouse().down();
      page.locator("#other-paper")
          .evaluate("other => { for (let i = 0; i < 3; i++) other.click(); }");
      page.evaluate("document.getElementById('questions').replaceChildren()");
      assertThat(page.locator("#papers .paper")).hasCount(4);
      page.mouse().up();

      assertThat(page.locator("#problems, #done").filter(shown())).hasCount(1);
    }
  }

  /** What is known of a person may arrive while the clerk stands in the field that it fills. */
  @Test
  void whatIsTypedTakesThePlaceOfWhatArrivesInTheSameField() {
    try (Visit visit = Visit.as("tiepnhan.tayho")) {
      Page page = visit.open("/reception");
      List<Route> held = new ArrayList<>();
      page.route("**/reception/people/" + CITIZEN.nationalId(), held::add);
      page.locator("#owner-nationalId").fill(CITIZEN.nationalId());
      page.locator("#owner-fullName").focus();
      page.waitForCondition(() -> !held.isEmpty());
      held.getFirst().resume();
      assertThat(page.locator("#owner-fullName")).hasValue(CITIZEN.fullName());
      page.keyboard().insertText("Nguyễn Văn Khác");
      assertThat(page.locator("#owner-fullName")).hasValue("Nguyễn Văn Khác");
    }
  }

  private static Locator.FilterOptions shown() {
    return new Locator.FilterOptions().setVisible(true);
  }

  @Test
  void aMistakeKeepsWhatWasTypedAndTheFocusGoesThere() {
    try (Visit visit = Visit.as("tiepnhan.tayho")) {
      Page page = visit.open("/reception");
      page.locator("#owner-nationalId").fill("00119012345");
      page.locator("#owner-fullName").fill("Nguyễn Thị Thử");
      choose(page, "khai sinh", "Đăng ký khai sinh");

      page.locator("#receive").click();

      assertThat(page.locator("#problems")).containsText("12 chữ số");
      assertThat(page.locator("#owner-nationalId")).isFocused();
      assertThat(page.locator("#owner-nationalId")).hasValue("00119012345");
      assertThat(page.locator("#owner-fullName")).hasValue("Nguyễn Thị Thử");
      visit.picture("reception-mistakes-1440");

      page.locator("#owner-nationalId").fill("001190123456");
      page.locator("#owner-communeId").selectOption("Phường Tây Hồ");
      page.locator("#receive").click();
      assertThat(page.locator("#paper-to-khai")).hasClass(java.util.regex.Pattern.compile("wrong"));
      page.locator("#all-kept").click();
      page.waitForPopup(() -> page.locator("#receive").click());
      assertThat(page.locator("#done")).containsText("Đã tiếp nhận");
    }
  }

  @Test
  void aDraftOutlivesTheWindow() {
    String name = "Trần Văn Nháp " + System.nanoTime();
    try (Visit visit = Visit.as("tiepnhan.tayho")) {
      Page page = visit.open("/reception");
      page.locator("#owner-fullName").fill(name);
      // What was kept of the name alone is not the draft that is looked for.
      page.waitForResponse(
          answer ->
              answer.ok()
                  && answer.request().method().equals("PUT")
                  && answer.request().postData().contains("Chứng thực bản sao từ bản chính"),
          () -> choose(page, "chung thuc ban sao", "Chứng thực bản sao từ bản chính"));
      assertThat(page.locator("#saved")).containsText("Đã lưu nháp");
    }
    try (Visit visit = Visit.as("tiepnhan.tayho")) {
      Page page = visit.open("/reception");
      page.locator("#drafts summary").click();
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name + " –").setExact(false))
          .first()
          .click();
      assertThat(page.locator("#owner-fullName")).hasValue(name);
      assertThat(page.locator("#procedure")).hasValue("Chứng thực bản sao từ bản chính");
      assertThat(page.locator("#paper-ban-chinh")).isVisible();
    }
  }

  @Test
  void twoOwnersAndAReceiptPutRight() {
    try (Visit visit = Visit.as("tiepnhan.tayho")) {
      Page page = visit.open("/reception");
      page.locator("#owner-nationalId").fill(CITIZEN.nationalId());
      assertThat(page.locator("#owner-fullName")).hasValue(CITIZEN.fullName());
      page.locator("#owner-more").click();
      assertThat(page.locator("#owners li"))
          .hasText(java.util.regex.Pattern.compile(CITIZEN.fullName()));
      page.locator("#owner-nationalId").fill(OTHER_CITIZEN.nationalId());
      assertThat(page.locator("#owner-fullName")).hasValue(OTHER_CITIZEN.fullName());
      page.locator("#owner-communeId").selectOption("Phường Tây Hồ");
      choose(page, "tinh trang hon nhan", "Cấp Giấy xác nhận tình trạng hôn nhân");
      page.locator("#all-kept").click();
      visit.picture("reception-two-owners-1440");
      page.waitForPopup(() -> page.locator("#receive").click());
      assertThat(page.locator("#done")).containsText("Đã tiếp nhận");
      assertThat(page.locator("#owners li")).hasCount(0);

      page.locator("#done [data-correct]").click();
      assertThat(page.locator("h1")).hasText("Đính chính giấy tiếp nhận");
      page.locator("[name='OWNER.phone']").fill("abc");
      page.locator("#reason").fill("Ghi sai số điện thoại");
      page.locator("#correct").click();
      assertThat(page.locator("[data-errors]")).isVisible();
      assertThat(page.locator("#reason")).hasValue("Ghi sai số điện thoại");
      page.locator("[name='OWNER.phone']").fill("0987654321");
      page.locator("#correct").click();
      assertThat(page.locator(".notice.good")).containsText("bản 2");
      assertThat(page.locator("[name='OWNER.phone']")).hasValue("0987654321");
      assertThat(page.locator("[name='OWNER.fullName']")).hasValue(CITIZEN.fullName());
      visit.picture("receipt-corrected-1440");
      assertThat(new AxeBuilder(page).withTags(PagesIT.RULES).analyze().getViolations()).isEmpty();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void oneVisitMayHaveManyDossiers() {
    try (Visit visit = Visit.as("tiepnhan.caugiay")) {
      Page page = visit.open("/reception");
      page.locator("#owner-nationalId").fill(CITIZEN.nationalId());
      assertThat(page.locator("#owner-fullName")).hasValue(CITIZEN.fullName());
      choose(page, "khai sinh", "Đăng ký khai sinh");
      page.locator("#all-kept").click();
      page.keyboard().press("Alt+n");
      assertThat(page.locator("#basket li")).hasCount(1);
      choose(page, "tinh trang hon nhan", "Cấp Giấy xác nhận tình trạng hôn nhân");
      page.locator("#all-kept").click();
      visit.picture("reception-two-1440");
      page.waitForPopup(() -> page.locator("#receive").click());
      assertThat(page.locator("#done .codes"))
          .hasText(java.util.regex.Pattern.compile("H26\\.\\S+, H26\\.\\S+"));
    }
  }

  @Test
  void aScanIsLookedIntoShownAndRemoved() throws IOException {
    try (Visit visit = Visit.as("tiepnhan.tayho")) {
      Page page = visit.open("/reception");
      page.locator("#owner-fullName").fill("Phạm Quét");
      choose(page, "khai sinh", "Đăng ký khai sinh");
      Locator row = page.locator("#paper-to-khai");

      row.locator("[type=file]")
          .setInputFiles(new FilePayload("to-khai.pdf", "application/pdf", bytes("<script>")));
      assertThat(row.locator(".file")).containsText("Chỉ nhận tệp PDF, JPEG hoặc PNG");

      row.locator("[type=file]").setInputFiles(new FilePayload("quét 1.png", "image/png", png()));
      assertThat(row.locator(".file a")).hasText("quét 1.png");
      assertThat(row.locator("[value=SEEN_RETURNED]")).isChecked();
      String address = row.locator(".file a").getAttribute("href");
      APIResponse shown = page.request().get(Visit.address(address));
      assertThat(shown.headers())
          .containsEntry("content-type", "image/png")
          .containsEntry("x-content-type-options", "nosniff");
      assertThat(shown.headers().get("content-disposition")).startsWith("inline");
      visit.picture("reception-scan-1440");
      try (Visit other = Visit.as("tiepnhan.caugiay")) {
        assertThat(other.page().request().get(Visit.address(address)).status()).isEqualTo(404);
      }

      row.locator(".file button").click();
      assertThat(row.locator(".file")).isHidden();
      assertThat(page.request().get(Visit.address(address)).status()).isEqualTo(404);
      assertThat(visit.complaints()).allSatisfy(c -> assertThat(c).contains("422"));
    }
  }

  @Test
  void anExpiredSessionLosesNothing() {
    try (Visit visit = Visit.as("tiepnhan.tayho")) {
      Page page = visit.open("/reception");
      page.locator("#owner-nationalId").fill(CITIZEN.nationalId());
      assertThat(page.locator("#owner-fullName")).hasValue(CITIZEN.fullName());
      choose(page, "khai sinh", "Đăng ký khai sinh");
      page.locator("#all-kept").click();
      page.context().clearCookies();

      page.locator("#receive").click();

      assertThat(page.locator("#problems")).containsText("Phiên đăng nhập đã hết");
      assertThat(page.locator("#owner-fullName")).hasValue(CITIZEN.fullName());
      assertThat(page.locator("#procedure")).hasValue("Đăng ký khai sinh");
    }
  }

  record Look(String language, int width, ColorScheme scheme) {}

  static Stream<Look> looks() {
    return Stream.of(
        new Look("vi", 1440, ColorScheme.LIGHT),
        new Look("vi", 390, ColorScheme.LIGHT),
        new Look("en", 1440, ColorScheme.DARK),
        new Look("en", 390, ColorScheme.DARK));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void isAccessibleEmptyFilledAndWrong(Look look) {
    try (Visit visit = clerk(look)) {
      Page page = visit.open("/reception");
      String name = "-" + look.language() + "-" + look.width();
      visit.picture("reception-empty" + name);
      check(page, look, "empty");

      page.locator("#has-authorised").check();
      page.locator("#owner-nationalId").fill(CITIZEN.nationalId());
      assertThat(page.locator("#owner-fullName")).hasValue(CITIZEN.fullName());
      choose(page, "giay phep xay dung sua chua", "sửa chữa");
      page.locator("#due summary").click();
      page.locator("#all-kept").click();
      page.locator("#add").click();
      choose(page, "khai sinh", "Đăng ký khai sinh");
      visit.picture("reception-full" + name);
      check(page, look, "full");

      page.locator("#receive").click();
      assertThat(page.locator("#problems")).isVisible();
      visit.picture("reception-wrong" + name);
      check(page, look, "wrong");

      page.locator("#procedure").fill("ho kinh doanh");
      assertThat(page.locator("#procedure-list")).isVisible();
      visit.picture("reception-list" + name);
      check(page, look, "list");
    }
  }

  private static Visit clerk(Look look) {
    Account clerk = new Api(Visit.address("/")).demoAccountOf("tiepnhan.tayho");
    return Visit.as(clerk.login(), clerk.password(), look.language(), look.width(), look.scheme());
  }

  private static void check(Page page, Look look, String state) {
    page.waitForLoadState();
    assertThat(new AxeBuilder(page).withTags(PagesIT.RULES).analyze().getViolations())
        .as(state)
        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .as(state)
        .isLessThanOrEqualTo(look.width());
  }

  /** The page keeps nothing on the server: no view state, and little weight. */
  @Test
  void thePageIsLight() {
    try (Visit visit = Visit.as("tiepnhan.tayho")) {
      Page page = visit.open("/reception");
      assertThat(page.locator("#receive")).isVisible();
      assertThat(page.locator("[name='jakarta.faces.ViewState']")).hasCount(0);
      assertThat(page.content().length()).isLessThan(100_000);
    }
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void choose(Page page, String fragment, String title) {
    page.locator("#procedure").fill(fragment);
    page.locator("#procedure-list [role=option]")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(title))
        .first()
        .click();
    assertThat(page.locator("#papers .paper").first()).isVisible();
  }

  /** Counts what a clerk commits: fields filled and chords pressed. */
  private static final class Keys {
    private final Page page;
    private int count;

    Keys(Page page) {
      this.page = page;
    }

    void field(String text) {
      type(text);
      count++;
    }

    void type(String text) {
      page.keyboard().type(text);
    }

    void chord(String keys) {
      page.keyboard().press(keys);
      count++;
    }

    int count() {
      return count;
    }
  }
}
