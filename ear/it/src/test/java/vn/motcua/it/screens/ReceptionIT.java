package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.InventedPeople;
import vn.motcua.identity.InventedPerson;

/** The counter, as its clerk meets it. */
class ReceptionIT {

  /** The seed of the demonstration's population. */
  private static final InventedPerson CITIZEN = new InventedPeople(20_250_701L).next();

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
      assertThat(receipt.url()).contains("/receipt");
      assertThat(keys.count()).as("fields and chords").isLessThanOrEqualTo(12);
      assertThat(page.locator("#owner-nationalId")).hasValue("");
      assertThat(page.locator("#owner-nationalId")).isFocused();
      assertThat(visit.complaints()).isEmpty();
      visit.picture("reception-done-1440");
    }
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
      choose(page, "chung thuc ban sao", "Chứng thực bản sao từ bản chính");
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
