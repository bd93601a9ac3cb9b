package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.processing.DossierBuilder.DUE;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.events.CloseReason;
import vn.motcua.reference.LoadedDatabase;

/** What NĐ 118 lets a branch and an agency do beside the steps, on a real PostgreSQL. */
class DossierInFullTest {

  private static final SupplementItems DEED = SupplementItems.of(List.of("Bản vẽ"), "Thiếu");
  private static final Instant TUESDAY = at("2026-11-17T02:00:00Z");
  private static final Instant NEW_PROMISE = at("2026-11-27T10:00:00Z");

  private final ProcessingWorld world = new ProcessingWorld();

  // Supplements
  // ------------------------------------------------------------------------------------

  @Test
  void theOfficerProposesAndTheOneStopAsks() {
    long id = world.dossiers.received();
    propose(id, DEED, TUESDAY);
    propose(id, DEED, TUESDAY);
    assertThat(world.state(id)).as("the applicant was not asked").isEqualTo("OPEN");
    assertThat(world.value("select count(*) from supplement_proposal")).isEqualTo("1");
    assertThatThrownBy(() -> propose(id, SupplementItems.of(List.of("Khác"), "x"), TUESDAY))
        .isInstanceOf(ProcessingFailure.AlreadyProposed.class);
    world.request(world.seen(id), DEED, TUESDAY, "clerk");
    assertThat(world.value("select decision || ' ' || decided_by from supplement_proposal"))
        .isEqualTo("ISSUED clerk");
    assertThat(world.state(id)).isEqualTo("PAUSED");
  }

  @Test
  void theOneStopMayDeclineAProposal() {
    long id = world.dossiers.received();
    assertThatThrownBy(() -> decline(id)).isInstanceOf(ProcessingFailure.NothingProposed.class);
    propose(id, DEED, TUESDAY);
    decline(id);
    assertThat(world.value("select decision || ' ' || note from supplement_proposal"))
        .isEqualTo("DECLINED Đã có trong kho dữ liệu");
    propose(id, DEED, TUESDAY);
    assertThat(world.value("select count(*) from supplement_proposal")).isEqualTo("2");
  }

  @Test
  void theTermToAskIsConfiguration() throws SQLException {
    LoadedDatabase.execute(
        world.database, "update processing_rule set amount = 1 where code = 'SUPPLEMENT_ASK'");
    long id = world.dossiers.received();
    world.request(world.seen(id), DEED, at("2026-11-18T03:00:00Z"), "clerk");
    assertThat(world.value("select in_time from supplement_request")).isEqualTo("f");
    assertThat(world.state(id)).isEqualTo("OPEN");
  }

  @Test
  void aRecheckIsMeasuredFromTheAnswerThatDidNotDo() {
    long id = world.dossiers.received();
    world.request(world.seen(id), DEED, TUESDAY, "clerk");
    world.answer(world.seen(id), at("2026-11-30T02:00:00Z"), "clerk");
    SupplementItems again = new SupplementItems(List.of("Bản vẽ"), "Chưa đạt", true, null, "");
    world.request(world.seen(id), again, at("2026-12-01T02:00:00Z"), "clerk");
    assertThat(world.state(id)).isEqualTo("PAUSED");
    assertThat(
            world.value(
                "select string_agg(coalesce(recheck, false) || '/' || second_of_episode, ' '"
                    + " order by sequence) from dossier_transition"
                    + " where kind = 'SUPPLEMENT_REQUESTED'"))
        .as("counted apart, never as a second request")
        .isEqualTo("false/false true/false");
  }

  @Test
  void aRefusalAtTheCounterBeforeCountsAsTheFirstRequest() throws SQLException {
    LoadedDatabase.execute(
        world.database,
        """
        insert into reception_refusal (dataset_id, branch_id, request_id, procedure_id,
          procedure_name, full_name, national_id, reason, refused_by, refused_at)
        values (1, 9001, gen_random_uuid(), 9001, 'Thử', 'Nguyễn Thị Thử', '001190123456', 'x',
          'clerk', '2026-11-01T02:00:00Z')""");
    long id = world.dossiers.received();
    assertThatThrownBy(() -> world.request(world.seen(id), DEED, TUESDAY, "clerk"))
        .isInstanceOf(ProcessingFailure.SecondRequest.class);
  }

  // Extension
  // --------------------------------------------------------------------------------------

  @Test
  void thePromiseMovesOnceAndTheDueMomentDoesNot() {
    long id = world.dossiers.received();
    extend(id, extension(NEW_PROMISE), TUESDAY);
    extend(id, extension(NEW_PROMISE), TUESDAY);
    assertThat(promised(id)).isEqualTo("2026-11-27 10:00:00+00");
    assertThat(world.due(id)).isEqualTo(DUE);
    assertThatThrownBy(() -> extend(id, extension(NEW_PROMISE.plusSeconds(3600)), TUESDAY))
        .isInstanceOf(ProcessingFailure.AlreadyExtended.class)
        .hasMessageContaining("27/11/2026");
    assertThat(world.history(id)).isEqualTo("RECEIVED STEP");
  }

