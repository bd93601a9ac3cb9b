package vn.motcua.identity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Makes up people, always the same for the same seed. No two of one run share a number. */
public final class InventedPeople {

  private static final LocalDate OLDEST = LocalDate.of(1945, 1, 1);
  private static final LocalDate YOUNGEST = LocalDate.of(2007, 1, 1);

  private final SplittableRandom random;
  private final Set<String> numbers = new HashSet<>();
  private final List<String> families;
  private final List<String> maleMiddles;
  private final List<String> femaleMiddles;
  private final List<String> maleGivens;
  private final List<String> femaleGivens;

  public InventedPeople(long seed) {
    random = new SplittableRandom(seed);
    List<CSVRecord> names = names();
    families = names(names, "family", "any");
    maleMiddles = names(names, "middle", "male");
    femaleMiddles = names(names, "middle", "female");
    maleGivens = names(names, "given", "male");
    femaleGivens = names(names, "given", "female");
  }

  public InventedPerson next() {
    boolean female = random.nextBoolean();
    String fullName =
        String.join(
            " ",
            any(families),
            any(female ? femaleMiddles : maleMiddles),
            any(female ? femaleGivens : maleGivens));
    LocalDate birth =
        LocalDate.ofEpochDay(random.nextLong(OLDEST.toEpochDay(), YOUNGEST.toEpochDay()));
    String phone = "0000%06d".formatted(random.nextInt(1_000_000));
    return new InventedPerson(fullName, female, birth, freshNumber(birth, female), phone);
  }

  private String freshNumber(LocalDate birth, boolean female) {
    int centuryAndSex = (birth.getYear() < 2000 ? 0 : 2) + (female ? 1 : 0);
    String number;
    do {
      number =
          "001%d%02d%06d"
              .formatted(centuryAndSex, birth.getYear() % 100, random.nextInt(1_000_000));
    } while (!numbers.add(number));
    return number;
  }

  private String any(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private static List<String> names(List<CSVRecord> all, String part, String sex) {
    return all.stream()
        .filter(name -> name.get("part").equals(part) && name.get("sex").equals(sex))
        .map(name -> name.get("name"))
        .toList();
  }

  private static List<CSVRecord> names() {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                InventedPeople.class
                    .getClassLoader()
                    .getResourceAsStream("reference/invented-names.csv")),
            StandardCharsets.UTF_8)) {
      return new ArrayList<>(format.parse(reader).getRecords());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
