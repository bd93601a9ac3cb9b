package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.it.running.Account;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.RunningSystem;

/** Screens are for people with an account, imports for administrators. */
class AccessIT {

  private static final String CLERK = "tiepnhan.tayho";

  @ParameterizedTest
  @CsvSource({
    "1440, LIGHT, vi",
    "390, DARK, vi",
    "390, LIGHT, en",
    "1440, DARK, en",
  })
  void theSignInPageIsAccessibleAndFits(int width, ColorScheme scheme, String language) {
    try (Visit visit = Visit.byNobody(language, width, scheme)) {
      Page page = visit.open("/sign-in?ended=true");
      visit.picture(
          "sign-in-%s-%d-%s".formatted(language, width, scheme.name().toLowerCase(Locale.ROOT)));
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      assertThat(new AxeBuilder(page).withTags(PagesIT.RULES).analyze().getViolations())
          .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
          .isEmpty();
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void signingInByKeyboardLeadsToThePageAskedFor() {
    Account clerk = account(CLERK);
    try (Visit visit = visitByNobody()) {
      Page page = visit.open("/figures?cut=unit");
      assertThat(page.locator("h1")).hasText("Đăng nhập");
      assertThat(page.locator("#login")).isFocused();
      page.keyboard().type(clerk.login());
      page.keyboard().press("Tab");
      page.keyboard().type(clerk.password());
      page.keyboard().press("Enter");
      page.waitForURL("**/figures?cut=unit");
      assertThat(page.locator(".who .login")).hasText(CLERK);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.vn/", "//example.vn/", "/%5Cexample.vn/", "/sign-in", "/api/v1"})
  void signingInNeverLeadsElsewhere(String from) {
    Account clerk = account(CLERK);
    try (Visit visit = visitByNobody()) {
      signIn(visit.open("/sign-in?from=" + from), clerk.login(), clerk.password());
      visit.page().waitForURL(Visit.address("/reception"));
    }
  }

  @Test
  void aWrongPasswordIsSaidPlainlyAndTheLoginIsKept() {
    try (Visit visit = visitByNobody()) {
      Page page = visit.open("/sign-in?from=/figures");
      signIn(page, CLERK, "không phải mật khẩu");
      assertThat(page.locator("#sign-in-error")).containsText("không đúng");
      assertThat(page.locator("#sign-in-error")).isFocused();
      assertThat(page.locator("#login")).hasValue(CLERK);
      assertThat(page.locator("#password")).hasValue("");
      visit.picture("sign-in-wrong");
      signIn(page, CLERK, account(CLERK).password());
      page.waitForURL("**/figures");
    }
  }

  @Test
  void aLockedAccountIsToldUntilWhen() {
    Account locked = account("giamdoc.caugiay");
    try (Visit visit = visitByNobody()) {
      Page page = visit.open("/sign-in");
      for (int attempt = 1; attempt <= 5; attempt++) {
        String wrong = "sai " + attempt;
        Visit.again(page, () -> signIn(page, locked.login(), wrong));
        assertThat(page.locator("#sign-in-error")).isVisible();
      }
      Visit.again(page, () -> signIn(page, locked.login(), locked.password()));
      assertThat(page.locator("#sign-in-error"))
          .containsText(Pattern.compile("tạm khóa đến \\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d"));
      visit.picture("sign-in-locked");
    } finally {
      Database.change("update account set failed_attempts = 0, locked_until = null");
    }
  }

  @Test
  void oneClickSignsInAsAPersonOfTheDemo() {
    try (Visit visit = visitByNobody()) {
      Page page = visit.open("/sign-in?from=/due-date");
      page.locator("[data-login='" + CLERK + "']").click();
      page.waitForURL("**/due-date");
    }
  }

  /** A session id that someone else put into the browser before is worth nothing after. */
  @Test
  void theSessionHasAnotherIdAfterSigningIn() {
    try (Visit visit = visitByNobody();
        Visit attacker = visitByNobody()) {
      visit.open("/sign-in");
      String before = sessionId(visit);
      signIn(visit.page(), CLERK, account(CLERK).password());
      visit.page().waitForURL(Visit.address("/reception"));
      assertThat(sessionId(visit)).isNotEqualTo(before);

      setSessionId(attacker, before);
      attacker.open("/figures");
      assertThat(attacker.page().url()).contains("/sign-in");
    }
  }

  @Test
  void theSessionsCookieIsKeptFromScriptsAndOtherSites() {
    try (Visit visit = Visit.atDesk()) {
      assertThat(visit.page().context().cookies())
          .filteredOn(cookie -> cookie.name.equals("JSESSIONID"))
          .singleElement()
          .satisfies(
              cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite.name()).isEqualTo("LAX");
                assertThat(cookie.expires).as("gone with the browser").isEqualTo(-1);
              });
    }
  }

  @Test
  void whoIsSignedInNeedsNoSignInPage() {
    try (Visit visit = Visit.atDesk()) {
      visit.open("/sign-in?from=/figures");
      assertThat(visit.page().url()).isEqualTo(Visit.address("/figures"));
    }
  }

  @Test
  void signingOutEndsTheSession() {
    try (Visit visit = Visit.atDesk();
        Visit thief = visitByNobody()) {
      Page page = visit.open("/figures");
      String session = sessionId(visit);
      page.locator("form[action='/sign-out'] button").click();
      page.waitForURL("**/sign-in?out=true");
      assertThat(page.locator(".notice")).containsText("đã đăng xuất");
      page.goBack();
      page.reload();
      assertThat(page.locator("h1")).hasText("Đăng nhập");
      // No session ran out.
      assertThat(page.locator(".notice")).hasCount(0);

      setSessionId(thief, session);
      thief.open("/figures");
      assertThat(thief.page().url()).contains("/sign-in");
    }
  }

  /** A button pressed after the session's end: said plainly, and back to the very page. */
  @Test
  void anEndedSessionLeadsToTheSignInPageAndBack() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/figures?dataset=hanoi&cut=unit");
      setSessionId(visit, "0123456789abcdef0123456789ab");
      page.locator("[id='cut-form:mark']").click();
      page.waitForURL("**/sign-in?ended=true**");
      assertThat(page.locator(".notice")).containsText("Phiên làm việc đã hết");
      visit.picture("session-ended");
      signIn(page, CLERK, account(CLERK).password());
      page.waitForURL("**/figures?dataset=hanoi&cut=unit");
    }
  }

