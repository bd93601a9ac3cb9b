package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.processing.BranchingProcess.LAND;
import static vn.motcua.processing.BranchingProcess.TAX;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.Access;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.payment.PaymentStanding;
import vn.motcua.portal.PortalService;
import vn.motcua.portal.TrackedDossier;
import vn.motcua.processing.Reminders.Kind;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.satisfaction.RatingInvitations;
import vn.motcua.worktime.BundledCalendars;

/** Open opinions and hand-overs where people see them: worklists, page, reminders, tracking. */
class ParallelWorklistTest {

  private final ProcessingWorld world = new ProcessingWorld();
  private Instant now = RECEIVED.plus(Duration.ofHours(1));
  private String login = "mot";
  private final Access access = new Access(world.transactions.database(), () -> now, () -> login);
  private final AuditTrail trail =
      new AuditTrail(world.transactions.database(), () -> now, () -> login);
  private final RatingInvitations invitations =
      new RatingInvitations(world.transactions.database(), new SecureRandom());
  private final Worklist worklist =
      new Worklist(world.database, access, () -> now, new BundledCalendars());
  private final Reminders reminders = new Reminders(world.database, access, () -> now, world.terms);
  private final DossierFile file =
      new DossierFile(
          world.transactions.database(),
          access,
          trail,
          invitations,
          new PaymentStanding(world.transactions.database()),
          () -> now,
          new BundledCalendars());
  private final List<Object> services = Services.of(world, () -> now, () -> login);
  private long id;

  @BeforeEach
  void aDossierWithTwoOpinionsOpen() throws SQLException {
    BranchingProcess.install(world.database);
    LoadedDatabase.execute(
        world.database,
        """
        insert into account (id, login, staff_id, password_hash, demo, whole_city, created_at,
          password_changed_at)
        overriding system value values
          (9011, 'thue', 9001, 'x', false, false, now(), now()),
          (9012, 'dat', 9001, 'x', false, false, now(), now());
        insert into account_role (account_id, role) values (9001, 'OFFICER'), (9002, 'CLERK'),
          (9011, 'OFFICER'), (9012, 'OFFICER');
        insert into account_scope (account_id, unit_id) values (9001, 9002), (9002, 9001),
          (9011, 9011), (9012, 9012)""");
    id = world.dossiers.received();
    LoadedDatabase.execute(
        world.database, "update dossier_intake set process_id = 9002 where dossier_id = " + id);
    world.transactions.run(() -> world.tasks.complete(world.seen(id), "", 0, now, "mot"));
  }

  private List<WorklistLine> lines(String who) {
    login = who;
    return worklist.page(WorklistFilter.all(), null, 50).lines();
  }

  private DossierView view(String who) {
    login = who;
    return world.transactions.in(
        () -> file.open(world.value("select code from dossier where id = %d", id), null));
  }

  private List<Kind> told(String who) {
    login = who;
    return reminders.list("").stream().map(Reminders.Reminder::kind).toList();
  }

  private TrackedDossier tracked() {
    return new PortalService(world.database, invitations, () -> now, new BundledCalendars())
        .track("token-" + id + "-0123456789");
  }

