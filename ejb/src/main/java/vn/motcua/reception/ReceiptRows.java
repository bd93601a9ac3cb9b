package vn.motcua.reception;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Changes what a receipt prints. The caller holds the visit's lock. */
final class ReceiptRows {

  private final Connection connection;
  private final long visitId;

  ReceiptRows(Connection connection, long visitId) {
    this.connection = connection;
    this.visitId = visitId;
  }

  /** How many rows are not what they were. */
  int change(List<PersonChange> people, List<PaperChange> papers) throws SQLException {
    int changed = 0;
    for (PersonChange person : people) {
      changed += change(person);
    }
    for (PaperChange paper : papers) {
      changed += change(paper);
    }
    return changed;
  }

  private int change(PersonChange change) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update person p set
              full_name = coalesce(nullif(?, ''), full_name),
              phone = coalesce(nullif(?, ''), phone),
              version = version + 1
            where p.id = (
                select r.person_id from dossier_person r
                join dossier_intake i on i.dossier_id = r.dossier_id
                where i.visit_id = ? and r.relation = ? order by r.dossier_id, r.position limit 1)
              and (coalesce(nullif(?, ''), full_name) <> full_name
                or coalesce(nullif(?, ''), phone) <> phone)
            """)) {
      statement.setString(1, change.fullName());
      statement.setString(2, change.phone());
      statement.setLong(3, visitId);
      statement.setString(4, change.relation());
      statement.setString(5, change.fullName());
      statement.setString(6, change.phone());
      return statement.executeUpdate();
    }
  }

  private int change(PaperChange change) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update dossier_paper p set originals = ?, certified = ?, copies = ?
            from dossier_intake i, dossier d
            where i.dossier_id = p.dossier_id and d.id = p.dossier_id and i.visit_id = ?
              and d.code = ? and p.position = ?
              and (p.originals, p.certified, p.copies) is distinct from (?, ?, ?)
            """)) {
      statement.setInt(1, change.originals());
      statement.setInt(2, change.certified());
      statement.setInt(3, change.copies());
      statement.setLong(4, visitId);
      statement.setString(5, change.dossierCode());
      statement.setInt(6, change.position());
      statement.setInt(7, change.originals());
      statement.setInt(8, change.certified());
      statement.setInt(9, change.copies());
      return statement.executeUpdate();
    }
  }
}
