package vn.motcua.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.motcua.database.Query;

/**
 * Legal bases of fees (căn cứ pháp lý): in force by date, and certain only where somebody has seen
 * the published text.
 */
public final class LegalBases {

  private final Connection connection;

  public LegalBases(Connection connection) {
    this.connection = connection;
  }

  /**
   * The basis of a citation on a day; one that nobody has recorded yet is entered as unsure.
   *
   * @throws PaymentFailure.BasisOver where it is recorded, but not in force on the day
   */
  public int named(String citation, LocalDate day, String login) throws SQLException {
    boolean known =
        Query.of(connection, "select 1 from legal_basis where citation = ? limit 1", citation)
            .first(row -> true)
            .orElse(false);
    if (!known) {
      Query.of(
              connection,
              """
              insert into legal_basis (citation, valid_from, certainty, source, recorded_by)
              values (?, ?, 'UNSURE', 'ghi khi định mức thu, chưa đối chiếu', ?)
              on conflict do nothing""",
              citation,
              day,
              login)
          .update();
    }
    return Query.of(
            connection,
            """
            select id from legal_basis where citation = ? and valid_from <= ? and valid_to > ?
            order by valid_from desc limit 1""",
            citation,
            day,
            day)
        .first(row -> row.getInt(1))
        .orElseThrow(() -> new PaymentFailure.BasisOver(citation, day));
  }

  /**
   * Records a basis from a day on; what was known of the citation ends there.
   *
   * @param end the day after its last; null: none is known
   */
  public void define(
      String citation,
      String title,
      LocalDate from,
      LocalDate end,
      boolean confirmed,
      String source,
      String login)
      throws SQLException {
    Query.of(
            connection,
            "update legal_basis set valid_to = ?"
                + " where citation = ? and valid_from < ? and valid_to > ?",
            from,
            citation,
            from,
            from)
        .update();
    Query.of(
            connection,
            """
            insert into legal_basis (citation, title, valid_from, valid_to, certainty, source,
              recorded_by)
            values (?, ?, ?, coalesce(?::date, 'infinity'), ?, ?, ?)
            on conflict (citation, valid_from) do update set title = excluded.title,
              valid_to = excluded.valid_to, certainty = excluded.certainty,
              source = excluded.source, recorded_by = excluded.recorded_by""",
            citation,
            title,
            from,
            end,
            confirmed ? "CONFIRMED" : "UNSURE",
            source,
            login)
        .update();
    // Fees of the citation that hold then follow it, so that their certainty is the present one.
    Query.of(
            connection,
            """
            update fee_schedule f set basis_id = b.id from legal_basis b
            where b.citation = ? and b.valid_from = ? and f.legal_basis = b.citation
              and f.valid_to > b.valid_from""",
            citation,
            from)
        .update();
    Query.of(
            connection,
            """
            update certification_fee f set basis_id = b.id from legal_basis b, legal_basis was
            where b.citation = ? and b.valid_from = ? and was.id = f.basis_id
              and was.citation = b.citation and f.valid_to > b.valid_from""",
            citation,
            from)
        .update();
  }
}
