package vn.motcua.eventlog.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import vn.motcua.eventlog.failure.UnreadableFile;

/**
 * Decodes bytes and refuses what is not of the character set, with the place of the first wrong
 * byte. The JDK's reader would put U+FFFD there, or give no place.
 */
final class StrictText extends Reader {

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(32 * 1024).limit(0);
  private long before;
  private boolean ended;
  private boolean flushed;

  /**
   * @param skipped how many bytes (a byte order mark) were taken off before
   */
  StrictText(InputStream in, Charset charset, long skipped) {
    this.in = in;
    this.before = skipped;
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
    while (chars.position() == 0) {
      if (flushed) {
        return -1;
      }
      if (!ended && !bytes.hasRemaining()) {
        fill();
      }
      CoderResult result = decoder.decode(bytes, chars, ended);
      refuse(result);
      if (ended && result.isUnderflow()) {
        flushed = decoder.flush(chars).isUnderflow();
      } else if (chars.position() == 0 && result.isUnderflow()) {
        fill();
      }
    }
    return chars.position();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void fill() throws IOException {
    before += bytes.position();
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  private void refuse(CoderResult result) {
    if (result.isError()) {
      long place = before + bytes.position() + 1;
      throw new UnreadableFile("encoding-invalid", decoder.charset().name(), place);
    }
  }
}
