package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.it.running.Account;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.RunningSystem;

/** Waiting for acceptance, papers, slips, certification, outage, moves: in a real browser. */
class CustodyIT {

  private static final String CLERK = "tiepnhan.tayho";
  private static final String DIRECTOR = "giamdoc.tayho";

  @Test
  void whatThePortalSendsIsAcceptedItsPapersDescribedAndHandedOver() {
    long submission = submit();
    try (Visit visit = Visit.as(CLERK)) {
      Page page = visit.open("/acceptance");
      visit.picture("acceptance");
      check(visit, 1440);
      page.locator("table.grid tbody th a[href$='id=" + submission + "']").click();
      assertThat(page.locator("#submission-heading")).isVisible();
      visit.picture("acceptance-one");
      check(visit, 1440);
      page.locator("#accept").click();
      String code = Workplace.codeIn(page.locator(".notice.good").textContent());

      page.navigate(Visit.address("/papers?code=" + code));
      visit.picture("papers");
      page.locator("details.otherwise summary").first().click();
      check(visit, 1440);

      page.navigate(Visit.address("/handover"));
      visit.picture("handover");
      String to = Database.text("select unit_id::text from dossier where code = '" + code + "'");
      page.locator("#to").selectOption(to);
      page.locator("#open").click();
      assertThat(page.locator("#slip-heading")).isVisible();
      page.locator("#scanned").focus();
      page.keyboard().type(code);
      page.keyboard().press("Enter");
      assertThat(page.locator("table.grid tbody th")).hasText(code);
      page.locator("#scanned").fill("H26.0-000000-0000");
      page.keyboard().press("Enter");
      assertThat(page.locator(".notice.bad")).containsText("Không có hồ sơ nào");
      Visit.again(page, () -> page.locator("#send").click());
      assertThat(page.locator("#slip-heading")).isVisible();
      assertThat(page.locator("#scanned")).hasCount(0);
      visit.picture("handover-sent");
      check(visit, 1440);
    }
  }

  @Test
  void aCopyIsCertifiedByKeyboardAlone() {
    try (Visit visit = Visit.as(CLERK)) {
      Page page = visit.open("/certification");
      assertThat(page.locator("#requester")).isFocused();
      for (String typed : new String[] {"Trần Thị Bích", "", "Bằng tốt nghiệp đại học", "3", "2"}) {
        page.keyboard().type(typed);
        page.keyboard().press("Tab");
      }
      assertThat(page.locator("#fee")).containsText("10.000");
      page.locator("#copies").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".notice.good .total"))
          .containsText(Pattern.compile("\\d+/\\d{4}-SCT/BS · 10\\.000"));
      visit.picture("certification");
      check(visit, 1440);
    }
  }

  @Test
  void theDirectorDeclaresAnOutageAndAClerkReservesCodes() {
    try (Visit visit = Visit.as(DIRECTOR)) {
      Page page = visit.open("/outage");
      // Others may have kept codes of this day before.
      int before = page.locator("table.grid tbody tr").count();
      page.locator("#reserve").click();
      assertThat(page.locator(".notice.good")).isVisible();
      assertThat(page.locator("table.grid tbody tr")).hasCount(before + 20);
      page.locator("#from").fill("2026-11-02T08:00");
      page.locator("#to").fill("2026-11-02T10:00");
      page.locator("#reason").fill("Mất điện");
      Visit.again(page, () -> page.locator("#declare").click());
      assertThat(page.locator(".notice.good")).isVisible();
      assertThat(page.locator("ul.papers li:has-text('02/11/2026')").first())
          .containsText("Mất điện");
      visit.picture("outage");
      check(visit, 1440);
    }
  }

  @Test
  void anAdministratorPreviewsAListBeforeMoving() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/moves");
      page.locator("#codes").fill("H26.0-000000-0000");
      page.locator("#preview").click();
      assertThat(page.locator("table.grid")).containsText("Không có mã này");
      visit.picture("moves");
      check(visit, 1440);
    }
  }

  record Look(String page, String login, String language, int width) {}

  static Stream<Look> looks() {
    return Stream.of("/acceptance", "/papers", "/handover", "/certification", "/outage")
        .flatMap(
            page -> Stream.of(new Look(page, CLERK, "vi", 390), new Look(page, CLERK, "en", 1440)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void isAccessibleAndFitsTheWidth(Look look) {
    Account account = new Api(RunningSystem.platform().httpUrl()).demoAccountOf(look.login());
    try (Visit visit =
        Visit.as(
            account.login(),
            account.password(),
            look.language(),
            look.width(),
            look.width() < 1000 ? ColorScheme.DARK : ColorScheme.LIGHT)) {
      Page page = visit.open(look.page());
      visit.picture("custody" + look.page().replace('/', '-') + "-" + look.language());
      assertThat(page.locator("h1")).hasCount(1);
      check(visit, look.width());
    }
  }

  private static void check(Visit visit, int width) {
    visit.page().waitForLoadState();
    assertThat(new AxeBuilder(visit.page()).withTags(PagesIT.RULES).analyze().getViolations())
        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
    assertThat((Integer) visit.page().evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(visit.complaints()).isEmpty();
  }

  /** Through the door for other systems; answers the submission's id. */
  private static long submit() {
    String scan = Base64.getEncoder().encodeToString(scan());
    long branch =
        Database.number("select id from unit where code = 'cn-tay-ho' and valid_to = 'infinity'");
    long commune =
        Database.number("select id from unit where code = '00103' and valid_to = 'infinity'");
    String number = "%06d".formatted(Instant.now().toEpochMilli() % 1_000_000);
    Api.Answer answer =
        Api.administrator()
            .post(
                "api/v1/submissions?branch=" + branch,
                BodyPublishers.ofString(
                    """
                    {"sourceSystem": "DVCQG", "externalId": "%s", "channel": "ONLINE",
                     "procedure": "2.000635", "submittedAt": "%s", "communeId": %d,
                     "owner": {"fullName": "Nguyễn Thị Thử", "nationalId": "001190%s",
                       "phone": "0900000001", "communeId": %d},
                     "answers": {"du-lieu-dan-cu": true},
                     "papers": [{"component": "to-khai", "fileName": "to-khai.png", "content": "%s"}]}"""
                        .formatted(
                            UUID.randomUUID(), Instant.now(), commune, number, commune, scan)),
                "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().get("id").asLong();
  }

  private static byte[] scan() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
