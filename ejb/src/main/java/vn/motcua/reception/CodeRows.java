package vn.motcua.reception;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.motcua.database.Query;

/**
 * Gives out dossier codes (mã hồ sơ, NĐ 118/2025 Điều 28): identifier of the competent agency, day
 * of receipt, number of the day. Counters are the last rows that a visit locks, in the order of the
 * identifiers; the receipt's is the very last.
 */
final class CodeRows {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

  private final Connection connection;
  private final Occasion occasion;
  private final LocalDate day;

  CodeRows(Connection connection, Occasion occasion) {
    this.connection = connection;
    this.occasion = occasion;
    day = LocalDate.ofInstant(occasion.at(), ZONE);
  }

  /**
   * @param identifiers one per dossier, in their order
   * @return codes in the same order
   */
  List<String> next(List<String> identifiers) throws SQLException {
    Map<String, Integer> wanted = new TreeMap<>();
    identifiers.forEach(identifier -> wanted.merge(identifier, 1, Integer::sum));
    Map<String, Integer> number = new HashMap<>();
    for (Map.Entry<String, Integer> entry : wanted.entrySet()) {
      number.put(entry.getKey(), take(entry.getKey(), entry.getValue()) - entry.getValue());
    }
    List<String> codes = new ArrayList<>();
    for (String identifier : identifiers) {
      codes.add(
          "%s-%s-%04d"
              .formatted(identifier, DAY.format(day), number.merge(identifier, 1, Integer::sum)));
    }
    return codes;
  }

  private int take(String identifier, int count) throws SQLException {
    String counter =
        """
        update dossier_code_counter set last = last + ?
        where dataset_id = ? and identifier = ? and day = ? returning last""";
    Optional<Integer> last =
        Query.of(connection, counter, count, occasion.datasetId(), identifier, day)
            .first(CodeRows::last);
    if (last.isEmpty()) {
      Query.of(
              connection,
              """
              insert into dossier_code_counter (dataset_id, identifier, day, last)
              values (?, ?, ?, 0) on conflict do nothing""",
              occasion.datasetId(),
              identifier,
              day)
          .update();
      last =
          Query.of(connection, counter, count, occasion.datasetId(), identifier, day)
              .first(CodeRows::last);
    }
    return last.orElseThrow();
  }

  /**
   * Gives a visit its receipt's number: branch, year, number of the year without gaps. One
   * statement, because every other counter of the branch waits from here to the commit; an update,
   * because those who wait for one stand in a queue, while all who would insert wake at each
   * commit.
   */
  String nextReceipt(long visit, int branchId, String branchCode) throws SQLException {
    String start = "%s-%d-".formatted(branchCode, day.getYear());
    String counter =
        """
        with number as (
          update receipt_counter set last = last + 1
          where dataset_id = ? and branch_id = ? and year = ? returning last)
        update visit v set receipt_code = ? || case when n.last < 1000000
          then lpad(n.last::text, 6, '0') else n.last::text end
        from number n where v.id = ? returning v.receipt_code""";
    Optional<String> receipt =
        Query.of(connection, counter, occasion.datasetId(), branchId, day.getYear(), start, visit)
            .first(CodeRows::text);
    if (receipt.isEmpty()) {
      Query.of(
              connection,
              """
              insert into receipt_counter (dataset_id, branch_id, year, last)
              values (?, ?, ?, 0) on conflict do nothing""",
              occasion.datasetId(),
              branchId,
              day.getYear())
          .update();
      receipt =
          Query.of(connection, counter, occasion.datasetId(), branchId, day.getYear(), start, visit)
              .first(CodeRows::text);
    }
    return receipt.orElseThrow();
  }

  private static int last(ResultSet row) throws SQLException {
    return row.getInt(1);
  }

  private static String text(ResultSet row) throws SQLException {
    return row.getString(1);
  }
}
