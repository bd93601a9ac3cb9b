package vn.motcua.local;

/** Hears what the platform is doing, one line at a time. Called from several threads. */
@FunctionalInterface
public interface Progress {
  /** Says nothing. */
  Progress SILENT = line -> {};

  /** One step, as a line for people. */
  void step(String line);
}
