package vn.motcua.web.rest;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.motcua.processing.UploadedFile;

/**
 * A form in parts, as it was sent: short texts, and one file.
 *
 * @param parts null where none were sent
 */
record SentParts(List<EntityPart> parts) {

  /** Far more than a text may say; what is longer is a file in the wrong part. */
  private static final int LONGEST_TEXT_BYTES = 10_000;

  /** Empty where there is no such part. */
  String text(String name) throws IOException {
    EntityPart sent = part(name);
    if (sent == null) {
      return "";
    }
    try (InputStream content = sent.getContent()) {
      return new String(content.readNBytes(LONGEST_TEXT_BYTES), StandardCharsets.UTF_8).strip();
    }
  }

  /**
   * Null where none was sent; one byte more than is allowed is read, so that too much is seen.
   *
   * @param largest in bytes
   */
  UploadedFile file(int largest) throws IOException {
    EntityPart sent = part("file");
    if (sent == null) {
      return null;
    }
    try (InputStream content = sent.getContent()) {
      byte[] bytes = content.readNBytes(largest + 1);
      return bytes.length == 0 ? null : new UploadedFile(sent.getFileName().orElse(""), bytes);
    }
  }

  private EntityPart part(String name) {
    return parts == null
        ? null
        : parts.stream().filter(part -> name.equals(part.getName())).findFirst().orElse(null);
  }
}
