package vn.motcua.web.leadership;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import vn.motcua.figures.board.Board;
import vn.motcua.figures.board.DossierMeasure;
import vn.motcua.figures.board.Goal;
import vn.motcua.figures.board.Ratio;
import vn.motcua.figures.board.Tile;
import vn.motcua.web.layout.Words;

/** Puts tiles into words and shapes. */
@RequestScoped
public class TileViews {

  @Inject private BoardWords boardWords;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  List<TileView> of(Board board, BoardAddress address) {
    return board.tiles().stream().map(tile -> of(tile, board, address)).toList();
  }

  private TileView of(Tile tile, Board board, BoardAddress address) {
    Goal goal = tile.goal();
    boolean live = tile.state() == Tile.State.LIVE;
    Bullet bullet = live ? Bullet.of(tile) : null;
    Sparkline sparkline =
        Sparkline.of(tile.days(), board.question().period().from(), board.question().period().to());
    return new TileView(
        goal.name(),
        boardWords.name(goal),
        live,
        state(tile),
        words.of("board.state." + state(tile)),
        boardWords.value(goal, tile.value()),
        live ? boardWords.counted(tile) : "",
        live ? "" : boardWords.reason(tile),
        tile.target() == null ? words.of("board.target.none") : boardWords.target(tile.target()),
        tile.target() == null ? "" : tile.target().source(),
        words.of("board.former", boardWords.value(goal, tile.previous())),
        bullet,
        live ? scale(bullet.low()) : "",
        live ? scale(bullet.high()) : "",
        live ? sentence(tile) : "",
        sparkline,
        sparkline.drawn()
            ? words.of(
                "board.spark",
                boardWords.percent(sparkline.lowest()),
                boardWords.percent(sparkline.highest()))
            : "",
        boardWords.direction(goal, tile.value(), tile.untilYesterday()),
        boardWords.change(tile.value(), tile.untilYesterday()),
        boardWords.direction(goal, tile.value(), tile.previous()),
        boardWords.change(tile.value(), tile.previous()),
        tile.sides().stream().map(side -> side(side, address)).toList(),
        live ? behind(goal, address) : null);
  }

  private String behind(Goal goal, BoardAddress address) {
    return switch (goal) {
      case T1 -> request.getContextPath() + address.quality();
      case K3 -> list(address, DossierMeasure.DUE_LATE);
      default -> null;
    };
  }

  private static String state(Tile tile) {
    return tile.reached() == null ? "unknown" : tile.reached() ? "good" : "bad";
  }

  private String sentence(Tile tile) {
    return words.of(
        "board.bullet",
        boardWords.name(tile.goal()),
        boardWords.value(tile.goal(), tile.value()),
        tile.target() == null ? words.of("board.target.none") : boardWords.target(tile.target()),
        boardWords.value(tile.goal(), tile.previous()));
  }

  private String scale(long basisPoints) {
    return boardWords.percent(new Ratio(basisPoints, 10_000));
  }

  private TileView.SideView side(Tile.Side side, BoardAddress address) {
    String list =
        switch (side.code()) {
          case "k3-overdue" -> list(address, DossierMeasure.OVERDUE);
          case "k3-on-time" -> list(address, DossierMeasure.LATE);
          default -> null;
        };
    return new TileView.SideView(
        words.of("board.side." + side.code()), boardWords.side(side), list);
  }

  private String list(BoardAddress address, DossierMeasure measure) {
    return request.getContextPath() + address.dossiers(measure.code(), null);
  }
}
