package vn.motcua.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartPageTest {

  @ParameterizedTest
  @CsvSource({
    "CLERK, /reception",
    "OFFICER, /worklist",
    "CLERK OFFICER, /reception",
    "BRANCH_DIRECTOR, /reminders",
    "CLERK BRANCH_DIRECTOR, /reminders",
    "LEADER, /board",
    "REPORTER, /figures",
    "ADMINISTRATOR, /",
    "AUDITOR, /",
    "CLERK ADMINISTRATOR, /",
    "'', /"
  })
  void eachBeginsAtTheWork(String roles, String page) {
    assertThat(StartPage.of(List.of(roles.split(" "))::contains)).isEqualTo(page);
  }
}
