package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.RunningSystem;

/** A dossier that a ministry's own software processes: told by it, followed at the branch. */
class MinistryJourneyIT {

  private static final String CLERK = "tiepnhan.tayho";
  private static final String SYSTEM = "Phần mềm thử nghiệm";
  private static final String NUMBER = "BN-" + Instant.now().toEpochMilli();

  private static String procedure;

  @BeforeAll
  static void aProcedureIsDecidedThere() {
    procedure =
        Database.text(
            """
            select p.code from procedure p join procedure_version v on v.procedure_id = p.id
            join procedure_limit l on l.version_id = v.id and l.channel is null
              and l.applies_to = ''
            where p.dataset_id = 1 and v.valid_to = 'infinity' and 'COMMUNE' = any(v.levels)
              and v.common and p.code not in ('1.001193', '2.000635', '1.004873', '1.000656')
            order by p.code desc limit 1""");
    Database.change(
        "update procedure_version set source_system = '%s' where procedure_id =".formatted(SYSTEM)
            + " (select id from procedure where dataset_id = 1 and code = '%s')"
                .formatted(procedure));
  }

  /** Others receive by it in the same city. */
  @AfterAll
  static void othersGoOnAsBefore() {
    Database.change(
        "update procedure_version set source_system = '' where source_system = '%s'"
            .formatted(SYSTEM));
  }