  @Test
  void anAccountThatIsSwitchedOffIsOutAtOnce() {
    try (Visit visit = Visit.as("kiemtra")) {
      Page page = visit.open("/figures");
      assertThat(page.locator("h1")).hasText("Số liệu");
      Database.change("update account set enabled = false where login = 'kiemtra'");
      page.reload();
      assertThat(page.url()).contains("/sign-in");
    } finally {
      Database.change("update account set enabled = true where login = 'kiemtra'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/imports", "/imports.xhtml", "/import?id=1", "/import.xhtml?id=1"})
  void aClerkMayNotImport(String path) {
    try (Visit visit = Visit.as(CLERK)) {
      Response response = visit.page().navigate(Visit.address(path));
      assertThat(response.status()).isEqualTo(403);
      assertThat(visit.page().locator("h1")).hasText("Tài khoản này không vào được");
      visit.picture("forbidden");
    }
  }

  @Test
  void aClerkIsNotOfferedWhatTheyMayNotDo() {
    try (Visit visit = Visit.as(CLERK)) {
      visit.open("/");
      assertThat(visit.page().locator("h1")).isVisible();
      assertThat(visit.page().locator("a[href*='/imports']")).hasCount(0);
    }
  }

  private static Visit visitByNobody() {
    return Visit.byNobody("vi", 1440, ColorScheme.LIGHT);
  }

  private static void signIn(Page page, String login, String password) {
    page.locator("#login").fill(login);
    page.locator("#password").fill(password);
    page.locator("#sign-in button").click();
  }

  private static Account account(String login) {
    return new Api(RunningSystem.platform().httpUrl()).demoAccountOf(login);
  }

  private static String sessionId(Visit visit) {
    return visit.page().context().cookies().stream()
        .filter(cookie -> cookie.name.equals("JSESSIONID"))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElseThrow();
  }

  private static void setSessionId(Visit visit, String id) {
    visit
        .page()
        .context()
        .addCookies(List.of(new Cookie("JSESSIONID", id).setUrl(Visit.address("/"))));
  }
}
