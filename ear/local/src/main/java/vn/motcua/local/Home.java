package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The folder that holds everything the platform keeps: data, logs, secrets, unpacked software and
 * the notes about running processes. One platform at a time may use it.
 */
final class Home implements AutoCloseable {
  private static final String MARKER = "motcua-home";
  private static final long NEEDED_BYTES = 2_000_000_000L;

  private final Path root;
  private final FileChannel lockFile;

  private Home(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Takes the folder for this process, creating it when it is not there.
   *
   * @throws PlatformException when it cannot be written, is another's, or is in use
   */
  static Home take(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      boolean foreign = Files.isDirectory(root) && !isOurs(root) && !isEmpty(root);
      if (foreign) {
        throw new PlatformException(
            "Thư mục " + root + " đã có nội dung khác; đặt MOTCUA_HOME sang thư mục trống",
            root + " holds something else; set MOTCUA_HOME to an empty folder");
      }
      Files.createDirectories(root.resolve("run"));
      Files.writeString(root.resolve(MARKER), "Data of a local Motcua platform.\n");
      requireSpace(root);
      return new Home(root, lock(root));
    } catch (IOException e) {
      throw new PlatformException(
          "Không ghi được vào thư mục " + root + "; cấp quyền ghi hoặc đặt MOTCUA_HOME khác",
          "cannot write to " + root + "; make it writable or set MOTCUA_HOME (" + e + ")",
          e);
    }
  }

  /** Where a component keeps what must survive. */
  Path data(ComponentName name) {
    return root.resolve(name.folder());
  }

  Path log(ComponentName name) {
    return root.resolve("logs").resolve(name.folder() + ".log");
  }

  Path logs() {
    return root.resolve("logs");
  }

  Path processRecord(ComponentName name) {
    return root.resolve("run").resolve(name.folder() + ".process");
  }

  /** The log of a second process of a component. */
  Path log(ComponentName name, String second) {
    return root.resolve("logs").resolve(name.folder() + "-" + second + ".log");
  }

  /** The record of a second process of a component. */
  Path processRecord(ComponentName name, String second) {
    return root.resolve("run").resolve(name.folder() + "-" + second + ".process");
  }

  Path secrets() {
    return root.resolve("secrets");
  }

  Path software() {
    return root.resolve("software");
  }

  /** Throws away all data; software and logs stay. */
  void empty() {
    try {
      for (ComponentName name : ComponentName.values()) {
        Folders.delete(data(name));
      }
      Folders.delete(secrets());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends what an earlier platform on this folder left running after it was killed. */
  void endLeftovers() {
    for (ComponentName name : ComponentName.values()) {
      Leftover.end(processRecord(name));
    }
    Leftover.end(processRecord(ComponentName.FLINK, Generations.REBUILD));
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel lock(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(
            root.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new PlatformException(
          "Motcua đang chạy với thư mục " + root + "; hãy dừng nó hoặc đặt MOTCUA_HOME khác",
          "another Motcua already runs on " + root + "; stop it or set MOTCUA_HOME");
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static void requireSpace(Path root) throws IOException {
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < NEEDED_BYTES) {
      throw new PlatformException(
          "Ổ đĩa của " + root + " chỉ còn " + free / 1_000_000 + " MB; cần ít nhất 2000 MB",
          "only " + free / 1_000_000 + " MB left for " + root + "; at least 2000 MB are needed");
    }
  }

  private static boolean isOurs(Path root) {
    return Files.exists(root.resolve(MARKER));
  }

  private static boolean isEmpty(Path root) throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries.findAny().isEmpty();
    }
  }
}
