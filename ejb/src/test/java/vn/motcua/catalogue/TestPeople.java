package vn.motcua.catalogue;

import static vn.motcua.reference.LoadedDatabase.execute;

import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.Access;

/** Two people of the Centre, a branch director and a clerk, one of whom is signed in. */
public final class TestPeople {

  public static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

  private final DataSource database;
  public Instant now = NOW;
  public String caller = "giamdoc";

  public TestPeople(DataSource database) {
    this.database = database;
    account("giamdoc", "BRANCH_DIRECTOR");
    account("lanhdao", "LEADER");
    account("quantri", "ADMINISTRATOR");
    account("tiepnhan", "CLERK");
  }

  public Access access() {
    return new Access(database, () -> now, () -> caller);
  }

  public AuditTrail trail() {
    return new AuditTrail(database, () -> now, () -> caller);
  }

  private void account(String login, String role) {
    try {
      execute(
          database,
          """
          with s as (insert into staff (dataset_id, full_name, post, unit_id)
            select 1, 'Người %1$s', 'thử', min(id) from unit returning id),
          a as (insert into account (login, staff_id, password_hash, whole_city, created_at,
              password_changed_at)
            select '%1$s', id, 'x', true, now(), now() from s returning id)
          insert into account_role (account_id, role) select id, '%2$s' from a
          """
              .formatted(login, role));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
