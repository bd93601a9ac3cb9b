package vn.motcua.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.reception.IntakeRequest;
import vn.motcua.reception.IntakeResult;
import vn.motcua.world.CityWorld;

/** A branch without the system, on a real PostgreSQL. */
class OutageTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Instant FROM = Instant.parse("2026-11-20T01:30:00Z");
  private static final Instant TO = Instant.parse("2026-11-20T03:00:00Z");
  private static final Instant RECEIVED = Instant.parse("2026-11-20T02:10:00Z");

  private final CityWorld city = new CityWorld();
  private final OutageService outages =
      new OutageService(city.database, city.access, city.trail, city.recorder, city.clock);
  private final int branch = city.branch();
  private final int agency = city.commune();

  @Test
  void whatWasReceivedOnPaperIsEnteredWithItsMomentAndItsCode() {
    List<ReservedCode> codes = reserve();
    assertThat(codes)
        .extracting(ReservedCode::code)
        .allMatch(code -> code.matches("H26\\.108-261120-000[1-5]"));
    assertThat(city.received(city.person(9)).code())
        .as("the counter leaves them out")
        .endsWith("-0006");
    declare();
    city.at("2026-11-20T09:00:00Z");
    city.signIn("lan");
    IntakeRequest request = request(1);
    String code = codes.get(1).code();
    IntakeResult result = enter(code, RECEIVED, request);
    assertThat(result.dossiers().getFirst().code()).isEqualTo(code);
    assertThat(enter(code, RECEIVED, request).repeated()).as("pressed twice").isTrue();
    assertThat(
            city.value(
                "select to_char(received_at at time zone 'UTC', 'HH24:MI') from dossier"
                    + " where code = '%s'",
                code))
        .isEqualTo("02:10");
    assertThat(
            city.value(
                "select bool_and(e.occurred_at = '2026-11-20T02:10:00Z' and e.recorded_at > now() -"
                    + " interval '1 hour') from domain_event e join dossier d"
                    + " on d.id = e.aggregate_id where d.code = '%s'",
                code))
        .as("occurred then, recorded now")
        .isEqualTo("t");
    assertThatThrownBy(() -> enter(code, RECEIVED, request(2)))
        .isInstanceOf(OutageFailure.AlreadyEntered.class);
    assertThat(city.value("select count(*) from dossier")).as("nothing double").isEqualTo("2");
    assertThat(city.call(() -> outages.codes(branch, TODAY)))
        .filteredOn(ReservedCode::used)
        .hasSize(1);
  }

  @Test
  void outsideTheWindowNothingIsEntered() {
    String code = reserve().getFirst().code();
    city.at("2026-11-20T09:00:00Z");
    assertThatThrownBy(() -> enter(code, RECEIVED, request(1)))
        .as("nobody declared anything")
        .isInstanceOf(OutageFailure.OutsideWindow.class);
    declare();
    city.signIn("lan");
    assertThatThrownBy(() -> enter(code, TO.plusSeconds(1), request(1)))
        .isInstanceOf(OutageFailure.OutsideWindow.class);
    assertThatThrownBy(() -> enter(code, city.now().plusSeconds(1), request(1)))
        .isInstanceOf(OutageFailure.Invalid.class);
    assertThatThrownBy(() -> enter("H26.108-261120-0099", RECEIVED, request(1)))
        .isInstanceOf(OutageFailure.NotReserved.class);
    assertThat(city.value("select count(*) from dossier")).isEqualTo("0");
    assertThat(enter(code, TO, request(1)).repeated()).as("its very end").isFalse();
  }

  @Test
  void aCodeOfAnotherAgencyIsRefused() {
    List<ReservedCode> codes =
        city.call(() -> outages.reserve(branch, city.unit("00004"), TODAY, 1));
    declare();
    city.signIn("lan");
    assertThatThrownBy(() -> enter(codes.getFirst().code(), RECEIVED, request(1)))
        .isInstanceOfSatisfying(
            IntakeFailure.Refused.class,
            refused ->
                assertThat(refused.findings().getFirst().code()).isEqualTo("code-other-agency"));
  }

  @Test
  void onlyTheDirectorOfTheBranchDeclares() {
    city.signIn("lan");
    assertThatThrownBy(() -> city.call(() -> outages.declare(branch, FROM, TO, "Mất điện")))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    city.signIn("son");
    assertThatThrownBy(() -> city.call(() -> outages.declare(branch, TO, FROM, "Mất điện")))
        .isInstanceOf(OutageFailure.Invalid.class);
    assertThatThrownBy(() -> city.call(() -> outages.declare(branch, FROM, TO, " ")))
        .isInstanceOf(OutageFailure.Invalid.class);
    declare();
    assertThat(city.call(outages::windows)).hasSize(1);
    city.signIn("hoa");
    assertThat(city.call(outages::windows)).isEmpty();
    assertThatThrownBy(() -> city.call(() -> outages.reserve(branch, agency, TODAY, 1)))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  @Test
  void theListIsPrinted() {
    reserve();
    byte[] pdf = city.call(() -> outages.print(branch, TODAY));
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
  }

  private List<ReservedCode> reserve() {
    city.signIn("lan");
    return city.call(() -> outages.reserve(branch, agency, TODAY, 5));
  }

  private void declare() {
    city.signIn("son");
    city.call(() -> outages.declare(branch, FROM, TO, "Mất điện toàn khu vực"));
  }

  private IntakeRequest request(int person) {
    return IntakeRequest.of(
        UUID.randomUUID(), branch, city.person(person), List.of(CityWorld.birth()));
  }

  private IntakeResult enter(String code, Instant at, IntakeRequest request) {
    return city.call(() -> outages.enter(code, at, request));
  }
}
