package vn.motcua.figures.board;

/** Hears of writes to the read model. Must not wait: the next writes are told in its turn. */
@FunctionalInterface
public interface FigureListener {

  void written(FiguresWritten what);
}
