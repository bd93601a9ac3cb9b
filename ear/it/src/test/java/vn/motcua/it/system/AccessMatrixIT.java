package vn.motcua.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.it.access.AccessRow;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.RunningSystem;

/**
 * Calls every method of the REST interface, every servlet and every page as every account of the
 * demo and as nobody, with an own and a foreign unit where one is asked for, and expects what
 * {@code access-matrix.csv} says.
 */
class AccessMatrixIT {

  private static final List<String> LOGINS =
      List.of(
          "tiepnhan.tayho",
          "tiepnhan.caugiay",
          "chuyenvien.tuphap",
          "giamdoc.tayho",
          "giamdoc.caugiay",
          "lanhdao",
          "baocao",
          "quantri",
          "kiemtra");
  private static final String FOREIGN_TO_ALL = "cn-dong-anh";

  private static final Map<String, String> ROLES = new HashMap<>();
  private static final Map<String, Api> APIS = new HashMap<>();

  static Stream<AccessRow> resources() {
    return AccessRow.all().stream().filter(AccessRow::isResource);
  }

  @ParameterizedTest
  @MethodSource("resources")
  void letsInTheRolesOfTheTableAndNobodyElse(AccessRow row) {
    List<String> wrong = new ArrayList<>();
    int asNobody = status(row, new Api(base()), "0", "0");
    int expected = screen(row) ? 303 : 401;
    if (row.isPublic() ? refused(asNobody) : asNobody != expected) {
      wrong.add("nobody: " + asNobody);
    }
    for (String login : LOGINS) {
      boolean allowed = row.allows(role(login));
      boolean wholeCity = scoped(login) == 0;
      if (!row.asksForOwnUnit()) {
        check(wrong, row, login, "", allowed, status(row, api(row, login), "0", "0"));
        continue;
      }
      int foreign = status(row, api(row, login), foreignId(), foreignCode());
      check(wrong, row, login, "foreign unit", allowed && wholeCity, foreign);
      if (!wholeCity) {
        String id = Long.toString(scoped(login));
        String code = Database.text("select code from unit where id = " + id);
        check(wrong, row, login, "own unit", allowed, status(row, api(row, login), id, code));
      }
    }
    assertThat(wrong)
        .as("%s: wrong in access-matrix.csv, or the service asks Access too late", row.call())
        .isEmpty();
  }

  private static void check(
      List<String> wrong, AccessRow row, String login, String unit, boolean allowed, int status) {
    boolean toSignIn = screen(row) && !row.isPublic() && status == 303;
    boolean right = allowed ? !refused(status) && !toSignIn && status < 500 : status == 403;
    if (!right) {
      wrong.add("%s %s: %d, %s".formatted(login, unit, status, allowed ? "may" : "may not"));
    }
  }

  private static boolean refused(int status) {
    return status == 401 || status == 403;
  }

  private static int status(AccessRow row, Api api, String unit, String unitCode) {
    String[] call = row.call().split(" ", 2);
    String address = filled(call[1], unit, unitCode).substring(1);
    BodyPublisher body = BodyPublishers.noBody();
    String type = null;
    if (row.body().equals("multipart")) {
      type = "multipart/form-data; boundary=x";
      body =
          BodyPublishers.ofString(
              "--x\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n{}\r\n--x--\r\n");
    } else if (!row.body().isEmpty()) {
      type = "application/json";
      body = BodyPublishers.ofString(filled(row.body(), unit, unitCode));
    }
    return api.send(address, call[0], body, type).status();
  }

  private static String filled(String text, String unit, String unitCode) {
    return text.replace("{unit}", unit).replace("{unitCode}", unitCode);
  }

  private static String role(String login) {
    return ROLES.computeIfAbsent(
        login,
        key ->
            Database.text(
                "select role from account_role join account on id = account_id where login = '"
                    + key
                    + "'"));
  }

  private static long scoped(String login) {
    return Database.number(
        "select coalesce(max(unit_id), 0) from account left join account_scope on id = account_id"
            + " where login = '"
            + login
            + "'");
  }

  private static String foreignCode() {
    return FOREIGN_TO_ALL;
  }

  private static String foreignId() {
    return Database.text("select min(id)::text from unit where code = '" + FOREIGN_TO_ALL + "'");
  }

  /** Screens know sessions only, and a session that has signed out is of no use to the next. */
  private static Api api(AccessRow row, String login) {
    Api anyone = new Api(base());
    return screen(row)
        ? anyone.inSessionOf(anyone.demoAccountOf(login))
        : APIS.computeIfAbsent(login, key -> anyone.as(anyone.demoAccountOf(key)));
  }

  private static boolean screen(AccessRow row) {
    return !row.call().contains(" /api/");
  }

  private static String base() {
    return RunningSystem.platform().httpUrl();
  }
}
