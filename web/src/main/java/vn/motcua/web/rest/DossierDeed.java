package vn.motcua.web.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import vn.motcua.processing.Extension;
import vn.motcua.processing.Grounds;
import vn.motcua.processing.HandOver;
import vn.motcua.processing.PartyChange;
import vn.motcua.processing.Seen;

/**
 * A deed that a program asks for, about the dossier of its address. What it left out or misspelt is
 * told as nothing, so that the service, which first asks who calls, says what is missing.
 *
 * @param seen what the program was shown of it
 */
record DossierDeed(Seen seen, Said said) {

  Grounds grounds() {
    return new Grounds(said.text("reason"), said.text("document"), said.text("money"));
  }

  Extension extension() {
    return new Extension(
        moment(said.text("newPromise")),
        said.text("reason"),
        said.text("document"),
        said.text("signerTitle"),
        said.text("signer"),
        null,
        said.text("override"));
  }

  PartyChange party() {
    return new PartyChange(
        said.one(PartyChange.Kind.class, "kind"),
        said.text("relation"),
        said.text("fullName"),
        said.text("nationalId"),
        said.text("reason"),
        said.text("document"));
  }

  HandOver handOver() {
    HandOver.Channel channel = said.one(HandOver.Channel.class, "channel");
    return new HandOver(
        channel == null ? HandOver.Channel.COUNTER : channel,
        said.text("receivedBy"),
        said.text("shownId"),
        said.yes("noPapers"));
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException none) {
      return null;
    }
  }
}
