package vn.motcua.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.reception.Custody;
import vn.motcua.reception.DossierEntry;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.reception.PaperEntry;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.world.CityWorld;

/** Digitised papers, their reuse, and where originals lie, on a real PostgreSQL. */
class PapersTest {

  private static final PaperMetadata BIRTH_NOTIFICATION =
      new PaperMetadata(
          "giay-chung-sinh",
          "CS-2026-77",
          "",
          null,
          LocalDate.of(2026, 11, 1),
          "Bệnh viện Phụ sản Hà Nội",
          "Giấy chứng sinh",
          "Chứng sinh cháu Nguyễn Văn A",
          null,
          true,
          "toàn quốc");

  private final CityWorld city = new CityWorld();
  private final PaperSheets sheets =
      new PaperSheets(city.database, city.access, city.trail, city.clock);
  private final DigitisationService digitisation =
      new DigitisationService(city.database, city.access, city.trail, city.clock);
  private final CustodyService custody =
      new CustodyService(city.database, city.access, city.trail, city.clock);

  @Test
  void aPaperIsDigitisedWhenItIsScannedDescribedAndConfirmed() {
    ReceivedDossier dossier = city.received(city.person(1));
    PaperSheet.Line paper = line(dossier, "giay-chung-sinh");
    assertThatThrownBy(() -> city.run(() -> digitisation.confirm(paper.paperId(), 0)))
        .isInstanceOf(PaperFailure.NotNow.class);
    digitise(paper.paperId());
    PaperSheet sheet = sheet(dossier);
    assertThat(sheet.toDigitise()).isEqualTo(2);
    assertThat(sheet.done()).isEqualTo(1);
    assertThat(sheet.complete()).isFalse();
    PaperSheet.Line done = line(dossier, "giay-chung-sinh");
    assertThat(done.digitised()).isTrue();
    assertThat(done.confirmedBy()).isEqualTo("Người lan");
    assertThat(done.confirmedAt()).isEqualTo(CityWorld.TEN_O_CLOCK);
    assertThat(sheet.lines())
        .filteredOn(one -> !one.brought())
        .as("looked up, not brought")
        .isNotEmpty()
        .allMatch(PaperSheet.Line::nationalStore);
    assertThatThrownBy(() -> city.run(() -> digitisation.confirm(paper.paperId(), 0)))
        .as("an old page")
        .isInstanceOf(PaperFailure.MovedOn.class);
    city.run(() -> digitisation.describe(paper.paperId(), done.version(), BIRTH_NOTIFICATION));
    assertThat(line(dossier, "giay-chung-sinh").digitised())
        .as("changed data are to be confirmed anew")
        .isFalse();
  }

