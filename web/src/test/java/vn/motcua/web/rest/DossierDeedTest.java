package vn.motcua.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.motcua.processing.Extension;
import vn.motcua.processing.HandOver;
import vn.motcua.processing.PartyChange;
import vn.motcua.processing.Seen;

/**
 * What another system says of a deed; what it left out is left to the service, which asks first.
 */
class DossierDeedTest {

  @Test
  void anExtensionHasItsMomentWithOffset() {
    Extension said =
        deed("""
                {"newPromise": "2026-12-01T17:00:00+07:00", "reason": "Chờ xác minh",
                 "signerTitle": "Giám đốc", "signer": "Bà A", "override": "Trễ"}""")
            .extension();
    assertThat(said.newPromise()).isEqualTo(Instant.parse("2026-12-01T10:00:00Z"));
    assertThat(said.signer()).isEqualTo("Bà A");
    assertThat(said.overrideReason()).isEqualTo("Trễ");
    assertThat(said.overrideBy()).as("the service says who").isNull();
    assertThat(deed("{\"newPromise\": \"mai\"}").extension().newPromise()).isNull();
  }

  @Test
  void aPartyChangeAndAHandOverAreReadByTheirWords() {
    PartyChange party =
        deed("""
                {"kind": "DEATH", "relation": "OWNER", "fullName": "Nguyễn Văn Con",
                 "nationalId": "001 190 000 001", "reason": "Qua đời", "document": "12/GCT"}""")
            .party();
    assertThat(party.kind()).isEqualTo(PartyChange.Kind.DEATH);
    assertThat(party.nationalId()).isEqualTo("001190000001");
    assertThat(deed("{\"kind\": \"GONE\"}").party().kind()).isNull();
    HandOver given =
        deed("{\"channel\": \"POST\", \"receivedBy\": \"EB1VN\", \"noPapers\": true}").handOver();
    assertThat(given).isEqualTo(new HandOver(HandOver.Channel.POST, "EB1VN", "", true));
    assertThat(deed("{}").handOver().channel()).isEqualTo(HandOver.Channel.COUNTER);
  }

  private static DossierDeed deed(String body) {
    return new DossierDeed(new Seen(1, 2, 3), Said.in(body));
  }
}
