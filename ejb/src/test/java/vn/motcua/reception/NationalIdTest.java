package vn.motcua.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.InventedPeople;
import vn.motcua.identity.InventedPerson;

class NationalIdTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @Test
  void inventedPeopleAreInOrder() {
    InventedPeople people = new InventedPeople(7);
    for (int i = 0; i < 500; i++) {
      InventedPerson person = people.next();
      assertThat(NationalId.wellFormed(person.nationalId())).isTrue();
      assertThat(NationalId.oddities("p", person.nationalId(), person.birthDate(), TODAY))
          .isEmpty();
    }
  }

  @Test
  void oddNumbersAreOnlyWarnedOf() {
    assertThat(codes("003190000001", null)).containsExactly("national-id-province");
    assertThat(codes("001399000001", null)).containsExactly("national-id-year");
    assertThat(codes("001190000001", LocalDate.of(1991, 1, 1)))
        .containsExactly("national-id-other-year");
    assertThat(NationalId.oddities("p", "003190000001", null, TODAY)).allMatch(Finding::warning);
  }

  @Property
  void theYearOfBirthIsReadFromCenturyAndYear(
      @ForAll @IntRange(min = 1900, max = 2199) int year, @ForAll boolean female) {
    int digit = (year - 1900) / 100 * 2 + (female ? 1 : 0);
    String number = "001%d%02d123456".formatted(digit, year % 100);
    assertThat(NationalId.birthYear(number)).isEqualTo(year);
  }

  private static List<String> codes(String number, LocalDate birth) {
    return NationalId.oddities("p", number, birth, TODAY).stream().map(Finding::code).toList();
  }
}
