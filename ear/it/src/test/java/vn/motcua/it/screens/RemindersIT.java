package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.it.running.CounterDossiers;
import vn.motcua.it.running.SignIn;
import vn.motcua.it.running.Until;

/** From the log by the stream to the screen: what is overdue is told, and urged with one press. */
class RemindersIT {

  private static final CounterDossiers COUNTER = CounterDossiers.connect();
  private static final String REMINDERS = "/reminders?dataset=" + CounterDossiers.DATASET;

  @Test
  void anOverdueDossierIsToldByTheStreamAndUrgedWithOnePress() {
    String code = COUNTER.received(Duration.ofDays(20), Duration.ofDays(-3));
    try (Visit director = Visit.as("giamdoc.tayho")) {
      Page page = director.page();
      Locator line =
          page.locator(
              ".reminder-lines tr:has-text('" + code + "'):has(.state:text-is('Quá hạn'))");
      Until.is(
          Duration.ofMinutes(5),
          () -> {
            page.navigate(Visit.address(REMINDERS));
            return line.count();
          },
          count -> count > 0);
      line.locator("button[name=urge]").click();
      assertThat(page.locator(".notice.good")).containsText(code);
      assertThat(line).containsText("đã đôn đốc lúc");
      line.locator("button[name=urge]").click();
      assertThat(page.locator("[data-errors]")).containsText("đã được đôn đốc");
      director.picture("reminders-urged");
    }
    try (Visit officer = Visit.as("chuyenvien.tuphap")) {
      Page page = officer.open(REMINDERS);
      assertThat(
              page.locator(".reminder-lines tr:has-text('" + code + "'):has-text('đã đôn đốc lúc')")
                  .first())
          .isVisible();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tiepnhan.tayho", "chuyenvien.tuphap", "giamdoc.tayho", "lanhdao", "baocao"})
  void isForAllInBothLanguagesOnAnyWidth(String login) {
    for (String language : new String[] {"vi", "en"}) {
      for (int width : new int[] {1440, 390}) {
        ColorScheme scheme =
            language.equals("vi") == (width == 390) ? ColorScheme.DARK : ColorScheme.LIGHT;
        try (Visit visit = Visit.byNobody(language, width, scheme)) {
          SignIn.as(visit.page(), login);
          Page page = visit.open(REMINDERS);
          visit.picture("reminders-" + login + "-" + language + "-" + width);
          assertThat(page.locator("h1")).hasCount(1);
          assertThat(new AxeBuilder(page).withTags(PagesIT.RULES).analyze().getViolations())
              .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
              .isEmpty();
          assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
              .isLessThanOrEqualTo(width);
          assertThat(visit.complaints()).isEmpty();
        }
      }
    }
  }
}
