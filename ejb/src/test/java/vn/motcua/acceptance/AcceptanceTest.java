package vn.motcua.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Channel;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.portal.PortalService;
import vn.motcua.portal.TrackedSubmission;
import vn.motcua.processing.SubmissionForms;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.reception.PersonEntry;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.reception.ReturnChannel;
import vn.motcua.satisfaction.RatingInvitations;
import vn.motcua.world.CityWorld;

/** What waits to be accepted, on a real PostgreSQL. */
class AcceptanceTest {

  private static final byte[] SCAN = scan();

  private final CityWorld city = new CityWorld();
  private final SubmissionDoor door =
      new SubmissionDoor(
          city.database, city.access, city.trail, CityWorld.CALENDARS, city.clock, 1, 5);
  private final WaitingList waiting =
      new WaitingList(city.database, city.access, city.trail, city.clock, CityWorld.CALENDARS);
  private final AcceptanceService acceptance =
      new AcceptanceService(
          city.database, city.access, city.trail, city.recorder, city.dossiers, city.clock);

  private final SubmissionForms forms =
      new SubmissionForms(city.database, city.access, city.trail, city.clock);
  private final PortalService portal =
      new PortalService(
          city.database,
          new RatingInvitations(city.database, new SecureRandom()),
          city.clock,
          CityWorld.CALENDARS);

  private final int branch = city.branch();

  @BeforeEach
  void thePortalSends() {
    city.signIn("quantri");
  }

  @Test
  void aClosedChannelIsSaidAtTheDoorAndWhatWasFiledBeforeIsAccepted() {
    SubmissionAnswer before = submit("K1", 1, "to-khai", "giay-chung-sinh");
    city.execute(
        "update procedure_version set channels = array['DIRECT', 'POST'] where procedure_id ="
            + " (select id from procedure where dataset_id = 1 and code = '1.001193')");
    assertThatThrownBy(() -> submit("K2", 1, "to-khai", "giay-chung-sinh"))
        .isInstanceOfSatisfying(
            AcceptanceFailure.ChannelClosed.class,
            closed ->
                assertThat(closed.message(java.util.Locale.of("vi")))
                    .contains("Kênh được nhận: trực tiếp, bưu chính công ích"));
    city.signIn("lan");
    assertThat(city.call(() -> acceptance.accept(before.id(), 0, false)).code()).isNotEmpty();
  }

  @Test
  void whatTheBranchMayNotReceiveIsRefusedAtTheDoorAndStillAtTheAcceptance() {
    SubmissionAnswer before = submit("P1", 1, "to-khai", "giay-chung-sinh");
    scope("(select coalesce(lineage_id, id) from unit where id = %d)".formatted(branch), "ONLINE");
    assertThatThrownBy(() -> submit("P2", 1, "to-khai", "giay-chung-sinh"))
        .isInstanceOfSatisfying(
            AcceptanceFailure.BranchClosed.class,
            closed ->
                assertThat(closed.message(java.util.Locale.of("vi")))
                    .contains("theo kênh trực tuyến", "Nơi được nhận: ", "Chi nhánh Cầu Giấy")
                    .doesNotContain("Chi nhánh Tây Hồ"));
    assertThat(city.value("select count(*) from submission")).as("nothing was kept").isEqualTo("1");
    assertThatThrownBy(() -> accept(before.id())).isInstanceOf(IntakeFailure.Refused.class);

    scope("null", "ONLINE");
    assertThatThrownBy(() -> submit("P3", 1, "to-khai", "giay-chung-sinh"))
        .isInstanceOf(AcceptanceFailure.BranchClosed.class);
    city.execute("delete from intake_scope where branch_id is not null");
    city.signIn("quantri");
    assertThatThrownBy(() -> submit("P4", 1, "to-khai", "giay-chung-sinh"))
        .isInstanceOfSatisfying(
            AcceptanceFailure.BranchClosed.class,
            closed -> assertThat(closed.code()).isEqualTo("acceptance.nowhere-open"));
    city.execute("update intake_scope set valid_from = '2026-11-21'");
    assertThat(submit("P5", 1, "to-khai", "giay-chung-sinh").repeated())
        .as("the rule begins tomorrow")
        .isFalse();
  }

