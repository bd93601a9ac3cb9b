package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.identity.InventedPerson;
import vn.motcua.processing.DossierAction;

/** One person's desk for a day: what they press, by the names that the screens use. */
final class Workplace implements AutoCloseable {

  static final FilePayload SIGNED =
      new FilePayload("ket-qua.pdf", "application/pdf", SmallPdf.PAGE);

  private static final Pattern CODE = Pattern.compile("H26\\.[\\w.]+-\\d{6}-\\d{4,}");

  /** Which actions somebody has done on a screen, by all desks of this run. */
  private static final Set<DossierAction> DONE = EnumSet.noneOf(DossierAction.class);

  private final Visit visit;
  private final String dataset;

  Workplace(String login) {
    this(login, "");
  }

  /** At the dossiers of another dataset. */
  Workplace(String login, String dataset) {
    visit = Visit.as(login);
    this.dataset = dataset;
  }

  /** Completes the step by a way of the process; 0 is the main line. */
  void completes(String code, String way) {
    Page page = dossier(code);
    page.locator("#way").selectOption(way);
    page.locator("#complete input[type=submit]").click();
    assertThat(page.locator("[data-done]")).isVisible();
  }

  static Set<DossierAction> done() {
    return EnumSet.copyOf(DONE);
  }

  Page page() {
    return visit.page();
  }

  Page open(String path) {
    return visit.open(path);
  }

  void picture(String name) {
    visit.picture("day-" + name);
  }

  /** Receives at the counter, with all papers kept; answers the dossier's code. */
  String receive(InventedPerson person, String typed, String title) {
    return receive(person, typed, title, "");
  }

  /**
   * The same at a place below the branch.
   *
   * @param place its name; empty: at the branch itself
   */
  String receive(InventedPerson person, String typed, String title, String place) {
    Page page = visit.open("/reception");
    if (!place.isEmpty()) {
      page.locator("#branch").selectOption(place);
    }
    fillIn(person, typed, title);
    try {
      page.waitForPopup(() -> page.locator("#receive").click()).close();
    } catch (TimeoutError nothingWasPrinted) {
      picture("not-received");
      throw new AssertionError(
          "Nothing was printed; the counter says: " + said(), nothingWasPrinted);
    }
    assertThat(page.locator("#done")).containsText("Đã tiếp nhận");
    return codeIn(page.locator("#done .codes").textContent());
  }

  /** What the counter answers to a press, and what the browser complained of. */
  private String said() {
    return page().locator("#problems").textContent()
        + page().locator("#done").textContent()
        + ", pressed: "
        + page().locator("#receive").getAttribute("aria-disabled")
        + ", "
        + visit.complaints();
  }

  /** The form of the counter, up to the last button. */
  void fillIn(InventedPerson person, String typed, String title) {
    fillIn(page(), person, typed, title);
  }

  static void fillIn(Page page, InventedPerson person, String typed, String title) {
    page.locator("#owner-nationalId").fill(person.nationalId());
    page.locator("#owner-fullName").fill(person.fullName());
    page.locator("#owner-phone").fill(person.phone());
    page.locator("#owner-communeId").selectOption("Phường Tây Hồ");
    page.locator("#procedure").fill(typed);
    page.locator("#procedure-list [role=option]")
        .filter(new Locator.FilterOptions().setHasText(title))
        .first()
        .click();
    assertThat(page.locator("#papers .paper").first()).isVisible();
    page.locator("#all-kept").click();
  }

  Page dossier(String code) {
    Page page =
        visit.open("/dossier?code=" + code + (dataset.isEmpty() ? "" : "&dataset=" + dataset));
    assertThat(page.locator(".case-head .code")).hasText(code);
    return page;
  }

  /** Does something with a dossier and sees on the page that it is done. */
  void does(String code, DossierAction action, String... fields) {
    Page page = dossier(code);
    switch (action) {
      case COMPLETE -> page.locator("#complete input[type=submit]").click();
      case TAKE -> page.locator("#take input[type=submit]").click();
      default -> throughDialog(page, action, fields);
    }
    page.waitForURL(Pattern.compile(".*[?&]done=" + action + "$"));
    assertThat(page.locator("[data-done]")).isVisible();
    DONE.add(action);
  }

  private static void throughDialog(Page page, DossierAction action, String... fields) {
    Locator inMenu = page.locator(".menu [data-opens=dialog-" + action + "]");
    if (inMenu.count() > 0) {
      page.locator(".menu summary").click();
      inMenu.click();
    } else {
      page.locator("[data-opens=dialog-" + action + "]").first().click();
    }
    for (int i = 0; i < fields.length; i += 2) {
      fill(page.locator("#" + action + "-" + fields[i]), fields[i + 1]);
    }
    Locator file = page.locator("#" + action + "-file");
    if (file.count() > 0) {
      file.setInputFiles(SIGNED);
    }
    page.locator("#dialog-" + action + " .actions .button").last().click();
  }

  private static void fill(Locator field, String value) {
    if ("SELECT".equals(field.evaluate("field => field.tagName"))) {
      field.selectOption(value);
    } else {
      field.fill(value);
    }
  }

  /** Hands a result over; where to is what stands in the fields beyond the number shown. */
  void gives(String code, String shown, Map<String, String> otherwise) {
    Page page = visit.open("/return?q=" + code);
    assertThat(page.locator("#found-heading")).isVisible();
    if (otherwise.isEmpty()) {
      page.locator("#shown").fill(shown);
    } else {
      page.locator("details.otherwise summary").click();
      otherwise.forEach((name, value) -> fill(page.locator("#" + name), value));
    }
    page.locator("#give").click();
    assertThat(page.locator("#done-heading")).containsText(code);
    DONE.add(DossierAction.GIVE_RESULT);
  }

  /** Adds a signed slip to a result that was handed over before. */
  void proves(String code, String kind) {
    Page page = dossier(code);
    page.locator("#proofs summary").click();
    page.locator("#proof-kind").selectOption(kind);
    page.locator("#proof-file").setInputFiles(SIGNED);
    page.locator("#attach-proof").click();
    assertThat(page.locator("#proofs .notice.good")).isVisible();
    assertThat(page.locator("#proofs .items a")).hasCount(1);
  }

  /** Whether behind a link of the page there is a printed sheet; keeps it beside the pictures. */
  void prints(String name, Locator link) {
    prints(name, link.first().getAttribute("href"));
  }

  void prints(String name, String address) {
    APIResponse pdf =
        page().request().get(address.startsWith("http") ? address : Visit.address(address));
    assertThat(pdf.status()).as(address).isEqualTo(200);
    assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    try {
      Path folder = Path.of(System.getProperty("motcua.pictures", "target/pictures"));
      Files.write(Files.createDirectories(folder).resolve("day-" + name + ".pdf"), pdf.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String codeIn(String text) {
    var found = CODE.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group();
  }

  @Override
  public void close() {
    // The counter asks whether it knows a person, and is told that it does not; nothing else may be
    // missing.
    assertThat(visit.complaints())
        .allSatisfy(one -> assertThat(one).contains("404").contains("/reception/people/"));
    visit.close();
  }
}
