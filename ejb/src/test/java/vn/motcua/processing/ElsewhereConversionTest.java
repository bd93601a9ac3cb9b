package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.payment.PaymentStanding;
import vn.motcua.reception.ConversionDesk;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.satisfaction.RatingInvitations;
import vn.motcua.world.CityWorld;

/** The number that a dossier has in a ministry's software follows the dossier that goes on. */
class ElsewhereConversionTest {

  private static final String OTHER = "1.004873";

  private final CityWorld city = new CityWorld();
  private final ConversionWork conversions =
      new ConversionWork(
          city.database, city.dossiers, ConversionDesk.of(city.database, city.dossiers));
  private final DossierFile file =
      new DossierFile(
          city.database,
          city.access,
          city.trail,
          new RatingInvitations(city.database, new SecureRandom()),
          new PaymentStanding(city.database),
          city.clock,
          CityWorld.CALENDARS);
  private ReceivedDossier dossier;

  @BeforeEach
  void itsNumberIsKnown() {
    elsewhere(CityWorld.BIRTH, "Hộ tịch điện tử");
    dossier = city.received(city.person(1));
    city.execute(
        "update external_dossier set external_code = 'HT-1', linked_at = now(), linked_by = 'mai',"
            + " registered = true where dossier_id = "
            + dossier.id());
    city.wait(Duration.ofMinutes(5));
  }

  @Test
  void theNumberPassesOnWithinTheSameSoftwareAndTheHistorySaysSo() {
    elsewhere(OTHER, "Hộ tịch điện tử");
    String taken = convert();
    assertThat(number(taken)).isEqualTo("HT-1 mai true");
    assertThat(number(dossier.code())).isEqualTo("free");
    for (String code : new String[] {taken, dossier.code()}) {
      assertThat(file.open(code, null).story())
          .filteredOn(one -> one.kind().equals("EXTERNAL_CODE_PASSED_ON"))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.detail()).isEqualTo("Hộ tịch điện tử: HT-1 → " + taken);
                assertThat(one.who()).isEqualTo("Người lan");
              });
    }
  }

  @Test
  void anotherSoftwareOrNoneHasNoUseForIt() {
    elsewhere(OTHER, "Đất đai");
    String taken = convert();
    assertThat(number(taken)).isEqualTo("free");
    assertThat(number(dossier.code())).isEqualTo("HT-1 mai true");
    assertThat(file.open(taken, null).story())
        .noneMatch(one -> one.kind().equals("EXTERNAL_CODE_PASSED_ON"));
  }

  @Test
  void thatTheTimeForTheSupplementIsUpIsNotSaidOfIt() {
    city.execute(
        """
        insert into supplement_request (dossier_id, number, kind, items, reason, requested_by,
          requested_at, in_time, answer_by)
        values (%d, 1, 'SUPPLEMENT', array['Giấy'], 'Thiếu', 'lan', now(), true,
          '2026-11-20T03:01:00Z')"""
            .formatted(dossier.id()));
    assertThat(file.open(dossier.code(), null).requests())
        .singleElement()
        .matches(request -> !request.timeIsUp());
    assertThat(listedAsUp()).isFalse();
    city.execute("delete from external_dossier where dossier_id = " + dossier.id());
    assertThat(file.open(dossier.code(), null).requests())
        .as("processed here")
        .singleElement()
        .matches(DossierView.Request::timeIsUp);
    assertThat(listedAsUp()).isTrue();
  }

  private boolean listedAsUp() {
    return new Worklist(city.database, city.access, city.clock, CityWorld.CALENDARS)
        .page(WorklistFilter.all(), null, 10)
        .lines()
        .getFirst()
        .timeIsUp();
  }

  private String convert() {
    return city.call(
        () ->
            conversions.convert(seen(), OTHER, new Grounds("Nhầm thủ tục", ""), city.now(), "lan"));
  }

  private Seen seen() {
    String[] shown =
        city.value(
                "select d.sequence || ' ' || t.version from dossier d"
                    + " join dossier_task t on t.dossier_id = d.id and t.completed_at is null"
                    + " where d.id = "
                    + dossier.id())
            .split(" ");
    return new Seen(dossier.id(), Integer.parseInt(shown[0]), Integer.parseInt(shown[1]));
  }

  private String number(String code) {
    return city.value(
        "select coalesce(x.external_code || ' ' || x.linked_by || ' ' || x.registered, 'free')"
            + " from external_dossier x join dossier d on d.id = x.dossier_id where d.code = '"
            + code
            + "'");
  }

  private void elsewhere(String procedure, String system) {
    city.execute(
        "update procedure_version set source_system = '%s' where procedure_id = (select id from procedure where dataset_id = 1 and code = '%s')"
            .formatted(system, procedure));
  }
}
