package vn.motcua.eventlog.reading;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;
import vn.motcua.eventlog.failure.LimitExceeded;
import vn.motcua.eventlog.failure.UnreadableFile;

/**
 * Stops a file that grows beyond the limits while it is being decompressed, and a single element or
 * row that would have to be held in memory whole.
 */
final class GuardedStream extends FilterInputStream {

  private static final long RATIO_FROM = 16L << 20;

  private final ImportLimits limits;
  private final LongSupplier compressedBytes;
  private long read;
  private long itemStart;

  GuardedStream(InputStream in, ImportLimits limits, LongSupplier compressedBytes) {
    super(in);
    this.limits = limits;
    this.compressedBytes = compressedBytes;
  }

  /** A new element or row begins; readers that read ahead may call it late, never early. */
  void itemBegins() {
    itemStart = read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = readExpanded(buffer, offset, length);
    if (count > 0) {
      read += count;
      if (read > limits.expandedBytes()) {
        throw new LimitExceeded("expanded-bytes", limits.expandedBytes());
      }
      if (read > RATIO_FROM && read / limits.expansion() > compressedBytes.getAsLong()) {
        throw new LimitExceeded("expansion", limits.expansion());
      }
      if (read - itemStart > limits.itemBytes()) {
        throw new LimitExceeded("item-bytes", limits.itemBytes());
      }
    }
    return count;
  }

  /** Parsers take these exceptions for the end of the text, so they are translated here. */
  private int readExpanded(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (EOFException truncated) {
      throw new UnreadableFile("gzip-truncated", compressedBytes.getAsLong());
    } catch (ZipException corrupt) {
      throw new UnreadableFile("gzip-corrupt", compressedBytes.getAsLong());
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