  @Test
  void aDossierWithOpenOpinionsIsOnTheWorklistOfEachBodyWithItsOwnTime() {
    assertThat(lines("mot"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.step()).isEqualTo("Thẩm định");
              assertThat(line.kind()).isEqualTo(WorklistLine.Kind.STEP);
              assertThat(line.seen().taskId()).isZero();
            });
    WorklistLine tax = lines("thue").getFirst();
    WorklistLine land = lines("dat").getFirst();
    assertThat(tax.kind()).isEqualTo(WorklistLine.Kind.CONSULTATION);
    assertThat(tax.seen()).isEqualTo(world.asked(id, TAX));
    assertThat(tax.endsWithResult()).isFalse();
    assertThat(land.dueAt()).as("960 minutes against 480").isAfter(tax.dueAt());
    now = tax.dueAt().plusSeconds(60);
    login = "thue";
    assertThat(worklist.counts(WorklistFilter.all()).overdue())
        .as("the tax office is late")
        .isOne();
    login = "mot";
    assertThat(worklist.counts(WorklistFilter.all()).overdue()).as("the owner is not").isZero();
    assertThat(told("thue")).containsExactly(Kind.CONSULTATION);
    assertThat(told("hai")).as("and the branch (NĐ 118 Đ19.4)").containsExactly(Kind.CONSULTATION);
    assertThat(told("dat")).isEmpty();
    assertThat(told("mot")).isEmpty();
  }

  @Test
  void manyAtOnceTakesOpinionsAndSaysWhereOneIsToBeWritten() {
    WorklistBatch batch = new WorklistBatch(access, (ProcessingService) services.getFirst());
    List<Seen> asked = List.of(lines("thue").getFirst().seen());
    assertThat(world.transactions.in(() -> batch.take(asked, Locale.of("vi"))).getFirst().done())
        .isTrue();
    List<Seen> taken = List.of(lines("thue").getFirst().seen());
    assertThat(lines("thue").getFirst().assignee()).isNotEmpty();
    assertThat(batch.complete(taken, Locale.of("vi")))
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.code()).isEqualTo("processing.missing.opinion");
              assertThat(verdict.message()).contains("Hãy mở hồ sơ");
            });
    login = "mot";
    assertThat(batch.complete(List.of(world.seen(id)), Locale.of("vi")).getFirst().code())
        .isEqualTo("processing.opinions-awaited");
  }

  @Test
  void whoWasAskedOpensTheDossierGivesTheOpinionAndDoesNothingElse() {
    DossierView shown = view("thue");
    assertThat(shown.actions()).containsExactly(DossierAction.GIVE_OPINION);
    assertThat(shown.course().mine()).hasSize(1);
    assertThat(view("mot").actions()).doesNotContain(DossierAction.COMPLETE);
    assertThat(view("mot").course().waiting()).isTrue();
    Seen seen = shown.course().mine().getFirst().seen();
    login = "thue";
    ProcessingService processing = (ProcessingService) services.getFirst();
    assertThatThrownBy(() -> processing.pause(seen, new Grounds("x", "1")))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThatThrownBy(
            () ->
                processing.recordResult(
                    seen,
                    new SignedResult("1", LocalDate.of(2026, 11, 16), "A", true, "Không", null),
                    new UploadedFile("a.pdf", "%PDF-1.7\n%%EOF".getBytes())))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    StepService steps = (StepService) services.get(1);
    assertThatThrownBy(() -> steps.giveOpinion(world.asked(id, LAND), new Grounds("x", "")))
        .as("another body's")
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    now = now.plusSeconds(60);
    world.transactions.run(() -> steps.giveOpinion(seen, new Grounds("Nhất trí", "")));
    assertThat(view("thue").actions()).as("it may still read what it had a part in").isEmpty();
    assertThat(view("mot").story())
        .extracting(DossierView.Happening::kind)
        .containsSequence("STEP", "CONSULTED", "CONSULTED", "CONSULTATION_GIVEN");
    assertThat(
            world.value("select count(*) from audit_entry where action = 'dossier.give-opinion'"))
        .isEqualTo("1");
    login = "dat";
    world.transactions.run(
        () -> processing.complete(world.asked(id, LAND), "Không có ý kiến khác"));
    assertThat(view("mot").actions()).contains(DossierAction.COMPLETE);
  }

  @Test
  void aHandOverShowsItsClockToTheAgencyToTheOwnerAndToTheCitizen() {
    assertThat(tracked().elsewhere())
        .extracting(TrackedDossier.Elsewhere::body)
        .containsExactly("Cơ quan Thuế Thử", "Văn phòng Đất Thử");
    now = now.plusSeconds(60);
    for (int unit : List.of(TAX, LAND)) {
      world.transactions.run(
          () -> world.parallel.give(world.asked(id, unit), new Grounds("Được", ""), now, "ai"));
    }
    login = "mot";
    StepService steps = (StepService) services.get(1);
    assertThat(view("mot").course().ways())
        .extracting(DossierCourse.Way::name)
        .containsExactly("Tính thuế", "Xác nhận miễn thuế");
    login = "mot";
    now = now.plusSeconds(60);
    world.transactions.run(() -> steps.completeByWay(world.seen(id), "", 0));
    assertThat(lines("mot")).isEmpty();
    WorklistLine line = lines("thue").getFirst();
    assertThat(line.kind()).isEqualTo(WorklistLine.Kind.HAND_OVER);
    assertThat(line.stepLeft()).isNotNull();
    assertThat(view("thue").actions())
        .contains(DossierAction.COMPLETE, DossierAction.RETURN_HANDOVER)
        .doesNotContain(DossierAction.RECORD_RESULT);
    DossierCourse.HandOver open = view("mot").course().present();
    assertThat(open.to()).isEqualTo("Cơ quan Thuế Thử");
    assertThat(open.from()).isEqualTo("Sở Thử");
    assertThat(open.allowed()).isEqualTo(480);
    assertThat(tracked().elsewhere())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.handedOver()).isTrue();
              assertThat(one.dueAt()).isEqualTo(open.dueAt());
              assertThat(one.late()).isFalse();
            });
    now = now.plus(Duration.ofDays(2));
    assertThat(told("thue")).containsExactly(Kind.HAND_OVER);
    assertThat(tracked().elsewhere().getFirst().late()).isTrue();
    assertThat(view("mot").course().present().late()).isTrue();
    login = "thue";
    world.transactions.run(() -> steps.returnHandOver(world.seen(id), new Grounds("Thiếu", "")));
    assertThat(view("mot").story())
        .extracting(DossierView.Happening::kind)
        .endsWith("HANDED_OVER", "HANDOVER_RETURNED");
    assertThat(view("mot").course().handOvers().getFirst().returned()).isTrue();
    assertThat(tracked().elsewhere()).isEmpty();
    assertThat(lines("mot").getFirst().step()).isEqualTo("Thẩm định");
  }
}
