package vn.motcua.reception;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is wrong or odd about a person as typed, without asking anybody. */
final class PersonCheck {

  static final String PHONE = "\\+?[0-9 .]{8,16}";

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 500;

  private PersonCheck() {}

  static List<Finding> findings(String path, PersonEntry person, LocalDate today) {
    List<Finding> found = new ArrayList<>();
    if (person.fullName().isEmpty()) {
      found.add(Finding.error(path + ".fullName", "name-missing"));
    } else if (person.fullName().length() > LONGEST_NAME) {
      found.add(Finding.error(path + ".fullName", "text-long", LONGEST_NAME));
    }
    if (person.organisation()) {
      if (!person.enterpriseId().matches("[0-9]{10}([0-9]{3})?")) {
        found.add(Finding.error(path + ".enterpriseId", "enterprise-id-form"));
      }
    } else {
      number(path, person, today, found);
    }
    if (person.birthDate() != null && person.birthDate().isAfter(today)) {
      found.add(Finding.error(path + ".birthDate", "birth-date-future"));
    }
    if (!person.phone().isEmpty() && !person.phone().matches(PHONE)) {
      found.add(Finding.error(path + ".phone", "phone-form"));
    }
    if (!person.email().isEmpty() && !person.email().matches("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+")) {
      found.add(Finding.error(path + ".email", "email-form"));
    }
    if (person.address().length() > LONGEST_TEXT) {
      found.add(Finding.error(path + ".address", "text-long", LONGEST_TEXT));
    }
    return found;
  }

  private static void number(
      String path, PersonEntry person, LocalDate today, List<Finding> found) {
    String at = path + ".nationalId";
    if (person.nationalId().isEmpty()) {
      if (person.noPapersReason().isEmpty()) {
        found.add(Finding.error(at, "national-id-missing"));
      }
    } else if (!NationalId.wellFormed(person.nationalId())) {
      found.add(
          Finding.error(at, "national-id-form", String.valueOf(person.nationalId().length())));
    } else {
      found.addAll(NationalId.oddities(at, person.nationalId(), person.birthDate(), today));
    }
  }
}
