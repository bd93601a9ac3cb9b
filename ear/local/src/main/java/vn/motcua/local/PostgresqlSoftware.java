package vn.motcua.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from the archive on the class path. */
final class PostgresqlSoftware {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final int OWNER_MAY_EXECUTE = 0100;

  private PostgresqlSoftware() {}

  /** Unpacks once; returns the folder that has bin, lib and share. */
  static Path unpack(Path software) throws IOException {
    Path target = software.resolve(archiveName());
    if (Files.isDirectory(target)) {
      return target;
    }
    Path unfinished = software.resolve(archiveName() + ".unfinished");
    Folders.delete(unfinished);
    try (InputStream archive = open();
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, unfinished);
      }
    }
    Files.move(unfinished, target);
    return target;
  }

  /** The archive's own name, which carries its version. */
  private static String archiveName() {
    String address = String.valueOf(PostgresqlSoftware.class.getResource(ARCHIVE));
    String jar = address.replaceFirst("\\.jar!.*", "");
    return jar.substring(jar.lastIndexOf('/') + 1);
  }

  private static InputStream open() {
    InputStream archive = PostgresqlSoftware.class.getResourceAsStream(ARCHIVE);
    if (archive == null || !"amd64".equals(System.getProperty("os.arch"))) {
      throw new PlatformException(
          "Không có PostgreSQL đi kèm cho máy này; đặt MOTCUA_DB_URL tới một PostgreSQL có sẵn",
          "no PostgreSQL comes along for this machine; set MOTCUA_DB_URL to an existing one");
    }
    return new BufferedInputStream(archive);
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path file = into.resolve(entry.getName()).normalize();
    if (!file.startsWith(into)) {
      throw new IOException("Entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
    if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
      Files.setPosixFilePermissions(
          file,
          Set.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE,
              PosixFilePermission.GROUP_READ,
              PosixFilePermission.GROUP_EXECUTE,
              PosixFilePermission.OTHERS_READ,
              PosixFilePermission.OTHERS_EXECUTE));
    }
  }
}
