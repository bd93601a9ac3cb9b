package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.it.running.Account;
import vn.motcua.it.running.Api;

/** The register of indicators, as a leader reads it, and over the interface. */
class IndicatorsIT {

  private static final String REGISTER = "/indicators?dataset=" + BoardScene.DATASET;
  private static final String API = "api/v1/indicators";
  private static final String OF_SCENE = "?dataset=" + BoardScene.DATASET + "&period=month";

  @BeforeAll
  static void prepare() {
    BoardScene.prepare();
  }

  @Test
  void everyIndicatorHasAFormulaAndOpensIntoItsParts() {
    try (Visit visit = leader("vi", 1440)) {
      Page page = visit.open(REGISTER);
      int all = Api.administrator().get(API + OF_SCENE).json().get("indicators").size();
      assertThat(page.locator("table.indicators tbody tr")).hasCount(all);
      page.locator("table.indicators a", new Page.LocatorOptions().setHasText("cả thời gian chờ"))
          .click();
      assertThat(page.locator(".opened tbody tr")).hasCount(12);
      assertThat(page.locator(".opened tbody tr").first()).containsText("90% dưới");
      assertThat(page.locator(".opened strong[aria-current]")).hasText("cơ quan giải quyết");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void whatHasNoLegalMeaningIsRefused() {
    Api api = Api.administrator();
    JsonNode refusal = api.get(API + "/OPEN" + OF_SCENE + "&by=day").json();
    assertThat(refusal.get("status").asInt()).isEqualTo(422);
    assertThat(refusal.get("code").asText()).isEqualTo("figures.illegal-cut");
    for (String asked :
        new String[] {"/OPEN/csv?by=day", "/K1?by=field", "/K1?by=unit", "/T1?by=branch"}) {
      refusal = api.get(API + asked + "&dataset=" + BoardScene.DATASET + "&period=month").json();
      assertThat(refusal.get("status").asInt()).as(asked).isEqualTo(422);
      assertThat(refusal.get("detail").asText())
          .as(asked)
          .contains("không được chia hoặc lọc theo", "Sổ chỉ tiêu cho phép: không chia");
    }
    assertThat(api.get(API + "/K1" + OF_SCENE + "&by=branch").json().has("parts")).isTrue();
    assertThat(api.get(API + "/NONE_SUCH" + OF_SCENE).status()).isEqualTo(404);
    try (Visit visit = leader("vi", 1440)) {
      Page page = visit.open(REGISTER + "&code=OPEN&by=day");
      assertThat(page.locator(".notice")).containsText("không được chia");
    }
  }

  @Test
  void theSheetHasEveryIndicator() {
    String sheet = Api.administrator().get(API + "/csv" + OF_SCENE).text();
    assertThat(sheet).contains("FLOW_ELAPSED", "Thời gian giải quyết", "DELEGATED_PROCESS");
    assertThat(Api.administrator().get(API + "/FLOW_ELAPSED/csv" + OF_SCENE + "&by=unit").text())
        .contains("FLOW_ELAPSED,unit,cn-1,");
  }

  @ParameterizedTest
  @CsvSource({
    "vi, 1440, ''",
    "vi, 390, ''",
    "en, 1440, &code=FLOW_ELAPSED&by=unit",
    "en, 390, &code=K3&by=branch"
  })
  void looksRight(String language, int width, String further) {
    try (Visit visit = leader(language, width)) {
      Page page = visit.open(REGISTER + further);
      visit.picture("indicators-" + language + "-" + width);
      assertThat(new AxeBuilder(page).withTags(PagesIT.RULES).analyze().getViolations())
          .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
          .isEmpty();
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private static Visit leader(String language, int width) {
    Account leader = Api.administrator().demoAccount("LEADER");
    return Visit.as(leader.login(), leader.password(), language, width, ColorScheme.LIGHT);
  }
}
