package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page: reachable by all, by keyboard, in both languages, on any width. */
class PagesIT {

  static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final List<String> PAGES =
      List.of(
          "/",
          "/figures",
          "/figures?cut=unit",
          "/figures?dataset=none",
          "/board",
          "/board?dataset=board-scene",
          "/board?period=none",
          "/quality?period=month",
          "/indicators",
          "/indicators?dataset=board-scene&code=FLOW_ELAPSED&by=unit",
          "/indicators?code=OPEN&by=day",
          "/indicators?code=LATE_CAUSE&by=side",
          "/late-causes",
          "/board-dossiers?dataset=board-scene&measure=overdue",
          "/due-date",
          "/due-date?allowance=x",
          "/demo-day",
          "/imports",
          "/moves",
          "/ministry-words",
          "/operations",
          "/operations?table=ALERT&kind=DUE_SOON&part=0",
          "/catalogue",
          "/catalogue?q=khai+sinh",
          "/procedure?code=1.001193",
          "/proposal?code=1.001193",
          "/proposal?code=1.001193&kind=process",
          "/proposals",
          "/catalogue-import",
          "/reviews?code=1.001193",
          "/intake-scope",
          "/calendar?lunar=2028",
          "/unit-hours",
          "/rates",
          "/rates?kind=PROCEDURE_FEE",
          "/organisation",
          "/companies",
          "/bank-statements",
          "/pakn",
          "/pakn-answers",
          "/petition-outcomes");

  @BeforeAll
  static void prepare() {
    BoardScene.prepare();
  }

  record Look(String page, String language, int width, ColorScheme scheme) {}

  static Stream<Look> looks() {
    return PAGES.stream()
        .flatMap(
            page ->
                Stream.of(
                    new Look(page, "vi", 1440, ColorScheme.LIGHT),
                    new Look(page, "vi", 390, ColorScheme.DARK),
                    new Look(page, "en", 390, ColorScheme.LIGHT),
                    new Look(page, "en", 1440, ColorScheme.DARK)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void isAccessibleKeepsItsPolicyAndFitsTheWidth(Look look) {
    try (Visit visit = Visit.of(look.language(), look.width(), look.scheme())) {
      Page page = visit.open(look.page());
      String name =
          look.page().replaceAll("\\W+", "-")
              + "-"
              + look.language()
              + "-"
              + look.width()
              + "-"
              + look.scheme().name().toLowerCase(java.util.Locale.ROOT);
      visit.picture("page" + name);

      assertThat(page.locator("html")).hasAttribute("lang", look.language());
      assertThat(page.locator("h1")).hasCount(1);
      assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
          .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
          .isEmpty();
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(look.width());
      // A cut that is not legal is refused, and the browser notes the status of the refusal.
      assertThat(visit.complaints())
          .filteredOn(one -> !(look.page().endsWith("by=day") && one.contains("422")))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/figures", "/board", "/due-date", "/imports"})
  void carriesProtectiveHeadersAndLoadsNothingFromElsewhere(String path) {
    try (Visit visit = Visit.atDesk()) {
      List<String> elsewhere = new java.util.ArrayList<>();
      visit
          .page()
          .onRequest(
              request -> {
                if (!request.url().startsWith(Visit.address("/"))
                    && !request.url().startsWith("data:")) {
                  elsewhere.add(request.url());
                }
              });
      Response response = visit.page().navigate(Visit.address(path));
      String policy = String.join("; ", response.headerValues("content-security-policy"));

      assertThat(policy)
          .contains("default-src 'none'", "script-src 'self' 'nonce-", "frame-ancestors 'none'")
          .doesNotContain("unsafe-inline", "unsafe-eval");
      assertThat(response.headerValue("x-content-type-options")).isEqualTo("nosniff");
      assertThat(response.headerValue("x-frame-options")).isEqualTo("DENY");
      assertThat(response.headerValue("referrer-policy")).isEqualTo("same-origin");
      assertThat(elsewhere).isEmpty();
      assertThat(
              visit
                  .page()
                  .locator("[onclick],[onchange],[onload],[style]:not([style='display: none;'])"))
          .hasCount(0);
    }
  }

  @Test
  void theLanguageIsChosenOnThePageAndKept() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/figures?cut=unit");
      page.locator("a.language").click();
      assertThat(page.locator("h1")).hasText("Figures");
      assertThat(page).hasURL(Visit.address("/figures?cut=unit"));
      page.navigate(Visit.address("/due-date"));
      assertThat(page.locator("h1")).hasText("Due date");
    }
  }

  @Test
  void theKeyboardSkipsToTheContentAndTheFocusIsSeen() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/figures");
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      page.waitForFunction("document.querySelector('.skip').getBoundingClientRect().top >= 0");
      page.keyboard().press("Enter");
      assertThat(page.locator("#main")).isFocused();
      page.keyboard().press("Tab");
      page.waitForFunction(
          "getComputedStyle(document.activeElement).outlineStyle === 'solid'"
              + " && document.activeElement !== document.getElementById('main')");
    }
  }

  /** Parts that ask for themselves every few seconds may come between pressing and letting go. */
  @Test
  void aPressIsNotLostWhenItsPlaceIsDrawnAnew() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/figures?cut=unit");
      Locator language = page.locator("a.language");
      language.hover();
      page.mouse().down();
      language.evaluate("link => link.replaceWith(link.cloneNode(true))");
      page.mouse().up();
      assertThat(page.locator("h1")).hasText("Figures");
    }
  }

  /** The button that stands there now may be another line's, with the same words and place. */
  @Test
  void aDeedIsNeverGivenToWhatWasDrawnInItsPlace() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/figures?cut=unit");
      page.evaluate(
          "document.querySelector('main').insertAdjacentHTML('afterbegin',"
              + " '<button type=button id=deed>Nhận</button>')");
      Locator deed = page.locator("#deed");
      deed.hover();
      page.mouse().down();
      deed.evaluate(
          "button => { const other = button.cloneNode(true);"
              + " other.addEventListener('click', () => document.body.dataset.pressed = 'yes');"
              + " button.replaceWith(other); }");
      page.mouse().up();
      assertThat(page.locator("body[data-pressed]")).hasCount(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing-here", "/import?id=999999999", "/import?id=x"})
  void whatIsNotThereIsSaidPlainly(String path) {
    try (Visit visit = Visit.atDesk()) {
      Response response = visit.page().navigate(Visit.address(path));
      assertThat(response.status()).isEqualTo(404);
      assertThat(visit.page().locator("h1")).hasText("Không có trang này");
      assertThat(visit.page().content()).doesNotContain("\tat ", "java.lang", "Payara");
    }
  }
}
