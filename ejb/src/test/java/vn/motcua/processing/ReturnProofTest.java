package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.Access;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.payment.PaymentStanding;
import vn.motcua.reception.UploadLimit;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.satisfaction.RatingInvitations;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.world.SmallPdf;

/** Proofs of returns: given with the hand-over or afterwards, checked, shown, kept. */
class ReturnProofTest {

  private static final UploadedFile SLIP = new UploadedFile("phiếu ký nhận.pdf", SmallPdf.plain());
  private static final ReturnProof SIGNED = new ReturnProof(ReturnProof.Kind.SIGNED_SLIP, "");
  private static final ReturnProof POSTED =
      new ReturnProof(ReturnProof.Kind.POST_CONFIRMATION, "Vận đơn EM123456789VN, phát 18/11");

  private final ProcessingWorld world = new ProcessingWorld();
  private final Instant now = RECEIVED.plus(Duration.ofDays(2));
  private String login = "hai";
  private final Access access = new Access(world.database, () -> now, () -> login);
  private final AuditTrail trail = new AuditTrail(world.database, () -> now, () -> login);
  private final ReturnProofService proofs =
      new ReturnProofService(
          world.transactions.database(),
          access,
          trail,
          (ProcessingService) Services.of(world, () -> now, () -> login).getFirst(),
          () -> now);
  private final DossierFile file =
      new DossierFile(
          world.transactions.database(),
          access,
          trail,
          new RatingInvitations(world.transactions.database(), new SecureRandom()),
          new PaymentStanding(world.transactions.database()),
          () -> now,
          new BundledCalendars());

  @BeforeEach
  void rights() throws SQLException {
    LoadedDatabase.execute(
        world.database,
        """
        insert into account_role (account_id, role) values (9001, 'CLERK'), (9002, 'CLERK');
        insert into account_scope (account_id, unit_id) values (9001, 9003), (9002, 9001)""");
  }

  @Test
  void aFileIsKeptWithTheHandOverShownAndReadAgain() {
    long id = finished();
    world.transactions.run(() -> proofs.handOver(world.seen(id), counter(), SIGNED, SLIP));
    assertThat(shown(id))
        .singleElement()
        .satisfies(
            proof -> {
              assertThat(proof.kind()).isEqualTo("SIGNED_SLIP");
              assertThat(proof.who()).isEqualTo("Phạm Thị Hai");
              DossierFile.Content kept =
                  world.transactions.in(() -> file.content(code(id), "", proof.fileId()));
              assertThat(kept.bytes()).isEqualTo(SLIP.content());
              assertThat(kept.mediaType()).isEqualTo("application/pdf");
            });
    assertThat(
            world.transactions.in(() -> file.open(code(id), "")).story().stream()
                .map(DossierView.Happening::kind))
        .contains("RETURN_PROVED");
    assertThat(
            world.value("select count(*) from audit_entry where action = 'dossier.prove-return'"))
        .isEqualTo("1");
  }

  @Test
  void aHandOverWhoseProofIsRefusedDidNotHappen() {
    long id = finished();
    UploadedFile program =
        new UploadedFile("phieu.pdf", "MZ not a paper".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () ->
                world.transactions.run(
                    () -> proofs.handOver(world.seen(id), counter(), SIGNED, program)))
        .isInstanceOf(ProcessingFailure.BadFile.class);
    UploadedFile active =
        new UploadedFile(
            "phieu.pdf",
            SmallPdf.with(
                d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))));
    assertThatThrownBy(
            () ->
                world.transactions.run(
                    () -> proofs.handOver(world.seen(id), counter(), SIGNED, active)))
        .isInstanceOf(ProcessingFailure.BadFile.class);
    assertThat(world.value("select count(*) from stored_file")).isEqualTo("0");
    assertThat(world.value("select count(*) from result_return")).isEqualTo("0");
    assertThat(world.state(id)).isEqualTo("FINISHED");
    assertThat(world.value("select coalesce(returned_at::text, 'none') from dossier"))
        .isEqualTo("none");
  }

  @Test
  void afterwardsWordsOrAFileAreAddedAndPressedTwiceAreKeptOnce() {
    long id = finished();
    assertThatThrownBy(() -> attach(id, POSTED, null))
        .isInstanceOf(ProcessingFailure.NotReturned.class);
    world.giveResult(world.seen(id), counter(), now, "hai");
    attach(id, POSTED, null);
    attach(id, POSTED, null);
    attach(id, POSTED, SLIP);
    attach(id, POSTED, SLIP);
    assertThat(shown(id))
        .hasSize(2)
        .extracting(DossierAffairs.Proof::words)
        .containsOnly(POSTED.words());
    assertThatThrownBy(() -> attach(id, SIGNED, null))
        .isInstanceOf(ProcessingFailure.Missing.class);
    assertThatThrownBy(() -> attach(id, new ReturnProof(null, "x"), null))
        .isInstanceOf(ProcessingFailure.Missing.class);
    assertThatThrownBy(
            () -> LoadedDatabase.execute(world.database, "update return_proof set words = 'y'"))
        .as("append-only")
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> LoadedDatabase.execute(world.database, "delete from return_proof"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void tooManyOrTooLargeAreRefused() {
    long id = finished();
    world.giveResult(world.seen(id), counter(), now, "hai");
    assertThatThrownBy(
            () ->
                attach(
                    id, SIGNED, new UploadedFile("a.pdf", new byte[new UploadLimit().bytes() + 1])))
        .isInstanceOf(ProcessingFailure.BadFile.class);
    for (int i = 0; i < 20; i++) {
      attach(id, new ReturnProof(ReturnProof.Kind.OTHER, "Lần " + i), null);
    }
    assertThatThrownBy(() -> attach(id, POSTED, null))
        .isInstanceOf(ProcessingFailure.TooManyProofs.class);
  }

  @Test
  void anotherBranchAndAnOfficerGiveNone() throws SQLException {
    long id = finished();
    world.giveResult(world.seen(id), counter(), now, "hai");
    login = "mot";
    assertThatThrownBy(() -> attach(id, POSTED, null))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    LoadedDatabase.execute(
        world.database, "update account_role set role = 'OFFICER' where account_id = 9001");
    assertThatThrownBy(() -> attach(id, POSTED, null)).isInstanceOf(IdentityFailure.class);
    login = "hai";
    assertThat(shown(id)).isEmpty();
  }

  private static HandOver counter() {
    return new HandOver(HandOver.Channel.COUNTER, "", "4321", false);
  }

  private long finished() {
    long id = world.dossiers.received();
    world.finish(
        world.seen(id),
        new SignedResult(
            "1/QĐ", java.time.LocalDate.of(2026, 11, 16), "Bà A", true, "Không đủ", null),
        RECEIVED.plus(Duration.ofHours(3)),
        "mot");
    return id;
  }

  private void attach(long id, ReturnProof proof, UploadedFile sent) {
    world.transactions.run(() -> proofs.attach(code(id), "", proof, sent));
  }

  private List<DossierAffairs.Proof> shown(long id) {
    return world.transactions.in(() -> file.open(code(id), "")).affairs().proofs();
  }

  private String code(long id) {
    return world.value("select code from dossier where id = %d", id);
  }
}
