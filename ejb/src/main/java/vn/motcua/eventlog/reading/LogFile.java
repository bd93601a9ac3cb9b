package vn.motcua.eventlog.reading;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import vn.motcua.eventlog.failure.UnreadableFile;
import vn.motcua.eventlog.mapping.EventLogMapping;
import vn.motcua.eventlog.mapping.LogFormat;

/** A log on disk, read once from beginning to end; it is never in memory as a whole. */
public final class LogFile implements AutoCloseable {

  private final CountingStream received;
  private final ImportLimits limits;

  /**
   * @throws IOException when the file is not there or cannot be read
   */
  public LogFile(Path file, ImportLimits limits) throws IOException {
    this.limits = limits;
    received = new CountingStream(Files.newInputStream(file));
  }

  /** How many bytes of the file, as received, have been read so far. */
  public long bytesRead() {
    return received.count();
  }

  /**
   * Reads the whole file.
   *
   * @throws UnreadableFile when it is damaged or not of the mapping's format
   * @throws vn.motcua.eventlog.failure.LimitExceeded when it is too large or too dense
   */
  public void read(EventLogMapping mapping, WantedKeys wanted, LogHandler handler)
      throws IOException {
    try {
      GuardedStream guarded = new GuardedStream(expanded(), limits, received::count);
      PushbackInputStream in = new PushbackInputStream(guarded, CharsetGuess.HEAD);
      boolean xes = mapping.format() == LogFormat.XES;
      CharsetGuess.Found found =
          CharsetGuess.of(in, xes ? StandardCharsets.UTF_8 : mapping.csv().charset(), xes);
      StrictText text = new StrictText(in, found.charset(), found.skipped());
      if (xes) {
        new XesReader(text, guarded, limits, wanted, handler).read();
      } else {
        new CsvReader(text, guarded, limits, mapping.csv(), wanted, handler).read();
      }
    } catch (EOFException truncated) {
      throw new UnreadableFile("gzip-truncated", received.count());
    } catch (ZipException corrupt) {
      throw new UnreadableFile("gzip-corrupt", received.count());
    } catch (UncheckedIOException wrapped) {
      throw wrapped.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    received.close();
  }

  /** Recognises gzip by its first bytes, since names and declared types are often wrong. */
  private InputStream expanded() throws IOException {
    PushbackInputStream in =
        new PushbackInputStream(new BufferedInputStream(received, 64 * 1024), 2);
    byte[] magic = in.readNBytes(2);
    in.unread(magic);
    if (magic.length == 0) {
      throw new UnreadableFile("empty");
    }
    if (magic.length == 2 && magic[0] == 'P' && magic[1] == 'K') {
      throw new UnreadableFile("zip");
    }
    if (magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B) {
      return new GZIPInputStream(in, 64 * 1024);
    }
    return in;
  }
}
