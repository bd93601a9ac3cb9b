package vn.motcua.web.supervision;

import vn.motcua.web.layout.Notation;

/**
 * One count as the stream and as the referee have it; one of them is always there.
 *
 * @param stream null where the stream has no answer
 * @param referee null where nobody asked for a recount
 */
public record FigureCell(Long stream, Long referee, Notation notation) {

  /** What the cell shows first: the stream's count, or the referee's where that is all there is. */
  public String shown() {
    return notation.count(one());
  }

  public String streamText() {
    return stream == null ? "–" : notation.count(stream);
  }

  public String refereeText() {
    return referee == null ? "–" : notation.count(referee);
  }

  public boolean differing() {
    return stream != null && referee != null && !stream.equals(referee);
  }

  /** Noughts step back, differences step forward. */
  public String style() {
    return differing() ? "differing" : one() == 0 ? "zero" : "";
  }

  public String difference() {
    return stream == null || referee == null ? "–" : notation.difference(stream - referee);
  }

  private long one() {
    return stream == null ? referee : stream;
  }
}
