package vn.motcua.local;

import java.io.IOException;
import java.time.Duration;

/** One kind of server: what it needs before its start, how it runs, when it is ready. */
interface Server {
  ComponentName name();

  /** Brings software, settings and data folder into place; called before every start. */
  void prepare() throws IOException;

  Command command();

  /** Whether it answers as it should. Called again and again; must be quick. */
  boolean isReady();

  /** Work that needs the running server, such as the first role or the deployment; repeatable. */
  default void completeStart() {}

  /** A line that the server has written to its output. */
  default void hear(String line) {}

  /** Whether the last start failed only because a killed predecessor was not all gone yet. */
  default boolean isInItsOwnWay() {
    return false;
  }

  /** How long a start may take before it counts as failed. */
  default Duration patience() {
    return Duration.ofMinutes(3);
  }
}
