package vn.motcua.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** PDFs of one empty page, as small as a reader takes them. */
public final class SmallPdf {

  private SmallPdf() {}

  public static byte[] plain() {
    return with(document -> {});
  }

  /** With something more in it. */
  public static byte[] with(Consumer<PDDocument> more) {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      more.accept(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