  @Test
  void itsStatusesAreTheStoryAndNoStepIsOurs() {
    String code = registered();
    assertThat(told(1, "Đang thẩm tra").at("/verdict").asText()).isEqualTo("UNKNOWN");
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/ministry-words");
      page.locator("tr", new Page.LocatorOptions().setHasText("Đang thẩm tra"))
          .locator("select")
          .selectOption("RECEIVED");
      page.locator("tr", new Page.LocatorOptions().setHasText("Đang thẩm tra"))
          .locator("input[type=submit]")
          .click();
      assertThat(page.locator("[data-done]")).containsText("Số hồ sơ được xem lại");
      visit.picture("ministry-words");
      check(visit, 1440);
    }
    try (Visit visit = Visit.as(CLERK)) {
      Page page = visit.open("/worklist?q=" + encoded(NUMBER));
      assertThat(page.locator(".case-head .code")).hasText(code);
      assertThat(page.locator("#elsewhere")).containsText(SYSTEM);
      assertThat(page.locator("#elsewhere")).containsText(NUMBER);
      assertThat(page.locator("#elsewhere .items li")).hasCount(1);
      assertThat(page.locator("#complete")).hasCount(0);
      assertThat(page.locator("[data-opens=dialog-REQUEST_SUPPLEMENT]")).hasCount(0);
      check(visit, 1440);
      page.locator("#elsewhere details summary").last().click();
      page.locator("#status-meaning").selectOption("SUPPLEMENT_REQUESTED");
      page.locator("#status-items").fill("Bản vẽ hiện trạng");
      page.locator("#status-note").fill("Thiếu bản vẽ");
      page.locator("#enter-it").click();
      assertThat(page.locator("#elsewhere [data-done]")).containsText("Đã ghi trạng thái");
      assertThat(page.locator("#elsewhere .items li")).hasCount(2);
      visit.picture("dossier-elsewhere");
      check(visit, 1440);
    }
    String token =
        Database.text(
            "select public_token from dossier_intake i join dossier d on d.id = i.dossier_id"
                + " where d.code = '"
                + code
                + "'");
    try (Visit visit = Visit.byNobody("vi", 390, ColorScheme.LIGHT)) {
      Page page = visit.open("/track?t=" + token);
      assertThat(page.locator(".stage")).containsText(SYSTEM);
      assertThat(page.locator(".stage")).containsText(NUMBER);
      assertThat(page.locator(".stage")).containsText("Bản vẽ hiện trạng");
      visit.picture("track-elsewhere-390");
      check(visit, 390);
    }
    deeds(code);
  }

  /** The same by program: what stands, and what is not ours. */
  private static void deeds(String code) {
    Api api = new Api(RunningSystem.platform().httpUrl());
    Api clerk = api.as(api.demoAccountOf(CLERK));
    Api.Answer standing = clerk.get("api/v1/dossiers/" + code);
    assertThat(standing.status()).as(standing.text()).isEqualTo(200);
    assertThat(standing.json().at("/system").asText()).isEqualTo(SYSTEM);
    assertThat(standing.json().at("/externalCode").asText()).isEqualTo(NUMBER);
    Api.Answer refused =
        clerk.post(
            "api/v1/dossiers/" + code + "/withdrawals",
            BodyPublishers.ofString(
                "{\"seen\": \"%s\", \"reason\": \"Rút\"}"
                    .formatted(standing.json().at("/seen").asText())),
            "application/json");
    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(refused.json().at("/code").asText()).isEqualTo("processing.elsewhere");
    Api.Answer assigned =
        clerk.post(
            "api/v1/dossiers/" + code + "/steps/assignment",
            BodyPublishers.ofString(
                "{\"seen\": \"%s\", \"to\": \"%s\"}"
                    .formatted(standing.json().at("/seen").asText(), CLERK)),
            "application/json");
    assertThat(assigned.status()).as(assigned.text()).isEqualTo(204);
    assertThat(
            Database.text(
                "select assignee from dossier_task t join dossier d on d.id = t.dossier_id"
                    + " where t.completed_at is null and d.code = '"
                    + code
                    + "'"))
        .isEqualTo(CLERK);
    String now = clerk.get("api/v1/dossiers/" + code).json().at("/seen").asText();
    Api.Answer renamed =
        clerk.post(
            "api/v1/dossiers/" + code + "/party-changes",
            BodyPublishers.ofString(
                """
                {"seen": "%s", "kind": "RENAMED", "relation": "OWNER",
                 "fullName": "Nguyễn Thị Tên Mới", "reason": "Đổi tên", "document": "12/QĐ"}"""
                    .formatted(now)),
            "application/json");
    assertThat(renamed.status()).as(renamed.text()).isEqualTo(204);
    assertThat(
            Database.number(
                "select count(*) from party_change c join dossier d on d.id = c.dossier_id"
                    + " where d.code = '"
                    + code
                    + "'"))
        .isEqualTo(1);
  }

  /** The number is asked for where the procedure is such a one, and there only. */
  @Test
  void theCounterAsksForItsNumberOfSuchAProcedureOnly() {
    try (Visit visit = Visit.as(CLERK)) {
      Page page = visit.open("/reception");
      choose(page, "1.001193");
      assertThat(page.locator("#papers .paper").first()).isVisible();
      assertThat(page.locator("#externalCode")).isHidden();
      choose(page, procedure);
      assertThat(page.locator("#externalCode")).isVisible();
      page.locator("#externalCode").fill("BN-1");
      visit.picture("reception-elsewhere");
      check(visit, 1440);
    }
  }

  private static void choose(Page page, String code) {
    page.locator("#procedure").fill(code);
    page.locator("#procedure-list [role=option]:has-text('" + code + "')").first().click();
  }

  private static String registered() {
    long branch =
        Database.number("select id from unit where code = 'cn-tay-ho' and valid_to = 'infinity'");
    long commune =
        Database.number("select id from unit where code = '00103' and valid_to = 'infinity'");
    String body =
        """
        {"externalCode": "%s", "procedure": "%s", "channel": "ONLINE", "receivedAt": "%s",
         "owner": {"fullName": "Nguyễn Thị Ở Bộ", "nationalId": "001190%06d",
           "phone": "0900000001", "communeId": %d}}"""
            .formatted(
                NUMBER,
                procedure,
                Instant.now().minus(Duration.ofMinutes(10)),
                Instant.now().toEpochMilli() % 1_000_000,
                commune);
    String address = "api/v1/external-dossiers/" + encoded(SYSTEM) + "?branch=" + branch;
    Api.Answer answer =
        Api.administrator().post(address, BodyPublishers.ofString(body), "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(
            Api.administrator()
                .post(address, BodyPublishers.ofString(body), "application/json")
                .status())
        .as("the same again")
        .isEqualTo(200);
    return answer.json().at("/code").asText();
  }

  private static JsonNode told(int sequence, String status) {
    Api.Answer answer =
        Api.administrator()
            .post(
                "api/v1/external-dossiers/%s/%s/statuses".formatted(encoded(SYSTEM), NUMBER),
                BodyPublishers.ofString(
                    "{\"sequence\": %d, \"status\": \"%s\", \"occurredAt\": \"%s\"}"
                        .formatted(sequence, status, Instant.now().minus(Duration.ofMinutes(5)))),
                "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
}