  /** Due on Friday: on Thursday it may be announced, on Friday no more. */
  @Test
  void anApologyOnTheDueDayNeedsTheDirector() {
    long inTime = world.dossiers.received();
    extend(inTime, extension(NEW_PROMISE), at("2026-11-19T16:59:00Z"));
    assertThat(world.value("select late from dossier_extension")).isEqualTo("f");

    long late = world.dossiers.received();
    Instant friday = at("2026-11-19T17:00:00Z");
    assertThatThrownBy(() -> extend(late, extension(NEW_PROMISE), friday))
        .isInstanceOf(ProcessingFailure.ApologyTooLate.class);
    Extension allowed =
        new Extension(NEW_PROMISE, "Chờ", "", "Giám đốc", "Bà A", "giamdoc", "Bất khả kháng");
    extend(late, allowed, friday);
    assertThat(
            world.value(
                "select late || ' ' || override_by || ' ' || override_reason"
                    + " from dossier_extension where dossier_id = %d",
                late))
        .isEqualTo("true giamdoc Bất khả kháng");
  }

  @Test
  void aPromiseNeverMovesBack() {
    long id = world.dossiers.received();
    assertThatThrownBy(() -> extend(id, extension(DUE), TUESDAY))
        .isInstanceOf(ProcessingFailure.PromiseNotLater.class);
    extend(id, extension(at("2026-12-25T10:00:00Z")), TUESDAY);
    world.request(world.seen(id), DEED, TUESDAY, "clerk");
    world.answer(world.seen(id), at("2026-11-19T02:00:00Z"), "clerk");
    assertThat(promised(id)).as("a restart before it").isEqualTo("2026-12-25 10:00:00+00");
  }

  // Pause, stop
  // ------------------------------------------------------------------------------------

  @Test
  void waitingForAPaymentNeedsItsDocumentAndStopsTheClock() {
    long id = world.dossiers.received();
    assertThatThrownBy(() -> awaitPayment(id, new Grounds("Thuế", "")))
        .isInstanceOf(ProcessingFailure.Missing.class)
        .hasMessageContaining("payment-document");
    awaitPayment(id, new Grounds("Thuế trước bạ", "TB 7/2026"));
    assertThat(world.value("select cause from dossier_statement"))
        .isEqualTo("FINANCIAL_OBLIGATION");
    world.resume(world.seen(id), TUESDAY.plus(Duration.ofDays(1)), "mot");
    assertThat(world.due(id)).isAfter(DUE);
    assertThat(promised(id))
        .as("follows the lawful pause")
        .isEqualTo(world.value("select due_at from dossier where id = %d", id));
  }

  @Test
  void stoppingSaysWhatBecomesOfTheMoneyAndLatenessStays() {
    long id = world.dossiers.received();
    world.close(
        world.seen(id),
        CloseReason.WITHDRAWN,
        new Grounds("Không còn nhu cầu", "", "Hoàn 50.000 đồng"),
        DUE.plusSeconds(60),
        "clerk");
    assertThat(world.value("select money from dossier_statement")).isEqualTo("Hoàn 50.000 đồng");
    assertThat(world.value("select closed_at > due_at from dossier where id = %d", id))
        .isEqualTo("t");
  }

  // Opinions
  // ---------------------------------------------------------------------------------------

  @Test
  void anOpinionHasItsOwnDeadlineAndTheClockRunsOn() {
    long id = world.dossiers.received();
    ask(id, "Sở Khác", 3);
    assertThat(world.state(id)).isEqualTo("OPEN");
    assertThat(world.value("select due_at from opinion_request"))
        .isEqualTo("2026-11-20 10:00:00+00");
    assertThatThrownBy(() -> ask(id, "sở khác", 3))
        .isInstanceOf(ProcessingFailure.AlreadyAsked.class);
    long opinion = Long.parseLong(world.value("select id from opinion_request"));
    answer(id, opinion);
    assertThatThrownBy(() -> answer(id, opinion))
        .isInstanceOf(ProcessingFailure.NothingAsked.class);
    assertThat(world.value("select answer from opinion_request")).isEqualTo("Đồng ý");
  }

  // Results
  // ----------------------------------------------------------------------------------------

