package vn.motcua.web.leadership;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/**
 * Where open boards hear of new figures. It carries no figures, only that there are some: a board
 * asks for them as whoever is signed in. Nothing is read from the other side.
 */
@ServerEndpoint(value = "/live/figures", configurator = SameOriginHandshake.class)
public class BoardSocket {

  private static final System.Logger LOG = System.getLogger(BoardSocket.class.getName());
  private static final int NOTHING_EXPECTED = 128;

  @Inject private OpenBoards boards;

  @OnOpen
  public void open(Session session) {
    session.setMaxTextMessageBufferSize(NOTHING_EXPECTED);
    session.setMaxIdleTimeout(0);
    boards.opened(session);
  }

  @OnClose
  public void close(Session session) {
    boards.closed(session);
  }

  @OnError
  public void failed(Session session, Throwable cause) {
    LOG.log(System.Logger.Level.DEBUG, "A board's line broke", cause);
    boards.closed(session);
  }
}
