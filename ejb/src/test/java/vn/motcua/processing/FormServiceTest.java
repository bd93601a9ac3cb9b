package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.processing.DossierBuilder.DUE;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.audit.AuditTrail;
import vn.motcua.events.CloseReason;
import vn.motcua.identity.Access;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.reference.LoadedDatabase;

/** Forms from real rows: what they say, who may have them, that they are issued once. */
class FormServiceTest {

  private final ProcessingWorld world = new ProcessingWorld();
  private Instant now = RECEIVED.plus(Duration.ofDays(1));
  private String login = "hai";
  private final Access access = new Access(world.database, () -> now, () -> login);
  private final AuditTrail trail = new AuditTrail(world.database, () -> now, () -> login);
  private final FormService forms =
      new FormService(world.transactions.database(), access, trail, () -> now);
  private final RefusalService refusals =
      new RefusalService(world.transactions.database(), access, trail, () -> now);

  @BeforeEach
  void rights() throws SQLException {
    LoadedDatabase.execute(
        world.database,
        """
        insert into account_role (account_id, role) values (9001, 'CLERK'), (9002, 'CLERK');
        insert into account_scope (account_id, unit_id) values (9001, 9003), (9002, 9001)""");
  }

  @Test
  void form02IsIssuedOnceWithANumber() throws IOException {
    long id = world.dossiers.received();
    assertThatThrownBy(() -> print(id, "02")).isInstanceOf(ProcessingFailure.NoForm.class);
    world.request(
        world.seen(id), SupplementItems.of(List.of("Bản vẽ", "Ảnh 4x6"), "Thiếu"), RECEIVED, "hai");
    byte[] first = print(id, "02");
    assertThat(text(first))
        .contains("Mẫu số 02", "Bản vẽ", "Ảnh 4x6", "Lý do: Thiếu", "Phạm Thị Hai", "1/2026/02")
        .contains("Nguyễn Thị Thử", code(id));
    now = now.plus(Duration.ofDays(1));
    assertThat(print(id, "02")).isEqualTo(first);
    assertThat(world.value("select count(*) from issued_form")).isEqualTo("1");
    assertThat(world.value("select count(*) from audit_entry where action = 'form.issue'"))
        .isEqualTo("1");
  }

  @Test
  void form04IsADraftUntilTheAgencyHasApologised() throws IOException {
    long id = world.dossiers.received();
    assertThat(text(print(id, "04"))).contains("DỰ THẢO");
    world.transactions.run(
        () ->
            world.extensions.extend(
                world.seen(id),
                new Extension(
                    DUE.plus(Duration.ofDays(7)), "Mưa bão", "9/XL", "Giám đốc", "Bà A", null, ""),
                now,
                "mot"));
    assertThat(text(print(id, "04")))
        .contains("Số: 9/XL", "Mưa bão", "SỞ THỬ", "GIÁM ĐỐC", "27/11/2026")
        .doesNotContain("DỰ THẢO");
  }

  @Test
  void form05SaysStageMoneyAndLateness() throws IOException {
    long id = world.dossiers.received();
    world.close(
        world.seen(id),
        CloseReason.WITHDRAWN,
        new Grounds("Không còn nhu cầu", "", "Hoàn 50.000 đồng"),
        DUE.plusSeconds(1),
        "hai");
    assertThat(text(print(id, "05")))
        .contains("Phân công", "Hoàn 50.000 đồng", "người nộp rút hồ sơ", "đã quá hạn");
  }

  @Test
  void form06TellsTheHandOversOfTheHistory() throws IOException {
    long id = world.dossiers.received();
    world.complete(world.seen(id), RECEIVED.plus(Duration.ofHours(1)), "mot");
    world.complete(world.seen(id), RECEIVED.plus(Duration.ofDays(5)), "mot");
    assertThat(text(print(id, "06")))
        .contains("Phân công", "Thẩm định", "Trần Văn Một", "Đúng hạn", "Quá hạn", "Mẫu số 06");
  }

