package vn.motcua.figures;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Recounts at horizons for who looks at them: each question is counted once, one after another, and
 * kept while there is room. A recount reads the whole history and takes seconds, but what it says
 * at a horizon never changes; so nobody waits long for it, and nobody makes it twice. Kept in
 * memory: a server that starts anew counts anew, with whatever texts it came with.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class HorizonRecounts {

  /** So many answers are kept; those looked at longest ago go first. */
  private static final int MOST = 200;

  /** So many may wait to be counted; who asks for more is told that it is being counted. */
  private static final int MOST_WAITING = 50;

  @Resource private ManagedThreadFactory threads;
  @Inject private InstantSource clock;

  /** In the order in which they were looked at. */
  private final Map<Object, FutureTask<Recounted<?>>> counts = new LinkedHashMap<>(16, 0.75f, true);

  private ThreadPoolExecutor counting;

  public HorizonRecounts() {}

  /** For use without a container. */
  HorizonRecounts(ThreadFactory threads, InstantSource clock) {
    this.clock = clock;
    counting = executor(threads);
  }

  @PostConstruct
  void start() {
    counting = executor(threads);
  }

  @PreDestroy
  void stop() {
    counting.shutdownNow();
  }

  private static ThreadPoolExecutor executor(ThreadFactory threads) {
    return new ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), threads);
  }

  /**
   * @param question what is asked; equal questions have equal answers for ever
   * @param patience so long the caller waits
   * @return empty while it is being counted
   */
  @SuppressWarnings("unchecked")
  public <T> Optional<Recounted<T>> of(Object question, Duration patience, Callable<T> count) {
    FutureTask<Recounted<?>> task = begun(question, count);
    if (task == null) {
      return Optional.empty();
    }
    try {
      return Optional.of((Recounted<T>) task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | CancellationException e) {
      forget(question, task);
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      throw cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
  }

  private synchronized <T> FutureTask<Recounted<?>> begun(Object question, Callable<T> count) {
    FutureTask<Recounted<?>> known = counts.get(question);
    if (known != null) {
      return known;
    }
    FutureTask<Recounted<?>> task =
        new FutureTask<>(() -> new Recounted<>(count.call(), clock.instant()));
    try {
      counting.execute(task);
    } catch (RejectedExecutionException full) {
      return null;
    }
    counts.put(question, task);
    if (counts.size() > MOST) {
      var eldest = counts.entrySet().iterator();
      while (counts.size() > MOST && eldest.hasNext()) {
        if (eldest.next().getValue().isDone()) {
          eldest.remove();
        }
      }
    }
    return task;
  }

  private synchronized void forget(Object question, FutureTask<Recounted<?>> failed) {
    counts.remove(question, failed);
  }
}
