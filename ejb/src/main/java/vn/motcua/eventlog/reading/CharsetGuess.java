package vn.motcua.eventlog.reading;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.eventlog.failure.UnreadableFile;

/**
 * Finds the character set as XML 1.0, appendix F, describes: byte order mark, the shape of the
 * first bytes, the declaration.
 */
final class CharsetGuess {

  /** How far the beginning is looked at; the stream must be able to take it back. */
  static final int HEAD = 1024;

  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

  private CharsetGuess() {}

  /**
   * @param skipped the length of the byte order mark, which has been taken off the stream
   */
  record Found(Charset charset, int skipped) {}

  /**
   * @param otherwise where neither a mark nor (in XML) a declaration tells
   * @param declared whether an XML declaration is to be believed
   */
  static Found of(PushbackInputStream in, Charset otherwise, boolean declared) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    Found mark = mark(head);
    if (mark != null) {
      in.unread(head, mark.skipped(), head.length - mark.skipped());
      return mark;
    }
    in.unread(head);
    if (!declared) {
      return new Found(otherwise, 0);
    }
    if (head.length > 1 && head[0] == 0 && head[1] == '<') {
      return new Found(StandardCharsets.UTF_16BE, 0);
    }
    if (head.length > 1 && head[0] == '<' && head[1] == 0) {
      return new Found(StandardCharsets.UTF_16LE, 0);
    }
    Matcher matcher = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    return new Found(matcher.find() ? named(matcher.group(1)) : otherwise, 0);
  }

  private static Found mark(byte[] head) {
    int first = head.length > 0 ? head[0] & 0xFF : -1;
    int second = head.length > 1 ? head[1] & 0xFF : -1;
    int third = head.length > 2 ? head[2] & 0xFF : -1;
    if (first == 0xEF && second == 0xBB && third == 0xBF) {
      return new Found(StandardCharsets.UTF_8, 3);
    }
    if (first == 0xFE && second == 0xFF) {
      return new Found(StandardCharsets.UTF_16BE, 2);
    }
    if (first == 0xFF && second == 0xFE) {
      return new Found(StandardCharsets.UTF_16LE, 2);
    }
    return null;
  }

  private static Charset named(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      throw new UnreadableFile("encoding-unknown", name);
    }
  }
}
