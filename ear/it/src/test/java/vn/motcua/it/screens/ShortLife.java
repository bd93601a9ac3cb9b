package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static vn.motcua.processing.DossierAction.COMPLETE;
import static vn.motcua.processing.DossierAction.RECORD_RESULT;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import vn.motcua.identity.InventedPeople;
import vn.motcua.identity.InventedPerson;

/** Dossiers of the ward Tây Hồ on the straight way: received, worked on, handed over, rated. */
final class ShortLife {

  static final String TYPED = "tinh trang hon nhan";
  static final String TITLE = "Cấp Giấy xác nhận tình trạng hôn nhân";

  private static final ZoneId CITY = ZoneId.of("Asia/Ho_Chi_Minh");

  private final InventedPeople people = new InventedPeople(System.nanoTime());

  InventedPerson nextPerson() {
    return people.next();
  }

  /** In the city. */
  static LocalDate today() {
    return LocalDate.now(CITY);
  }

  /**
   * From the counter to the applicant's hands.
   *
   * @return its code; the clerk's page then leads to the rating
   */
  String returned(Workplace clerk, Workplace officer) {
    InventedPerson person = nextPerson();
    String code = clerk.receive(person, TYPED, TITLE);
    while (officer.dossier(code).locator("#complete").count() > 0) {
      officer.does(code, COMPLETE);
    }
    officer.does(
        code,
        RECORD_RESULT,
        "number",
        "81/XN-UBND",
        "signedOn",
        today().toString(),
        "signer",
        "Bà Trần A, Phó Chủ tịch");
    String number = person.nationalId();
    clerk.gives(code, number.substring(number.length() - 4), Map.of());
    return code;
  }

  /**
   * The applicant rates what the clerk has just handed over.
   *
   * @param first 1 to 5, of the first element; the third gets 5
   * @param why for a low one
   */
  static void rated(Workplace clerk, int first, String why) {
    String tablet = clerk.page().locator("a[href*='/rate']").first().getAttribute("href");
    try (Visit citizen = Visit.byNobody("vi", 390, ColorScheme.LIGHT)) {
      Page page = citizen.page();
      page.navigate(tablet.startsWith("http") ? tablet : Visit.address(tablet));
      page.locator("input[name=e1][value='" + first + "']").check();
      page.locator("input[name=e3][value='5']").check();
      page.locator("#comment").fill(why);
      page.locator("#send").click();
      assertThat(page.locator("h1")).hasText("Cảm ơn bạn đã đánh giá");
    }
  }
}
