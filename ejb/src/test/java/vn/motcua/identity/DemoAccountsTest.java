package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.reference.LoadedDatabase.CLOCK;
import static vn.motcua.reference.LoadedDatabase.execute;
import static vn.motcua.reference.LoadedDatabase.value;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.motcua.reference.LoadedDatabase;

class DemoAccountsTest {

  private final DataSource database = LoadedDatabase.fresh();
  private final PasswordHash hashes = new PasswordHash(1_000, new SecureRandom());
  private final DemoAccounts demo = new DemoAccounts(database, CLOCK, true, hashes);
  private final DemoAccounts real = new DemoAccounts(database, CLOCK, false, hashes);
  private final AccountService accounts =
      new AccountService(database, CLOCK, new RecentSignIns(), SignInPolicy.STANDARD);

  @Test
  void everyRoleHasAnAccountThatOpens() {
    demo.apply();

    List<DemoAccount> list = demo.list();
    assertThat(list.stream().map(DemoAccount::role).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Role.values());
    assertThat(list).extracting(DemoAccount::password).doesNotHaveDuplicates();
    for (DemoAccount account : list) {
      SignIn answer =
          accounts.verify(account.login(), account.password().toCharArray(), "127.0.0.1");
      assertThat(answer).isInstanceOf(SignIn.Accepted.class);
    }
  }

  @Test
  void branchPeopleAreScopedToTheirBranch() {
    demo.apply();

    Account tayHo = accounts.find("giamdoc.tayho").orElseThrow();
    Account cauGiay = accounts.find("giamdoc.caugiay").orElseThrow();
    assertThat(tayHo.wholeCity()).isFalse();
    assertThat(tayHo.scope()).hasSize(1).doesNotContainAnyElementsOf(cauGiay.scope());
    assertThat(accounts.find("lanhdao").orElseThrow().wholeCity()).isTrue();
  }

  @Test
  void passwordsAreKeptAndNotTheSameElsewhere() {
    demo.apply();
    List<DemoAccount> first = demo.list();
    demo.apply();
    assertThat(demo.list()).isEqualTo(first);

    DemoAccounts elsewhere = new DemoAccounts(LoadedDatabase.fresh(), CLOCK, true, hashes);
    elsewhere.apply();
    assertThat(elsewhere.list())
        .extracting(DemoAccount::password)
        .doesNotContainAnyElementsOf(first.stream().map(DemoAccount::password).toList());
    assertThat(elsewhere.list())
        .extracting(DemoAccount::fullName)
        .isEqualTo(first.stream().map(DemoAccount::fullName).toList());
  }

  @Test
  void withoutTheDemoThereIsNothing() {
    real.apply();

    assertThat(value(database, "select count(*) from account")).isEqualTo("0");
    assertThat(value(database, "select count(*) from demo_account")).isEqualTo("0");
    assertThat(value(database, "select count(*) from demo_person")).isEqualTo("0");
    assertThatThrownBy(real::list)
        .isInstanceOfSatisfying(
            IdentityFailure.NoDemo.class,
            failure -> {
              assertThat(failure.httpStatus()).isEqualTo(404);
              assertThat(failure.message(Locale.ROOT)).contains("chế độ thử nghiệm");
            });
  }

  @Test
  void switchingTheDemoOffClosesItsAccounts() {
    demo.apply();
    DemoAccount clerk = demo.list().getFirst();

    real.apply();

    assertThat(value(database, "select count(*) from demo_account")).isEqualTo("0");
    assertThat(accounts.verify(clerk.login(), clerk.password().toCharArray(), ""))
        .isEqualTo(new SignIn.Refused());

    demo.apply();
    DemoAccount again = demo.list().getFirst();
    assertThat(again.login()).isEqualTo(clerk.login());
    assertThat(again.password()).isNotEqualTo(clerk.password());
    assertThat(accounts.verify(again.login(), again.password().toCharArray(), ""))
        .isInstanceOf(SignIn.Accepted.class);
  }

  @Test
  void aRealAccountWithADemoLoginIsLeftAlone() throws Exception {
    execute(
        database,
        "with s as (insert into staff (dataset_id, full_name, post, unit_id)"
            + " select 1, 'Người thật', 'Lãnh đạo', id from unit where code = 'ttphvhcc' returning id)"
            + " insert into account (login, staff_id, password_hash, created_at,"
            + " password_changed_at) select 'lanhdao', id, 'x', now(), now() from s");

    demo.apply();

    assertThat(demo.list()).extracting(DemoAccount::login).doesNotContain("lanhdao");
    assertThat(value(database, "select password_hash from account where login = 'lanhdao'"))
        .isEqualTo("x");
  }

  @Test
  void citizensAreInventedOnceAndSpreadOverTheCommunes() {
    demo.apply();
    demo.apply();
    assertThat(value(database, "select count(*) from demo_person")).isEqualTo("500");
    assertThat(value(database, "select count(distinct commune_id) from demo_person"))
        .isEqualTo("126");
    String someone = value(database, "select full_name from demo_person order by id limit 1");
    String words =
        Arrays.stream(someone.split(" ")).map(String::strip).collect(Collectors.joining(" "));
    assertThat(
            value(
                database,
                "select count(*) > 0 from demo_person where search_text like '%' || fold('"
                    + words
                    + "') || '%'"))
        .isEqualTo("t");
  }
}
