package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Until;

/** A log goes in through the screen, and its figures come out equal from both sides. */
class ImportJourneyIT {

  @Test
  void aLogIsImportedComparedAndReported() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/imports");
      FilePayload log = CaseTable.of(3);
      ImportScreen.upload(page, CaseTable.EXAMPLE, log);
      page.waitForURL("**/import?id=*");
      assertThat(page.locator("h1")).hasText(log.name);
      ImportScreen.awaitEnd(page, "Đã nhập");
      assertThat(page.locator(".counts dd"))
          .hasText(new String[] {"30", "30", "0", "30", "30", "0", "0"});
      visit.picture("import-done");

      ImportScreen.showFigures(page, 30);
      ImportScreen.mark(page);
      assertThat(page.locator(".verdict .word")).hasText("Khớp");
      assertThat(page.locator(".verdict")).containsText("khớp đến H");
      assertThat(page.locator(".headlines dd"))
          .hasText(new String[] {"30", "85,7% (n = 21)", "50,0% (n = 6)"});
      assertThat(page.locator("td.differing")).hasCount(0);

      page.locator("#cut").selectOption("channel");
      page.waitForURL("**cut=channel**");
      assertThat(page.locator("table.figure-parts")).containsText("Bưu chính");
      visit.picture("figures-by-channel");
      page.locator("#cut").selectOption("unit");
      page.waitForURL("**cut=unit**");
      assertThat(page.locator(".verdict .word")).hasText("Khớp");
      visit.picture("figures-by-unit");
      assertThat(new AxeBuilder(page).analyze().getViolations())
          .extracting(rule -> rule.getId())
          .doesNotContain("color-contrast", "label", "link-name", "target-size");

      Locator pdf = page.locator(".files a").first();
      // Asked for once more where the stream missed the report's own cut, which the page then says.
      Until.is(
          Duration.ofMinutes(5),
          () -> {
            page.locator("[id='report-form:issue']").click();
            pdf.or(page.locator("[id='report-form:issued'] .problem")).first().waitFor();
            return pdf.count();
          },
          issued -> issued == 1);
      byte[] bytes = page.request().get(Visit.address(pdf.getAttribute("href"))).body();
      assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      visit.picture("report-issued");
      // A cut that the stream missed is answered with that status, and another one taken.
      assertThat(visit.complaints())
          .filteredOn(one -> !(one.contains("503") && one.contains("horizon=")))
          .isEmpty();
    }
  }

  @Test
  void errorsOfTheMappingStandBesideItAndWhatWasTypedStays() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/imports");
      page.locator("#submit").click();
      assertThat(page.locator("#file-errors")).containsText("Chưa chọn tệp");
      assertThat(page.locator("#mapping-errors")).containsText("Chưa có ánh xạ");

      String wrong = "{\"format\": \"XES\", \"zone\": \"Mars\", \"colour\": 1}";
      page.locator("#mapping").fill(wrong);
      page.locator("#file").setInputFiles(CaseTable.of(1));
      page.locator("#submit").click();
      assertThat(page.locator("#mapping-errors")).containsText("không có múi giờ Mars");
      assertThat(page.locator("#mapping-errors")).containsText("colour");
      assertThat(page.locator("#file-errors")).not().containsText("Chưa");
      assertThat(page.locator("#mapping")).hasValue(wrong);
      assertThat(page.locator("#mapping")).hasAttribute("aria-invalid", "true");
      assertThat(page.evaluate("document.activeElement.hasAttribute('data-errors')"))
          .isEqualTo(true);
      assertThat(
              new AxeBuilder(page)
                  .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                  .analyze()
                  .getViolations())
          .isEmpty();
      visit.picture("import-errors");
    }
  }

  @Test
  void aDoubleClickMakesOneImportAndTheSameAgainIsToldPlainly() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/imports");
      FilePayload log = CaseTable.of(1);
      page.locator(CaseTable.EXAMPLE).click();
      page.locator("#file").setInputFiles(log);
      page.locator("#submit").dblclick();
      page.waitForURL("**/import?id=*");
      String first = page.url();
      ImportScreen.awaitEnd(page, "Đã nhập");

      visit.open("/imports");
      assertThat(page.locator("table.imports tbody tr").filter(named(log.name))).hasCount(1);
      ImportScreen.upload(page, CaseTable.EXAMPLE, log);
      assertThat(page.locator("#outcome")).containsText("Nội dung này đã được nhập");
      visit.picture("import-again");
      page.locator("#outcome a").click();
      page.waitForURL("**/import?id=*");
      assertThat(page.url()).isEqualTo(first);
    }
  }

  @Test
  void aBombIsRefusedPolitely() throws IOException {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/imports");
      String laughs =
          """
          <?xml version="1.0"?>
          <!DOCTYPE log [<!ENTITY a "%s"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
          <log><trace><string key="concept:name" value="&b;"/></trace></log>
          """
              .formatted(UUID.randomUUID());
      ImportScreen.upload(
          page,
          "[data-example=example-xes-case-attributes]",
          new FilePayload("bom.xes", "text/xml", laughs.getBytes(StandardCharsets.UTF_8)));
      page.waitForURL("**/import?id=*");
      ImportScreen.awaitEnd(page, "Không nhập được");
      assertThat(page.locator("#progress .notice")).containsText("DOCTYPE");
      visit.picture("import-refused");

      visit.open("/imports");
      ImportScreen.upload(
          page,
          CaseTable.EXAMPLE,
          new FilePayload("bom.csv.gz", "application/gzip", zeros(64 << 20)));
      page.waitForURL("**/import?id=*");
      ImportScreen.awaitEnd(page, "Không nhập được");
      assertThat(page.locator("#progress .notice")).not().isEmpty();
    }
  }

  @Test
  void cancellingAsksWithTheFilesName() {
    try (Visit visit = Visit.atDesk()) {
      Page page = visit.open("/imports");
      FilePayload log = CaseTable.of(20_000);
      ImportScreen.upload(page, CaseTable.EXAMPLE, log);
      page.waitForURL("**/import?id=*");
      Locator dialog = page.locator("#cancel-dialog");
      Visit.opens(page.locator("[data-opens=cancel-dialog]"), dialog);
      assertThat(dialog).containsText(log.name);
      page.keyboard().press("Escape");
      assertThat(dialog).not().isVisible();
      Visit.opens(page.locator("[data-opens=cancel-dialog]"), dialog);
      page.locator("#cancel").click();
      ImportScreen.awaitEnd(page, "Đã hủy");
      assertThat(page.locator("[data-opens=cancel-dialog]")).hasCount(0);
    }
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static byte[] zeros(int count) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
      gzip.write(new byte[count]);
    }
    return packed.toByteArray();
  }
}
