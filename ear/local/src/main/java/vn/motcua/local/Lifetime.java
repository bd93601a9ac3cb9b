package vn.motcua.local;

import java.util.concurrent.atomic.AtomicReference;

/** Ends the platform when the launcher has to end, whatever the reason. */
final class Lifetime {
  private final AtomicReference<Platform> platform = new AtomicReference<>();
  private final Steps steps;
  private volatile boolean ending;

  Lifetime(Steps steps) {
    this.steps = steps;
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
  }

  void owns(Platform started) {
    platform.set(started);
  }

  boolean isEnding() {
    return ending;
  }

  /**
   * Ends when the parent process is gone: Maven that is killed or ended by TERM leaves its children
   * behind.
   */
  void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(Lifetime::exitFromOwnThread));
  }

  /** The exit waits for the end of all servers, and the thread that heard of it serves them too. */
  private static void exitFromOwnThread() {
    new Thread(() -> Runtime.getRuntime().exit(0), "exit").start();
  }

  void fail() {
    Runtime.getRuntime().exit(1);
  }

  private void end() {
    ending = true;
    Platform owned = platform.get();
    if (owned != null) {
      steps.step("stopping");
      owned.close();
      steps.step("stopped");
    }
  }
}
