package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.reception.UploadLimit;
import vn.motcua.world.SmallPdf;

/** What is kept as a signed result, an opinion or a proof, and what is not. */
class FileCheckTest {

  @Test
  void aPageAndASignedFormAreTaken() {
    assertThat(type(SmallPdf.plain())).isEqualTo("application/pdf");
    assertThat(type(SmallPdf.with(FileCheckTest::sign)))
        .as("a field for a digital signature, as signed results have it")
        .isEqualTo("application/pdf");
    assertThat(type(SmallPdf.with(document -> link(document, new PDActionURI()))))
        .as("a link to a page of the net runs nothing by itself")
        .isEqualTo("application/pdf");
  }

  static Stream<byte[]> active() {
    return Stream.of(
        SmallPdf.with(d -> d.getDocumentCatalog().setOpenAction(script())),
        SmallPdf.with(d -> d.getDocumentCatalog().setOpenAction(new PDActionLaunch())),
        SmallPdf.with(FileCheckTest::attach),
        SmallPdf.with(d -> link(d, new PDActionLaunch())),
        SmallPdf.with(d -> link(d, followed())),
        SmallPdf.with(FileCheckTest::whenThePageOpens),
        SmallPdf.with(FileCheckTest::whenTheFieldIsLeft));
  }

  @ParameterizedTest
  @MethodSource("active")
  void whatRunsOrBringsFilesIsRefused(byte[] content) {
    refused("processing.bad-file.active", content);
  }

  @Test
  void whatNobodyCanReadIsRefused() {
    refused("processing.bad-file.kind", new byte[0]);
    refused("processing.bad-file.kind", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8));
    refused(
        "processing.bad-file.kind",
        "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
    refused("processing.bad-file.kind", Arrays.copyOf(SmallPdf.plain(), 60));
    refused("processing.bad-file.kind", "MZ".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theLargestIsThatOfTheSetting() {
    UploadedFile file = new UploadedFile("kết quả.pdf", new byte[3 * 1024 * 1024 + 1]);
    assertThatThrownBy(() -> FileCheck.mediaType(file, new UploadLimit(3)))
        .isInstanceOfSatisfying(
            ProcessingFailure.BadFile.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("processing.bad-file.too-large");
              assertThat(refused.message(java.util.Locale.of("vi"))).contains("3 MB");
            });
    assertThatThrownBy(() -> FileCheck.mediaType(file, new UploadLimit(4)))
        .as("small enough, and no paper")
        .isInstanceOfSatisfying(
            ProcessingFailure.BadFile.class,
            refused -> assertThat(refused.code()).isEqualTo("processing.bad-file.kind"));
    assertThat(new UploadLimit().megabytes()).isEqualTo(20);
  }

  private static String type(byte[] content) {
    return FileCheck.mediaType(new UploadedFile("kết quả.pdf", content), new UploadLimit());
  }

  private static void refused(String code, byte[] content) {
    assertThatThrownBy(() -> type(content))
        .isInstanceOfSatisfying(
            ProcessingFailure.BadFile.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.message(java.util.Locale.of("vi"))).contains("kết quả.pdf");
            });
  }

  private static PDActionJavaScript script() {
    return new PDActionJavaScript("app.alert(1)");
  }

  /** Harmless by its own name, and then a script. */
  private static PDActionURI followed() {
    PDActionURI first = new PDActionURI();
    first.setNext(List.of(script()));
    return first;
  }

  private static void link(
      PDDocument document, org.apache.pdfbox.pdmodel.interactive.action.PDAction action) {
    PDAnnotationLink link = new PDAnnotationLink();
    link.setAction(action);
    try {
      document.getPage(0).getAnnotations().add(link);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void whenThePageOpens(PDDocument document) {
    COSDictionary events = new COSDictionary();
    events.setItem(COSName.O, script());
    document.getPage(0).getCOSObject().setItem(COSName.getPDFName("AA"), events);
  }

  private static void whenTheFieldIsLeft(PDDocument document) {
    sign(document);
    COSDictionary events = new COSDictionary();
    events.setItem(COSName.getPDFName("Bl"), script());
    COSArray all =
        (COSArray) document.getPage(0).getCOSObject().getDictionaryObject(COSName.ANNOTS);
    ((COSDictionary) all.getObject(0)).setItem(COSName.getPDFName("AA"), events);
  }

  private static void attach(PDDocument document) {
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    PDComplexFileSpecification one = new PDComplexFileSpecification();
    one.setFile("a.exe");
    files.setNames(Map.of("a.exe", one));
    PDDocumentNameDictionary names =
        Objects.requireNonNullElseGet(
            document.getDocumentCatalog().getNames(),
            () -> new PDDocumentNameDictionary(document.getDocumentCatalog()));
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);
  }

  private static void sign(PDDocument document) {
    try {
      PDAcroForm form = new PDAcroForm(document);
      document.getDocumentCatalog().setAcroForm(form);
      form.setSignaturesExist(true);
      PDSignatureField field = new PDSignatureField(form);
      PDAnnotationWidget widget = field.getWidgets().getFirst();
      widget.setPage(document.getPage(0));
      document.getPage(0).getAnnotations().add(widget);
      form.getFields().add(field);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
