package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.reference.LoadedDatabase.value;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.events.Channel;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.reference.ReferenceLoader;

/** Proposing and approving versions on the real catalogue. */
class CatalogueProposalsTest {

  private static final String BIRTH = "1.001193";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate FROM = LocalDate.of(2026, 12, 1);

  private final DataSource database = LoadedDatabase.fresh();
  private final TestPeople people = new TestPeople(database);
  private final CatalogueProposals proposals =
      new CatalogueProposals(database, people.access(), people.trail(), () -> people.now);
  private final ProcedureVersions versions = new ProcedureVersions(database);
  private final ProcedureCatalogue catalogue = new ProcedureCatalogue(database);
  private ProcedureSheet sheet;

  @BeforeEach
  void theSheetOfToday() {
    sheet = versions.sheet(BIRTH, TODAY);
  }

  private void approve(long id) {
    people.caller = "lanhdao";
    proposals.approve(id, proposals.find(id).seen(), "đồng ý");
  }

  @Test
  void whatIsReadFromTheCatalogueIsProposedUnchanged() {
    assertThat(sheet.cell("name")).isEqualTo("Thủ tục đăng ký khai sinh");
    assertThat(sheet.lines("components")).isNotEmpty();
    approve(proposals.propose(sheet, FROM, "ghi lại nguyên vẹn"));
    assertThat(versions.sheet(BIRTH, FROM).differences(sheet)).isEmpty();
  }

  @Test
  void anApprovedVersionHoldsFromItsDayAndLeavesThePastAlone() {
    ProcedureSheet changed =
        sheet
            .with("limits", "ONLINE |  | 4 | working_hours\n |  | 1 | working_days")
            .with("legal_basis", "Luật Hộ tịch 60/2014/QH13 | 01/01/2016 | ")
            .with("fees", " | Quá hạn | 8.000 | Ngân sách Thành phố")
            .with("delegated_to", "Phòng Hộ tịch")
            .with("delegated_from", "2026-12-01")
            .with("decision", "Số 12/QĐ-TTPVHCC")
            .with("published_at", "30/11/2026 08:00")
            .with("online_level", "PARTIAL")
            .with("online_reason", "Phải ký sổ")
            .with("components", "to-khai | Tờ khai | yes | 1 | |");
    long id = proposals.propose(changed, FROM, "Quyết định mới");
    assertThat(versions.sheet(BIRTH, FROM)).as("not yet approved").isEqualTo(sheet);
    int before = catalogue.find(BIRTH, TODAY).versionId();
    approve(id);

    ProcedureDetail after = catalogue.find(BIRTH, FROM);
    assertThat(after.limit(Channel.ONLINE))
        .hasValueSatisfying(l -> assertThat(l.amount()).isEqualTo(4));
    assertThat(after.versionId()).isNotEqualTo(before);
    assertThat(catalogue.find(BIRTH, FROM.minusDays(1)).versionId()).isEqualTo(before);
    assertThat(versions.sheet(BIRTH, TODAY).differences(sheet)).isEmpty();
    assertThat(versions.sheet(BIRTH, FROM).lines("components")).hasSize(1);
    assertThat(new ProcedureRequirements(database).papers(after.id(), TODAY).components())
        .hasSizeGreaterThan(1);
    assertThat(value(database, "select string_agg(action, ' ' order by id) from audit_entry"))
        .isEqualTo("catalogue.propose catalogue.approve");
    assertThat(versions.history(BIRTH))
        .extracting(ProcedureVersions.Span::approved)
        .containsExactly(true, false);
  }

  @Test
  void filesThatComeWithTheProgramLeaveAnApprovedVersionAlone() {
    approve(proposals.propose(sheet.with("components", "x | Giấy mới | yes"), FROM, "rút gọn"));
    assertThat(new ReferenceLoader(database, () -> people.now).load())
        .allMatch(report -> report.refusals().isEmpty());
    assertThat(versions.sheet(BIRTH, FROM).lines("components")).hasSize(1);
    assertThat(versions.history(BIRTH)).hasSize(2);
  }

