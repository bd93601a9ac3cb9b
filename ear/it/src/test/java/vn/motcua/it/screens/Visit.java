package vn.motcua.it.screens;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.it.running.Account;
import vn.motcua.it.running.SignIn;
import vn.motcua.it.running.Until;

/**
 * One person's visit: a browser window of some width, in one language, signed in. What the browser
 * complains of is kept; a page that breaks its own content policy is heard of here.
 */
final class Visit implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final int HEIGHT = 900;

  /** For what a press or a look brings about. Where all goes well, a longer wait costs nothing. */
  private static final double SOON_MILLIS = 60_000;

  /** For a page's first look on a machine that does much else. */
  private static final double PAGE_MILLIS = 120_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(SOON_MILLIS);
  }

  private static Browser browser;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visit(Browser.NewContextOptions options, String language) {
    context = browser().newContext(options);
    context.setDefaultTimeout(SOON_MILLIS);
    context.setDefaultNavigationTimeout(PAGE_MILLIS);
    context.addCookies(List.of(new Cookie("motcua-language", language).setUrl(address("/"))));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if ("error".equals(message.type())) {
            complaints.add(message.text() + " " + message.location());
          }
        });
    page.onPageError(complaints::add);
  }

  /** An administrator at a desk, in Vietnamese. */
  static Visit atDesk() {
    return of("vi", 1440, ColorScheme.LIGHT);
  }

  static Visit of(String language, int width, ColorScheme scheme) {
    return as(
        required("motcua.admin.user"), required("motcua.admin.password"), language, width, scheme);
  }

  static Visit as(String login, String password, String language, int width, ColorScheme scheme) {
    Visit visit = byNobody(language, width, scheme);
    SignIn.as(visit.context, new Account(login, password));
    return visit;
  }

  /** As a person of the demo, at a desk, in Vietnamese. */
  static Visit as(String login) {
    Visit visit = byNobody("vi", 1440, ColorScheme.LIGHT);
    SignIn.as(visit.page, login);
    return visit;
  }

  /** Nobody has signed in yet. */
  static Visit byNobody(String language, int width, ColorScheme scheme) {
    return new Visit(
        new Browser.NewContextOptions()
            .setViewportSize(width, HEIGHT)
            .setLocale("en".equals(language) ? "en-GB" : "vi-VN")
            .setColorScheme(scheme),
        language);
  }

  static String address(String path) {
    String base = required("motcua.url");
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }

  Page page() {
    return page;
  }

  Page open(String path) {
    page.navigate(address(path));
    return page;
  }

  /**
   * Presses something that brings the same page once more, and returns when that has arrived: what
   * is looked for next may stand on the page as it was, too.
   */
  static void again(Page page, Runnable press) {
    page.evaluate("document.documentElement.setAttribute('data-former', '')");
    press.run();
    page.locator("html:not([data-former])")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.waitForLoadState();
  }

  /**
   * Opens a dialog by its button, which may stand in a part of the page that asks for itself every
   * second and is drawn anew just then.
   */
  static void opens(Locator button, Locator dialog) {
    Until.is(
        Duration.ofMinutes(3),
        () -> {
          button.click();
          return dialog.isVisible();
        },
        open -> open);
  }

  /** Errors of scripts and broken policies since the visit began, each with its address. */
  List<String> complaints() {
    return complaints;
  }

  /** Keeps what the window shows under target/pictures. */
  void picture(String name) {
    Path folder = Path.of(System.getProperty("motcua.pictures", "target/pictures"));
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
  }

  /** One browser for the run; it ends with the process. */
  private static synchronized Browser browser() {
    if (browser == null) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      browser =
          playwright
              .chromium()
              .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
    }
    return browser;
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "These tests need a running system: give -D" + property + " (see package-info)");
    }
    return value;
  }
}
