package vn.motcua.analytics.job;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the checkpoint to go on from: the newest that is complete and readable. One whose files are
 * damaged is passed over for the one before; without any the log is read from its beginning.
 */
final class NewestCheckpoint {

  private static final Logger LOG = LoggerFactory.getLogger(NewestCheckpoint.class);
  private static final String METADATA = "_metadata";

  private NewestCheckpoint() {}

  /**
   * @param folder holds one folder per run of the job, each with its checkpoints
   * @return the checkpoint's folder
   */
  static Optional<Path> find(Path folder) throws IOException {
    for (Path checkpoint : newestFirst(folder)) {
      try {
        check(checkpoint);
        return Optional.of(checkpoint);
      } catch (IOException | RuntimeException e) {
        LOG.warn("Checkpoint {} is damaged, trying the one before: {}", checkpoint, e.toString());
      }
    }
    return Optional.empty();
  }

  /** Removes what earlier runs left, but for the two newest checkpoints. */
  static void forgetOlder(Path folder) throws IOException {
    List<Path> kept = newestFirst(folder).stream().limit(2).map(Path::getParent).toList();
    if (kept.isEmpty()) {
      return;
    }
    try (Stream<Path> runs = Files.list(folder)) {
      for (Path run : runs.filter(path -> !kept.contains(path)).toList()) {
        delete(run);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> newestFirst(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    record Found(Path checkpoint, FileTime completed) {}
    try (Stream<Path> files = Files.find(folder, 3, (path, attributes) -> isMetadata(path))) {
      return files
          .map(path -> new Found(path.getParent(), completed(path)))
          .sorted(Comparator.comparing(Found::completed).reversed())
          .map(Found::checkpoint)
          .toList();
    }
  }

  private static boolean isMetadata(Path path) {
    return path.getFileName().toString().equals(METADATA)
        && path.getParent().getFileName().toString().startsWith("chk-");
  }

  private static FileTime completed(Path metadata) {
    try {
      return Files.getLastModifiedTime(metadata);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static void check(Path checkpoint) throws IOException {
    CheckpointMetadata metadata;
    try (InputStream in = Files.newInputStream(checkpoint.resolve(METADATA));
        DataInputStream data = new DataInputStream(in)) {
      metadata =
          Checkpoints.loadCheckpointMetadata(
              data, NewestCheckpoint.class.getClassLoader(), checkpoint.toString());
    }
    for (OperatorState operator : metadata.getOperatorStates()) {
      for (OperatorSubtaskState subtask : operator.getStates()) {
        for (KeyedStateHandle handle : subtask.getManagedKeyedState()) {
          checkFile(handle);
        }
        for (OperatorStateHandle handle : subtask.getManagedOperatorState()) {
          checkFile(handle);
        }
      }
    }
  }

  /** Missing and cut files are what a crash leaves; that is what is looked for. */
  private static void checkFile(StateObject handle) throws IOException {
    if (handle instanceof StreamStateHandle stream && stream.maybeGetPath().isPresent()) {
      var path = stream.maybeGetPath().get();
      long length = path.getFileSystem().getFileStatus(path).getLen();
      if (length != handle.getStateSize()) {
        throw new IOException(
            "%s has %d bytes instead of %d".formatted(path, length, handle.getStateSize()));
      }
    }
  }
}
