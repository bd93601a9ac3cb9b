package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.reference.SharedData;

/** Files out of the catalogue and back into it. */
class CatalogueExchangeTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate FROM = LocalDate.of(2026, 12, 1);
  private static final String HEAD = "code,name,field,levels,channels,limits,fees\n";

  private final DataSource database = LoadedDatabase.fresh();
  private final TestPeople people = new TestPeople(database);
  private final CatalogueExchange exchange =
      new CatalogueExchange(database, people.access(), people.trail(), () -> people.now);
  private final CatalogueProposals proposals =
      new CatalogueProposals(database, people.access(), people.trail(), () -> people.now);

  CatalogueExchangeTest() {
    people.caller = "quantri";
  }

  private CatalogueExchange.Import read(byte[] content) {
    return exchange.find(exchange.read("tệp", content));
  }

  private CatalogueExchange.Import read(String csv) {
    return read(csv.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsExportedIsReadBackAsUnchangedInBothFormats() {
    for (CatalogueExchange.Format format : CatalogueExchange.Format.values()) {
      CatalogueExchange.Import file = read(exchange.export(format, TODAY));
      assertThat(file.lines()).as(format.name()).hasSizeGreaterThan(2_000);
      assertThat(file.lines())
          .filteredOn(line -> line.verdict() != ImportedLine.Verdict.SAME)
          .as(format.name())
          .isEmpty();
      assertThatThrownBy(() -> exchange.take(file.id(), 0, Set.of(), FROM, "x"))
          .isInstanceOf(CatalogueFailure.NothingToTake.class);
    }
  }

  @Test
  void theExportedWorkbookOpensWithItsColumns() throws IOException {
    byte[] bytes = exchange.export(CatalogueExchange.Format.XLSX, TODAY);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      assertThat(book.getFirstSheet().read().getFirst().getCellText(0)).isEqualTo("code");
    }
  }

  @Test
  void eachLineHasItsVerdictAndOnlyTickedDoubtsAreTaken() {
    CatalogueExchange.Import file =
        read(
            HEAD
                + "9.000001,Thủ tục mới,ho-tich,COMMUNE,DIRECT,| | 3 | working_days,\n"
                + "9.000002,Miễn phí thật,ho-tich,COMMUNE,DIRECT,,| | 0 | \n"
                + "9.000003,Sai một ô,ho-tich,COMMUNE,DIRECT,| | ba | working_days,\n"
                + "9.000004,Sai lĩnh vực,la-gi,COMMUNE,DIRECT,,\n"
                + "9.000001,Trùng,ho-tich,COMMUNE,DIRECT,,\n");
    assertThat(file.lines())
        .extracting(ImportedLine::verdict)
        .containsExactly(
            ImportedLine.Verdict.NEW,
            ImportedLine.Verdict.DOUBTFUL,
            ImportedLine.Verdict.WRONG,
            ImportedLine.Verdict.WRONG,
            ImportedLine.Verdict.WRONG);
    assertThat(exchange.take(file.id(), file.seen(), Set.of(), FROM, "nhập"))
        .isEqualTo(new CatalogueExchange.Taken(1, 4));
    assertThatThrownBy(() -> exchange.take(file.id(), file.seen(), Set.of(), FROM, "nhập"))
        .isInstanceOf(CatalogueFailure.ChangedMeanwhile.class);
  }

  @Test
  void aTickedLineIsTakenWithoutItsWrongCells() {
    CatalogueExchange.Import file =
        read(
            HEAD
                + "9.000002,Miễn phí thật,ho-tich,COMMUNE,DIRECT,,| | 0 | \n"
                + "9.000003,Sai một ô,ho-tich,COMMUNE,DIRECT,| | ba | working_days,\n"
                + "9.000004,Sai lĩnh vực,la-gi,COMMUNE,DIRECT,,\n");
    Set<Integer> all = Set.of(2, 3, 4);
    assertThat(file.lines())
        .extracting(ImportedLine::line)
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(exchange.take(file.id(), file.seen(), all, FROM, "nhập"))
        .as("what has no field cannot be taken at all")
        .isEqualTo(new CatalogueExchange.Taken(2, 1));
    assertThatThrownBy(() -> proposals.approveImport(file.id(), "tự duyệt"))
        .isInstanceOf(CatalogueFailure.FourEyes.class);
    people.caller = "lanhdao";
    assertThat(proposals.approveImport(file.id(), "đồng ý")).isEqualTo(2);
    ProcedureVersions versions = new ProcedureVersions(database);
    assertThat(versions.sheet("9.000003", FROM).cell("limits")).isEmpty();
    assertThat(versions.sheet("9.000002", FROM).lines("fees").getFirst().get(2)).isEqualTo("0");
  }

  @Test
  void theListThatGoesAroundNeverMakesAnythingFreeByItself() throws IOException {
    CatalogueExchange.Import file =
        read(Files.readAllBytes(SharedData.file("procedures_seed.csv")));

    assertThat(file.lines()).hasSize(46);
    assertThat(file.lines())
        .filteredOn(line -> line.verdict() == ImportedLine.Verdict.WRONG)
        .extracting(ImportedLine::code)
        .as("limits such as “hoặc” are for people to read")
        .hasSizeLessThan(10);
    assertThat(file.lines())
        .filteredOn(line -> line.changed().contains("fees"))
        .filteredOn(line -> line.cells().get("fees").matches("(?s).*\\|\\s*0\\s*(\\|.*)?$"))
        .allMatch(line -> line.verdict() != ImportedLine.Verdict.CHANGED);
    CatalogueExchange.Taken taken =
        exchange.take(file.id(), file.seen(), Set.of(), FROM, "danh sách tháng 7");
    assertThat(taken.proposed() + taken.left()).isEqualTo(46);
    for (Proposal proposal : proposals.list()) {
      ProcedureSheet before =
          new ProcedureVersions(database).sheet(proposal.procedureCode(), TODAY);
      boolean freeBefore = free(before);
      assertThat(!free(new ProcedureSheet(proposal.cells())) || freeBefore)
          .as(proposal.procedureCode())
          .isTrue();
    }
  }

  private static boolean free(ProcedureSheet sheet) {
    return sheet.lines("fees").stream().anyMatch(parts -> "0".equals(parts.get(2)));
  }

  @Test
  void whatIsNoTableIsRefusedWhole() {
    for (byte[] bad :
        List.of(
            new byte[0],
            new byte[] {'P', 'K', 3, 4, 0, 0},
            new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1},
            "code\n".getBytes(StandardCharsets.UTF_8))) {
      assertThatThrownBy(() -> exchange.read("x", bad))
          .isInstanceOf(CatalogueFailure.FileUnreadable.class);
    }
    assertThatThrownBy(
            () ->
                exchange.read(
                    "x", "code,name\n1,x\n".repeat(3_000).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(CatalogueFailure.FileLarge.class);
    assertThat(LoadedDatabase.value(database, "select count(*) from catalogue_import"))
        .isEqualTo("0");
  }

  @Test
  void aReviewGoesFromProposalToTheNewVersion() {
    ProcedureReviews reviews =
        new ProcedureReviews(database, people.access(), people.trail(), () -> people.now);
    people.caller = "giamdoc";
    ProcedureReviews.Figures present = reviews.present("1.001193");
    long id =
        reviews.propose(
            "1.001193",
            "Trùng giấy tờ",
            "Bỏ một giấy",
            new ProcedureReviews.Figures(
                present.steps() - 1, present.papers() - 1, present.tenthsOfDays(), 0),
            1_000);
    assertThatThrownBy(() -> reviews.assess(id, 0, "x"))
        .isInstanceOf(vn.motcua.identity.IdentityFailure.NotAllowed.class);
    people.caller = "quantri";
    assertThatThrownBy(() -> reviews.decide(id, 0, true, "chưa đánh giá"))
        .isInstanceOf(CatalogueFailure.ReviewState.class);
    reviews.assess(id, 0, "Giảm chi phí");
    reviews.decide(id, 1, true, "Đồng ý");
    ProcedureSheet sheet = new ProcedureVersions(database).sheet("1.001193", TODAY);
    long proposal = proposals.propose(sheet.with("short_name", "gọn"), FROM, "rà soát");
    reviews.carry(id, 2, proposal);
    assertThat(reviews.list().getFirst())
        .satisfies(
            review -> {
              assertThat(review.status()).isEqualTo(ProcedureReviews.Status.CARRIED);
              assertThat(review.proposal()).isEqualTo(proposal);
              assertThat(review.savedYearly()).isEqualTo(present.cost() * 1_000);
            });
  }
}
