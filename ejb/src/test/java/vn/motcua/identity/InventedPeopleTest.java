package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class InventedPeopleTest {

  @Property(tries = 200)
  void numbersHaveTheRightForm(@ForAll long seed) {
    InventedPeople people = new InventedPeople(seed);
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      InventedPerson person = people.next();
      int year = person.birthDate().getYear();
      int century = year < 2000 ? 0 : 2;
      assertThat(person.nationalId()).matches("001[0-3]\\d{8}");
      assertThat(person.nationalId().charAt(3) - '0')
          .isEqualTo(century + (person.female() ? 1 : 0));
      assertThat(person.nationalId().substring(4, 6)).isEqualTo("%02d".formatted(year % 100));
      assertThat(numbers.add(person.nationalId())).isTrue();
      assertThat(person.fullName()).isEqualTo(nfc(person.fullName())).matches("\\S+ \\S+ \\S+");
      assertThat(person.phone()).matches("0000\\d{6}");
    }
  }

  @Test
  void theSameSeedGivesTheSamePeople() {
    assertThat(people(7)).isEqualTo(people(7)).isNotEqualTo(people(8));
  }

  private static List<InventedPerson> people(long seed) {
    InventedPeople people = new InventedPeople(seed);
    return Stream.generate(people::next).limit(20).toList();
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
