package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.reference.LoadedDatabase.execute;
import static vn.motcua.reference.LoadedDatabase.value;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.database.TestDatabase;

class AccessTest {

  private final DataSource database = TestDatabase.fresh();
  private Instant now = Instant.parse("2026-11-20T01:00:00Z");
  private String caller = "lan";
  private final Access access = new Access(database, () -> now, () -> caller);
  private int branch;
  private int point;
  private int renamedPoint;
  private int otherBranch;

  @BeforeEach
  void twoBranchesAndThreePeople() throws SQLException {
    int centre = unit("tt", null, null, "2024-01-01", "infinity");
    branch = unit("cn-a", centre, null, "2024-01-01", "infinity");
    point = unit("diem-a1", branch, null, "2024-01-01", "2025-07-01");
    renamedPoint = unit("diem-a1", branch, point, "2025-07-01", "infinity");
    otherBranch = unit("cn-b", centre, null, "2024-01-01", "infinity");
    account("lan", branch, Role.CLERK, false);
    account("hoa", otherBranch, Role.BRANCH_DIRECTOR, false);
    account("chu-tich", centre, Role.LEADER, true);
  }

  @Test
  void knowsWhoCalls() {
    assertThat(access.current().fullName()).isEqualTo("Người lan");
    caller = "chu-tich";
    assertThat(access.current().roles()).containsExactly(Role.LEADER);
  }

  @Test
  void nobodyIsRefusedAndSoIsAnAccountThatWasSwitchedOff() throws SQLException {
    caller = "ANONYMOUS";
    assertThatThrownBy(access::current).isInstanceOf(IdentityFailure.NotSignedIn.class);
    caller = "LAN";
    assertThatThrownBy(access::scope).isInstanceOf(IdentityFailure.NotSignedIn.class);
    caller = "lan";
    execute(database, "update account set enabled = false where login = 'lan'");
    assertThatThrownBy(() -> access.require(Role.CLERK))
        .isInstanceOf(IdentityFailure.NotSignedIn.class);
  }

  @Test
  void oneOfTheRolesIsEnough() {
    assertThat(access.require(Role.OFFICER, Role.CLERK).login()).isEqualTo("lan");
    assertThatThrownBy(() -> access.require(Role.OFFICER, Role.ADMINISTRATOR))
        .isInstanceOfSatisfying(
            IdentityFailure.NotAllowed.class,
            refused -> {
              assertThat(refused.httpStatus()).isEqualTo(403);
              assertThat(refused.code()).isEqualTo("identity.not-allowed");
              assertThat(refused.message(Locale.of("vi")))
                  .contains("(Chuyên viên thụ lý, Quản trị hệ thống)");
              assertThat(refused.message(Locale.ENGLISH)).contains("(case officer, administrator)");
            });
    assertThatThrownBy(access::require).isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  @Test
  void aRoleHoldsWithinTheScopeOnly() {
    assertThat(access.requireAt(branch, Role.CLERK).login()).isEqualTo("lan");
    assertThat(access.requireAt(point, Role.CLERK).login()).as("below it").isEqualTo("lan");
    assertThat(access.requireAt(renamedPoint, Role.CLERK).login())
        .as("another version of one below it")
        .isEqualTo("lan");
    assertThatThrownBy(() -> access.requireAt(otherBranch, Role.CLERK))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThatThrownBy(() -> access.requireAt(branch, Role.OFFICER))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    caller = "hoa";
    assertThatThrownBy(() -> access.requireAt(branch, Role.BRANCH_DIRECTOR))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    caller = "chu-tich";
    assertThat(access.requireAt(branch, Role.LEADER).wholeCity()).isTrue();
  }

  @Test
  void theScopeHoldsEveryVersionOfTheBodiesAndOfWhatIsBelow() {
    Scope scope = access.scope();
    assertThat(scope.wholeCity()).isFalse();
    assertThat(scope.unitIds()).containsExactlyInAnyOrder(branch, point, renamedPoint);
    assertThat(scope.includes(otherBranch)).isFalse();
    caller = "chu-tich";
    assertThat(access.scope()).isEqualTo(new Scope(true, Set.of()));
    assertThat(access.scope().includes(otherBranch)).isTrue();
  }

  @Test
  void aScopeTakenAwayIsGoneAtOnceAndANewBodyBelowIsSeenAfterSeconds() throws SQLException {
    assertThat(access.scope().includes(branch)).isTrue();
    int newPoint = unit("diem-a2", branch, null, "2026-01-01", "infinity");
    now = now.plus(Duration.ofSeconds(11));
    assertThat(access.scope().includes(newPoint)).isTrue();
    execute(database, "delete from account_scope");
    assertThat(access.scope().unitIds()).isEmpty();
  }

  @Test
  void refusalsAreInTheTrailAndPermissionsAreNot() {
    access.require(Role.CLERK);
    assertThatThrownBy(() -> access.require(Role.LEADER)).isNotNull();
    assertThatThrownBy(() -> access.requireAt(otherBranch, Role.CLERK)).isNotNull();
    assertThat(
            value(
                database,
                "select string_agg(concat_ws('|', login, roles::text, action, subject, details ->>"
                    + " 'required'), ' ' order by id) from audit_entry"))
        .isEqualTo(
            "lan|{CLERK}|access.refused||LEADER lan|{CLERK}|access.out-of-scope|unit "
                + otherBranch
                + "|CLERK");
  }

  private int unit(String code, Integer parent, Integer lineage, String from, String to) {
    return Integer.parseInt(
        value(
            database,
            "insert into unit (dataset_id, code, name, kind, parent_id, lineage_id, valid_from,"
                + " valid_to) values (1, '%s', '%s', 'BRANCH', %s, %s, '%s', '%s') returning id"
                    .formatted(code, code, parent, lineage, from, to)));
  }

  private void account(String login, int unit, Role role, boolean wholeCity) throws SQLException {
    NewAccount wanted =
        new NewAccount(login, "Người " + login, "Cán bộ", unit, Set.of(role), wholeCity, false);
    try (Connection connection = database.getConnection()) {
      new AccountRegister(connection, new PasswordHash(1_000, new SecureRandom()))
          .create(wanted, "mật khẩu", now);
    }
  }
}
