package vn.motcua.analytics.job.stream;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;

/** Reads as another does, and tells when it begins and ends to read as fast as in a backlog. */
final class BacklogReader<T, S extends SourceSplit> implements SourceReader<T, S> {

  private final SourceReader<T, S> log;
  private final SourceReaderContext context;
  private final ReadingPace pace = new ReadingPace();

  BacklogReader(SourceReader<T, S> log, SourceReaderContext context) {
    this.log = log;
    this.context = context;
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
    InputStatus status = log.pollNext(output);
    if (pace.changes(System.nanoTime())) {
      context.sendSourceEventToCoordinator(new BacklogEvent(pace.isBacklog()));
    }
    return status;
  }

  @Override
  public void start() {
    log.start();
  }

  @Override
  public List<S> snapshotState(long checkpoint) {
    return log.snapshotState(checkpoint);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return log.isAvailable();
  }

  @Override
  public void addSplits(List<S> splits) {
    log.addSplits(splits);
  }

  @Override
  public void notifyNoMoreSplits() {
    log.notifyNoMoreSplits();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    log.handleSourceEvents(event);
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    log.notifyCheckpointComplete(checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) throws Exception {
    log.notifyCheckpointAborted(checkpoint);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
    log.pauseOrResumeSplits(toPause, toResume);
  }

  @Override
  public void close() throws Exception {
    log.close();
  }
}
