package vn.motcua.reception;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into dossier_code_counter as c (dataset_id, identifier, day, last)
            values (?, ?, ?, ?)
            on conflict (dataset_id, identifier, day) do update set last = c.last + excluded.last
            returning last
            """)) {
      statement.setInt(1, occasion.datasetId());
      statement.setString(2, identifier);
      statement.setObject(3, day);
      statement.setInt(4, count);
      return number(statement);
    }
  }

  /**
   * Gives a visit its receipt's number: branch, year, number of the year without gaps. One
   * statement, because every other counter of the branch waits from here to the commit.
   */
  String nextReceipt(long visit, int branchId, String branchCode) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with number as (
              insert into receipt_counter as c (dataset_id, branch_id, year, last)
              values (?, ?, ?, 1)
              on conflict (dataset_id, branch_id, year) do update set last = c.last + 1
              returning last)
            update visit v set receipt_code = ? || case when n.last < 1000000
              then lpad(n.last::text, 6, '0') else n.last::text end
            from number n where v.id = ? returning v.receipt_code
            """)) {
      statement.setInt(1, occasion.datasetId());
      statement.setInt(2, branchId);
      statement.setInt(3, day.getYear());
      statement.setString(4, "%s-%d-".formatted(branchCode, day.getYear()));
      statement.setLong(5, visit);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static int number(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }
}
