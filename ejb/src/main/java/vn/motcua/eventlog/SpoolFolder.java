package vn.motcua.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import vn.motcua.eventlog.failure.LimitExceeded;

/**
 * The folder where uploads lie until their import has ended, so that an interrupted import can read
 * its file again. Several nodes must share it.
 */
final class SpoolFolder {

  private final Path folder;

  SpoolFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * @param hash SHA-256 of the bytes, in hexadecimal digits
   */
  record Spooled(String name, String hash, long bytes) {}

  /**
   * Writes the stream to a new file and to the disk itself, before anybody is told that it was
   * received.
   *
   * @throws LimitExceeded when it is longer than allowed; nothing is left then
   */
  Spooled store(InputStream in, long mostBytes) throws IOException {
    Files.createDirectories(folder);
    String name = UUID.randomUUID() + ".log";
    Path file = folder.resolve(name);
    MessageDigest digest = sha256();
    boolean whole = false;
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long bytes = copy(new DigestInputStream(in, digest), channel, mostBytes);
      channel.force(true);
      whole = true;
      return new Spooled(name, HexFormat.of().formatHex(digest.digest()), bytes);
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException stuck) {
      throw new UncheckedIOException(stuck);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static long copy(InputStream in, FileChannel channel, long mostBytes) throws IOException {
    OutputStream out = Channels.newOutputStream(channel);
    byte[] buffer = new byte[64 * 1024];
    long bytes = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      bytes += count;
      if (bytes > mostBytes) {
        throw new LimitExceeded("upload-bytes", mostBytes);
      }
      out.write(buffer, 0, count);
    }
    return bytes;
  }
}
