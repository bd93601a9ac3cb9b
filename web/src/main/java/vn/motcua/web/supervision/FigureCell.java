package vn.motcua.web.supervision;

import vn.motcua.web.layout.Notation;

/**
 * One count as the stream and as the referee have it.
 *
 * @param stream null where the stream has no answer
 */
public record FigureCell(Long stream, long referee, Notation notation) {

  /** What the cell shows first: the stream's count, or the referee's where that is all there is. */
  public String shown() {
    return notation.count(stream == null ? referee : stream);
  }

  public String streamText() {
    return stream == null ? "–" : notation.count(stream);
  }

  public String refereeText() {
    return notation.count(referee);
  }

  public boolean differing() {
    return stream != null && stream != referee;
  }

  /** Noughts step back, differences step forward. */
  public String style() {
    return differing() ? "differing" : referee == 0 ? "zero" : "";
  }

  public String difference() {
    return stream == null ? "–" : notation.difference(stream - referee);
  }
}
