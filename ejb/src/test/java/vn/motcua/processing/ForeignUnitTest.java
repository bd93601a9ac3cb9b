package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.identity.Role;
import vn.motcua.reference.LoadedDatabase;

/**
 * Whoever has the right role in the wrong body is refused by every action on a dossier, in every
 * state of it, and nothing changes. New actions are tried by themselves: they are found, not named.
 */
class ForeignUnitTest {

  private static final Instant NOW = RECEIVED.plus(Duration.ofHours(3));
  private static final String EVERYTHING =
      """
      select md5(string_agg(part, '|')) from (
        select (select coalesce(string_agg(t::text, '' order by t::text), '') from %1$s t) as part
      ) parts""";

  private final ProcessingWorld world = new ProcessingWorld();
  private final Actions actions = new Actions(world, () -> NOW);

  @BeforeEach
  void strangers() throws SQLException {
    LoadedDatabase.execute(
        world.database,
        """
        insert into unit (id, dataset_id, code, name, kind) values
          (9004, 1, 't-dept-2', 'Sở Khác', 'DEPARTMENT');
        insert into account (id, login, staff_id, password_hash, demo, whole_city, created_at,
          password_changed_at)
        overriding system value
        select 9100 + n, lower(role) || '-' || unit, 9001, 'x', false, false, now(), now()
        from (select row_number() over () as n, role, unit
              from unnest(array['CLERK', 'OFFICER', 'BRANCH_DIRECTOR']) role,
                   unnest(array[9003, 9004]) unit) x;
        insert into account_role (account_id, role)
        select id, upper(split_part(login, '-', 1)) from account where id > 9100;
        insert into account_scope (account_id, unit_id)
        select id, split_part(login, '-', 2)::integer from account where id > 9100""");
  }

  @Test
  void everyActionIsRefusedInEveryState() throws Exception {
    List<Long> dossiers = List.of(open(), asked(), paused(), finished(), closed());
    List<Method> methods = actions.all().toList();
    assertThat(methods).hasSizeGreaterThan(10);
    String before = everything();
    int refused = 0;
    for (long dossier : dossiers) {
      for (Method method : methods) {
        for (Role role : List.of(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR)) {
          for (int unit : List.of(9003, 9004)) {
            actions.login = role.name().toLowerCase(java.util.Locale.ROOT) + "-" + unit;
            Throwable thrown = catchThrowable(() -> actions.call(method, world.seen(dossier)));
            assertThat(thrown)
                .as("%s by %s in state %s", method, actions.login, world.state(dossier))
                .isInstanceOf(IdentityFailure.class)
                .isNotInstanceOf(IdentityFailure.NotSignedIn.class);
            refused += thrown instanceof IdentityFailure.OutOfScope ? 1 : 0;
          }
        }
      }
    }
    assertThat(refused).as("right role, wrong body").isGreaterThan(5 * methods.size() * 2);
    assertThat(everything()).isEqualTo(before);
  }

  /** Else it could be refused for some other reason. */
  @Test
  void theSameCallsAreLetInFromTheirOwnBody() throws Exception {
    LoadedDatabase.execute(
        world.database,
        "update account_scope set unit_id = case unit_id when 9003 then 9001 else 9002 end"
            + " where account_id > 9100");
    List<Method> shut =
        actions
            .all()
            .filter(
                method ->
                    Stream.of("clerk", "officer", "branch_director")
                        .flatMap(role -> Stream.of(role + "-9003", role + "-9004"))
                        .noneMatch(login -> letIn(method, login)))
            .toList();
    assertThat(shut).isEmpty();
  }

  private boolean letIn(Method method, String login) {
    actions.login = login;
    long dossier = open();
    return !(catchThrowable(() -> actions.call(method, world.seen(dossier)))
        instanceof IdentityFailure);
  }

  private long open() {
    return world.dossiers.received();
  }

  private long asked() {
    long id = open();
    world.request(
        world.seen(id), SupplementItems.of(List.of("Bản vẽ"), "Thiếu"), RECEIVED, "clerk");
    return id;
  }

  private long paused() {
    long id = open();
    world.pause(world.seen(id), new Grounds("Thuế", "1/TB"), RECEIVED, "mot");
    return id;
  }

  private long finished() {
    long id = open();
    world.finish(
        world.seen(id),
        new SignedResult("1/TB", LocalDate.of(2026, 11, 16), "Bà A", true, "Không đủ", null),
        RECEIVED,
        "mot");
    return id;
  }

  private long closed() {
    long id = open();
    world.close(
        world.seen(id),
        vn.motcua.events.CloseReason.WITHDRAWN,
        new Grounds("Rút", ""),
        RECEIVED,
        "clerk");
    return id;
  }

  /** What every table but the audit trail holds. */
  private String everything() {
    String tables =
        world.value(
            "select string_agg(table_name, ',' order by table_name) from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'"
                + " and table_name not like 'audit%%' and table_name <> 'flyway_schema_history'");
    StringBuilder all = new StringBuilder();
    Arrays.stream(tables.split(","))
        .forEach(table -> all.append(world.transactions.value(EVERYTHING.formatted(table))));
    return all.toString();
  }

  /** All that can be done with a dossier, found by what the services take. */
  static final class Actions {

    private final List<Object> services;
    String login = "";

    Actions(ProcessingWorld world, java.time.InstantSource clock) {
      services = Services.of(world, clock, () -> login);
    }

    Stream<Method> all() {
      return services.stream()
          .flatMap(service -> Arrays.stream(service.getClass().getDeclaredMethods()))
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .filter(method -> method.getParameterCount() > 0)
          .filter(method -> method.getParameterTypes()[0] == Seen.class);
    }

    void call(Method method, Seen seen) throws Throwable {
      Object service =
          services.stream()
              .filter(one -> one.getClass() == method.getDeclaringClass())
              .findFirst()
              .orElseThrow();
      Object[] arguments =
          Arrays.stream(method.getParameterTypes()).map(Actions::example).toArray();
      arguments[0] = seen;
      try {
        method.invoke(service, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private static Object example(Class<?> type) {
      if (type == boolean.class) {
        return false;
      }
      if (type == long.class) {
        return 1L;
      }
      if (type == int.class) {
        return 1;
      }
      if (type == Extension.class) {
        return new Extension(NOW.plus(Duration.ofDays(9)), "Lý do", "", "Giám đốc", "A", null, "");
      }
      if (type == PartyChange.class) {
        return new PartyChange(
            PartyChange.Kind.RENAMED, "OWNER", "Nguyễn Thị Mới", "", "Đổi tên", "1/QĐ");
      }
      if (type == vn.motcua.dossier.Channel.class) {
        return vn.motcua.dossier.Channel.POST;
      }
      if (type == ResultCareWork.Notice.class) {
        return ResultCareWork.Notice.REMINDED;
      }
      if (type == String.class) {
        return "";
      }
      if (type == List.class) {
        return List.of("Bản vẽ");
      }
      if (type == Grounds.class) {
        return new Grounds("Lý do", "1/VB");
      }
      if (type == SignedResult.class) {
        return new SignedResult("1", LocalDate.of(2026, 11, 16), "Bà A", false, "", null);
      }
      if (type == UploadedFile.class) {
        return new UploadedFile("a.pdf", "%PDF-1.7\n%%EOF".getBytes());
      }
      if (type == HandOver.class) {
        return new HandOver(HandOver.Channel.COUNTER, "Ai đó", "4321", false);
      }
      return null;
    }
  }
}
