package vn.motcua.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.annotation.Resource;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.it.access.AccessRow;

/**
 * Calls every guarded method of the enterprise beans as every role and as nobody, and expects what
 * {@code access-matrix.csv} says. Arguments are empty: a guard asks who calls before it looks at
 * them.
 */
@ArquillianTest
class AccessMatrixIT {

  @Deployment
  static EnterpriseArchive application() {
    return RealApplication.withResource(
        "access-matrix.csv",
        AccessMatrixIT.class,
        RealApplication.class,
        Acting.class,
        AccessRow.class);
  }

  @Resource(lookup = "java:app/jdbc/motcua")
  private DataSource database;

  private record Person(String login, String role, boolean wholeCity, int ownUnit) {}

  private final List<String> wrong = new ArrayList<>();
  private int calls;

  @Test
  void everyGuardedMethodLetsInTheRolesOfTheTableAndNobodyElse() throws Exception {
    List<Person> people = people();
    assertFalse(people.isEmpty(), "the demo's accounts are needed");
    for (AccessRow row : AccessRow.all()) {
      if (row.isResource() || !row.isGuarded()) {
        continue;
      }
      expect(row, new Person("ANONYMOUS", "", false, 0), null, false);
      for (Person person : people) {
        if (row.unitParameter() < 0) {
          expect(row, person, null, row.allows(person.role()));
          continue;
        }
        int foreign = foreignTo(person);
        expect(row, person, foreign, row.allows(person.role()) && person.wholeCity());
        if (!person.wholeCity()) {
          expect(row, person, person.ownUnit(), row.allows(person.role()));
        }
      }
    }
    assertEquals(
        "",
        String.join("\n", wrong),
        "Wrong in access-matrix.csv or in the method. A guarded method asks Access first, before it"
            + " looks at its arguments");
    assertFalse(calls < 50, "only " + calls + " calls");
  }

  @Test
  void theRoleCountsAndNotTheNameOfTheGroupAlone() throws Exception {
    AccessRow mark = row("FigureService.mark");
    expect(mark, new Person("tiepnhan.tayho", "ADMINISTRATOR", true, 0), null, false);
    assertEquals(
        "", String.join("\n", wrong), "a clerk whom the server takes for an administrator");
  }

  private void expect(AccessRow row, Person person, Integer unit, boolean allowed)
      throws Exception {
    calls++;
    boolean refused = Acting.as(person.login(), person.role(), () -> refused(row, unit));
    if (refused == allowed) {
      wrong.add(
          "%s %s %s%s"
              .formatted(
                  person.login(),
                  refused ? "was refused" : "was let in to",
                  row.method(),
                  unit == null ? "" : " for unit " + unit));
    }
  }

  private static boolean refused(AccessRow row, Integer unit) throws NamingException {
    String bean = row.method().substring(0, row.method().indexOf('.'));
    Object view = new InitialContext().lookup("java:app/motcua-ejb/" + bean);
    Method method = method(view, row);
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(AccessMatrixIT::empty).toArray();
    if (unit != null) {
      if (method.getParameterTypes()[row.unitParameter()] == long.class) {
        arguments[row.unitParameter()] = unit.longValue();
      } else {
        arguments[row.unitParameter()] = unit;
      }
    }
    try {
      method.invoke(view, arguments);
      return false;
    } catch (InvocationTargetException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof EJBAccessException
            || cause instanceof AccessLocalException
            || cause instanceof IdentityFailure.NotSignedIn
            || cause instanceof IdentityFailure.NotAllowed
            || cause instanceof IdentityFailure.OutOfScope) {
          return true;
        }
      }
      return false;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Method method(Object view, AccessRow row) {
    String wanted = row.method().substring(row.method().indexOf('.') + 1);
    return Arrays.stream(view.getClass().getMethods())
        .filter(
            method ->
                wanted.equals(
                    method.getName()
                        + Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName)
                            .collect(Collectors.joining(", ", "(", ")"))))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The view has no " + row.method()));
  }

  private static Object empty(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type.isArray()) {
      return java.lang.reflect.Array.newInstance(type.getComponentType(), 0);
    }
    return null;
  }

  private static AccessRow row(String start) {
    return AccessRow.all().stream()
        .filter(row -> row.method().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private List<Person> people() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select a.login, r.role, a.whole_city, coalesce(s.unit_id, 0)
                from account a join account_role r on r.account_id = a.id
                left join account_scope s on s.account_id = a.id
                where a.enabled order by a.login""");
        ResultSet row = query.executeQuery()) {
      List<Person> people = new ArrayList<>();
      while (row.next()) {
        people.add(
            new Person(row.getString(1), row.getString(2), row.getBoolean(3), row.getInt(4)));
      }
      return people;
    }
  }

  /** A branch that is not the person's; nobody of the demo has more than one. */
  private int foreignTo(Person person) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select id from unit where dataset_id = 1 and kind = 'BRANCH' and lineage_id is null"
                    + " and id <> ? order by id limit 1")) {
      query.setInt(1, person.ownUnit());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