  @Test
  void anAnswerToEditsIsAskedForTheScopeAsTheFirstSendingIs() {
    SubmissionAnswer first = submit("R1", 1, "to-khai");
    city.signIn("lan");
    ask(first.id(), "");
    city.signIn("quantri");
    scope("(select coalesce(lineage_id, id) from unit where id = %d)".formatted(branch), "ONLINE");
    assertThatThrownBy(() -> submit("R1", 2, "to-khai", "giay-chung-sinh"))
        .isInstanceOf(AcceptanceFailure.BranchClosed.class);
    assertThat(city.value("select state || ' ' || revision from submission"))
        .as("nothing was kept")
        .isEqualTo("EDIT_ASKED 1");
    city.execute("delete from intake_scope");
    assertThat(submit("R1", 2, "to-khai", "giay-chung-sinh").repeated()).isFalse();
  }

  private void scope(String branch, String channel) {
    city.execute(
        """
        insert into intake_scope (dataset_id, branch_id, channel, allowed, valid_from, document,
          recorded_by, recorded_at)
        values (1, %s, '%s', false, '2026-11-01', 'QĐ thử', 'test', now())"""
            .formatted(branch, channel));
  }

  @Test
  void waitsWithTwoClocksUntilItIsSeenAndDecided() {
    SubmissionAnswer answer = submit("G1", 1, "to-khai", "giay-chung-sinh");
    assertThat(answer.repeated()).isFalse();
    assertThat(answer.decideBy())
        .as("Friday 10:00 and 8 working hours, the weekend between")
        .isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
    city.signIn("lan");
    SubmissionLine line = city.call(waiting::waiting).getFirst();
    assertThat(line.left().working()).isEqualTo(Duration.ofHours(8));
    assertThat(line.seenLeft().working()).isEqualTo(Duration.ofHours(2));

    city.wait(Duration.ofHours(5));
    assertThat(counts()).isEqualTo("1 0 0 1");
    city.signIn("lan");
    city.call(() -> waiting.open(answer.id()));
    assertThat(city.call(waiting::waiting).getFirst().seenLeft()).isNull();
    assertThat(counts()).isEqualTo("1 0 0 0");
    city.at("2026-11-23T03:00:01Z");
    assertThat(counts()).isEqualTo("0 1 0 0");
    assertThat(city.value("select count(*) from dossier")).isEqualTo("0");
  }

  @Test
  void theSameAgainIsAnsweredWithWhatItBecame() {
    SubmissionAnswer first = submit("G1", 1, "to-khai", "giay-chung-sinh");
    SubmissionAnswer again = submit("G1", 1, "to-khai", "giay-chung-sinh");
    assertThat(again.repeated()).isTrue();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(city.value("select count(*) from submission_paper")).isEqualTo("2");
    assertThatThrownBy(() -> submit("G1", 1, "to-khai"))
        .isInstanceOf(AcceptanceFailure.OtherContent.class);
    ReceivedDossier dossier = accept(first.id());
    city.signIn("quantri");
    assertThat(submit("G1", 1, "to-khai", "giay-chung-sinh").dossierCode())
        .isEqualTo(dossier.code());
  }

  @Test
  void acceptedItIsADossierOfItsChannelAndKeepsItsMoment() {
    SubmissionAnswer answer = submit("G1", 1, "to-khai", "giay-chung-sinh");
    city.wait(Duration.ofHours(1));
    ReceivedDossier dossier = accept(answer.id());
    assertThat(accept(answer.id()).code()).as("pressed twice").isEqualTo(dossier.code());
    assertThat(
            city.value(
                """
                select d.channel || ' ' || (s.submitted_at < d.received_at) || ' ' || s.state
                from submission s join dossier d on d.id = s.dossier_id"""))
        .isEqualTo("ONLINE true ACCEPTED");
    assertThat(
            city.value(
                "select count(*) from dossier_paper where file_id is not null and dossier_id = %d",
                dossier.id()))
        .isEqualTo("2");
    assertThat(city.history(dossier.id())).isEqualTo("RECEIVED STEP");
    assertThat(city.value("select count(*) from dossier")).isEqualTo("1");
    assertThat(city.value("select string_agg(action, ' ' order by id) from audit_entry"))
        .contains("submission.arrive", "submission.accept");
  }

  @Test
  void whatIsNotCompleteIsNotAcceptedAndSaysWhatIsMissing() {
    SubmissionAnswer answer = submit("G1", 1, "to-khai");
    assertThatThrownBy(() -> accept(answer.id()))
        .isInstanceOfSatisfying(
            IntakeFailure.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .anyMatch(finding -> finding.code().equals("component-missing")));
    assertThat(city.value("select state from submission")).isEqualTo("WAITING");
  }

