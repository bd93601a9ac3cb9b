package vn.motcua.figures;

import java.time.Instant;

/**
 * A rebuild of the figures (dựng lại số liệu): the log is read once more into a new generation.
 *
 * @param generation the new one
 * @param former the one that is shown meanwhile
 * @param formulaVersion of the formulas that it is counted by
 * @param readTo everything recorded before this moment is in the new generation; null before its
 *     job has begun
 * @param percent how much of the log's time is read, 0 to 100
 * @param compared how many datasets were compared with the referee
 * @param differences cells in which they differ
 * @param asksBeforeSwitch somebody is to say yes before it is shown
 * @param confirmedBy who did; null before
 * @param droppedAt when the rows of the generation that is no longer needed were gone
 */
public record Rebuild(
    long id,
    int generation,
    int former,
    String formulaVersion,
    State state,
    String reason,
    String requestedBy,
    Instant requestedAt,
    Instant readTo,
    int percent,
    int compared,
    long differences,
    Instant endedAt,
    Instant droppedAt,
    boolean asksBeforeSwitch,
    String confirmedBy,
    Instant confirmedAt) {

  /** Whether it has not ended. */
  public boolean isRunning() {
    return state.compareTo(State.SWITCHED) < 0;
  }

  /** How far it has come. */
  public enum State {
    /** Asked for; whoever runs the jobs has not begun. */
    REQUESTED,
    /** Its job reads the log. */
    READING,
    /** It is held against the referee. */
    COMPARING,
    /** Equal to the referee; it waits for somebody to say yes. */
    AGREED,
    /** It is shown. */
    SWITCHED,
    /** The referee counts otherwise: the former one stays. */
    DIFFERENT,
    /** Somebody ended it. */
    CANCELLED
  }
}
