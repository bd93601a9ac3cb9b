package vn.motcua.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Channel;
import vn.motcua.world.CityWorld;

/** By which channels a procedure is filed: its version and the branch's scope say the same. */
class ChannelsTest {

  private final CityWorld city = new CityWorld();

  @Test
  void whatTheVersionNamesIsReceivedAndNothingElse() {
    channels("'DIRECT', 'POST'");
    assertThat(city.received(city.person(1)).code()).isNotEmpty();
    assertThat(city.received(city.person(2), by(Channel.POST)).code()).isNotEmpty();
    assertThat(refused(Channel.ONLINE).message(Locale.of("vi")))
        .contains("không nhận hồ sơ theo kênh trực tuyến")
        .contains("Kênh được nhận: trực tiếp, bưu chính công ích.");
    assertThat(refused(Channel.ONLINE).message(Locale.ENGLISH))
        .contains("Open channels: direct, public post.");
  }

  @Test
  void aChannelThatTheBranchMayNotUseIsNotOffered() {
    channels("'DIRECT', 'POST'");
    city.execute(
        """
        insert into intake_scope (dataset_id, channel, allowed, valid_from, document, recorded_by,
          recorded_at)
        values (1, 'DIRECT', false, '2026-01-01', 'thử', 'quantri', now())""");
    assertThat(refused(Channel.DIRECT).message(Locale.of("vi")))
        .contains("Kênh được nhận: bưu chính công ích.");
    assertThat(refused(Channel.ONLINE).message(Locale.of("vi")))
        .contains("Kênh được nhận: bưu chính công ích.");
    assertThat(city.received(city.person(3), by(Channel.POST)).code()).isNotEmpty();
  }

  @Test
  void noneNamedMeansAll() {
    channels("");
    for (Channel channel : Channel.values()) {
      assertThat(city.received(city.person(4 + channel.ordinal()), by(channel)).code())
          .isNotEmpty();
    }
  }

  private Finding refused(Channel channel) {
    IntakeFailure.Refused refused =
        catchThrowableOfType(
            IntakeFailure.Refused.class, () -> city.received(city.person(9), by(channel)));
    assertThat(refused.findings())
        .extracting(Finding::code)
        .containsExactly(Preparation.CHANNEL_CLOSED);
    return refused.findings().getFirst();
  }

  private static DossierEntry by(Channel channel) {
    DossierEntry birth = CityWorld.birth();
    return new DossierEntry(
        birth.procedureCode(),
        channel,
        null,
        "",
        1,
        ReturnChannel.COUNTER,
        birth.answers(),
        birth.papers());
  }

  private void channels(String named) {
    city.execute(
        "update procedure_version set channels = array[%s]::text[] where procedure_id ="
                .formatted(named)
            + " (select id from procedure where dataset_id = 1 and code = '1.001193')");
  }
}
