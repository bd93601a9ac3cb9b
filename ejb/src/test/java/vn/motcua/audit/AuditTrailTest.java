package vn.motcua.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.reference.LoadedDatabase.execute;
import static vn.motcua.reference.LoadedDatabase.value;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.database.TestDatabase;

class AuditTrailTest {

  private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

  private final DataSource database = TestDatabase.fresh();
  private String caller = "lan";
  private final AuditTrail trail = new AuditTrail(database, () -> NOW, () -> caller);
  private final AuditSeals seals = new AuditSeals(database, () -> NOW);

  @BeforeEach
  void anAccount() throws SQLException {
    execute(
        database,
        """
        insert into unit (dataset_id, code, name, kind) values (1, 'b', 'B', 'BRANCH');
        insert into staff (dataset_id, full_name, post, unit_id)
        select 1, 'Trần Thị Lan', 'Cán bộ', id from unit;
        insert into account (login, staff_id, password_hash, created_at, password_changed_at)
        select 'lan', id, 'x', now(), now() from staff;
        insert into account_role select id, unnest(array['OFFICER', 'CLERK']) from account""");
  }

  @Test
  void anEntryTellsWhoInWhichRolesDidWhatToWhat() {
    trail.record("dossier.receive", "dossier 17", Map.of("code", "e\u0302\0"));
    assertThat(value(database, "select (to_jsonb(e) - 'id' - 'xid')::text from audit_entry e"))
        .isEqualTo(
            "{\"at\": \"2026-11-20T01:00:00+00:00\", \"login\": \"lan\", \"roles\": [\"CLERK\","
                + " \"OFFICER\"], \"action\": \"dossier.receive\", \"address\": \"\", \"details\":"
                + " {\"code\": \"ê\"}, \"subject\": \"dossier 17\"}");
  }

  @Test
  void readingPersonalDataIsRecordedWithItsPurpose() {
    trail.readPersonalData("dossier 17", "reception");
    assertThat(value(database, "select concat_ws('|', action, subject, details) from audit_entry"))
        .isEqualTo("personal-data.read|dossier 17|{\"purpose\": \"reception\"}");
  }

  @Test
  void nobodyIsRecordedAsNobody() {
    caller = "ANONYMOUS";
    trail.recordApart("access.refused", "", Map.of());
    assertThat(value(database, "select login || roles::text from audit_entry")).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit_entry", "audit_seal"})
  void cannotBeChangedByTheApplication(String table) {
    entries(1);
    assertThat(seals.seal()).isEqualTo(1);
    assertThatThrownBy(() -> execute(database, "delete from " + table))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> execute(database, "truncate " + table))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> execute(database, "update " + table + " set id = default"))
        .hasMessageContaining("append-only");
  }

  @Test
  void sealsWhatIsNewAndNothingTwice() {
    assertThat(seals.seal()).isZero();
    assertThat(seals.newest()).isEmpty();
    entries(3);
    assertThat(seals.seal()).isEqualTo(3);
    assertThat(seals.seal()).isZero();
    String first = seals.newest().orElseThrow();
    entries(2);
    assertThat(seals.seal()).isEqualTo(2);
    assertThat(seals.newest().orElseThrow()).hasSize(64).isNotEqualTo(first);
    assertThat(seals.verify()).isEmpty();
  }

  /** A slow transaction commits an entry whose number is below some that are sealed already. */
  @Test
  void anEntryThatCommitsLateIsSealedLaterAndBreaksNothing() throws SQLException {
    try (Connection slow = database.getConnection();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute(
          "insert into audit_entry (at, login, roles, action, subject)"
              + " values (now(), '', '{}', 'slow', '')");
      entries(2);
      assertThat(seals.seal()).as("not beyond the open transaction").isZero();
      slow.commit();
    }
    entries(1);
    assertThat(seals.seal()).isEqualTo(4);
    assertThat(seals.verify()).isEmpty();
  }

  /** What only who holds the database can do: the triggers are switched off. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set login = 'hoa' where id = 4",
        "update audit_entry set details = '{\"n\": \"5\"}' where id = 4",
        "update audit_entry set at = at + interval '1 microsecond' where id = 4",
        "update audit_entry set roles = '{LEADER}' where id = 4",
        "delete from audit_entry where id = 4",
        "insert into audit_entry (at, login, roles, action, subject, xid) select at, login, roles,"
            + " action, subject, xid from audit_entry where id = 4",
        "update audit_seal set digest = sha256('x') where id = 2",
        "delete from audit_seal where id = 2",
      })
  void whatWasAlteredBehindTheApplicationIsFound(String damage) throws SQLException {
    for (int batch = 0; batch < 3; batch++) {
      entries(3);
      assertThat(seals.seal()).isEqualTo(3);
    }
    assertThat(seals.verify()).isEmpty();
    execute(
        database,
        """
        alter table audit_entry disable trigger append_only;
        alter table audit_seal disable trigger append_only;
        """
            + damage);
    assertThat(seals.verify())
        .isNotEmpty()
        .allMatch(broken -> broken.seal() == 2 || broken.seal() == 3);
  }

  private void entries(int count) {
    for (int i = 0; i < count; i++) {
      trail.record("dossier.receive", "dossier " + i, Map.of("n", Integer.toString(i)));
    }
  }
}
