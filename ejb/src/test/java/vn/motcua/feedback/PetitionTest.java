package vn.motcua.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.payment.PaymentWorld;
import vn.motcua.processing.DossierBuilder;
import vn.motcua.worktime.BundledCalendars;

/** The register of complaints and denunciations on a real PostgreSQL. */
class PetitionTest {

  private final PaymentWorld world = new PaymentWorld();
  private final PetitionService petitions =
      new PetitionService(
          world.joined, world.access, world.trail, () -> world.now, new BundledCalendars());

  @ParameterizedTest
  @ValueSource(strings = {"thu", "giam-doc", "so-lieu", "so", "la"})
  void whoDenouncedIsToldToSupervisionAlone(String login) {
    long id = register(PetitionKind.DENUNCIATION);
    assertThatThrownBy(() -> world.as(login, () -> petitions.secret(id)))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    assertThat(world.as("kiem-tra", () -> petitions.secret(id)).fullName())
        .isEqualTo("Trần Văn Kín");
    assertThat(world.as("so-lieu", petitions::list).toString())
        .doesNotContain("Kín", "0987", "Hàng Bạc", "nhận tiền");
    assertThat(
            world.value(
                "select string_agg(login, ',') from audit_entry"
                    + " where action = 'personal-data.read'"))
        .isEqualTo("kiem-tra");
  }

  @Test
  void aComplaintIsRoutedSettledAndPublishedWithoutNames() {
    long id = register(PetitionKind.COMPLAINT);
    assertThat(world.as("so-lieu", () -> petitions.secret(id)).content()).contains("nhận tiền");
    assertThatThrownBy(() -> world.runAs("so-lieu", () -> petitions.settle(id, "UPHELD", "QĐ 1")))
        .as("not routed yet")
        .isInstanceOf(PetitionFailure.WrongState.class);
    world.runAs("so-lieu", () -> petitions.route(id, "Chủ tịch UBND phường", "Luật Khiếu nại Đ17"));
    assertThatThrownBy(() -> world.runAs("so-lieu", () -> petitions.route(id, "Sở", "x")))
        .isInstanceOf(PetitionFailure.WrongState.class);
    world.runAs("so-lieu", () -> petitions.settle(id, "PARTLY_UPHELD", "QĐ 12 ngày 20/11/2026"));
    assertThatThrownBy(
            () ->
                world.runAs(
                    "so-lieu", () -> petitions.publish(id, "Ông Trần Văn Kín khiếu nại đúng.")))
        .isInstanceOf(PetitionFailure.NamesSomebody.class);
    world.runAs("so-lieu", () -> petitions.publish(id, "Khiếu nại đúng một phần, đã khắc phục."));
    Petition kept = world.as("so-lieu", petitions::list).getFirst();
    assertThat(kept.settleBy()).isNotNull();
    assertThat(kept.publishedText()).contains("đúng một phần");
    assertThat(
            new ConductFigures(world.database)
                .total(1, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1))
                .upheld())
        .isEqualTo(1);
  }

  @Test
  void whatIsUrgentStandsBeforeTheNewestAndAllAreCounted() {
    long oldest = register(PetitionKind.COMPLAINT);
    long secret = register(PetitionKind.DENUNCIATION);
    world.execute(
        """
        insert into petition (dataset_id, code, kind, received_at, branch_id, registered_by,
          subject, about_unit_id, about_conduct, conduct_on, route_by, outcome, outcome_at)
        select dataset_id, 'CU-' || n, kind, received_at, branch_id, registered_by, subject,
          about_unit_id, about_conduct, conduct_on, route_by, 'REJECTED', received_at
        from petition, generate_series(1, 210) n where id = """
            + oldest);
    world.execute(
        """
        insert into account (id, login, staff_id, password_hash, demo, whole_city, created_at,
          password_changed_at) overriding system value
        values (9108, 'lanh-dao', 9002, 'x', false, true, now(), now());
        insert into account_role values (9108, 'LEADER')""");
    List<Petition> seen = world.as("so-lieu", petitions::list);
    assertThat(seen).hasSize(200);
    assertThat(seen.stream().limit(2).map(Petition::id)).containsExactlyInAnyOrder(oldest, secret);
    assertThat(seen.getFirst().left()).isNotNull();
    assertThat(seen.getLast().left()).as("settled").isNull();
    assertThat(world.as("so-lieu", petitions::count)).isEqualTo(212);
    assertThat(world.as("lanh-dao", petitions::count))
        .as("a leader, no denunciation")
        .isEqualTo(211);
    assertThat(world.as("lanh-dao", () -> petitions.find(secret))).isEmpty();
    assertThat(world.as("lanh-dao", () -> petitions.find(oldest))).isPresent();
    long unlisted =
        Long.parseLong(world.value("select min(id) from petition where code like 'CU-%%'"));
    assertThat(world.as("so-lieu", () -> petitions.find(unlisted))).isPresent();
  }

  @Test
  void publishedOutcomesTellNothingOfWhoDenounced() {
    PublicPetitions open = new PublicPetitions(world.database);
    long complaint = register(PetitionKind.COMPLAINT);
    long denunciation = register(PetitionKind.DENUNCIATION);
    for (long id : new long[] {complaint, denunciation}) {
      world.runAs("so-lieu", () -> petitions.route(id, "Chủ tịch UBND phường", "Đ17"));
      world.runAs("so-lieu", () -> petitions.settle(id, "UPHELD", "QĐ 12/2026"));
    }
    assertThat(open.published(0)).as("settled is not yet published").isEmpty();
    world.runAs("so-lieu", () -> petitions.publish(complaint, "Đã chấn chỉnh bộ phận tiếp nhận."));
    world.runAs("so-lieu", () -> petitions.publish(denunciation, "Đã xử lý theo quy định."));
    assertThat(open.published(0)).hasSize(2);
    PublicPetitions.Outcome secret = open.published(0).getFirst();
    assertThat(secret.kind()).isEqualTo(PetitionKind.DENUNCIATION);
    assertThat(secret.code() + secret.subject() + secret.document())
        .as("from number, subject or decision one could guess who spoke")
        .isEmpty();
    assertThat(open.published(0).getLast().code()).startsWith("KN26-");
    assertThat(open.published(0).toString()).doesNotContain("Kín", "0987", "Hàng Bạc", "nhận tiền");
    assertThat(open.published(1)).isEmpty();
  }

  @Test
  void theRegisterNamesNobody() {
    assertThatThrownBy(
            () ->
                world.as(
                    "thu",
                    () ->
                        petitions.register(
                            said(PetitionKind.DENUNCIATION, "Ông Trần Văn Kín tố cáo"))))
        .isInstanceOf(PetitionFailure.NamesSomebody.class);
    assertThatThrownBy(
            () ->
                world.as(
                    "la", () -> petitions.register(said(PetitionKind.COMPLAINT, "Về thái độ"))))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  private long register(PetitionKind kind) {
    String code = world.as("thu", () -> petitions.register(said(kind, "Về thái độ tại quầy")));
    assertThat(code).startsWith(kind == PetitionKind.COMPLAINT ? "KN26-" : "TC26-");
    return Long.parseLong(world.value("select id from petition where code = '%s'", code));
  }

  private static NewPetition said(PetitionKind kind, String subject) {
    return new NewPetition(
        kind,
        DossierBuilder.BRANCH,
        subject,
        DossierBuilder.DEPARTMENT,
        true,
        null,
        "Trần Văn Kín",
        "0987654321",
        "15 phố Hàng Bạc",
        "Cán bộ nhận tiền.");
  }
}
