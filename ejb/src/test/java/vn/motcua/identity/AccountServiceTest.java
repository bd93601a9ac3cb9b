package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.reference.LoadedDatabase.execute;
import static vn.motcua.reference.LoadedDatabase.value;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.database.TestDatabase;

class AccountServiceTest {

  private static final String PASSWORD = "đúng mật khẩu này";
  private static final SignInPolicy POLICY =
      new SignInPolicy(3, Duration.ofMinutes(15), Duration.ofMinutes(30));

  private final PasswordHash hashes = new PasswordHash(1_000, new java.security.SecureRandom());
  private final DataSource database = TestDatabase.fresh();
  private Instant now = Instant.parse("2026-11-20T01:00:00Z");
  private final AccountService accounts =
      new AccountService(database, () -> now, new RecentSignIns(), POLICY, hashes);
  private int unit;

  @BeforeEach
  void anAccount() throws SQLException {
    unit =
        Integer.parseInt(
            value(
                database,
                "insert into unit (dataset_id, code, name, kind) values (1, 'b', 'B', 'BRANCH')"
                    + " returning id"));
    NewAccount wanted =
        new NewAccount("lan", "Trần Thị Lan", "Cán bộ", unit, Set.of(Role.CLERK), false, false);
    try (Connection connection = database.getConnection()) {
      new AccountRegister(connection, hashes).create(wanted, PASSWORD, now);
    }
  }

