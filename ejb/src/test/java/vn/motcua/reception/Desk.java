package vn.motcua.reception;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.Access;

/** The counter's smaller services with somebody signed in, on a real database. */
final class Desk {

  private final DataSource database;
  private String caller = "lan";
  private Instant now = Visitors.TEN_O_CLOCK;
  private final Access access;
  private final AuditTrail trail;
  private final InstantSource clock = () -> now;

  Desk(DataSource database) throws SQLException {
    this.database = database;
    access = new Access(database, clock, () -> caller);
    trail = new AuditTrail(database, clock, () -> caller);
    account("lan", "CLERK", "cn-tay-ho");
    account("hoa", "CLERK", "cn-cau-giay");
    account("minh", "OFFICER", "00103");
    account("thu", "REPORTER", "ttphvhcc");
  }

  void signIn(String login) {
    caller = login;
  }

  void wait(java.time.Duration time) {
    now = now.plus(time);
  }

  DraftService drafts() {
    return new DraftService(database, access, clock);
  }

  FileService files(int megabytes) {
    return new FileService(database, access, trail, clock, megabytes);
  }

  PersonDirectory people() {
    return new PersonDirectory(database, access, trail);
  }

  ReceiptService receipts() {
    return new ReceiptService(database, access, trail, clock);
  }

  private void account(String login, String role, String unit) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                """
                with place as (
                  select coalesce(lineage_id, id) as id from unit
                  where code = ? and valid_to = 'infinity'),
                who as (
                  insert into staff (dataset_id, full_name, post, unit_id)
                  select 1, 'Người ' || ?, '', id from place returning id, unit_id),
                opened as (
                  insert into account (login, staff_id, password_hash, created_at,
                    password_changed_at)
                  select ?, id, 'x', now(), now() from who returning id),
                scoped as (
                  insert into account_scope select opened.id, place.id from opened, place)
                insert into account_role select id, ? from opened
                """)) {
      statement.setString(1, unit);
      statement.setString(2, login);
      statement.setString(3, login);
      statement.setString(4, role);
      statement.executeUpdate();
    }
  }
}
