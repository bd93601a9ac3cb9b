package vn.motcua.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The table "rule of NĐ 118 → test" names tests that exist. */
class NamedRulesTest {

  @Test
  void everyRuleNamesATestThatExists() throws IOException {
    List<String> broken = new ArrayList<>();
    int rules = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/nd118-rules.csv")),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        rules++;
        String[] parts = line.split(";");
        if (parts.length != 3 || !isTest(parts[2].strip())) {
          broken.add(line);
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(rules).isGreaterThan(20);
  }

  @Test
  void aNameThatIsNoTestIsSeen() {
    assertThat(isTest("vn.motcua.processing.ProcessingTest#noSuchTest")).isFalse();
    assertThat(isTest("vn.motcua.processing.ProcessingTest#at")).isFalse();
  }

  private static boolean isTest(String name) {
    int hash = name.indexOf('#');
    try {
      Class<?> type =
          Class.forName(name.substring(0, hash), false, NamedRulesTest.class.getClassLoader());
      return Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.getName().equals(name.substring(hash + 1)))
          .anyMatch(NamedRulesTest::isTest);
    } catch (ClassNotFoundException | NoClassDefFoundError | StringIndexOutOfBoundsException e) {
      return false;
    }
  }

  private static boolean isTest(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getSimpleName())
        .anyMatch(List.of("Test", "ParameterizedTest", "Property")::contains);
  }
}