  @Test
  void theRightPasswordOpensTheAccountWithRolesAndScope() {
    assertThat(signIn("lan", PASSWORD))
        .isInstanceOfSatisfying(
            SignIn.Accepted.class,
            accepted -> {
              Account account = accepted.account();
              assertThat(account.login()).isEqualTo("lan");
              assertThat(account.fullName()).isEqualTo("Trần Thị Lan");
              assertThat(account.roles()).containsExactly(Role.CLERK);
              assertThat(account.wholeCity()).isFalse();
              assertThat(account.scope()).containsExactly(unit);
            });
    assertThat(signIn(" LAN ", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
    assertThat(accounts.find("lan")).isPresent();
  }

  @Test
  void wrongPasswordUnknownLoginAndDisabledLookTheSame() throws SQLException {
    assertThat(signIn("lan", "sai")).isEqualTo(new SignIn.Refused());
    assertThat(signIn("ai-do", PASSWORD)).isEqualTo(new SignIn.Refused());
    execute(database, "update account set enabled = false");
    assertThat(signIn("lan", PASSWORD)).isEqualTo(new SignIn.Refused());
    assertThat(accounts.find("lan")).isEmpty();
    assertThat(outcomes()).isEqualTo("WRONG_PASSWORD,UNKNOWN_LOGIN,DISABLED");
  }

  @Test
  void theTableHoldsNoPassword() {
    assertThat(value(database, "select a::text from account a"))
        .contains("PBKDF2WithHmacSHA512:")
        .doesNotContain(PASSWORD);
  }

  @Test
  void theThirdWrongPasswordLocksForAQuarterOfAnHour() {
    assertThat(signIn("lan", "sai")).isEqualTo(new SignIn.Refused());
    assertThat(signIn("lan", "sai")).isEqualTo(new SignIn.Refused());
    Instant until = now.plus(POLICY.lock());
    assertThat(signIn("lan", "sai")).isEqualTo(new SignIn.Locked(until));

    now = until.minusMillis(1);
    assertThat(signIn("lan", PASSWORD))
        .as("even the right one")
        .isEqualTo(new SignIn.Locked(until));
    now = until;
    assertThat(signIn("lan", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
    assertThat(outcomes())
        .isEqualTo("WRONG_PASSWORD,WRONG_PASSWORD,WRONG_PASSWORD,LOCKED,ACCEPTED");
  }

  @Test
  void aLockThatRanOutGivesAFreshCount() {
    Stream.generate(() -> "sai").limit(3).forEach(wrong -> signIn("lan", wrong));
    now = now.plus(POLICY.lock());
    assertThat(signIn("lan", "sai")).isEqualTo(new SignIn.Refused());
    assertThat(signIn("lan", "sai")).isEqualTo(new SignIn.Refused());
    assertThat(signIn("lan", "sai")).isInstanceOf(SignIn.Locked.class);
  }

  @Test
  void theRightPasswordForgetsWrongOnes() {
    for (int i = 0; i < 4; i++) {
      signIn("lan", "sai");
      signIn("lan", "sai");
      now = now.plus(Duration.ofMinutes(10));
      accountsForgetting();
      assertThat(signIn("lan", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
    }
  }

  /** Guesses sent all at once are not checked more often than one after the other. */
  @Test
  void guessesAtOnceCountToo() throws Exception {
    try (var guessers = Executors.newFixedThreadPool(8)) {
      Callable<SignIn> guess = () -> signIn("lan", "sai");
      for (var answer : guessers.invokeAll(java.util.Collections.nCopies(40, guess))) {
        assertThat(answer.get()).isNotInstanceOf(SignIn.Accepted.class);
      }
    }
    String checked =
        value(database, "select count(*) from sign_in_attempt where outcome = 'WRONG_PASSWORD'");
    assertThat(checked).isEqualTo("3");
  }

  /** A program of ours signs in with every request, and sends many at once. */
  @Test
  void theRightPasswordManyTimesAtOnceLocksNothing() throws Exception {
    try (var requests = Executors.newFixedThreadPool(8)) {
      Callable<SignIn> request = () -> signIn("lan", PASSWORD);
      for (var answer : requests.invokeAll(java.util.Collections.nCopies(40, request))) {
        assertThat(answer.get()).isInstanceOf(SignIn.Accepted.class);
      }
    }
  }

  @Test
  void aPasswordThatWasJustRightIsNotHashedAgainButStillBoundToTheAccount() throws SQLException {
    assertThat(signIn("lan", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
    assertThat(signIn("lan", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
    assertThat(outcomes()).as("one sign-in").isEqualTo("ACCEPTED");

    now = now.plus(POLICY.newSignInAfter());
    assertThat(signIn("lan", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
    assertThat(outcomes()).isEqualTo("ACCEPTED,ACCEPTED");

    try (Connection connection = database.getConnection()) {
      new AccountRegister(connection, hashes).renew("lan", "mật khẩu mới", now);
    }
    assertThat(signIn("lan", PASSWORD)).isEqualTo(new SignIn.Refused());
    assertThat(signIn("lan", "mật khẩu mới")).isInstanceOf(SignIn.Accepted.class);
    execute(database, "update account set enabled = false");
    assertThat(signIn("lan", "mật khẩu mới")).isEqualTo(new SignIn.Refused());
  }

  /** A table of former years: each sign-in makes its own hash as strong as new ones are. */
  @Test
  void aHashOfLessWorkIsMadeAnewWhenThePasswordIsAtHand() {
    PasswordHash stronger = new PasswordHash(2_000, new java.security.SecureRandom());
    AccountService later =
        new AccountService(database, () -> now, new RecentSignIns(), POLICY, stronger);
    String weak = value(database, "select password_hash from account");
    assertThat(weak).contains(":1000:");
    later.verify("lan", "sai".toCharArray(), "127.0.0.1");
    assertThat(value(database, "select password_hash from account")).isEqualTo(weak);

    assertThat(later.verify("lan", PASSWORD.toCharArray(), "127.0.0.1"))
        .isInstanceOf(SignIn.Accepted.class);
    String strong = value(database, "select password_hash from account");
    assertThat(strong).contains(":2000:");
    assertThat(later.verify("lan", PASSWORD.toCharArray(), "127.0.0.1"))
        .isInstanceOf(SignIn.Accepted.class);
    assertThat(value(database, "select password_hash from account")).isEqualTo(strong);
  }

  @Test
  void theRecordOfSignInsCannotBeChanged() {
    signIn("lan", "sai");
    Assertions.assertThatThrownBy(() -> execute(database, "delete from sign_in_attempt"))
        .hasMessageContaining("append-only");
    assertThat(value(database, "select string_agg(s::text, ' ') from sign_in_attempt s"))
        .doesNotContain("lan");
  }

  private void accountsForgetting() {
    assertThat(value(database, "select failed_attempts from account")).isEqualTo("2");
  }

  private SignIn signIn(String login, String password) {
    return accounts.verify(login, password.toCharArray(), "127.0.0.1");
  }

  private String outcomes() {
    return value(database, "select string_agg(outcome, ',' order by id) from sign_in_attempt");
  }
}
