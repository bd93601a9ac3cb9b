package vn.motcua.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.motcua.reception.Visitors.TEN_O_CLOCK;
import static vn.motcua.reception.Visitors.birth;
import static vn.motcua.reception.Visitors.copyOfRecord;
import static vn.motcua.reception.Visitors.kept;
import static vn.motcua.reference.LoadedDatabase.execute;
import static vn.motcua.reference.LoadedDatabase.value;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Channel;
import vn.motcua.reference.LoadedDatabase;

class IntakeTest {

  private static final List<String> WRITTEN =
      List.of(
          "person",
          "visit",
          "dossier",
          "dossier_intake",
          "dossier_person",
          "dossier_paper",
          "dossier_task",
          "dossier_transition",
          "domain_event",
          "request_episode",
          "dossier_code_counter",
          "receipt_counter");

  private static DataSource database;
  private static Counter counter;
  private static Visitors visitors;
  private static int people;

  private PersonEntry owner;

  @BeforeAll
  static void open() {
    database = LoadedDatabase.fresh();
    counter = new Counter(database);
    visitors = new Visitors(database);
  }

  @BeforeEach
  void someoneComes() {
    owner = visitors.person(++people);
  }

  @Test
  void aVisitBecomesDossiersWithCodesPapersStepsAndEvents() {
    IntakeResult result =
        counter.receive(visitors.at(TEN_O_CLOCK), visitors.visit(owner, birth(), copyOfRecord()));

    assertThat(result.repeated()).isFalse();
    assertThat(result.receiptCode()).matches("cn-tay-ho-2026-\\d{6}");
    assertThat(result.dossiers())
        .allSatisfy(
            dossier -> {
              assertThat(dossier.code()).matches("H26\\.108-261120-\\d{4}");
              assertThat(dossier.publicToken()).matches("[A-Za-z0-9_-]{22}");
              assertThat(dossier.dueAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
            });
    assertThat(result.dossiers()).extracting(ReceivedDossier::code).doesNotHaveDuplicates();
    long birth = result.dossiers().getFirst().id();
    assertThat(texts("select kind from dossier_transition where dossier_id = " + birth, "sequence"))
        .isEqualTo("RECEIVED,STEP");
    assertThat(texts("select type from domain_event where aggregate_id = " + birth, "sequence"))
        .isEqualTo("DossierReceived,StepCompleted");
    assertThat(
            texts(
                "select custody || ' ' || name from dossier_paper where dossier_id = " + birth,
                "position"))
        .isEqualTo(
            "KEPT Tờ khai đăng ký khai sinh,KEPT Giấy chứng sinh,"
                + "HELD_ALREADY Giấy chứng nhận kết hôn của cha, mẹ,"
                + "HELD_ALREADY Giấy tờ tùy thân của người nộp");
    assertThat(
            texts(
                "select (completed_at is not null) || ' ' || role from dossier_task where dossier_id = "
                    + birth,
                "position"))
        .isEqualTo("true CLERK,false OFFICER");
    assertThat(
            texts(
                "select u.code from dossier_task t join unit u on u.id = t.unit_id where dossier_id = "
                    + birth,
                "position"))
        .isEqualTo("cn-tay-ho,00103");
    assertThat(texts("select relation from dossier_person where dossier_id = " + birth, "relation"))
        .isEqualTo("OWNER,RECEIVER,SUBMITTER");
    assertThat(value(database, "select due_explanation::text from dossier_intake limit 1"))
        .contains("20/11/2026");
    assertThat(
            value(
                database,
                "select f.level from dossier d join field f on f.id = d.field_id limit 1"))
        .isEqualTo("COMMUNE");
  }

  @Test
  void freezesTheBaselineOfTheCase() {
    long id =
        counter
            .receive(visitors.at(TEN_O_CLOCK), visitors.visit(owner, birth()))
            .dossiers()
            .getFirst()
            .id();

    assertThat(
            value(
                database,
                """
                select baseline_steps || ' ' || baseline_minutes || ' ' || papers_baseline || ' '
                  || papers_brought || ' ' || opens_episode
                from dossier_transition where sequence = 1 and dossier_id = """
                    + id))
        .as("declaration, notification, marriage, identity at the baseline; two brought")
        .isEqualTo("6 576 4 2 true");
  }

  @Test
  void theSameRequestAgainIsTheSameVisit() {
    IntakeRequest request = visitors.visit(owner, birth());
    IntakeResult first = counter.receive(visitors.at(TEN_O_CLOCK), request);
    String before = contents();

    IntakeResult second = counter.receive(visitors.at(TEN_O_CLOCK.plusSeconds(5)), request);

    assertThat(second.repeated()).isTrue();
    assertThat(second.visitId()).isEqualTo(first.visitId());
    assertThat(second.dossiers()).isEqualTo(first.dossiers());
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void afterFifteenHoursTheResultOfTheDayComesOnTheNextWorkingDay() {
    IntakeResult result =
        counter.receive(
            visitors.at(Instant.parse("2026-11-20T08:30:00Z")), visitors.visit(owner, birth()));

    assertThat(result.dossiers().getFirst().dueAt())
        .as("Friday 15:30, and Tuesday is a holiday")
        .isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
  }

  @Test
  void aProvincesProcedureGoesToTheDepartmentOfItsField() {
    DossierEntry company =
        DossierEntry.direct(
            Visitors.COMPANY, Map.of("du-lieu-dan-cu", true), kept("de-nghi", "dieu-le"));

    ReceivedDossier dossier =
        counter
            .receive(visitors.at(TEN_O_CLOCK), visitors.visit(owner, company))
            .dossiers()
            .getFirst();

    assertThat(dossier.code()).startsWith("H26.02-261120-");
    assertThat(
            value(
                database,
                "select u.code from dossier d join unit u on u.id = d.unit_id where d.id = "
                    + dossier.id()))
        .isEqualTo("so-tai-chinh");
  }

  @Test
  void onlyTheFirstDossierWithinSixtyDaysOpensAnEpisode() {
    Instant later = TEN_O_CLOCK.plus(Duration.ofDays(28));
    Instant muchLater = TEN_O_CLOCK.plus(Duration.ofDays(61));
    counter.receive(visitors.at(TEN_O_CLOCK), visitors.visit(owner, birth(), copyOfRecord()));
    counter.receive(visitors.at(later), visitors.visit(owner, birth()));
    counter.receive(visitors.at(muchLater), visitors.visit(owner, birth()));

    assertThat(
            texts(
                """
                select t.opens_episode::text from dossier_transition t
                join dossier d on d.id = t.dossier_id
                join dossier_person p on p.dossier_id = d.id and p.relation = 'OWNER'
                join person w on w.id = p.person_id
                where t.kind = 'RECEIVED' and w.national_id = '%s'"""
                    .formatted(owner.nationalId()),
                "d.id"))
        .isEqualTo("true,true,false,true");
  }

  @Test
  void refusesWithEverythingThatIsWrongAndWritesNothing() {
    String before = contents();
    PersonEntry wrong =
        new PersonEntry(false, " ", "00119012345", "", "", null, "12", "x", "", null, false);
    DossierEntry birthWithoutPapers = DossierEntry.direct(Visitors.BIRTH, Map.of(), List.of());
    DossierEntry unknown = DossierEntry.direct("9.999999", Map.of(), List.of());

    IntakeFailure.Refused refused =
        catchThrowableOfType(
            IntakeFailure.Refused.class,
            () ->
                counter.receive(
                    visitors.at(TEN_O_CLOCK), visitors.visit(wrong, birthWithoutPapers, unknown)));

    assertThat(refused.findings())
        .extracting(Finding::path, Finding::code)
        .contains(
            org.assertj.core.groups.Tuple.tuple("owner.fullName", "name-missing"),
            org.assertj.core.groups.Tuple.tuple("owner.nationalId", "national-id-form"),
            org.assertj.core.groups.Tuple.tuple("owner.phone", "phone-form"),
            org.assertj.core.groups.Tuple.tuple("owner.email", "email-form"),
            org.assertj.core.groups.Tuple.tuple("owner.communeId", "commune-missing"),
            org.assertj.core.groups.Tuple.tuple("dossiers.1.procedure", "procedure-unknown"));
    assertThat(refused.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.message(Locale.of("vi"))).endsWith(".");
              assertThat(finding.message(Locale.ENGLISH)).endsWith(".");
            });
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void namesEachPaperThatIsMissing() {
    DossierEntry nothing = DossierEntry.direct(Visitors.BIRTH, Map.of(), List.of());

    IntakeFailure.Refused refused =
        catchThrowableOfType(
            IntakeFailure.Refused.class,
            () -> counter.receive(visitors.at(TEN_O_CLOCK), visitors.visit(owner, nothing)));

    assertThat(refused.findings())
        .extracting(Finding::path)
        .containsExactly(
            "dossiers.0.papers.to-khai",
            "dossiers.0.papers.giay-chung-sinh",
            "dossiers.0.papers.ket-hon",
            "dossiers.0.papers.giay-to-tuy-than");
  }

  @Test
  void failingInTheMiddleWritesNothing() throws SQLException {
    String before = contents();
    execute(
        database,
        """
        create function break_tasks() returns trigger language plpgsql as $$
        begin raise exception 'broken'; end $$;
        create trigger broken before insert on dossier_task for each row
          when (new.position = 2) execute function break_tasks()""");
    try {
      assertThatThrownBy(
              () ->
                  counter.receive(
                      visitors.at(TEN_O_CLOCK), visitors.visit(owner, copyOfRecord(), birth())))
          .hasStackTraceContaining("broken");
    } finally {
      execute(database, "drop trigger broken on dossier_task; drop function break_tasks()");
    }

    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void anotherNameForAKnownNumberMustBeConfirmed() {
    counter.receive(visitors.at(TEN_O_CLOCK), visitors.visit(owner, birth()));
    PersonEntry otherName =
        new PersonEntry(
            false,
            "Trần Văn Khác",
            owner.nationalId(),
            "",
            "",
            null,
            "",
            "",
            "",
            visitors.commune(),
            false);

    assertThatThrownBy(
            () -> counter.receive(visitors.at(TEN_O_CLOCK), visitors.visit(otherName, birth())))
        .isInstanceOfSatisfying(
            IntakeFailure.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Finding::code)
                    .containsExactly("name-other"));

    PersonEntry confirmed =
        new PersonEntry(
            false,
            "Trần Văn Khác",
            owner.nationalId(),
            "",
            "",
            null,
            "",
            "",
            "",
            visitors.commune(),
            true);
    counter.receive(visitors.at(TEN_O_CLOCK), visitors.visit(confirmed, birth()));
    assertThat(
            value(
                database,
                "select full_name || ' ' || phone from person where national_id = '"
                    + owner.nationalId()
                    + "'"))
        .isEqualTo("Trần Văn Khác 0900000001");
  }

  @Test
  void aPersonWithoutPapersIsReceivedWithAReason() {
    PersonEntry newborn =
        new PersonEntry(
            false,
            "Trẻ chưa có số",
            "",
            "",
            "Trẻ sơ sinh chưa được cấp số",
            LocalDate.of(2026, 11, 18),
            "",
            "",
            "",
            visitors.commune(),
            false);
    IntakeRequest request =
        new IntakeRequest(
            UUID.randomUUID(),
            null,
            visitors.branch(),
            List.of(newborn),
            owner,
            null,
            "",
            null,
            null,
            List.of(birth()));

    long id = counter.receive(visitors.at(TEN_O_CLOCK), request).dossiers().getFirst().id();

    assertThat(
            texts(
                """
                select r.relation || ' ' || p.full_name from dossier_person r
                join person p on p.id = r.person_id where r.dossier_id = """
                    + id,
                "r.relation"))
        .isEqualTo("OWNER Trẻ chưa có số,RECEIVER %1$s,SUBMITTER %1$s".formatted(owner.fullName()));
  }

  @Test
  void aProcedureWithoutAProcessStillGetsAStepToDecideIt() throws SQLException {
    execute(
        database,
        """
        update internal_process set valid_to = '2026-01-01' where procedure_id =
          (select id from procedure where code = '1.004194')""");
    DossierEntry stay =
        new DossierEntry(
            "1.004194",
            Channel.DIRECT,
            null,
            "",
            1,
            ReturnChannel.COUNTER,
            Map.of("du-lieu-dan-cu", true, "cho-o-tra-duoc", true),
            kept("to-khai"));

    long id =
        counter
            .receive(visitors.at(TEN_O_CLOCK), visitors.visit(owner, stay))
            .dossiers()
            .getFirst()
            .id();

    assertThat(
            value(
                database,
                """
                select role || ' ' || (due_at = dossier_due_at) from dossier_task
                where completed_at is null and dossier_id = """
                    + id))
        .isEqualTo("OFFICER true");
  }

  private static String texts(String query, String order) {
    return value(
        database,
        "select string_agg(t, ',') from ("
            + query.replaceFirst("select (.*?) from", "select $1 as t from")
            + " order by "
            + order
            + ") x");
  }

  /** Everything that a visit writes, as one text to compare. */
  private static String contents() {
    StringBuilder all = new StringBuilder();
    for (String table : WRITTEN) {
      all.append(table)
          .append(' ')
          .append(
              value(
                  database,
                  "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                      + table
                      + " t"))
          .append('\n');
    }
    return all.toString();
  }
}
