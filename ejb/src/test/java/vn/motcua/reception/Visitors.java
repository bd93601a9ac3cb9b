package vn.motcua.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.motcua.reference.LoadedDatabase;

/** Invented visitors and what they bring. */
final class Visitors {

  /** Friday, 10:00 in Hanoi. */
  static final Instant TEN_O_CLOCK = Instant.parse("2026-11-20T03:00:00Z");

  static final String BIRTH = "1.001193";
  static final String MARITAL_STATUS = "1.004873";
  static final String COPY_OF_RECORD = "2.000635";
  static final String COMPANY = "2.001583";

  private final int commune;
  private final int branch;

  Visitors(DataSource database) {
    commune =
        Integer.parseInt(
            LoadedDatabase.value(
                database,
                "select id from unit where code = '00103' and valid_from = '2025-07-01'"));
    branch =
        Integer.parseInt(
            LoadedDatabase.value(
                database,
                "select id from unit where code = 'cn-tay-ho' and valid_to = 'infinity'"));
  }

  int branch() {
    return branch;
  }

  int commune() {
    return commune;
  }

  Occasion at(Instant moment) {
    return new Occasion(Occasion.CITY, branch, "tiepnhan.tayho", moment);
  }

  PersonEntry person(int number) {
    return PersonEntry.citizen(
        "Nguyễn Thị Số " + number,
        "001190%06d".formatted(number),
        LocalDate.of(1990, 5, 17),
        "0900000001",
        commune);
  }

  /** A birth: declaration and notification of birth are brought, the rest can be looked up. */
  static DossierEntry birth() {
    return DossierEntry.direct(
        BIRTH,
        Map.of("du-lieu-dan-cu", true, "cha-me-ket-hon", true),
        kept("to-khai", "giay-chung-sinh"));
  }

  static DossierEntry copyOfRecord() {
    return DossierEntry.direct(COPY_OF_RECORD, Map.of("du-lieu-dan-cu", true), kept("to-khai"));
  }

  static List<PaperEntry> kept(String... components) {
    return Stream.of(components).map(PaperEntry::kept).toList();
  }

  IntakeRequest visit(PersonEntry owner, DossierEntry... dossiers) {
    return IntakeRequest.of(UUID.randomUUID(), branch, owner, List.of(dossiers));
  }
}
