package vn.motcua.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.reference.LoadedDatabase.execute;
import static vn.motcua.reference.LoadedDatabase.value;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.reference.LoadedDatabase;

/** Drafts, scans, known people and receipts, as those who are signed in may use them. */
class DeskTest {

  private static DataSource database;
  private static Desk desk;
  private static Visitors visitors;
  private static Counter counter;
  private static int people = 900;

  @BeforeAll
  static void open() throws SQLException {
    database = LoadedDatabase.fresh();
    desk = new Desk(database);
    visitors = new Visitors(database);
    counter = new Counter(database);
  }

  @BeforeEach
  void theClerkOfTayHo() {
    desk.signIn("lan");
  }

  private IntakeResult received(DossierEntry... dossiers) {
    return counter.receive(
        new Occasion(Occasion.CITY, visitors.branch(), "lan", Visitors.TEN_O_CLOCK),
        visitors.visit(visitors.person(++people), dossiers));
  }

  @Test
  void aDraftIsItsClerksAlone() {
    UUID id = UUID.randomUUID();
    DraftService drafts = desk.drafts();
    drafts.save(id, visitors.branch(), "{\"title\": \"Nháp một\"}");
    drafts.save(id, visitors.branch(), "{\"title\": \"Nháp hai\"}");

    assertThat(drafts.list())
        .filteredOn(draft -> draft.id().equals(id))
        .extracting(IntakeDraft::title)
        .containsExactly("Nháp hai");
    desk.signIn("hoa");
    assertThat(drafts.list()).extracting(IntakeDraft::id).doesNotContain(id);
    assertThatThrownBy(() -> drafts.delete(id)).isInstanceOf(IntakeFailure.UnknownDraft.class);
    assertThatThrownBy(() -> drafts.save(id, visitors.branch(), "{}"))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    desk.signIn("minh");
    assertThatThrownBy(drafts::list).isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  @Test
  void aVisitTakesItsDraftAwayAndALateSaveDoesNotBringItBack() {
    IntakeRequest plain = visitors.visit(visitors.person(++people), Visitors.birth());
    IntakeRequest request =
        new IntakeRequest(
            plain.requestId(),
            plain.requestId(),
            plain.branchId(),
            plain.owners(),
            null,
            null,
            "",
            null,
            null,
            plain.dossiers());
    desk.drafts().save(request.requestId(), visitors.branch(), "{\"title\": \"x\"}");

    counter.receive(
        new Occasion(Occasion.CITY, visitors.branch(), "lan", Visitors.TEN_O_CLOCK), request);

    assertThat(desk.drafts().list())
        .extracting(IntakeDraft::id)
        .doesNotContain(request.requestId());
    assertThatThrownBy(() -> desk.drafts().save(request.requestId(), visitors.branch(), "{}"))
        .isInstanceOf(IntakeFailure.UnknownDraft.class);
  }

  @Test
  void whatIsNoFormIsNoDraft() {
    for (String content : List.of("", "[]", "{", "x".repeat(DraftService.LONGEST + 1))) {
      assertThatThrownBy(() -> desk.drafts().save(UUID.randomUUID(), visitors.branch(), content))
          .isInstanceOf(IntakeFailure.UnknownDraft.class);
    }
  }

  @Test
  void aFileIsWhatItsContentSays() throws IOException {
    FileService files = desk.files(1);

    assertThat(files.store(visitors.branch(), "a.exe", image("png")).mediaType())
        .isEqualTo("image/png");
    assertThat(files.store(visitors.branch(), "a.pdf", image("jpeg")).mediaType())
        .isEqualTo("image/jpeg");
    assertThat(files.store(visitors.branch(), "../../x.pdf", pdf(false)))
        .extracting(StoredFile::mediaType, StoredFile::name)
        .containsExactly("application/pdf", ".._.._x.pdf");
  }

  @Test
  void refusesWhatIsNoScan() throws IOException {
    byte[] cut = Arrays.copyOf(image("png"), 20);
    byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    byte[] likeAPdf = "%PDF-1.7 and nothing else".getBytes(StandardCharsets.UTF_8);

    refused("reception.file-empty", new byte[0]);
    refused("reception.file-type", page);
    refused("reception.file-broken", likeAPdf);
    refused("reception.file-broken", cut);
    refused("reception.file-active", pdf(true));
    refused("reception.file-large", new byte[1024 * 1024 + 1]);
  }

  private void refused(String code, byte[] content) {
    assertThatThrownBy(() -> desk.files(1).store(visitors.branch(), "a.pdf", content))
        .isInstanceOfSatisfying(
            IntakeFailure.BadFile.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void aScanIsSeenByWhoUploadedItAndThenByThoseWhoseDossierItIs() throws IOException {
    FileService files = desk.files(1);
    UUID id = files.store(visitors.branch(), "a.png", image("png")).id();
    assertThat(files.open(id).content()).isEqualTo(image("png"));
    desk.signIn("minh");
    assertThatThrownBy(() -> files.open(id)).isInstanceOf(IntakeFailure.UnknownFile.class);
    desk.signIn("lan");

    PaperEntry scanned = new PaperEntry("to-khai", "", Custody.SEEN_RETURNED, 1, 0, 0, id);
    received(
        DossierEntry.direct(
            Visitors.COPY_OF_RECORD, java.util.Map.of("du-lieu-dan-cu", true), List.of(scanned)));

    desk.signIn("minh");
    assertThat(files.open(id).file().mediaType()).isEqualTo("image/png");
    desk.signIn("hoa");
    assertThatThrownBy(() -> files.open(id)).isInstanceOf(IntakeFailure.UnknownFile.class);
    desk.signIn("thu");
    assertThatThrownBy(() -> files.open(id)).isInstanceOf(IntakeFailure.UnknownFile.class);
    desk.signIn("lan");
    assertThatThrownBy(() -> files.remove(id)).isInstanceOf(IntakeFailure.UnknownFile.class);
    assertThatThrownBy(
            () ->
                received(
                    DossierEntry.direct(
                        Visitors.COPY_OF_RECORD,
                        java.util.Map.of("du-lieu-dan-cu", true),
                        List.of(scanned))))
        .as("a scan hangs on one paper only")
        .isInstanceOf(IntakeFailure.Refused.class);
  }

  @Test
  void whoCameBeforeIsKnownAndTheLookIsWrittenDown() {
    IntakeResult visit = received(Visitors.birth());
    assertThat(visit.dossiers()).hasSize(1);
    PersonEntry person = visitors.person(people);

    assertThat(desk.people().find(person.nationalId()))
        .hasValueSatisfying(
            known -> {
              assertThat(known.fullName()).isEqualTo(person.fullName());
              assertThat(known.communeId()).isEqualTo(visitors.commune());
              assertThat(known.population()).isFalse();
            });
    assertThat(desk.people().find("001099999999")).isEmpty();
    assertThat(
            value(
                database,
                "select login || ' ' || action from audit_entry order by id desc limit 1"))
        .isEqualTo("lan personal-data.read");
  }

  @Test
  void theReceiptIsPrintedOnceAndKept() throws IOException {
    IntakeResult visit = received(Visitors.birth(), Visitors.copyOfRecord());

    ReceiptFile first = desk.receipts().latest(visit.visitId(), "https://motcua.example/");
    desk.wait(Duration.ofMinutes(5));
    ReceiptFile again = desk.receipts().latest(visit.visitId(), "https://elsewhere.example/");

    assertThat(again.pdf()).isEqualTo(first.pdf());
    assertThat(again.version()).isEqualTo(1);
    assertThat(text(first.pdf()))
        .contains(
            visit.receiptCode(),
            visit.dossiers().get(0).code(),
            visit.dossiers().get(1).code(),
            "10 giờ 00 phút, ngày 20/11/2026",
            "17 giờ 00 phút, ngày 20/11/2026",
            "trong ngày; nhận sau 15 giờ",
            "8.000 đồng",
            "Phường Tây Hồ",
            "Người lan")
        .doesNotContain("Giấy tờ tùy thân");
  }

  @Test
  void aSecondPhaseIsPrintedAsTheNextVersionByItself() throws IOException, SQLException {
    IntakeResult visit = received(Visitors.birth());
    long dossier = visit.dossiers().getFirst().id();
    assertThat(text(desk.receipts().latest(visit.visitId(), "x").pdf()))
        .contains("Quyển số 2026; Số thứ tự ")
        .doesNotContain("giai đoạn hai");
    LoadedDatabase.execute(
        database,
        """
        insert into supplement_request (dossier_id, number, kind, recheck, items, reason,
          requested_by, requested_at, in_time, answered_at)
        values (%1$d, 1, 'SUPPLEMENT', false, '{x}', 'x', 'x', '2026-11-20T04:00:00Z', true,
          '2026-11-23T02:30:00Z');
        update dossier_intake set promised_at = '2026-11-25T10:00:00Z' where dossier_id = %1$d"""
            .formatted(dossier));
    desk.wait(Duration.ofDays(4));
    ReceiptFile second = desk.receipts().latest(visit.visitId(), "x");
    assertThat(second.version()).isEqualTo(2);
    assertThat(text(second.pdf()))
        .contains(
            "Bản 2, ghi thêm giai đoạn hai",
            "5. Thời gian trả kết quả: 17 giờ 00 phút, ngày 20/11/2026",
            "09 giờ 30 phút, ngày 23/11/2026",
            "7. Thời gian trả kết quả (giai đoạn hai): 17 giờ 00 phút, ngày 25/11/2026");
    assertThat(desk.receipts().latest(visit.visitId(), "x").version())
        .as("printed once")
        .isEqualTo(2);
  }

  @Test
  void aReceiptOfAnotherBranchIsNotShown() {
    long visit = received(Visitors.birth()).visitId();
    desk.signIn("hoa");
    assertThatThrownBy(() -> desk.receipts().latest(visit, "x"))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThatThrownBy(() -> desk.receipts().latest(999_999_999, "x"))
        .isInstanceOf(IntakeFailure.UnknownVisit.class);
    desk.signIn("thu");
    assertThatThrownBy(() -> desk.receipts().latest(visit, "x"))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  @Test
  void aLostReceiptIsPrintedAgainAndMarked() throws IOException {
    IntakeResult visit = received(Visitors.birth());
    desk.receipts().latest(visit.visitId(), "https://motcua.example");
    ReceiptFile again = desk.receipts().reissue(visit.visitId(), "Mất giấy", "x");
    assertThat(again.version()).isEqualTo(2);
    assertThat(text(again.pdf())).contains("CẤP LẠI (bản 2). Lý do: Mất giấy");
    assertThat(value(database, "select count(*) from audit_entry where action = 'receipt.reissue'"))
        .isEqualTo("1");
    assertThatThrownBy(() -> desk.receipts().reissue(visit.visitId(), " ", "x"))
        .isInstanceOf(IntakeFailure.BadCorrection.class);
  }

  @Test
  void aCorrectionIsTheNextVersionAndTouchesNoClock() throws IOException {
    IntakeResult visit = received(Visitors.birth());
    ReceivedDossier dossier = visit.dossiers().getFirst();
    byte[] first = desk.receipts().latest(visit.visitId(), "https://motcua.example").pdf();
    String before = clocks(dossier.id());

    ReceiptFile second =
        desk.receipts()
            .correct(
                visit.visitId(),
                new ReceiptCorrection(
                    "Ghi sai số điện thoại và số bản",
                    List.of(new PersonChange("SUBMITTER", "", "0987654321")),
                    List.of(new PaperChange(dossier.code(), 1, 2, 0, 1))),
                "https://motcua.example");

    assertThat(second.version()).isEqualTo(2);
    assertThat(text(second.pdf()))
        .contains("Bản 2, thay bản trước", "Ghi sai số điện thoại", "0987654321");
    assertThat(text(first)).contains("0900000001");
    assertThat(clocks(dossier.id())).isEqualTo(before);
    assertThat(desk.receipts().latest(visit.visitId(), "x").version()).isEqualTo(2);
    assertThat(
            value(
                database,
                "select action || ' ' || subject from audit_entry where action = 'receipt.correct'"
                    + " order by id desc limit 1"))
        .isEqualTo("receipt.correct visit " + visit.visitId());
  }

  @Test
  void aCorrectionNeedsAReasonAndAChange() {
    long visit = received(Visitors.birth()).visitId();
    List<PersonChange> change = List.of(new PersonChange("OWNER", "Tên Đúng", ""));

    assertThatThrownBy(
            () ->
                desk.receipts().correct(visit, new ReceiptCorrection(" ", change, List.of()), "x"))
        .isInstanceOf(IntakeFailure.BadCorrection.class);
    assertThatThrownBy(
            () ->
                desk.receipts()
                    .correct(
                        visit,
                        new ReceiptCorrection(
                            "Sai", List.of(new PersonChange("OWNER", "", "abc")), List.of()),
                        "x"))
        .isInstanceOf(IntakeFailure.Refused.class);
  }

  /** Two clerks have the same receipt before them; the later one learns it and nothing is lost. */
  @Test
  void aCorrectionOfAnOldVersionIsRefused() {
    long visit = received(Visitors.birth()).visitId();
    desk.receipts().latest(visit, "x");
    ReceiptContents seen = desk.receipts().contents(visit);
    assertThat(seen.version()).isEqualTo(1);
    assertThat(seen.people())
        .as("who files for themselves is named once")
        .extracting(ReceiptContents.Person::relation)
        .containsExactly("OWNER");
    assertThat(seen.dossiers().getFirst().papers()).isNotEmpty();

    desk.receipts().correct(visit, phone(1, "0987654321"), "x");
    assertThatThrownBy(() -> desk.receipts().correct(visit, phone(1, "0987000000"), "x"))
        .isInstanceOf(IntakeFailure.ReceiptChanged.class)
        .hasMessageContaining("[2]");
    assertThat(desk.receipts().contents(visit).people())
        .extracting(ReceiptContents.Person::phone)
        .contains("0987654321")
        .doesNotContain("0987000000");
    desk.signIn("hoa");
    assertThatThrownBy(() -> desk.receipts().contents(visit))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  private static ReceiptCorrection phone(int version, String phone) {
    return new ReceiptCorrection(
        version, "Ghi sai số", List.of(new PersonChange("SUBMITTER", "", phone)), List.of());
  }

  @Test
  void aPrintedReceiptCannotBeChanged() {
    desk.receipts().latest(received(Visitors.birth()).visitId(), "https://motcua.example");
    assertThatThrownBy(() -> execute(database, "update receipt set reason = 'x'"))
        .hasMessageContaining("append-only");
  }

  private static String clocks(long dossier) {
    return value(
        database,
        """
        select d.received_at || ' ' || d.due_at || ' ' || d.sequence || ' ' || i.promised_at || ' '
          || (select count(*) from domain_event where aggregate_id = d.id)
        from dossier d join dossier_intake i on i.dossier_id = d.id where d.id = """
            + dossier);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private static byte[] image(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static byte[] pdf(boolean active) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      if (active) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