  @Test
  void form07IsTheBranchsRegisterAndCountsRefusalsBeside() throws IOException {
    long id = world.dossiers.received();
    refuse(UUID.randomUUID());
    byte[] pdf =
        world
            .transactions
            .in(
                () ->
                    forms.register(
                        DossierBuilder.BRANCH,
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 30)))
            .pdf();
    assertThat(text(pdf)).contains("Cộng: 1 hồ sơ đã tiếp nhận; 1 lượt từ chối");
    assertThat(text(pdf).replaceAll("\\s", "")).contains(code(id));
    assertThatThrownBy(() -> forms.register(DossierBuilder.BRANCH, null, LocalDate.MAX))
        .isInstanceOf(ProcessingFailure.Missing.class);
    assertThatThrownBy(
            () -> forms.register(DossierBuilder.OTHER_BRANCH, LocalDate.EPOCH, LocalDate.EPOCH))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  @Test
  void form03RefusesWithoutADossier() throws IOException {
    UUID request = UUID.randomUUID();
    long id = refuse(request);
    assertThat(refuse(request)).as("pressed twice").isEqualTo(id);
    byte[] pdf = world.transactions.in(() -> refusals.print(id)).pdf();
    assertThat(text(pdf)).contains("Mẫu số 03", "Không thuộc thẩm quyền", "Nguyễn Văn Nộp");
    assertThat(world.value("select count(*) from dossier")).isEqualTo("0");
    login = "mot";
    assertThatThrownBy(() -> refusals.print(id)).isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  @Test
  void postStaffDoNotRefuse() throws SQLException {
    LoadedDatabase.execute(
        world.database,
        "update staff set kind = 'POST_STAFF'"
            + " where id = (select staff_id from account where login = 'hai')");
    assertThatThrownBy(() -> refuse(UUID.randomUUID()))
        .isInstanceOf(IdentityFailure.NotForPostStaff.class);
    assertThat(world.value("select count(*) from reception_refusal")).isEqualTo("0");
  }

  @Test
  void postStaffHandOutARefusalButDoNotIssueIt() throws SQLException {
    long id = refuse(UUID.randomUUID());
    staffKind("POST_STAFF");
    assertThatThrownBy(() -> world.transactions.in(() -> refusals.print(id)))
        .isInstanceOf(IdentityFailure.NotForPostStaff.class);
    assertThat(world.value("select count(*) from issued_form")).isEqualTo("0");
    staffKind("PUBLIC_EMPLOYEE");
    byte[] issued = world.transactions.in(() -> refusals.print(id)).pdf();
    staffKind("POST_STAFF");
    assertThat(world.transactions.in(() -> refusals.print(id)).pdf()).isEqualTo(issued);
  }

  private void staffKind(String kind) throws SQLException {
    LoadedDatabase.execute(
        world.database,
        "update staff set kind = '%s' where id = (select staff_id from account where login = 'hai')"
            .formatted(kind));
  }

  @Test
  void anotherBranchHasNoForm() {
    long id = world.dossiers.received();
    login = "mot";
    assertThatThrownBy(() -> print(id, "06")).isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  /** Before 15/9/2025 the control sheet was form 05 of TT 01/2018. */
  @Test
  void theEditionFollowsTheDay() throws IOException {
    long id = world.dossiers.received();
    now = Instant.parse("2025-09-14T16:59:59Z");
    assertThat(text(print(id, "06"))).contains("Mẫu số 05", "01/2018");
    now = Instant.parse("2025-09-14T17:00:00Z");
    assertThat(text(print(id, "06"))).contains("Mẫu số 06", "03/2025");
  }

  private long refuse(UUID request) {
    return world.transactions.in(
        () ->
            refusals.refuse(
                DossierBuilder.BRANCH,
                new ReceptionRefusal(
                    request,
                    "9.000001",
                    "Nguyễn Văn Nộp",
                    "001090000001",
                    "1 Phố Thử",
                    "0900000000",
                    "",
                    "",
                    "Không thuộc thẩm quyền")));
  }

  private byte[] print(long id, String number) {
    return world.transactions.in(() -> forms.print(code(id), "", number, 0)).pdf();
  }

  private String code(long id) {
    return world.value("select code from dossier where id = %d", id);
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }
}
