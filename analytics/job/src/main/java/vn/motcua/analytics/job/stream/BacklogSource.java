package vn.motcua.analytics.job.stream;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A source that tells Flink while its log is being caught up with, so that checkpoints are made
 * seldom then: each of them writes all there is, and what is lost with a failure is read again.
 * What is read, and how, is another source's business.
 */
public final class BacklogSource<T, S extends SourceSplit, E>
    implements Source<T, S, E>, ResultTypeQueryable<T> {

  private static final long serialVersionUID = 1L;

  private final Source<T, S, E> log;

  private BacklogSource(Source<T, S, E> log) {
    this.log = log;
  }

  /**
   * @param log tells its own type
   */
  public static <T, S extends SourceSplit, E> BacklogSource<T, S, E> of(Source<T, S, E> log) {
    return new BacklogSource<>(log);
  }

  @Override
  public SourceReader<T, S> createReader(SourceReaderContext context) throws Exception {
    return new BacklogReader<>(log.createReader(context), context);
  }

  @Override
  public SplitEnumerator<S, E> createEnumerator(SplitEnumeratorContext<S> context)
      throws Exception {
    return new BacklogEnumerator<>(log.createEnumerator(context), context);
  }

  @Override
  public SplitEnumerator<S, E> restoreEnumerator(SplitEnumeratorContext<S> context, E kept)
      throws Exception {
    return new BacklogEnumerator<>(log.restoreEnumerator(context, kept), context);
  }

  @Override
  public Boundedness getBoundedness() {
    return log.getBoundedness();
  }

  @Override
  public SimpleVersionedSerializer<S> getSplitSerializer() {
    return log.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<E> getEnumeratorCheckpointSerializer() {
    return log.getEnumeratorCheckpointSerializer();
  }

  @Override
  @SuppressWarnings("unchecked")
  public TypeInformation<T> getProducedType() {
    return ((ResultTypeQueryable<T>) log).getProducedType();
  }
}
