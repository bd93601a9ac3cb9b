package vn.motcua.figures.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.motcua.database.TestDatabase;

class FigureNewsTest {

  @Test
  void gathersWhatWasToldAndSaysHowFarTheStreamIs() throws SQLException {
    DataSource database = TestDatabase.fresh();
    try (Connection connection = database.getConnection();
        Connection stream = database.getConnection();
        Statement write = stream.createStatement()) {
      FigureNews news = new FigureNews(connection);
      FiguresWritten quiet = news.next();
      assertThat(quiet.datasets()).isEmpty();
      assertThat(quiet.position()).isNull();

      write.execute(
          "insert into stream_position values (1, '2026-11-21 08:00:00Z', clock_timestamp())");
      stream.setAutoCommit(false);
      write.execute("select pg_notify('figures', '3 4'), pg_notify('figures', '')");
      stream.commit();
      write.execute("select pg_notify('figures', '4 5')");
      stream.commit();
      FiguresWritten told = news.next();
      assertThat(told.datasets()).contains(3, 4);
      assertThat(told.position()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
      assertThat(told.all()).isFalse();

      write.execute("select pg_notify('figures', '*')");
      stream.commit();
      assertThat(news.next().all()).isTrue();
    }
  }

  @Test
  void tellsFiveTimesASecondAtMost() throws SQLException {
    DataSource database = TestDatabase.fresh();
    try (Connection connection = database.getConnection();
        Connection stream = database.getConnection();
        Statement write = stream.createStatement()) {
      FigureNews news = new FigureNews(connection);
      long begun = System.nanoTime();
      for (int i = 0; i < 4; i++) {
        write.execute("select pg_notify('figures', '1')");
        assertThat(news.next().datasets()).containsExactly(1);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThanOrEqualTo(Duration.ofMillis(600));
    }
  }
}
