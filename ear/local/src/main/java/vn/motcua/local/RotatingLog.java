package vn.motcua.local;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A log file of limited size: when it is full it becomes {@code .1}, {@code .1} becomes {@code .2},
 * and the oldest is dropped. Keeps the last lines for error messages.
 */
final class RotatingLog implements Closeable {
  static final int KEPT_FILES = 2;
  private static final int REMEMBERED_LINES = 40;

  private final Path file;
  private final long limitBytes;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private BufferedWriter writer;
  private long size;

  RotatingLog(Path file, long limitBytes) throws IOException {
    this.file = file;
    this.limitBytes = limitBytes;
    Files.createDirectories(file.getParent());
    open();
  }

  synchronized void write(String line) throws IOException {
    if (size > limitBytes) {
      rotate();
    }
    writer.write(line);
    writer.newLine();
    writer.flush();
    size += line.getBytes(StandardCharsets.UTF_8).length + 1;
    lastLines.addLast(line);
    if (lastLines.size() > REMEMBERED_LINES) {
      lastLines.removeFirst();
    }
  }

  /** The newest lines, oldest first. */
  synchronized List<String> lastLines() {
    return List.copyOf(lastLines);
  }

  Path file() {
    return file;
  }

  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }

  private void open() throws IOException {
    writer =
        Files.newBufferedWriter(
            file,
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            StandardOpenOption.WRITE);
    size = Files.size(file);
  }

  private void rotate() throws IOException {
    writer.close();
    for (int number = KEPT_FILES; number > 0; number--) {
      Path from = number == 1 ? file : numbered(number - 1);
      if (Files.exists(from)) {
        Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    open();
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }
}
