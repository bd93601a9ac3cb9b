package vn.motcua.web.leadership;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import vn.motcua.figures.board.FiguresWritten;

/**
 * What an open board is told: how old the figures are, and whose changed.
 *
 * @param ageMillis −1 where the stream never ran
 * @param all every dataset is meant
 */
record BoardNews(long ageMillis, boolean all, Set<Integer> datasets) {

  static BoardNews of(FiguresWritten written) {
    long age =
        written.position() == null
            ? -1
            : Math.max(0, Duration.between(written.position(), written.now()).toMillis());
    return new BoardNews(age, written.all(), written.datasets());
  }

  /** These and then newer ones. */
  BoardNews and(BoardNews newer) {
    Set<Integer> both = new HashSet<>(datasets);
    both.addAll(newer.datasets);
    return new BoardNews(newer.ageMillis, all || newer.all, both);
  }

  String text() {
    JsonArrayBuilder ids = Json.createArrayBuilder();
    datasets.forEach(ids::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("ageMillis", ageMillis).add("datasets", ids);
    return (all ? json.add("all", true) : json).build().toString();
  }
}
