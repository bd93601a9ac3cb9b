package vn.motcua.eventlog.staging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Recognises UTF-8 that some program took for Windows-1252 and wrote as UTF-8 again: put back into
 * single bytes, the text is valid UTF-8 with letters beyond ASCII. Honest text almost never is.
 */
final class DoubleEncoding {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private DoubleEncoding() {}

  static boolean suspected(String text) {
    boolean ascii = true;
    for (int i = 0; i < text.length() && ascii; i++) {
      ascii = text.charAt(i) < 0x80;
    }
    if (ascii) {
      return false;
    }
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < text.length(); i++) {
      int single = singleByte(text.charAt(i));
      if (single < 0) {
        return false;
      }
      bytes[i] = (byte) single;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException honest) {
      return false;
    }
  }

  /** Windows-1252 leaves five bytes without a letter; programs pass them through as they are. */
  private static int singleByte(char letter) {
    if (letter < 0x100) {
      return letter;
    }
    byte[] bytes = String.valueOf(letter).getBytes(WINDOWS);
    return bytes.length == 1 && bytes[0] != '?' ? bytes[0] & 0xFF : -1;
  }
}
