package vn.motcua.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Counter;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.RunningSystem;
import vn.motcua.it.running.Until;
import vn.motcua.local.ComponentName;
import vn.motcua.local.Platform;

/** The counter as part of the whole: what the citizen holds, and what goes on when parts stop. */
class CounterIT {

  private static final Duration LONG = Duration.ofMinutes(6);

  private final Platform platform = RunningSystem.platform();
  private final Counter counter = new Counter();

  @AfterEach
  void everythingRunsAgain() {
    for (ComponentName name : ComponentName.values()) {
      platform.component(name).start();
    }
    Until.is(LONG, () -> counter.api().get("health/ready").status(), status -> status == 200);
  }

  @Test
  void theQrCodeOfTheReceiptOpensTheCitizensPage() throws Exception {
    String body = counter.next();
    String name = body.replaceAll("(?s).*\"fullName\": \"([^\"]+)\".*", "$1");
    JsonNode visit = counter.press(body).json();
    String code = visit.at("/dossiers/0/code").asText();
    Api.Answer receipt =
        counter.api().get("api/v1/reception/visits/" + visit.get("visitId").asLong() + "/receipt");
    assertThat(receipt.status()).as(receipt.status() == 200 ? "" : receipt.text()).isEqualTo(200);
    URI address = URI.create(qrCode(receipt.body()));
    assertThat(address.getPath()).isEqualTo("/track");
    assertThat(address.getQuery()).doesNotContain(code);

    Api anyone = new Api(platform.httpUrl());
    Api.Answer page = anyone.get("track?" + address.getRawQuery());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains(code).doesNotContain(name);
    Api.Answer guessed = anyone.get("track?t=AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(guessed.text()).doesNotContain(code);
  }

  @Test
  void theCounterGoesOnWithoutBrokerAndStreamAndTheFiguresCatchUp() {
    platform.component(ComponentName.KAFKA).stop();
    platform.component(ComponentName.FLINK).stop();
    long first = counter.receive(counter.next());
    long second = counter.receive(counter.next());
    assertThat(counted(first) + counted(second)).isZero();
    Api leader = leader();
    long age = age(leader);
    Until.is(LONG, () -> age(leader), now -> now > age + 500);

    platform.component(ComponentName.KAFKA).start();
    platform.component(ComponentName.FLINK).start();
    Until.is(LONG, () -> counted(first) + counted(second), all -> all == 2);
  }

  @Test
  void nothingTypedOrReceivedIsLostWhenTheApplicationIsKilled() {
    UUID draft = UUID.randomUUID();
    String typed =
        "{\"branchId\": %d, \"owners\": [{\"fullName\": \"Người đang gõ\"}]}"
            .formatted(counter.branch());
    assertThat(counter.api().put("api/v1/reception/drafts/" + draft, typed).status())
        .isEqualTo(204);
    String body = counter.next();
    JsonNode before = counter.press(body).json();

    platform.component(ComponentName.PAYARA).kill();
    platform.component(ComponentName.PAYARA).start();
    Until.is(LONG, () -> counter.api().get("health/ready").status(), status -> status == 200);

    assertThat(counter.api().get("api/v1/reception/drafts").text())
        .contains(draft.toString(), "Người đang gõ");
    Api.Answer again = counter.press(body);
    assertThat(again.status()).as("the same press again").isEqualTo(200);
    assertThat(again.json().get("dossiers")).isEqualTo(before.get("dossiers"));
  }

  private Api leader() {
    Api anyone = new Api(platform.httpUrl());
    return anyone.as(anyone.demoAccountOf("lanhdao"));
  }

  private static long age(Api leader) {
    return leader.get("api/v1/board?dataset=hanoi").json().at("/position/ageMillis").asLong();
  }

  private static long counted(long dossier) {
    return Database.number(
        "select count(*) from dossier_fact join read_model on active_generation = generation"
            + " where dossier_id = "
            + dossier);
  }

  private static String qrCode(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200, ImageType.RGB);
      int width = page.getWidth();
      int height = page.getHeight();
      int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
              Map.of(DecodeHintType.TRY_HARDER, true))
          .getText();
    }
  }
}