  @Test
  void aPlacesOwnStaffWorkOnThePapersItReceivedAndOnNoOthers() {
    city.places();
    ReceivedDossier own = city.receivedAt("van-thu", city.person(1));
    ReceivedDossier other = city.receivedAt("kiosk-thu", city.person(2));
    long others = line(other, "giay-chung-sinh").paperId();
    city.signIn("xe");
    assertThat(sheet(own).branchId())
        .as("where its scans are kept")
        .isEqualTo(city.unit("van-thu"));
    long paper = line(own, "giay-chung-sinh").paperId();
    city.run(() -> digitisation.describe(paper, 0, BIRTH_NOTIFICATION));
    city.run(() -> custody.shelve(paper, 0, "Thùng xe"));
    assertThatThrownBy(() -> sheet(other)).isInstanceOf(PaperFailure.Unknown.class);
    assertThatThrownBy(() -> city.run(() -> custody.shelve(others, 0, "A")))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  @ParameterizedTest
  @CsvSource({"title", "summary", "scope", "identifier", "validity", "type"})
  void metadataAreComplete(String missing) {
    ReceivedDossier dossier = city.received(city.person(1));
    long paper = line(dossier, "to-khai").paperId();
    PaperMetadata data =
        new PaperMetadata(
            "type".equals(missing) ? "" : "to-khai",
            "identifier".equals(missing) ? "" : "1",
            "Nguyễn Thị Số 1",
            1990,
            "identifier".equals(missing) ? null : LocalDate.of(2020, 1, 1),
            "",
            "title".equals(missing) ? " " : "Tờ khai",
            "summary".equals(missing) ? "" : "Khai sinh",
            null,
            !"validity".equals(missing),
            "scope".equals(missing) ? "" : "toàn quốc");
    assertThatThrownBy(() -> city.run(() -> digitisation.describe(paper, 0, data)))
        .isInstanceOfSatisfying(
            PaperFailure.Missing.class,
            failure -> assertThat(failure.code()).isEqualTo("papers.missing." + missing));
  }

  @Test
  void whatIsHeldIsNotAskedAgainWithoutAReason() {
    ReceivedDossier first = city.received(city.person(1));
    digitise(line(first, "giay-chung-sinh").paperId());
    city.wait(Duration.ofHours(1));
    List<PaperSheet.Held> held = city.call(() -> sheets.held("001190000001"));
    assertThat(held).extracting(PaperSheet.Held::typeCode).containsExactly("giay-chung-sinh");
    assertThat(city.call(() -> sheets.held("001190000002"))).as("somebody else").isEmpty();

    assertThatThrownBy(() -> city.received(city.person(1)))
        .isInstanceOfSatisfying(
            IntakeFailure.Refused.class,
            refused -> assertThat(refused.findings().getFirst().code()).isEqualTo("held-valid"));
    assertThat(city.received(city.person(2)).code()).as("nobody else is held up").isNotEmpty();

    ReceivedDossier asked =
        city.received(
            city.person(1),
            birth(
                new PaperEntry(
                    "giay-chung-sinh", "", Custody.KEPT, 1, 0, 0, null, null, "Bản đã có bị mờ")));
    assertThat(
            city.value(
                "select asked_again from dossier_paper where asked_again <> '' and dossier_id = %d",
                asked.id()))
        .isEqualTo("Bản đã có bị mờ");

    ReceivedDossier reused = city.received(city.person(1), birth(heldPaper(held.getFirst().id())));
    PaperSheet.Line line = line(reused, "giay-chung-sinh");
    assertThat(line.reused()).isTrue();
    assertThat(line.brought()).isFalse();
    assertThat(line.source()).isEqualTo("Hồ sơ " + first.code());
    assertThat(line.legalBasis()).contains("118/2025");

    assertThatThrownBy(() -> city.received(city.person(2), birth(heldPaper(held.getFirst().id()))))
        .as("another person's paper")
        .isInstanceOf(IntakeFailure.Refused.class);
  }

  @Test
  void whatHasExpiredIsNoLongerHeld() {
    ReceivedDossier first = city.received(city.person(1));
    digitise(line(first, "giay-chung-sinh").paperId());
    city.execute("update digital_paper set no_term = false, valid_until = '2026-11-20'");
    assertThat(city.call(() -> sheets.held("001190000001"))).hasSize(1);
    city.at("2026-11-20T17:00:00Z");
    assertThat(city.call(() -> sheets.held("001190000001"))).as("midnight in Hanoi").isEmpty();
  }

  @Test
  void reuseAndStoreAndResultNeedTheirBasis() {
    ReceivedDossier first = city.received(city.person(1));
    digitise(line(first, "giay-chung-sinh").paperId());
    long held = city.call(() -> sheets.held("001190000001")).getFirst().id();
    ReceivedDossier second =
        city.received(
            city.person(1),
            birth(
                new PaperEntry(
                    "giay-chung-sinh", "", Custody.KEPT, 1, 0, 0, null, null, "Đã nhận")));
    long paper = line(second, "giay-chung-sinh").paperId();
    assertThatThrownBy(() -> city.run(() -> digitisation.reuse(paper, 0, held, " ")))
        .isInstanceOf(PaperFailure.Missing.class);
    city.run(() -> digitisation.reuse(paper, 0, held, "Điều 5 NĐ 118/2025"));
    assertThat(line(second, "giay-chung-sinh").reused()).isTrue();
    long form = line(second, "to-khai").paperId();
    assertThatThrownBy(() -> city.run(() -> digitisation.reuse(form, 0, held, "Điều 5")))
        .as("another kind of paper")
        .isInstanceOf(PaperFailure.NotReusable.class);
    city.run(() -> digitisation.replaceByResult(form, 0, "KQ.G15.000031-1", "Điều 5"));
    city.run(() -> digitisation.takeFromStore(form, 1, "Kho DMQG số 7", "Điều 17"));
    PaperSheet.Line line = line(second, "to-khai");
    assertThat(line.replacedByResult()).isEqualTo("KQ.G15.000031-1");
    assertThat(line.nationalStore()).isTrue();
    assertThat(sheet(second).complete()).isTrue();
  }

  @Test
  void originalsAreKeptGivenBackLostAndFound() {
    ReceivedDossier dossier = city.received(city.person(1));
    PaperSheet.Line paper = line(dossier, "giay-chung-sinh");
    assertThat(paper.original()).isEqualTo("KEPT");
    city.run(() -> custody.shelve(paper.paperId(), 0, "Kệ A3"));
    assertThatThrownBy(() -> city.run(() -> custody.shelve(paper.paperId(), 0, "Kệ B1")))
        .as("two clerks at once")
        .isInstanceOf(PaperFailure.MovedOn.class);
    city.run(() -> custody.reportLost(paper.paperId(), 1, "Không thấy trên kệ A3"));
    assertThatThrownBy(() -> city.run(() -> custody.giveBack(paper.paperId(), 2, "Ông A")))
        .isInstanceOf(PaperFailure.NotNow.class);
    city.run(() -> custody.reportFound(paper.paperId(), 2, "Kệ B1"));
    city.run(() -> custody.giveBack(paper.paperId(), 3, "Nguyễn Thị Số 1"));
    PaperSheet.Line after = line(dossier, "giay-chung-sinh");
    assertThat(after.original()).isEqualTo("RETURNED");
    assertThat(after.movements())
        .extracting(PaperSheet.Movement::kind)
        .containsExactly("SHELVED", "LOST", "FOUND", "RETURNED");
  }

  @Test
  void anotherBranchDoesNothingWithIt() {
    ReceivedDossier dossier = city.received(city.person(1));
    long paper = line(dossier, "to-khai").paperId();
    city.signIn("hoa");
    assertThatThrownBy(() -> sheet(dossier)).isInstanceOf(PaperFailure.Unknown.class);
    assertThatThrownBy(() -> city.run(() -> digitisation.confirm(paper, 0)))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThatThrownBy(() -> city.run(() -> custody.shelve(paper, 0, "A")))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  private void digitise(long paperId) {
    UUID file = UUID.randomUUID();
    city.execute(
        """
        insert into stored_file (id, dataset_id, name, media_type, size, sha256, content,
          uploaded_by, uploaded_at, unit_id)
        values ('%s', 1, 'x.pdf', 'application/pdf', 1, 'x', '\\x00', 'lan', now(), 1)"""
            .formatted(file));
    city.run(() -> digitisation.attach(paperId, 0, file));
    city.run(() -> digitisation.describe(paperId, 1, BIRTH_NOTIFICATION));
    city.run(() -> digitisation.confirm(paperId, 2));
  }

  private static PaperEntry heldPaper(long id) {
    return new PaperEntry("giay-chung-sinh", "", Custody.HELD_ALREADY, 0, 0, 0, null, id, "");
  }

  private static DossierEntry birth(PaperEntry notification) {
    return DossierEntry.direct(
        CityWorld.BIRTH,
        Map.of("du-lieu-dan-cu", true, "cha-me-ket-hon", true),
        List.of(PaperEntry.kept("to-khai"), notification));
  }

  private PaperSheet sheet(ReceivedDossier dossier) {
    return city.call(() -> sheets.of(dossier.code()));
  }

  private PaperSheet.Line line(ReceivedDossier dossier, String component) {
    return sheet(dossier).lines().stream()
        .filter(line -> line.component().equals(component))
        .findFirst()
        .orElseThrow();
  }
}
