package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Counter;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.Until;

/**
 * What an engineer does: rebuilds and says yes, sends set-aside records again, moves thresholds.
 */
class OperationsIT {

  private static final Duration LONG = Duration.ofMinutes(8);
  private static final double LONG_MILLIS = LONG.toMillis();

  @Test
  void aRebuildIsShownOnlyAfterAYes() {
    Counter counter = new Counter();
    counter.receive(counter.next());
    long former = Database.number("select active_generation from read_model");
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/operations");
      page.locator("#begin-reason").fill("Thử trên màn hình");
      page.locator("[id='do-begin']").click();
      assertThat(page.locator(".notice.good")).isVisible();
      Locator running = page.locator(".running");
      assertThat(running)
          .containsText("Khớp, chờ xác nhận", new ContainsTextOptions().setTimeout(LONG_MILLIS));
      visit.picture("operations-agreed");
      assertThat(Database.number("select active_generation from read_model"))
          .as("nobody said yes")
          .isEqualTo(former);
      Visit.opens(running.locator("[data-opens='switch-dialog']"), page.locator("#switch-dialog"));
      assertThat(page.locator("#switch-dialog")).containsText("không quay lại được");
      visit.picture("operations-switch");
      page.locator("[id='do-switch']").click();
      assertThat(page.locator(".notice.good")).isVisible();
      Until.is(
          LONG,
          () -> Database.number("select active_generation from read_model"),
          shown -> shown != former);
      page.navigate(Visit.address("/operations"));
      assertThat(
              page.locator("[aria-labelledby='rebuilds-heading'] tbody tr")
                  .filter(new Locator.FilterOptions().setHasText("Thử trên màn hình")))
          .containsText("Đã chuyển");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void aRecordSetAsideIsCountedOnTheBoardAndSentOnceMore() {
    Counter counter = new Counter();
    long dossier = counter.receive(counter.next());
    // As the stream writes it; that the stream does is shown by DeadLettersIT.
    Database.change(
        """
        insert into dead_letter (generation, topic, partition, position, reason, dossier_id)
        select active_generation, 'thu', 0, %d, 'NOT_A_MESSAGE does not begin with C3 01', %d
        from read_model"""
            .formatted(dossier, dossier));
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/board");
      assertThat(page.locator("#board-set-aside")).containsText("để riêng");
      page = visit.open("/operations");
      Locator line = page.locator(".letters tbody tr:has-text('thu/0/" + dossier + "')");
      assertThat(line).containsText("Chưa gửi lại");
      visit.picture("operations-letters");
      assertThat(page.locator("[id='do-replay']")).isDisabled();
      line.locator("input[name=place]").check();
      page.locator("[id='do-replay']").click();
      assertThat(page.locator(".notice.good")).isVisible();
      Until.is(
          LONG,
          () ->
              Database.number(
                  "select count(*) from dead_letter where topic = 'thu' and replayed_at is not null"
                      + " and dossier_id = "
                      + dossier),
          sent -> sent == 1);
      page.navigate(Visit.address("/operations"));
      assertThat(line).containsText("Đã gửi lại");
      assertThat(line.locator("input[name=place]")).hasCount(0);
    }
  }

  @Test
  void aThresholdIsMovedWithItsDayAndItsBasis() {
    try (Visit visit = Visit.of("vi", 390, ColorScheme.LIGHT)) {
      Page page = visit.open("/operations?table=OVERLOAD&kind=ARRIVALS&part=OVERLOADED#change");
      page.locator("#change-value").fill("9");
      page.locator("#change-basis").fill("Thử");
      page.locator("[id='do-change']").click();
      assertThat(page.locator("[data-errors]")).containsText("quá tải đến trước đông");
      assertThat(page.locator("#change-value")).hasValue("9");
      page.locator("#change-value").fill("25");
      page.locator("[id='do-change']").click();
      assertThat(page.locator(".notice.good")).isVisible();
      assertThat(page.locator("[aria-labelledby='journal-heading']")).containsText("20 → 25");
      visit.picture("operations-thresholds-390");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void aProceduresOwnThresholdIsSetAndEnds() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/operations");
      page.locator("details:has(#own) > summary").click();
      assertThat(page.locator("#own-from")).hasValue(Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
      page.locator("#own-procedure").fill("1.001193");
      page.locator("#own-value").fill("120");
      page.locator("#own-basis").fill("Thử ngưỡng riêng");
      String begins = page.locator("#own-from").inputValue();
      page.locator("[id='do-own']").click();
      assertThat(page.locator(".notice.good")).isVisible();
      page.locator(".thresholds tbody tr:has-text('1.001193') a").first().click();
      assertThat(page.locator("#end-from")).hasValue(begins);
      page.locator("#end-basis").fill("Thử kết thúc");
      page.locator("[id='do-end']").click();
      assertThat(page.locator("[data-errors]")).containsText("chỉ kết thúc được từ ngày sau đó");
      visit.picture("operations-threshold-end");
      page.locator("#end-from").fill(LocalDate.parse(begins).plusDays(9).toString());
      page.locator("[id='do-end']").click();
      assertThat(page.locator(".notice.good")).isVisible();
      assertThat(page.locator("[aria-labelledby='journal-heading']"))
          .containsText("theo ngưỡng chung");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void anAuditorReadsAndPressesNothing() {
    try (Visit visit = Visit.as("kiemtra")) {
      Page page = visit.open("/operations");
      assertThat(page.locator("h1")).hasText("Vận hành luồng số liệu");
      assertThat(page.locator("main input[type=submit], main [data-opens]")).hasCount(0);
      assertThat(page.locator("nav a[href$='/operations']")).hasCount(1);
    }
    try (Visit visit = Visit.as("tiepnhan.tayho")) {
      assertThat(visit.page().navigate(Visit.address("/operations")).status()).isEqualTo(403);
      assertThat(visit.page().locator("nav a[href$='/operations']")).hasCount(0);
    }
  }
}
