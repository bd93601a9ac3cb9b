package vn.motcua.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.motcua.database.Query;

/** A counter's day (quầy, ngày): open until it is closed (chốt ngày). */
record CounterDay(int datasetId, int branchId, String counter, LocalDate day) {

  /**
   * Keeps the day from being closed until the transaction ends; several may take cash at once.
   *
   * @throws PaymentFailure.DayClosed where it is closed
   */
  void holdOpen(Connection connection) throws SQLException {
    make(connection);
    if (closed(connection, "for key share")) {
      throw new PaymentFailure.DayClosed(counter, day);
    }
  }

  /**
   * Waits for who takes cash at this moment, then keeps all others out.
   *
   * @throws PaymentFailure.DayClosed where it is closed already
   */
  void lock(Connection connection) throws SQLException {
    make(connection);
    if (closed(connection, "for update")) {
      throw new PaymentFailure.DayClosed(counter, day);
    }
  }

  private void make(Connection connection) throws SQLException {
    Query.of(
            connection,
            """
            insert into counter_day (dataset_id, branch_id, counter, day) values (?, ?, ?, ?)
            on conflict do nothing""",
            datasetId,
            branchId,
            counter,
            day)
        .update();
  }

  private boolean closed(Connection connection, String lock) throws SQLException {
    return Query.of(
            connection,
            "select closed from counter_day"
                + " where dataset_id = ? and branch_id = ? and counter = ? and day = ? "
                + lock,
            datasetId,
            branchId,
            counter,
            day)
        .first(row -> row.getBoolean(1))
        .orElseThrow();
  }
}
