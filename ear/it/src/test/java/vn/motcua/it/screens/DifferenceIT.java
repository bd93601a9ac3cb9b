package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.Figures;

/** One row of the stream altered by hand is seen on the screen, and no form is issued of it. */
class DifferenceIT {

  @Test
  void anAlteredCellIsShownAndNoFormIsIssued() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/imports");
      ImportScreen.upload(page, CaseTable.EXAMPLE, CaseTable.of(2));
      ImportScreen.awaitEnd(page, "Đã nhập");
      ImportScreen.showFigures(page, 20);
      String dataset = page.url().replaceFirst(".*dataset=([^&]+).*", "$1");
      // From here on the stream writes nothing of it any more.
      new Figures(Api.administrator()).assertEqualNow(dataset, Duration.ofMinutes(5));
      int altered =
          Database.change(
              """
              update figure_day f set received = received + 1
              from dataset d where d.id = f.dataset_id and d.code = '%s' and f.ctid =
                (select min(c.ctid) from figure_day c where c.dataset_id = d.id and c.received > 0)
              """
                  .formatted(dataset));
      assertThat(altered).isOne();

      ImportScreen.mark(page);
      assertThat(page.locator(".verdict .word")).hasText("Lệch");
      assertThat(page.locator(".verdict table tbody tr")).hasCount(1);
      assertThat(page.locator(".verdict table")).containsText("Tiếp nhận");
      assertThat(page.locator("table.ledger td.differing").first()).isVisible();
      page.locator("#cut").selectOption("field");
      page.waitForURL("**cut=field**");
      assertThat(page.locator("table.figure-parts .against").first()).containsText("≠");
      assertThat(new AxeBuilder(page).withTags(PagesIT.RULES).analyze().getViolations()).isEmpty();
      visit.picture("figures-differ");

      page.locator("[id='report-form:issue']").click();
      assertThat(page.locator("[id='report-form:issued']")).containsText("Chưa lập được");
      assertThat(page.locator(".files")).hasCount(0);
      visit.picture("report-refused");
    }
  }
}
