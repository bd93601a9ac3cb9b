package vn.motcua.web.leadership;

import jakarta.websocket.Session;

/**
 * One board that is open somewhere. While a message is on its way to it, only the newest one that
 * follows is kept: a slow line gets fewer, never old ones.
 */
final class OpenBoard {

  private final Session session;
  private boolean sending;
  private BoardNews next;

  OpenBoard(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }

  void send(BoardNews news) {
    synchronized (this) {
      if (sending) {
        next = next == null ? news : next.and(news);
        return;
      }
      sending = true;
    }
    dispatch(news);
  }

  private void dispatch(BoardNews news) {
    session.getAsyncRemote().sendText(news.text(), result -> sent());
  }

  private void sent() {
    BoardNews waiting;
    synchronized (this) {
      waiting = next;
      next = null;
      sending = waiting != null;
    }
    if (waiting != null && session.isOpen()) {
      dispatch(waiting);
    }
  }
}
