package vn.motcua.figures.board;

import java.time.Instant;
import java.util.Set;

/**
 * The stream has written to the read model; or, without datasets, it has not, and this is how far
 * it is.
 *
 * @param position all that was recorded before this moment is in the figures; null if it never ran
 * @param now the database's clock when this was read
 * @param all every dataset is meant
 * @param datasets whose board changed
 */
public record FiguresWritten(Instant position, Instant now, boolean all, Set<Integer> datasets) {

  public FiguresWritten {
    datasets = Set.copyOf(datasets);
  }
}
