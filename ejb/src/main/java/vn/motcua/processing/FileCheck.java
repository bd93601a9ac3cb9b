package vn.motcua.processing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Whether a file is what it seems: PDF, JPEG or PNG by its content, never by its name, and no
 * larger than allowed.
 */
final class FileCheck {

  /** As a scanned result needs it at most. */
  static final int LARGEST = UploadedFile.LARGEST;

  private static final int LARGEST_NAME = 120;

  private FileCheck() {}

  /**
   * The media type of a file.
   *
   * @throws ProcessingFailure.BadFile where it is another kind, broken, empty or too large
   */
  static String mediaType(UploadedFile file) {
    byte[] content = file.content();
    if (content.length > LARGEST) {
      throw new ProcessingFailure.BadFile("too-large", safeName(file));
    }
    if (begins(content, "%PDF-") && endsAsPdf(content)) {
      return "application/pdf";
    }
    if (begins(content, "\u0089PNG") && image(content)) {
      return "image/png";
    }
    if (begins(content, "\u00ff\u00d8\u00ff") && image(content)) {
      return "image/jpeg";
    }
    throw new ProcessingFailure.BadFile("kind", safeName(file));
  }

  /** The last part of the name, without what a header or a page could misread. */
  static String safeName(UploadedFile file) {
    String name = file.name() == null ? "" : file.name();
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean =
        Normalizer.normalize(last, Normalizer.Form.NFC).replaceAll("[\\p{Cntrl}\"<>|:*?]", "_");
    return clean.length() > LARGEST_NAME ? clean.substring(clean.length() - LARGEST_NAME) : clean;
  }

  private static boolean begins(byte[] content, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    return content.length > wanted.length
        && Arrays.equals(content, 0, wanted.length, wanted, 0, wanted.length);
  }

  private static boolean endsAsPdf(byte[] content) {
    int from = Math.max(0, content.length - 1024);
    return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1)
        .contains("%%EOF");
  }

  /** Reads the size only: a picture that claims to be huge is not unpacked. */
  private static boolean image(byte[] content) {
    try (ImageInputStream stream =
        ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        return false;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream);
        return reader.getWidth(0) > 0 && reader.getHeight(0) > 0;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException broken) {
      return false;
    }
  }
}
