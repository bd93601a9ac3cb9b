package vn.motcua.figures.board;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives branches and fields their names; versions of one branch become one part. */
final class PartNames {

  private static final String BRANCHES =
      """
      select u.id, u.code, last.id as part, last.name, '' as level
      from unit u
      join lateral (
        select v.id, v.name from unit v
        where v.dataset_id = u.dataset_id and v.code = u.code
        order by v.valid_from desc limit 1) last on true
      where u.id = any (?)""";

  private static final String FIELDS =
      "select id, code, id as part, name, level from field where id = any (?)";

  private record Name(int part, String code, String name, String level) {}

  private final Connection connection;

  PartNames(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param flows by branch
   * @param overdue by branch
   */
  List<Board.Part> branches(Map<Integer, BoardSums> flows, Map<Integer, Long> overdue)
      throws SQLException {
    return parts(flows, overdue, BRANCHES);
  }

  /**
   * @param flows by field
   * @param overdue by field
   */
  List<Board.Part> fields(Map<Integer, BoardSums> flows, Map<Integer, Long> overdue)
      throws SQLException {
    return parts(flows, overdue, FIELDS);
  }

  private List<Board.Part> parts(
      Map<Integer, BoardSums> flows, Map<Integer, Long> overdue, String sql) throws SQLException {
    Set<Integer> ids = new HashSet<>(flows.keySet());
    ids.addAll(overdue.keySet());
    Map<Integer, Name> names = names(sql, ids);
    Map<Integer, Board.Part> parts = new LinkedHashMap<>();
    for (int id : ids) {
      Name name = names.getOrDefault(id, new Name(id, "", "", ""));
      parts.merge(
          name.part(),
          new Board.Part(
              name.part(),
              name.code(),
              name.name(),
              name.level(),
              flows.getOrDefault(id, BoardSums.NOTHING),
              overdue.getOrDefault(id, 0L)),
          PartNames::together);
    }
    List<Board.Part> sorted = new ArrayList<>(parts.values());
    Collator vietnamese = Collator.getInstance(Locale.of("vi"));
    sorted.sort(
        Comparator.comparing((Board.Part part) -> part.name().isEmpty())
            .thenComparing(Board.Part::name, vietnamese)
            .thenComparingInt(Board.Part::id));
    return sorted;
  }

  private static Board.Part together(Board.Part one, Board.Part other) {
    return new Board.Part(
        one.id(),
        one.code(),
        one.name(),
        one.level(),
        one.sums().plus(other.sums()),
        one.overdue() + other.overdue());
  }

  private Map<Integer, Name> names(String sql, Collection<Integer> ids) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("int", ids.toArray()));
      Map<Integer, Name> names = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          names.put(
              row.getInt("id"),
              new Name(
                  row.getInt("part"),
                  row.getString("code"),
                  row.getString("name"),
                  row.getString("level")));
        }
      }
      return names;
    }
  }
}
