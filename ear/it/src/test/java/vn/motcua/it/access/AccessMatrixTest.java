package vn.motcua.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Nobody adds a method that can be called without saying who may: each public method of an
 * enterprise bean, each method of a resource or servlet and each page has its row in {@code
 * access-matrix.csv}, and each row its method. That the rows are true is tried by the tests in
 * Payara and over HTTP.
 */
class AccessMatrixTest {

  private static final List<AccessRow> ROWS = AccessRow.all();

  @Test
  void everyMethodHasARow() {
    Map<String, String> missing = new TreeMap<>();
    Set<String> rows = ROWS.stream().map(AccessRow::method).collect(Collectors.toSet());
    EveryMethod.ofBeans().forEach(method -> missing.put(method, ""));
    EveryMethod.ofTheWeb().forEach(missing::put);
    missing.keySet().removeAll(rows);
    assertThat(
            missing.entrySet().stream()
                .map(
                    entry ->
                        entry.getKey()
                            + "; PUBLIC: why | INTERNAL: why | SIGNED_IN | ROLE ROLE;"
                            + " none | whole-city | own-unit | own-unit@N"
                            + (entry.getValue().isEmpty() ? "" : "; " + entry.getValue()))
                .toList())
        .as(
            "New methods that can be called: say who may, by adding these lines to"
                + " ear/it/src/test/resources/access-matrix.csv. Nothing else is needed")
        .isEmpty();
  }

  @Test
  void everyRowHasAMethod() {
    Set<String> gone = new TreeSet<>();
    ROWS.forEach(row -> gone.add(row.method()));
    gone.removeAll(EveryMethod.ofBeans());
    gone.removeAll(EveryMethod.ofTheWeb().keySet());
    assertThat(gone)
        .as("Methods that are no more, or were given other parameters: change or delete their rows")
        .isEmpty();
  }

  @Test
  void noMethodHasTwoRows() {
    Set<String> seen = new HashSet<>();
    assertThat(ROWS).extracting(AccessRow::method).filteredOn(row -> !seen.add(row)).isEmpty();
  }

  @Test
  void everyRowCanBeRead() {
    for (AccessRow row : ROWS) {
      assertThat(row.scope()).as(row.method()).matches("none|whole-city|own-unit(@\\d+)?");
      if (row.isPublic() || row.isInternal()) {
        assertThat(row.access()).as("a reason: " + row.method()).matches("[A-Z]+: .{10,}");
      }
      assertThat(AccessRow.ROLES).as(row.method()).containsAll(row.roles());
    }
  }

  /** The example in the table calls the very method that it stands beside. */
  @Test
  void theCallsOfResourcesFitTheirAddresses() {
    Map<String, String> resources = EveryMethod.ofTheWeb();
    for (AccessRow row : ROWS) {
      String address = resources.get(row.method());
      if (address == null) {
        assertThat(row.call()).as(row.method() + " is no resource: no call").isEmpty();
        continue;
      }
      assertThat(row.isInternal()).as(row.method() + " is open to the network").isFalse();
      assertThat(row.call()).as("the call of " + row.method()).isNotEmpty();
      String path = row.call().replaceAll("\\?.*", "");
      assertThat(path).as(row.method()).matches(pattern(address));
    }
  }

  @Test
  void theResourcesAndBeansAreSeen() {
    assertThat(EveryMethod.ofBeans()).hasSizeGreaterThan(50).contains("Access.current()");
    assertThat(EveryMethod.ofResources()).hasSizeGreaterThan(20);
    assertThat(EveryMethod.ofResources())
        .containsEntry("DatasetsResource.list()", "GET /api/v1/datasets");
    assertThat(EveryMethod.ofServlets())
        .containsEntry("SignOut.doPost(HttpServletRequest, HttpServletResponse)", "POST /sign-out");
    assertThat(EveryMethod.ofPages()).containsEntry("page /figures", "GET /figures");
  }

  private static String pattern(String address) {
    StringBuilder pattern = new StringBuilder();
    String rest = address;
    while (!rest.isEmpty()) {
      int open = rest.indexOf('{');
      if (open < 0) {
        return pattern.append(Pattern.quote(rest)).toString();
      }
      int close = closing(rest, open);
      pattern.append(Pattern.quote(rest.substring(0, open))).append("[^/]+");
      rest = rest.substring(close + 1);
    }
    return pattern.toString();
  }

  /** A place may hold an expression with braces of its own: {@code {id:\d{1,18}}}. */
  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException(text);
  }
}
