package vn.motcua.papers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.database.Query;

/** Papers that were digitised and confirmed in earlier dossiers, are reusable and still valid. */
final class HeldRows {

  static final String HELD =
      """
      select h.id, h.type_code, h.title, h.valid_until, d.code
      from person w
      join dossier_person r on r.person_id = w.id and r.relation = 'OWNER' and r.position = 1
      join dossier d on d.id = r.dossier_id and d.state <> 'VOIDED'
      join dossier_paper p on p.dossier_id = d.id and p.file_id is not null
      join digital_paper h on h.paper_id = p.id and h.digitised
      join paper_type t on t.code = h.type_code and t.reusable
        and t.valid_from <= ? and t.valid_to > ?
      where w.dataset_id = 1 and w.national_id = ?
        and (h.no_term or h.valid_until >= ?)
      order by h.type_code, h.confirmed_at desc, h.id desc
      """;

  private HeldRows() {}

  static List<PaperSheet.Held> of(Connection connection, String nationalId, LocalDate on)
      throws SQLException {
    return Query.of(connection, HELD, on, on, nationalId, on)
        .list(
            row ->
                new PaperSheet.Held(
                    row.getLong("id"),
                    row.getString("type_code"),
                    row.getString("title"),
                    row.getString("code"),
                    row.getObject("valid_until", LocalDate.class)));
  }
}
