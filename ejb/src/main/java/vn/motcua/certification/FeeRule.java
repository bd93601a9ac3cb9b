package vn.motcua.certification;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.motcua.database.Query;

/**
 * What a certification costs (TT 226/2016/TT-BTC as last known): 2,000 đồng a page, from the third
 * page on 1,000, at most 200,000 a copy; 10,000 a case for signatures. Data with validity dates.
 *
 * @param firstPages so many pages of a copy at {@code firstAmount} each
 * @param nextAmount each further page
 * @param cap the most for one copy; 0: none
 * @param basis the provision, as the fee's line states it
 * @param beneficiary code of whom it is for
 */
record FeeRule(
    int firstPages, long firstAmount, long nextAmount, long cap, String basis, String beneficiary) {

  private static final String ELECTRONIC_COPY = "ELECTRONIC_COPY";

  /**
   * @param electronic the copies are files; their fee is configured apart
   */
  static FeeRule of(Connection connection, Book book, boolean electronic, LocalDate day)
      throws SQLException {
    return Query.of(
            connection,
            """
            select f.first_pages, f.first_amount, f.next_amount, f.cap, f.beneficiary,
              coalesce(b.citation, f.basis) as citation
            from certification_fee f left join legal_basis b on b.id = f.basis_id
            where f.book = ? and f.valid_from <= ? and f.valid_to > ?""",
            electronic ? ELECTRONIC_COPY : book.name(),
            day,
            day)
        .first(
            row ->
                new FeeRule(
                    row.getInt("first_pages"),
                    row.getLong("first_amount"),
                    row.getLong("next_amount"),
                    row.getLong("cap"),
                    row.getString("citation"),
                    row.getString("beneficiary")))
        .orElseThrow(() -> new CertificationFailure.Invalid("fee-unknown"));
  }

  /**
   * @param pages of one copy; for signatures 1
   * @return đồng
   */
  long fee(int pages, int copies) {
    long one =
        Math.min(pages, firstPages) * firstAmount + Math.max(0, pages - firstPages) * nextAmount;
    return (cap == 0 ? one : Math.min(one, cap)) * copies;
  }
}
