package vn.motcua.analytics.job.watch;

import java.io.IOException;
import java.io.Serializable;

/** Where the thresholds are read. */
public interface RuleSource extends Serializable {

  /**
   * @throws IOException when they cannot be read now
   */
  WatchRules read() throws IOException;
}