  @Test
  void anEditIsARequestOfTheEpisodeAndAsecondNeedsTheDirector() {
    SubmissionAnswer answer = submit("G1", 1, "to-khai");
    city.signIn("lan");
    ask(answer.id(), "");
    assertThat(counts()).as("the applicant's turn").isEmpty();
    city.signIn("quantri");
    assertThatThrownBy(() -> submit("G1", 3, "to-khai", "giay-chung-sinh"))
        .isInstanceOf(AcceptanceFailure.Invalid.class);
    submit("G1", 2, "to-khai", "giay-chung-sinh");
    city.signIn("lan");
    assertThatThrownBy(() -> ask(answer.id(), "")).isInstanceOf(AcceptanceFailure.SecondEdit.class);
    assertThatThrownBy(() -> ask(answer.id(), "Vì tôi muốn"))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    ReceivedDossier dossier = accept(answer.id());
    assertThat(
            city.value(
                "select request_kind || ' ' || second_of_episode from dossier_transition"
                    + " where kind = 'SUPPLEMENT_REQUESTED'"))
        .isEqualTo("ONLINE_EDIT false");
    assertThat(city.history(dossier.id())).isEqualTo("RECEIVED STEP SUPPLEMENT_REQUESTED");
    assertThat(city.value("select requests from request_episode")).isEqualTo("1");
    assertThat(city.value("select count(*) from submission_paper where revision = 1"))
        .as("what was sent first stays")
        .isEqualTo("1");
  }

  @Test
  void theApplicantIsToldOnTheirOwnPageAndOnAForm() {
    SubmissionAnswer answer = submit("G1", 1, "to-khai");
    assertThat(portal.submission(answer.token()).orElseThrow().stage())
        .isEqualTo(TrackedSubmission.Stage.WAITING);
    city.signIn("lan");
    assertThatThrownBy(() -> city.call(() -> forms.print(answer.id(), "02")))
        .as("nothing was asked yet")
        .hasMessageContaining("02");
    ask(answer.id(), "");
    TrackedSubmission asked = portal.submission(answer.token()).orElseThrow();
    assertThat(asked.stage()).isEqualTo(TrackedSubmission.Stage.EDIT_ASKED);
    assertThat(asked.items()).containsExactly("Ảnh chụp rõ hơn");
    assertThat(asked.reason()).isEqualTo("Mờ");
    assertThat(asked.owner()).doesNotContain(city.person(1).fullName());
    byte[] form = city.call(() -> forms.print(answer.id(), "02")).pdf();
    assertThat(city.call(() -> forms.print(answer.id(), "02")).pdf())
        .as("issued once, kept as printed")
        .isEqualTo(form);
    assertThat(text(form)).contains("Ảnh chụp rõ hơn", "Mờ", "1/2026/02");
    city.signIn("hoa");
    assertThatThrownBy(() -> city.call(() -> forms.print(answer.id(), "02")))
        .isInstanceOf(IdentityFailure.OutOfScope.class);

    city.signIn("quantri");
    submit("G1", 2, "to-khai", "giay-chung-sinh");
    ReceivedDossier dossier = accept(answer.id());
    assertThat(portal.submission(answer.token())).isEmpty();
    assertThat(portal.track(answer.token()).code())
        .as("the same address leads on to the dossier")
        .isEqualTo(dossier.code());

    city.signIn("quantri");
    SubmissionAnswer other = submit("G2", 1, "to-khai");
    city.signIn("lan");
    city.run(() -> acceptance.refuse(other.id(), 0, "Không đúng thẩm quyền"));
    assertThat(portal.submission(other.token()).orElseThrow().reason())
        .isEqualTo("Không đúng thẩm quyền");
    assertThat(text(city.call(() -> forms.print(other.id(), "03")).pdf()))
        .contains("Không đúng thẩm quyền");
    assertThat(portal.submission("khong-co-ma-nay-dau")).isEmpty();
  }

  @Test
  void aMachinesNumberIsToldAsOneThatPeopleCanRead() {
    SubmissionAnswer plain = submit("G22.99.12-261120-0007", 1, "to-khai");
    SubmissionAnswer machines = submit("6f1c2a4e-8d1b-4c55-9a0e-0d3f5b7a9c11", 1, "to-khai");
    String number = "NT-2026-%06d".formatted(machines.id());
    assertThat(portal.submission(plain.token()).orElseThrow().number())
        .isEqualTo("G22.99.12-261120-0007");
    assertThat(portal.submission(machines.token()).orElseThrow().number()).isEqualTo(number);
    city.signIn("lan");
    assertThat(city.call(waiting::waiting))
        .extracting(SubmissionLine::number)
        .containsExactlyInAnyOrder("G22.99.12-261120-0007", number);
    assertThat(city.call(() -> waiting.open(machines.id())).number()).isEqualTo(number);
    ask(machines.id(), "");
    assertThat(text(city.call(() -> forms.print(machines.id(), "02")).pdf()))
        .contains(number)
        .doesNotContain("6f1c2a4e");
  }

