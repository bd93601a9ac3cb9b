package vn.motcua.structure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.database.Query;
import vn.motcua.organisation.UnitKind;

/** The Centre and all below it. */
final class TreeRows {

  private final Connection connection;

  TreeRows(Connection connection) {
    this.connection = connection;
  }

  List<TreeNode> tree(LocalDate on) throws SQLException {
    Map<Integer, List<TreeNode.Leader>> leaders = leaders(on);
    return Query.of(
            connection,
            """
            with recursive present as (
              select u.*, coalesce(u.lineage_id, u.id) as body from unit u
              where u.dataset_id = 1 and u.valid_from <= ? and u.valid_to > ?),
            tree as (
              select p.*, 0 as depth, array[p.code] as path from present p where p.kind = 'CENTRE'
              union all
              select p.*, t.depth + 1, t.path || p.code from present p
              join tree t on p.parent_id = t.body
              where p.kind in ('BRANCH', 'OFFICE', 'POINT', 'COMMUNE_POINT', 'KIOSK', 'VAN', 'AGENT')
                and t.depth < 10)
            select t.*, parent.code as parent_code,
              (select min(n.valid_from) from unit n
               where coalesce(n.lineage_id, n.id) = t.body and n.valid_from > t.valid_from)
                as next_from
            from tree t left join unit parent on parent.id = t.parent_id
            order by t.path
            """,
            on,
            on)
        .list(
            row -> {
              LocalDate from = row.getObject("valid_from", LocalDate.class);
              LocalDate to = row.getObject("valid_to", LocalDate.class);
              return new TreeNode(
                  row.getString("code"),
                  row.getString("name"),
                  UnitKind.valueOf(row.getString("kind")),
                  row.getString("parent_code"),
                  row.getString("address"),
                  row.getObject("phase", Integer.class),
                  LocalDate.MIN.equals(from) ? null : from,
                  LocalDate.MAX.equals(to) ? null : to,
                  row.getObject("next_from", LocalDate.class),
                  row.getInt("depth"),
                  leaders.getOrDefault(row.getInt("body"), List.of()));
            });
  }

  private Map<Integer, List<TreeNode.Leader>> leaders(LocalDate on) throws SQLException {
    Map<Integer, List<TreeNode.Leader>> leaders = new HashMap<>();
    Query.of(
            connection,
            """
            select p.*, s.full_name from unit_post p join staff s on s.id = p.staff_id
            where p.valid_from <= ? and p.valid_to > ? order by p.post desc, s.full_name
            """,
            on,
            on)
        .list(
            row -> {
              LocalDate to = row.getObject("valid_to", LocalDate.class);
              return leaders
                  .computeIfAbsent(row.getInt("unit_id"), id -> new ArrayList<>())
                  .add(
                      new TreeNode.Leader(
                          row.getString("full_name"),
                          "DIRECTOR".equals(row.getString("post")),
                          row.getObject("valid_from", LocalDate.class),
                          LocalDate.MAX.equals(to) ? null : to));
            });
    return leaders;
  }
}
