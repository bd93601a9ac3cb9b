package vn.motcua.analytics.job.stream;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** There is a backlog while any reader has one. The rest is another enumerator's business. */
final class BacklogEnumerator<S extends SourceSplit, E> implements SplitEnumerator<S, E> {

  private final SplitEnumerator<S, E> log;
  private final SplitEnumeratorContext<S> context;
  private final Set<Integer> behind = new HashSet<>();

  BacklogEnumerator(SplitEnumerator<S, E> log, SplitEnumeratorContext<S> context) {
    this.log = log;
    this.context = context;
  }

  @Override
  public void handleSourceEvent(int reader, SourceEvent event) {
    if (event instanceof BacklogEvent told) {
      tell(reader, told.backlog());
    } else {
      log.handleSourceEvent(reader, event);
    }
  }

  private void tell(int reader, boolean isBehind) {
    boolean before = !behind.isEmpty();
    if (isBehind) {
      behind.add(reader);
    } else {
      behind.remove(reader);
    }
    if (before == behind.isEmpty()) {
      context.setIsProcessingBacklog(!before);
    }
  }

  /** A reader that starts anew has not told anything yet. */
  @Override
  public void addReader(int reader) {
    tell(reader, false);
    log.addReader(reader);
  }

  /** After a failure nobody has told anything yet, and Flink may remember what was told before. */
  @Override
  public void start() {
    context.setIsProcessingBacklog(false);
    log.start();
  }

  @Override
  public void handleSplitRequest(int reader, String host) {
    log.handleSplitRequest(reader, host);
  }

  @Override
  public void addSplitsBack(List<S> splits, int reader) {
    log.addSplitsBack(splits, reader);
  }

  @Override
  public E snapshotState(long checkpoint) throws Exception {
    return log.snapshotState(checkpoint);
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
  public void close() throws IOException {
    log.close();
  }
}
