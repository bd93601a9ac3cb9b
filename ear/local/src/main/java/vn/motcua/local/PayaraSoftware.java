package vn.motcua.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Payara's distribution as Maven delivers it.
 *
 * @param zip the archive
 * @param version its version
 * @param sha256 the checksum that it must have, in hexadecimal
 */
public record PayaraSoftware(Path zip, String version, String sha256) {

  /**
   * Unpacks once; an archive with another checksum is refused.
   *
   * @return Payara's home, which has glassfish and bin
   */
  Path unpack(Path software) throws IOException {
    Path target = software.resolve("payara-" + version);
    if (!Files.isDirectory(target)) {
      verify();
      Path unfinished = software.resolve("payara.unfinished");
      Folders.delete(unfinished);
      try (ZipInputStream archive = new ZipInputStream(Files.newInputStream(zip))) {
        for (ZipEntry entry = archive.getNextEntry();
            entry != null;
            entry = archive.getNextEntry()) {
          extract(archive, entry, unfinished);
        }
      }
      Files.move(unfinished, target);
    }
    return target;
  }

  private void verify() throws IOException {
    if (!Files.isRegularFile(zip)) {
      throw new PlatformException(
          "Không thấy gói Payara " + zip + "; hãy chạy lại mvn khi có mạng",
          "Payara's archive " + zip + " is missing; run mvn again with a network");
    }
    String actual = checksum(zip);
    if (!actual.equalsIgnoreCase(sha256)) {
      throw new PlatformException(
          "Gói Payara " + zip + " sai mã kiểm SHA-256; hãy xóa tệp đó rồi chạy lại",
          "wrong SHA-256 of " + zip + ": " + actual + "; delete the file and run again");
    }
  }

  static String checksum(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream input = new DigestInputStream(Files.newInputStream(file), digest)) {
        input.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Entries lie below one folder of the archive (payara7), which is left away. */
  private static void extract(ZipInputStream archive, ZipEntry entry, Path into)
      throws IOException {
    int firstFolder = entry.getName().indexOf('/');
    Path file = into.resolve(entry.getName().substring(firstFolder + 1)).normalize();
    if (!file.startsWith(into)) {
      throw new IOException("Entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    Files.copy(archive, file);
    if (file.getParent().endsWith("bin")) {
      file.toFile().setExecutable(true);
    }
  }
}
