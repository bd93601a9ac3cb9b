package vn.motcua.handover;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import vn.motcua.database.Query;

/** Reads slips. */
final class Slips {

  /** How many originals of dossier d are kept by somebody. */
  private static final String ORIGINALS =
      """
      (select coalesce(sum(p.originals), 0) from dossier_paper p
       left join paper_custody k on k.paper_id = p.id
       where p.dossier_id = d.id and p.custody = 'KEPT' and coalesce(k.state, 'KEPT') = 'KEPT')""";

  static final String PROCEDURE =
      """
      coalesce((select coalesce(nullif(v.short_name, ''), v.name) from procedure_version v
        where v.procedure_id = d.procedure_id and v.valid_to = 'infinity'), '')""";

  private final Connection connection;

  Slips(Connection connection) {
    this.connection = connection;
  }

  SlipView find(long id, Instant now) throws SQLException {
    List<SlipView.Line> lines =
        Query.of(
                connection,
                """
                select l.*, d.code, %s as procedure, %s as originals,
                  coalesce(st.full_name, l.scanned_by) as who, s.sent_at
                from handover_line l join handover_slip s on s.id = l.slip_id
                join dossier d on d.id = l.dossier_id
                left join account a on a.login = l.scanned_by
                left join staff st on st.id = a.staff_id
                where l.slip_id = ? order by l.position"""
                    .formatted(PROCEDURE, ORIGINALS),
                id)
            .list(
                row -> {
                  Instant by = Query.moment(row, "hand_by");
                  Instant sent = Query.moment(row, "sent_at");
                  return new SlipView.Line(
                      row.getLong("dossier_id"),
                      row.getString("code"),
                      row.getString("procedure"),
                      row.getInt("originals"),
                      by,
                      by != null && (sent == null ? now : sent).isAfter(by),
                      row.getString("who"),
                      Query.moment(row, "scanned_at"),
                      row.getString("verdict") == null
                          ? null
                          : LineVerdict.valueOf(row.getString("verdict")),
                      row.getString("note"));
                });
    return Query.of(
            connection,
            """
            select s.*, f.name as from_name, t.name as to_name,
              coalesce(gs.full_name, s.sent_by, '') as giver,
              coalesce(rs.full_name, s.received_by, '') as receiver
            from handover_slip s join unit f on f.id = s.from_unit join unit t on t.id = s.to_unit
            left join account ga on ga.login = s.sent_by left join staff gs on gs.id = ga.staff_id
            left join account ra on ra.login = s.received_by
            left join staff rs on rs.id = ra.staff_id
            where s.id = ?""",
            id)
        .first(
            row ->
                new SlipView(
                    id,
                    row.getString("number"),
                    SlipKind.valueOf(row.getString("kind")),
                    SlipState.valueOf(row.getString("state")),
                    row.getInt("from_unit"),
                    row.getString("from_name"),
                    row.getInt("to_unit"),
                    row.getString("to_name"),
                    row.getInt("version"),
                    Query.moment(row, "opened_at"),
                    row.getString("giver"),
                    Query.moment(row, "sent_at"),
                    row.getString("receiver"),
                    Query.moment(row, "received_at"),
                    lines))
        .orElseThrow(HandoverFailure.UnknownSlip::new);
  }
}
