package vn.motcua.web.leadership;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.figures.board.FigureBell;
import vn.motcua.figures.board.FigureListener;
import vn.motcua.figures.board.FiguresWritten;

/** The boards that are open on this node; tells them what the stream wrote. */
@ApplicationScoped
public class OpenBoards {

  @EJB private FigureBell bell;

  private final Map<String, OpenBoard> boards = new ConcurrentHashMap<>();
  private final FigureListener listener = this::tell;

  @PostConstruct
  void listen() {
    bell.add(listener);
  }

  @PreDestroy
  void stopListening() {
    bell.remove(listener);
  }

  void opened(Session session) {
    boards.put(session.getId(), new OpenBoard(session));
  }

  void closed(Session session) {
    boards.remove(session.getId());
  }

  private void tell(FiguresWritten written) {
    BoardNews news = BoardNews.of(written);
    boards
        .values()
        .forEach(
            board -> {
              if (board.session().isOpen()) {
                board.send(news);
              } else {
                closed(board.session());
              }
            });
  }
}