  private static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRefusalFiledAnewIsARequestOnce() {
    SubmissionAnswer refused = submit("G1", 1, "to-khai");
    city.signIn("lan");
    assertThatThrownBy(() -> city.run(() -> acceptance.refuse(refused.id(), 0, " ")))
        .isInstanceOf(AcceptanceFailure.Missing.class);
    city.run(() -> acceptance.refuse(refused.id(), 0, "Không đúng thẩm quyền"));
    assertThatThrownBy(() -> accept(refused.id())).isInstanceOf(AcceptanceFailure.MovedOn.class);
    city.signIn("quantri");
    accept(submit("G2", 1, "to-khai", "giay-chung-sinh").id());
    city.signIn("quantri");
    accept(submit("G3", 1, "to-khai", "giay-chung-sinh").id());
    assertThat(
            city.value(
                "select string_agg(request_kind, ' ') from dossier_transition"
                    + " where kind = 'SUPPLEMENT_REQUESTED'"))
        .isEqualTo("REFUSAL");
  }

  @Test
  void refusesFilesThatAreNotWhatTheySayAndTooMuchAndTooOften() {
    assertThatThrownBy(() -> submit(papers("to-khai", "<html>".getBytes()), "G1", 1))
        .isInstanceOf(IntakeFailure.BadFile.class);
    assertThatThrownBy(() -> submit(papers("to-khai", new byte[1024 * 1024 + 1]), "G1", 1))
        .isInstanceOf(AcceptanceFailure.Invalid.class);
    for (int i = 0; i < 5; i++) {
      submit("G" + i, 1, "to-khai");
    }
    assertThatThrownBy(() -> submit("G9", 1, "to-khai"))
        .isInstanceOf(AcceptanceFailure.TooMany.class);
    assertThat(submit("G1", 1, "to-khai").repeated()).as("asking again is no flood").isTrue();
    assertThat(city.value("select count(*) from submission")).isEqualTo("5");
  }

  @Test
  void anotherBranchSeesNothingOfIt() {
    SubmissionAnswer answer = submit("G1", 1, "to-khai");
    city.signIn("hoa");
    assertThat(city.call(waiting::waiting)).isEmpty();
    assertThatThrownBy(() -> city.call(() -> waiting.open(answer.id())))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThatThrownBy(() -> submit("G5", 1, "to-khai"))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  private void ask(long id, String override) {
    int version = Integer.parseInt(city.value("select version from submission where id = %d", id));
    city.run(() -> acceptance.askForEdits(id, version, List.of("Ảnh chụp rõ hơn"), "Mờ", override));
  }

  private ReceivedDossier accept(long id) {
    city.signIn("lan");
    int version = Integer.parseInt(city.value("select version from submission where id = %d", id));
    return city.call(() -> acceptance.accept(id, version, false));
  }

  private String counts() {
    city.signIn("khanh");
    return city.call(waiting::byBranch).stream()
        .map(
            one ->
                "%d %d %d %d"
                    .formatted(one.within(), one.beyond(), one.unseenWithin(), one.unseenBeyond()))
        .findFirst()
        .orElse("");
  }

  private SubmissionAnswer submit(String number, int revision, String... components) {
    return submit(
        List.of(components).stream()
            .map(component -> new SubmittedPaper(component, "", component + ".pdf", SCAN))
            .toList(),
        number,
        revision);
  }

  private static List<SubmittedPaper> papers(String component, byte[] content) {
    return List.of(new SubmittedPaper(component, "", "x.pdf", content));
  }

  private SubmissionAnswer submit(List<SubmittedPaper> papers, String number, int revision) {
    PersonEntry owner = city.person(1);
    return city.call(
        () ->
            door.submit(
                branch,
                new Submission(
                    "DVCQG",
                    number,
                    revision,
                    Channel.ONLINE,
                    CityWorld.BIRTH,
                    CityWorld.TEN_O_CLOCK,
                    owner,
                    null,
                    null,
                    "",
                    ReturnChannel.COUNTER,
                    Map.of("du-lieu-dan-cu", true, "cha-me-ket-hon", true),
                    papers)));
  }

  private static byte[] scan() {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
