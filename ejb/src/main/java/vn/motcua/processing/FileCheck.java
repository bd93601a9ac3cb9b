package vn.motcua.processing;

import java.text.Normalizer;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.reception.UploadLimit;

/**
 * Whether a file is what it seems: what the counter takes as a scan is taken here, and nothing
 * else. A result is opened by many who trust it: one that runs something is not kept.
 */
final class FileCheck {

  private static final int LARGEST_NAME = 120;

  private FileCheck() {}

  /**
   * The media type of a file.
   *
   * @throws ProcessingFailure.BadFile where it is another kind, broken, active, empty or too large
   */
  static String mediaType(UploadedFile file, UploadLimit limit) {
    if (file.content().length > limit.bytes()) {
      throw new ProcessingFailure.BadFile(
          "too-large", safeName(file), Integer.toString(limit.megabytes()));
    }
    try {
      return vn.motcua.reception.FileCheck.mediaType(file.content());
    } catch (IntakeFailure.BadFile refused) {
      String why = "reception.file-active".equals(refused.code()) ? "active" : "kind";
      throw new ProcessingFailure.BadFile(why, safeName(file));
    }
  }

  /** The last part of the name, without what a header or a page could misread. */
  static String safeName(UploadedFile file) {
    String name = file.name() == null ? "" : file.name();
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean =
        Normalizer.normalize(last, Normalizer.Form.NFC).replaceAll("[\\p{Cntrl}\"<>|:*?]", "_");
    return clean.length() > LARGEST_NAME ? clean.substring(clean.length() - LARGEST_NAME) : clean;
  }
}
