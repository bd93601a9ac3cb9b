package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The printed form as an archive sees it. */
class PdfAConformanceTest {

  private static final ReportRenderer RENDERER = new ReportRenderer();

  @BeforeAll
  static void startTheJudge() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void formsAreArchival() throws Exception {
    assertThat(violations(RENDERER.pdf(Reports.of()))).isEmpty();
    assertThat(violations(RENDERER.pdf(Reports.of(Reports.level("Cấp xã", 60))))).isEmpty();
  }

  @Test
  void theJudgeSeesADrawingThatIsNotArchival() throws Exception {
    byte[] drawn = new ProcedureResultsPdf().draw(Reports.of(Reports.level("Cấp xã", 3)));

    assertThat(violations(drawn)).isNotEmpty();
  }

  @Test
  void everyFontIsEmbedded() throws IOException {
    byte[] pdf = RENDERER.pdf(Reports.of(Reports.level("Cấp xã", 30)));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (var page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          assertThat(font.getName()).contains("+LiberationSerif");
        }
      }
    }
  }

  @Test
  void noFontKeepsACidSet() throws IOException {
    byte[] pdf = RENDERER.pdf(Reports.of(Reports.level("Cấp xã", 3)));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        COSBase object = document.getDocument().getObjectFromPool(key).getObject();
        if (object instanceof COSDictionary dictionary) {
          assertThat(dictionary.containsKey("CIDSet")).isFalse();
        }
      }
    }
  }

  @Test
  void theFileSaysItsLanguageTitleAndMoment() throws IOException {
    byte[] pdf = RENDERER.pdf(Reports.of());

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
      assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Biểu số II.06a/VPCP/KSTT - Quý I năm 2026");
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo("2026-11-21T08:30:00Z");
    }
  }

  @Test
  void printingAgainGivesTheSameBytes() {
    ProcedureResultsReport report = Reports.of(Reports.level("Cấp xã", 40));

    assertThat(RENDERER.pdf(report)).isEqualTo(new ReportRenderer().pdf(report));
  }

  private static List<String> violations(byte[] pdf) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
          .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
          .distinct()
          .toList();
    }
  }
}
