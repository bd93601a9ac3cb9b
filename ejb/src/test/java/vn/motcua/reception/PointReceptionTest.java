package vn.motcua.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.reception.Visitors.TEN_O_CLOCK;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.reference.LoadedDatabase;

/**
 * Reception at a kiosk, a van, an agent's or a point: the branch above answers for it, has it in
 * its figures and numbers it; the code is the agency's as everywhere; the place stays known.
 */
class PointReceptionTest {

  private final DataSource database = LoadedDatabase.fresh();
  private final Counter counter = new Counter(database);
  private final Visitors visitors = new Visitors(database);
  private final Desk desk;

  PointReceptionTest() throws SQLException {
    desk = new Desk(database);
  }

  @BeforeEach
  void places() throws SQLException {
    LoadedDatabase.execute(
        database,
        """
        insert into unit (dataset_id, code, name, kind, parent_id, valid_from, address, note)
        select 1, lower(k) || '-thu', 'Nơi thử ' || k, k, coalesce(b.lineage_id, b.id),
          date '2026-01-01', '', ''
        from unit b, unnest(array['KIOSK', 'VAN', 'AGENT', 'COMMUNE_POINT']) k
        where b.code = 'cn-tay-ho' and b.valid_to = 'infinity'""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kiosk-thu", "van-thu", "agent-thu", "commune_point-thu"})
  void theBranchAnswersAndTheAgencyGivesTheCode(String place) throws IOException {
    IntakeResult atBranch = receive(visitors.branch(), 1);
    IntakeResult atPlace = receive(unit(place), 2);

    assertThat(value("select branch_id from dossier where id = %d", id(atPlace)))
        .isEqualTo(String.valueOf(visitors.branch()));
    assertThat(
            value(
                "select unit_id = (select unit_id from dossier where id = %d)"
                    + " from dossier where id = "
                    + id(atPlace),
                id(atBranch)))
        .as("the same agency decides")
        .isEqualTo("t");
    assertThat(code(atPlace).substring(0, code(atPlace).lastIndexOf('-')))
        .as("the agency's code, of the same day")
        .isEqualTo(code(atBranch).substring(0, code(atBranch).lastIndexOf('-')));
    assertThat(atPlace.receiptCode())
        .as("one book of the branch, without a gap")
        .isEqualTo(next(atBranch.receiptCode()));
    assertThat(
            value(
                "select u.code from visit v join unit u on u.id = v.point_id where v.id = %d",
                atPlace.visitId()))
        .isEqualTo(place);
    assertThat(value("select coalesce(point_id, 0) from visit where id = %d", atBranch.visitId()))
        .isEqualTo("0");
    desk.signIn("lan");
    assertThat(text(desk.receipts().latest(atPlace.visitId(), "x").pdf()))
        .contains("Chi nhánh Tây Hồ, Nơi thử");
    desk.signIn("hoa");
    assertThatThrownBy(() -> desk.receipts().latest(atPlace.visitId(), "x"))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  @Test
  void theIntakeScopeIsTheBranchs() throws SQLException {
    LoadedDatabase.execute(
        database,
        """
        insert into intake_scope (dataset_id, branch_id, allowed, valid_from, document,
          recorded_by, recorded_at)
        select 1, coalesce(lineage_id, id), false, '2026-11-01', 'QĐ thử', 'test', now()
        from unit where code = 'cn-tay-ho' and valid_to = 'infinity'""");
    assertThatThrownBy(() -> receive(unit("van-thu"), 3))
        .isInstanceOfSatisfying(
            IntakeFailure.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Finding::code)
                    .containsExactly("scope-closed"));
  }

  @Test
  void aPlaceThatIsClosedReceivesNothing() throws SQLException {
    int van = unit("van-thu");
    LoadedDatabase.execute(
        database, "update unit set valid_to = '2026-11-20' where code = 'van-thu'");
    assertThatThrownBy(() -> receive(van, 4))
        .isInstanceOfSatisfying(
            IntakeFailure.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Finding::code)
                    .contains("branch-unknown"));
  }

  private IntakeResult receive(int place, int person) {
    return counter.receive(
        new Occasion(Occasion.CITY, place, "lan", TEN_O_CLOCK),
        IntakeRequest.of(
            UUID.randomUUID(), place, visitors.person(person), List.of(Visitors.birth())));
  }

  private static String next(String receipt) {
    int dash = receipt.lastIndexOf('-');
    return "%s-%06d"
        .formatted(receipt.substring(0, dash), Integer.parseInt(receipt.substring(dash + 1)) + 1);
  }

  private static long id(IntakeResult visit) {
    return visit.dossiers().getFirst().id();
  }

  private static String code(IntakeResult visit) {
    return visit.dossiers().getFirst().code();
  }

  private int unit(String code) {
    return Integer.parseInt(value("select id from unit where code = '%s'", code));
  }

  private String value(String sql, Object... values) {
    return LoadedDatabase.value(database, sql.formatted(values));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }
}