  @Test
  void anErrorInAResultHasASmallClockAndBothDocumentsAreKept() {
    long id = refused();
    assertThatThrownBy(() -> correct(id)).isInstanceOf(ProcessingFailure.NothingReported.class);
    run(() -> world.care.report(world.seen(id), new Grounds("Sai tên", ""), TUESDAY, "clerk"));
    // Tuesday and three working days.
    assertThat(world.value("select due_at from result_correction"))
        .isEqualTo("2026-11-20 10:00:00+00");
    correct(id);
    assertThat(world.value("select count(*) || ' ' || count(replaces) from result_document"))
        .isEqualTo("2 1");
    assertThat(world.value("select finished_at from dossier where id = %d", id))
        .as("no figure changes")
        .isEqualTo("2026-11-16 02:00:00+00");
  }

  @Test
  void whatIsDoneAboutAResultThatNobodyTakesIsDated() {
    long id = refused();
    run(
        () ->
            world.care.notice(
                world.seen(id),
                ResultCareWork.Notice.REMINDED,
                new Grounds("Gọi điện", ""),
                TUESDAY,
                "clerk"));
    assertThat(world.value("select kind || ' ' || noted_at from result_notice"))
        .isEqualTo("REMINDED 2026-11-17 02:00:00+00");
    long open = world.dossiers.received();
    assertThatThrownBy(
            () ->
                run(
                    () ->
                        world.care.notice(
                            world.seen(open),
                            ResultCareWork.Notice.UNCLAIMED,
                            new Grounds("x", ""),
                            TUESDAY,
                            "clerk")))
        .isInstanceOf(ProcessingFailure.NoResult.class);
  }

  // Parties, doubles, conversion
  // -------------------------------------------------------------------

  @Test
  void whoAPartyWasStaysKnown() {
    long id = world.dossiers.received();
    change(id, new PartyChange(PartyChange.Kind.RENAMED, "OWNER", "Nguyễn Thị Mới", "", "a", "b"));
    change(
        id,
        new PartyChange(
            PartyChange.Kind.DEATH, "OWNER", "Trần Văn Con", "001200000001", "Qua đời", "GCT 1"));
    assertThat(
            world.value(
                "select string_agg(old_name || '>' || new_name, ' ' order by id) from party_change"))
        .isEqualTo("Nguyễn Thị Thử>Nguyễn Thị Mới Nguyễn Thị Mới>Trần Văn Con");
    assertThat(
            world.value(
                "select full_name from dossier_person r join person p on p.id = r.person_id"
                    + " where r.dossier_id = %d and relation = 'OWNER'",
                id))
        .isEqualTo("Trần Văn Con");
    assertThatThrownBy(
            () ->
                change(
                    id,
                    new PartyChange(
                        PartyChange.Kind.TRANSFER, "OWNER", "Người Lạ", "001080654321", "a", "b")))
        .isInstanceOf(ProcessingFailure.OtherName.class);
  }

  @Test
  void aPartyPressedTwiceIsChangedOnceAndAStaleScreenIsRefused() {
    long id = world.dossiers.received();
    Seen shown = world.seen(id);
    PartyChange renamed =
        new PartyChange(PartyChange.Kind.RENAMED, "OWNER", "Nguyễn Thị Mới", "", "a", "b");
    run(() -> world.parties.change(shown, renamed, TUESDAY, "clerk"));
    run(() -> world.parties.change(shown, renamed, TUESDAY, "clerk"));
    assertThat(world.value("select count(*) from party_change")).isEqualTo("1");
    PartyChange other =
        new PartyChange(PartyChange.Kind.RENAMED, "OWNER", "Nguyễn Thị Khác", "", "a", "b");
    assertThatThrownBy(() -> run(() -> world.parties.change(shown, other, TUESDAY, "mot")))
        .isInstanceOf(ProcessingFailure.MovedOn.class);
    assertThat(world.value("select string_agg(new_name, ' ') from party_change"))
        .isEqualTo("Nguyễn Thị Mới");
    change(id, other);
    assertThat(world.value("select count(*) from party_change")).isEqualTo("2");
  }

  @Test
  void aDoubleIsVoidedAsTheDoubleOfAnother() {
    long first = world.dossiers.received();
    long second = world.dossiers.received();
    String code = world.value("select code from dossier where id = %d", first);
    assertThatThrownBy(() -> duplicate(second, "H26.99-000000-9999"))
        .isInstanceOf(ProcessingFailure.NotADuplicate.class);
    duplicate(second, code);
    assertThat(world.state(second)).isEqualTo("VOIDED");
    assertThat(world.step(second)).isNull();
    assertThat(world.value("select of_dossier from dossier_duplicate"))
        .isEqualTo(Long.toString(first));
  }

