package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.motcua.reference.LoadedDatabase.CLOCK;
import static vn.motcua.reference.LoadedDatabase.value;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureDetail;
import vn.motcua.database.TestDatabase;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitDetail;

/** Files that are wrong, and files of later editions. */
class EditionTest {

  private static final String PROCEDURES = String.join(",", ProcedureEntry.COLUMNS);
  private static final String UNITS = String.join(",", new UnitSection().columns());
  private static final String BIRTH = "1.001193,Đăng ký khai sinh,,ho-tich,COMMUNE,,,* 3 wd,,,,,,,";
  private static final String DEATH = "1.000656,Đăng ký khai tử,,ho-tich,COMMUNE,,,* 1 wd,,,,,,,";

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private DataSource database;

  @BeforeEach
  void aFieldToReferTo() {
    database = TestDatabase.fresh();
    file("fields.csv", "2025-07-01", "code,name", "ho-tich,Hộ tịch");
  }

  @Test
  void aLaterEditionClosesTheFormerVersion() {
    file("procedures-common.csv", "2025-07-01", PROCEDURES, BIRTH, DEATH);
    load("procedures-common.csv");
    file("procedures-common.csv", "2026-03-01", PROCEDURES, BIRTH.replace("3 wd", "1 wd"), DEATH);

    FileReport report = load("procedures-common.csv");

    assertThat(report)
        .extracting(FileReport::taken, FileReport::unchanged, FileReport::ended)
        .containsExactly(1, 1, 0);
    ProcedureDetail before = birth(LocalDate.of(2026, 2, 28));
    ProcedureDetail after = birth(LocalDate.of(2026, 3, 1));
    assertThat(before.limits().getFirst().amount()).isEqualTo(3);
    assertThat(before.validTo()).isEqualTo("2026-03-01");
    assertThat(after.limits().getFirst().amount()).isEqualTo(1);
    assertThat(after.validTo()).isNull();
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.versionId()).isNotEqualTo(before.versionId());
    assertThat(load("procedures-common.csv").unchanged()).isEqualTo(2);
  }

  @Test
  void aLaterEditionEndsWhatItNoLongerNames() {
    file("procedures-common.csv", "2025-07-01", PROCEDURES, BIRTH, DEATH);
    load("procedures-common.csv");
    file("procedures-common.csv", "2026-03-01", PROCEDURES, DEATH);

    assertThat(load("procedures-common.csv").ended()).isEqualTo(1);
    assertThat(
            value(database, "select count(*) from procedure_version where valid_to = '2026-03-01'"))
        .isEqualTo("1");

    file("procedures-common.csv", "2026-05-01", PROCEDURES, BIRTH, DEATH);
    assertThat(load("procedures-common.csv").taken()).as("taken up again").isEqualTo(1);
    assertThat(birth(LocalDate.of(2026, 5, 1)).validFrom()).isEqualTo("2026-05-01");
  }

  @Test
  void aRefusedRowEndsNothing() {
    file("procedures-common.csv", "2025-07-01", PROCEDURES, BIRTH, DEATH);
    load("procedures-common.csv");
    file("procedures-common.csv", "2026-03-01", PROCEDURES, BIRTH.replace("3 wd", "soon"), DEATH);

    FileReport report = load("procedures-common.csv");

    assertThat(report.refusals())
        .extracting(Refusal::line, Refusal::code)
        .containsExactly(tuple(4, RefusalCode.BAD_VALUE));
    assertThat(birth(LocalDate.of(2026, 5, 1)).limits().getFirst().amount()).isEqualTo(3);
  }

  @Test
  void whatAnEditionSaidOfADayIsNotRewritten() {
    file("procedures-common.csv", "2025-07-01", PROCEDURES, BIRTH, DEATH);
    load("procedures-common.csv");
    file("procedures-common.csv", "2025-07-01", PROCEDURES, BIRTH.replace("3 wd", "1 wd"), DEATH);
    assertThat(load("procedures-common.csv").refusals())
        .extracting(Refusal::line, Refusal::code)
        .containsExactly(tuple(4, RefusalCode.SAME_DAY_OTHER_CONTENT));

    file("procedures-common.csv", "2025-01-01", PROCEDURES, BIRTH.replace("3 wd", "1 wd"), DEATH);
    assertThat(load("procedures-common.csv").refusals())
        .extracting(Refusal::line, Refusal::code)
        .containsExactly(tuple(4, RefusalCode.OLDER_EDITION));
    assertThat(birth(LocalDate.of(2026, 1, 1)).limits().getFirst().amount()).isEqualTo(3);
  }

  @Test
  void everyRefusalNamesItsLineAndReason() {
    file(
        "procedures-common.csv",
        "2025-07-01",
        PROCEDURES,
        BIRTH,
        "1.1,Sai mã,,ho-tich,COMMUNE,,,,,,,,,,",
        DEATH + ",thừa một ô",
        "1.000894,Đăng ký kết hôn,,khong-co,COMMUNE,,,,,,,,,,",
        "1.000894,Đăng ký kết hôn,,ho-tich,HUYEN,,,,,,,,,,",
        BIRTH,
        "1.000895,Phí âm,,ho-tich,COMMUNE,,,,,,,* -5,,,",
        "1.000896,Hai lần một kênh,,ho-tich,COMMUNE,,,D 3 wd; D 4 wd,,,,,,,",
        "1.000897,Không ngày,,ho-tich,COMMUNE,,,D 0 wd,,,,,,,");

    FileReport report = load("procedures-common.csv");

    assertThat(report.taken()).isEqualTo(1);
    assertThat(report.refusals())
        .extracting(Refusal::line, Refusal::code)
        .containsExactlyInAnyOrder(
            tuple(5, RefusalCode.BAD_VALUE),
            tuple(6, RefusalCode.WRONG_CELL_COUNT),
            tuple(7, RefusalCode.UNKNOWN_REFERENCE),
            tuple(8, RefusalCode.REPEATED),
            tuple(9, RefusalCode.REPEATED),
            tuple(10, RefusalCode.BAD_VALUE),
            tuple(11, RefusalCode.BAD_VALUE),
            tuple(12, RefusalCode.BAD_VALUE));
    assertThat(
            value(
                database,
                "select reason from reference_refusal r join reference_load l on l.id = r.load_id"
                    + " where l.file = 'procedures-common.csv' and line = 7"))
        .isEqualTo("Cột “field” chỉ tới mã “khong-co” không có trong dữ liệu.");
    assertThat(
            value(
                database,
                "select taken || ' ' || refused from reference_load"
                    + " where file = 'procedures-common.csv' order by id desc limit 1"))
        .isEqualTo("1 8");
  }

  @Test
  void aFileThatWasCutOffIsRefusedWhole() {
    file("procedures-common.csv", "2025-07-01", PROCEDURES, BIRTH, DEATH);
    load("procedures-common.csv");
    String text = new String(files.get("procedures-common.csv"), StandardCharsets.UTF_8);
    String cut = text.replace("2025-07-01", "2026-03-01").replace(DEATH + "\n", "");
    files.put("procedures-common.csv", cut.getBytes(StandardCharsets.UTF_8));

    FileReport report = load("procedures-common.csv");

    assertThat(report.refusals())
        .extracting(Refusal::line, Refusal::code)
        .containsExactly(tuple(0, RefusalCode.WRONG_ROW_COUNT));
    assertThat(report.ended()).isZero();
  }

  @Test
  void missingAndUnreadableFilesAreReported() {
    assertThat(load("communes.csv").refusals())
        .extracting(Refusal::code)
        .containsExactly(RefusalCode.FILE_MISSING);
    files.put("communes.csv", new byte[] {'#', (byte) 0xff, '\n'});
    assertThat(load("communes.csv").refusals())
        .extracting(Refusal::code)
        .containsExactly(RefusalCode.FILE_UNREADABLE);
    file("communes.csv", "soon", UNITS);
    assertThat(load("communes.csv").refusals())
        .extracting(Refusal::code)
        .containsExactly(RefusalCode.FILE_UNREADABLE);
    file("communes.csv", "2025-07-01", "code,name");
    assertThat(load("communes.csv").refusals())
        .extracting(Refusal::line, Refusal::code)
        .containsExactly(tuple(3, RefusalCode.WRONG_COLUMNS));
  }

  @Test
  void textIsTakenInComposedForm() {
    String decomposed = Normalizer.normalize(BIRTH, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(BIRTH);
    file("procedures-common.csv", "2025-07-01", PROCEDURES, decomposed);
    load("procedures-common.csv");

    assertThat(birth(LocalDate.of(2026, 1, 1)).name()).isEqualTo("Đăng ký khai sinh");
    file("procedures-common.csv", "2026-01-01", PROCEDURES, BIRTH);
    assertThat(load("procedures-common.csv").unchanged()).isEqualTo(1);
  }

  @Test
  void aRenamedBodyKeepsItsPlaceAndItsBody() {
    String centre = "c,Trung tâm,CENTRE,trung tâm,,2024-01-01,,,,,,";
    String point = "p,Điểm 1,POINT,điểm,c,2024-01-01,,,,,,";
    file("organisation.csv", "2025-07-01", UNITS, centre, point);
    load("organisation.csv");
    UnitDetail former = unit("c", LocalDate.of(2026, 1, 1));
    file(
        "organisation.csv",
        "2026-03-01",
        UNITS,
        centre.replace("Trung tâm,", "Trung tâm mới,"),
        point);

    assertThat(load("organisation.csv"))
        .extracting(FileReport::taken, FileReport::unchanged)
        .containsExactly(1, 1);
    assertThat(load("organisation.csv").unchanged()).isEqualTo(2);

    UnitDetail renamed = unit("c", LocalDate.of(2026, 3, 1));
    assertThat(renamed.name()).isEqualTo("Trung tâm mới");
    assertThat(unit("c", LocalDate.of(2026, 2, 28)).name()).isEqualTo("Trung tâm");
    assertThat(renamed.bodyId()).isEqualTo(former.bodyId());
    assertThat(renamed.id()).isNotEqualTo(former.id());
    assertThat(unit("p", LocalDate.of(2026, 4, 1)).parentCode()).isEqualTo("c");
    assertThat(
            new OrganisationDirectory(database).versionsWithin(java.util.Set.of(former.bodyId())))
        .containsExactlyInAnyOrder(
            former.id(), renamed.id(), unit("p", LocalDate.of(2026, 4, 1)).id());
  }

  @Test
  void aCodeMayGoToAnotherBodyOnlyAfterTheFirstEnded() {
    String old = "1,Phường Cũ,COMMUNE,phường,,,2025-07-01,,,,,";
    String fresh = "1,Phường Mới,COMMUNE,phường,,2025-07-01,,,,,,";
    file("communes-before-2025-07.csv", "2025-07-01", UNITS, old);
    file("communes.csv", "2025-07-01", UNITS, fresh);
    new ReferenceLoader(database, CLOCK, source()).load();

    assertThat(unit("1", LocalDate.of(2025, 6, 30)).name()).isEqualTo("Phường Cũ");
    assertThat(unit("1", LocalDate.of(2025, 7, 1)).name()).isEqualTo("Phường Mới");
    assertThat(unit("1", LocalDate.of(2025, 7, 1)).bodyId())
        .isNotEqualTo(unit("1", LocalDate.of(2025, 6, 30)).bodyId());

    file("communes.csv", "2025-07-01", UNITS, fresh.replace("2025-07-01", "2025-06-01"));
    assertThat(load("communes.csv").refusals())
        .extracting(Refusal::line, Refusal::code)
        .containsExactly(tuple(4, RefusalCode.OVERLAP));
  }

  private ProcedureDetail birth(LocalDate on) {
    return new ProcedureCatalogue(database).find("1.001193", on);
  }

  private UnitDetail unit(String code, LocalDate on) {
    return new OrganisationDirectory(database).unit(code, on);
  }

  private void file(String name, String effectiveFrom, String columns, String... rows) {
    StringBuilder text = new StringBuilder();
    text.append("# effective-from: ").append(effectiveFrom).append('\n');
    text.append("# rows: ").append(rows.length).append('\n');
    text.append(columns).append('\n');
    for (String row : rows) {
      text.append(row).append('\n');
    }
    files.put(name, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private ReferenceSource source() {
    return name -> Optional.ofNullable(files.get(name));
  }

  /** Loads all files there are and gives the report of one. */
  private FileReport load(String name) {
    List<FileReport> reports = new ReferenceLoader(database, CLOCK, source()).load();
    return reports.stream().filter(report -> report.file().equals(name)).findFirst().orElseThrow();
  }
}
