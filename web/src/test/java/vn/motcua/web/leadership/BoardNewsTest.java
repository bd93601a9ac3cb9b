package vn.motcua.web.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.figures.board.FiguresWritten;

class BoardNewsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  void tellsTheAgeAndWhoseFiguresChanged() {
    BoardNews news = BoardNews.of(new FiguresWritten(NOW.minusMillis(120), NOW, false, Set.of(4)));
    assertThat(news.text()).isEqualTo("{\"ageMillis\":120,\"datasets\":[4]}");
    assertThat(BoardNews.of(new FiguresWritten(null, NOW, true, Set.of())).text())
        .isEqualTo("{\"ageMillis\":-1,\"datasets\":[],\"all\":true}");
  }

  @Test
  void whatWaitsIsTakenTogether() {
    BoardNews both = new BoardNews(900, false, Set.of(1)).and(new BoardNews(5, false, Set.of(2)));
    assertThat(both).isEqualTo(new BoardNews(5, false, Set.of(1, 2)));
  }

  @Test
  void aSocketOpensForItsOwnSiteOnly() {
    assertThat(SameOriginHandshake.sameHost("http://localhost:8080", "localhost:8080")).isTrue();
    assertThat(SameOriginHandshake.sameHost("http://evil.example", "localhost:8080")).isFalse();
    assertThat(SameOriginHandshake.sameHost("http://localhost:8081", "localhost:8080")).isFalse();
    assertThat(SameOriginHandshake.sameHost("null", "localhost:8080")).isFalse();
    assertThat(SameOriginHandshake.sameHost("http://localhost", null)).isFalse();
  }
}