  @Test
  void theRightProcedureKeepsTheFirstReceiptPersonsAndPapers() throws SQLException {
    LoadedDatabase.execute(
        world.database,
        """
        update field set level = 'PROVINCE' where id = 9001;
        insert into procedure (id, dataset_id, code) values (9002, 1, '9.000002');
        insert into procedure_version (id, procedure_id, valid_from, name, short_name, field_code,
          levels, limit_basis, fee_basis, source, file, digest, search_text)
        values (9002, 9002, '2020-01-01', 'Thủ tục đúng', 'Thủ tục đúng', 't-field',
          '{PROVINCE}', 'PUBLISHED', 'UNSURE', 'thử', 'thử', 'thử', 'dung');
        insert into procedure_limit (version_id, amount, unit) values (9002, 10, 'working_days');
        insert into agency_identifier (dataset_id, unit_id, identifier, basis)
        values (1, 9002, 'H26.98', 'INVENTED');
        insert into province_competence (dataset_id, field_code, unit_id, valid_from)
        values (1, 't-field', 9002, '2020-01-01')""");
    long id = world.dossiers.received();
    LoadedDatabase.execute(
        world.database,
        """
        insert into dossier_paper (id, dossier_id, position, name, custody, originals, added_at)
        values (nextval('dossier_paper_id_seq'), %d, 1, 'Đơn', 'KEPT', 1, now())"""
            .formatted(id));
    String code =
        world.transactions.in(
            () ->
                world.conversions.convert(
                    world.seen(id), "9.000002", new Grounds("Nhầm thủ tục", ""), TUESDAY, "clerk"));
    assertThat(world.state(id)).isEqualTo("VOIDED");
    long taken = Long.parseLong(world.value("select id from dossier where code = '%s'", code));
    assertThat(world.value("select received_at from dossier where id = %d", taken))
        .isEqualTo("2026-11-16 02:00:00+00");
    // Monday and ten working days, one holiday among them.
    assertThat(world.due(taken)).isEqualTo(at("2026-12-01T10:00:00Z"));
    assertThat(
            world.value(
                "select string_agg(name, ',') from dossier_paper where dossier_id = %d", taken))
        .isEqualTo("Đơn");
    assertThat(world.value("select count(*) from dossier_person where dossier_id = %d", taken))
        .isEqualTo("2");
    assertThat(world.step(taken)).isEqualTo("Giải quyết hồ sơ");
    assertThat(world.value("select from_dossier from dossier_conversion"))
        .isEqualTo(Long.toString(id));
  }

  // ------------------------------------------------------------------------------------------------

  private void propose(long id, SupplementItems items, Instant at) {
    run(() -> world.supplements.propose(world.seen(id), items, at, "mot"));
  }

  private void decline(long id) {
    run(
        () ->
            world.supplements.decline(
                world.seen(id), new Grounds("Đã có trong kho dữ liệu", ""), TUESDAY, "clerk"));
  }

  private void extend(long id, Extension wanted, Instant at) {
    run(() -> world.extensions.extend(world.seen(id), wanted, at, "mot"));
  }

  private void awaitPayment(long id, Grounds why) {
    run(() -> world.pauses.awaitPayment(world.seen(id), why, TUESDAY, "mot"));
  }

  private void ask(long id, String body, int days) {
    run(() -> world.opinions.ask(world.seen(id), body, "Có phù hợp không?", days, TUESDAY, "mot"));
  }

  private void answer(long id, long opinion) {
    run(
        () ->
            world.opinions.answer(
                world.seen(id), opinion, new Grounds("Đồng ý", "5/CV"), TUESDAY, "mot"));
  }

  private void correct(long id) {
    run(
        () ->
            world.care.correct(
                world.seen(id),
                new SignedResult(
                    "14/TB", LocalDate.of(2026, 11, 17), "Bà A", false, "Đính chính", null),
                TUESDAY,
                "mot"));
  }

  private void change(long id, PartyChange change) {
    run(() -> world.parties.change(world.seen(id), change, TUESDAY, "clerk"));
  }

  private void duplicate(long id, String of) {
    run(
        () ->
            world.parties.duplicate(
                world.seen(id), of, new Grounds("Nộp hai lần", ""), TUESDAY, "clerk"));
  }

  private void run(Runnable work) {
    world.transactions.run(work);
  }

  private long refused() {
    long id = world.dossiers.received();
    world.finish(
        world.seen(id),
        new SignedResult("13/TB", LocalDate.of(2026, 11, 16), "Bà A", true, "Không đủ", null),
        RECEIVED,
        "mot");
    return id;
  }

  private String promised(long id) {
    return world.value("select promised_at from dossier_intake where dossier_id = %d", id);
  }

  private static Extension extension(Instant promise) {
    return new Extension(promise, "Chờ kiểm tra", "", "Giám đốc Sở", "Bà A", null, "");
  }

  private static Instant at(String moment) {
    return Instant.parse(moment);
  }
}