  @Test
  void whoProposedDoesNotApprove() {
    people.caller = "lanhdao";
    long id = proposals.propose(sheet, FROM, "x");
    assertThatThrownBy(() -> proposals.approve(id, 0, ""))
        .isInstanceOf(CatalogueFailure.FourEyes.class);
    assertThatThrownBy(() -> proposals.reject(id, 0, "không"))
        .isInstanceOf(CatalogueFailure.FourEyes.class);
    assertThatThrownBy(
            () ->
                LoadedDatabase.execute(
                    database,
                    "update catalogue_proposal set status = 'APPROVED', decided_by = proposed_by"))
        .as("the table itself refuses it")
        .hasMessageContaining("check constraint");
    people.caller = "giamdoc";
    assertThatThrownBy(() -> proposals.approve(id, 0, ""))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    people.caller = "tiepnhan";
    assertThatThrownBy(() -> proposals.propose(sheet, FROM, "x"))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  @Test
  void ofTwoProposalsForOneVersionTheSecondHasToBeWrittenAnew() {
    long first = proposals.propose(sheet.with("short_name", "một"), FROM, "x");
    long second = proposals.propose(sheet.with("short_name", "hai"), FROM.plusDays(9), "x");
    approve(first);
    assertThatThrownBy(() -> approve(second)).isInstanceOf(CatalogueFailure.ChangedMeanwhile.class);
    assertThatThrownBy(() -> approve(first)).isInstanceOf(CatalogueFailure.NotWaiting.class);
    assertThat(catalogue.find(BIRTH, FROM.plusDays(20)).shortName()).isEqualTo("một");
  }

  @Test
  void thePastAndTodayAreNotChanged() {
    assertThatThrownBy(() -> proposals.propose(sheet, TODAY, "x"))
        .isInstanceOf(CatalogueFailure.PastDay.class);
    long id = proposals.propose(sheet, TODAY.plusDays(1), "x");
    people.now = people.now.plusSeconds(86_400);
    assertThatThrownBy(() -> approve(id))
        .as("its day has come before anybody decided")
        .isInstanceOf(CatalogueFailure.PastDay.class);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    ProcedureSheet wrong =
        sheet
            .with("field", "không-có")
            .with("limits", "FAX | | 3 | working_days\n| | ba | working_days\n| | 3")
            .with("fees", "| | 1.5 | ")
            .with("online_level", "PARTIAL")
            .with("delegated_from", "31/02/2026")
            .with("components", "a | A | yes | 1 | | hỏi=yes");
    assertThatThrownBy(() -> proposals.propose(wrong, FROM, "x"))
        .isInstanceOfSatisfying(
            CatalogueFailure.SheetWrong.class,
            failure ->
                assertThat(failure.problems())
                    .extracting(SheetProblem::code)
                    .containsExactlyInAnyOrder(
                        "field-unknown",
                        "question-unknown",
                        "channel-unknown",
                        "number-bad",
                        "parts-few",
                        "number-bad",
                        "online-reason",
                        "date-bad"));
    assertThat(value(database, "select count(*) from catalogue_proposal")).isEqualTo("0");
  }

  @Test
  void aNewProcedureIsFoundFromItsDay() {
    approve(
        proposals.propose(
            sheet.with("code", "9.000001").with("name", "Cấp thẻ đỗ xe tuần"), FROM, "mới"));
    assertThat(catalogue.search("the do xe tuan", 10, FROM, null).items())
        .extracting(ProcedureSummary::code)
        .containsExactly("9.000001");
    assertThat(catalogue.search("the do xe tuan", 10, TODAY, null).items()).isEmpty();
  }

  @Test
  void aProcessIsComparedAndKeepsItsFrozenBaseline() {
    ProcessVersions processes = new ProcessVersions(database);
    ProcessVersion former = processes.versions(BIRTH).getFirst();
    String body =
        value(
            database,
            "select code from unit where dataset_id = 1 and kind = 'DEPARTMENT' order by code limit 1");
    long id =
        proposals.propose(
            new ProcessSheet(
                java.util.Map.of(
                    "code",
                    BIRTH,
                    "steps",
                    "Tiếp nhận | Receive | BRANCH | CLERK | 0,5 | Đã tiếp nhận\n"
                        + "Giải quyết | Decide | AGENCY | OFFICER | 2 | Đang giải quyết | "
                        + body
                        + " | liên thông\n"
                        + "Trả kết quả | Return | BRANCH | CLERK | 0 | Có kết quả",
                    "branches",
                    "2 | CONSULTATION | Hỏi Công an | | OFFICER | 3 | khi nghi ngờ")),
            FROM,
            "bớt bước");
    approve(id);

    List<ProcessVersion> both = processes.versions(BIRTH);
    assertThat(both).hasSize(2);
    ProcessVersion now = both.getFirst();
    assertThat(now.minutes()).as("the opinion takes longer than its step").isEqualTo(30 + 180);
    assertThat(now.handOvers()).isEqualTo(2);
    assertThat(now.baselineSteps()).isEqualTo(former.baselineSteps());
    assertThat(now.baselineMinutes()).isEqualTo(former.baselineMinutes());
    ProcessVersion.Saving saved = former.saved(now);
    assertThat(saved.steps()).isEqualTo(former.steps().size() - 3);
    assertThat(saved.minutes()).isEqualTo(former.minutes() - 210).isNotZero();
    assertThat(saved.handOvers()).isEqualTo(former.handOvers() - 2);
    assertThat(now.saved(former))
        .as("the other way round it costs as much")
        .isEqualTo(new ProcessVersion.Saving(-saved.steps(), -saved.minutes(), -saved.handOvers()));
    int procedure = catalogue.find(BIRTH, TODAY).id();
    ProcedureRequirements linear = new ProcedureRequirements(database);
    assertThat(linear.process(procedure, FROM).orElseThrow().steps())
        .extracting(InternalStep::name)
        .containsExactly("Tiếp nhận", "Giải quyết", "Trả kết quả");
    assertThat(linear.process(procedure, TODAY).orElseThrow().id()).isEqualTo(former.id());
    new ReferenceLoader(database, () -> people.now).load();
    assertThat(processes.versions(BIRTH)).hasSize(2);
  }

  @Test
  void delegationsAreDueForEvaluationAfterAYear() {
    Delegations delegations =
        new Delegations(database, people.access(), people.trail(), () -> people.now);
    approve(
        proposals.propose(
            sheet.with("delegated_to", "Phòng Hộ tịch").with("delegated_from", "01/12/2026"),
            FROM,
            "ủy quyền"));
    assertThat(delegations.list(FROM.plusYears(1).minusDays(1)))
        .singleElement()
        .matches(one -> !one.due());
    LocalDate due = FROM.plusYears(1);
    assertThat(delegations.list(due)).singleElement().matches(Delegations.Delegation::due);
    assertThatThrownBy(
            () ->
                delegations.evaluate(
                    BIRTH, List.of(5, 4, 3, 2, 6), Delegations.Conclusion.CONTINUE, ""))
        .isInstanceOf(CatalogueFailure.BadScores.class);
    people.now = due.atTime(3, 0).toInstant(java.time.ZoneOffset.UTC);
    delegations.evaluate(BIRTH, List.of(5, 4, 3, 2, 1), Delegations.Conclusion.ADJUST, "ghi chú");
    assertThat(delegations.list(due)).singleElement().matches(one -> !one.due());
    assertThat(delegations.evaluations(BIRTH).getFirst().scores()).containsExactly(5, 4, 3, 2, 1);
  }

  @Test
  void theMostSpecificRuleOfTheIntakeScopeDecides() {
    IntakeScopes scopes =
        new IntakeScopes(database, people.access(), people.trail(), () -> people.now);
    int branch = unit("cn-tay-ho");
    int other = unit("cn-cau-giay");
    int procedure = catalogue.find(BIRTH, TODAY).id();
    assertThat(scopes.mayReceive(branch, other, "COMMUNE", "DIRECT", procedure, FROM)).isTrue();
    people.caller = "quantri";
    scopes.add(rule("cn-tay-ho", BIRTH, "", false));
    scopes.add(rule("cn-tay-ho", BIRTH, "ONLINE", true));
    assertThat(scopes.mayReceive(branch, other, "COMMUNE", "DIRECT", procedure, FROM)).isFalse();
    assertThat(scopes.mayReceive(branch, other, "COMMUNE", "OTHER", procedure, FROM)).isFalse();
    assertThat(scopes.mayReceive(branch, other, "COMMUNE", "ONLINE", procedure, FROM)).isTrue();
    assertThat(scopes.mayReceive(other, branch, "COMMUNE", "DIRECT", procedure, FROM)).isTrue();
    assertThat(scopes.mayReceive(branch, other, "COMMUNE", "DIRECT", procedure, TODAY)).isTrue();
    assertThatThrownBy(
            () ->
                scopes.add(new IntakeScopes.NewRule("", "", "", "", "", false, TODAY, null, "QĐ")))
        .isInstanceOf(CatalogueFailure.PastDay.class);
    people.now = FROM.plusDays(3).atTime(2, 0).toInstant(java.time.ZoneOffset.UTC);
    long first = scopes.rules(FROM).getLast().id();
    assertThat(scopes.rules(FROM)).hasSize(3);
    scopes.end(
        scopes.rules(FROM).stream().filter(r -> !r.allowed()).findFirst().orElseThrow().id());
    assertThat(scopes.mayReceive(branch, other, "COMMUNE", "DIRECT", procedure, FROM)).isFalse();
    assertThat(scopes.mayReceive(branch, other, "COMMUNE", "DIRECT", procedure, FROM.plusDays(4)))
        .isTrue();
    assertThat(first).isPositive();
  }

  private static IntakeScopes.NewRule rule(
      String branch, String procedure, String channel, boolean allowed) {
    return new IntakeScopes.NewRule(
        branch, "", "", channel, procedure, allowed, FROM, null, "Quyết định 1/QĐ");
  }

  private int unit(String code) {
    return Integer.parseInt(
        value(database, "select max(id) from unit where code = '" + code + "'"));
  }
}
