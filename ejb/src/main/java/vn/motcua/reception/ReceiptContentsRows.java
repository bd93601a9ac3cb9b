package vn.motcua.reception;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a correction of a receipt may change. */
final class ReceiptContentsRows {

  private final Connection connection;

  ReceiptContentsRows(Connection connection) {
    this.connection = connection;
  }

  ReceiptContents of(ReceiptSource.Head head) throws SQLException {
    return new ReceiptContents(
        head.id(), head.receiptCode(), version(head.id()), people(head.id()), dossiers(head.id()));
  }

  private int version(long visitId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select coalesce(max(version), 0) from receipt where visit_id = ?")) {
      statement.setLong(1, visitId);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** Who is both owner and submitter is named once, as owner. */
  private List<ReceiptContents.Person> people(long visitId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with first as (
              select distinct on (r.relation) r.relation, r.person_id
              from dossier_person r
              join dossier_intake i on i.dossier_id = r.dossier_id
              where i.visit_id = ? and r.relation in ('OWNER', 'SUBMITTER')
              order by r.relation, r.dossier_id, r.position)
            select min(f.relation) as relation, p.full_name, p.phone
            from first f join person p on p.id = f.person_id
            group by p.id order by 1
            """)) {
      statement.setLong(1, visitId);
      List<ReceiptContents.Person> people = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          people.add(
              new ReceiptContents.Person(
                  row.getString("relation"), row.getString("full_name"), row.getString("phone")));
        }
      }
      return people;
    }
  }

  private List<ReceiptContents.Dossier> dossiers(long visitId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select d.code, i.summary, p.position, p.name, p.originals, p.certified, p.copies
            from dossier_intake i
            join dossier d on d.id = i.dossier_id
            left join dossier_paper p on p.dossier_id = d.id and p.custody <> 'HELD_ALREADY'
            where i.visit_id = ? order by d.id, p.position
            """)) {
      statement.setLong(1, visitId);
      Map<String, String> summaries = new LinkedHashMap<>();
      Map<String, List<ReceiptContents.Paper>> papers = new LinkedHashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String code = row.getString("code");
          summaries.put(code, row.getString("summary"));
          List<ReceiptContents.Paper> list = papers.computeIfAbsent(code, c -> new ArrayList<>());
          if (row.getString("name") != null) {
            list.add(
                new ReceiptContents.Paper(
                    row.getInt("position"),
                    row.getString("name"),
                    row.getInt("originals"),
                    row.getInt("certified"),
                    row.getInt("copies")));
          }
        }
      }
      return papers.entrySet().stream()
          .map(
              one ->
                  new ReceiptContents.Dossier(
                      one.getKey(), summaries.get(one.getKey()), one.getValue()))
          .toList();
    }
  }
}
