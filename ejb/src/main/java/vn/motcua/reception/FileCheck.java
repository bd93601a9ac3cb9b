package vn.motcua.reception;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Looks into an uploaded file: its first bytes must be those of a PDF, JPEG or PNG, it must open,
 * and a PDF must not run anything. The name and the type that the browser told are not believed.
 */
public final class FileCheck {

  /** A scan of A3 at 600 dpi has 70 million; more is a bomb. */
  private static final long MOST_PIXELS = 150_000_000L;

  private FileCheck() {}

  /**
   * @return the media type
   * @throws IntakeFailure.BadFile where it is not taken
   */
  public static String mediaType(byte[] content) {
    if (content.length == 0) {
      throw new IntakeFailure.BadFile("empty");
    }
    if (begins(content, 0x25, 0x50, 0x44, 0x46, 0x2d)) {
      checkPdf(content);
      return "application/pdf";
    }
    if (begins(content, 0xff, 0xd8, 0xff)) {
      checkImage(content, "jpeg");
      return "image/jpeg";
    }
    if (begins(content, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) {
      checkImage(content, "png");
      return "image/png";
    }
    throw new IntakeFailure.BadFile("type");
  }

  private static boolean begins(byte[] content, int... first) {
    if (content.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((content[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }

  private static void checkPdf(byte[] content) {
    try (PDDocument document = Loader.loadPDF(content)) {
      if (document.getNumberOfPages() == 0) {
        throw new IntakeFailure.BadFile("broken");
      }
      if (ActiveContent.in(document)) {
        throw new IntakeFailure.BadFile("active");
      }
    } catch (IOException | RuntimeException e) {
      // A reader that stumbles over what somebody made up has not read it.
      throw e instanceof IntakeFailure refused ? refused : new IntakeFailure.BadFile("broken");
    }
  }

  private static void checkImage(byte[] content, String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    try (ImageInputStream stream =
        ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(stream);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels == 0 || pixels > MOST_PIXELS) {
        throw new IntakeFailure.BadFile("broken");
      }
    } catch (IOException | RuntimeException e) {
      throw e instanceof IntakeFailure refused ? refused : new IntakeFailure.BadFile("broken");
    } finally {
      reader.dispose();
    }
  }
}
