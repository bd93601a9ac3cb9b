package vn.motcua.web.home;

/**
 * A part of the system and how it is.
 *
 * @param name key of its name
 * @param state decides shape and colour
 * @param word what the state is called
 * @param detail what was measured
 */
public record SystemPart(String name, State state, String word, String detail) {

  /** Told by word, shape and colour, in this order. */
  public enum State {
    GOOD,
    WAITING,
    BAD,
    UNKNOWN
  }

  public String style() {
    return state.name().toLowerCase(java.util.Locale.ROOT);
  }
}
