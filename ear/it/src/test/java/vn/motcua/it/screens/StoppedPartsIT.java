package vn.motcua.it.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.InventedPeople;
import vn.motcua.identity.InventedPerson;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.RunningSystem;
import vn.motcua.it.running.SignIn;
import vn.motcua.it.running.Until;
import vn.motcua.local.ComponentName;
import vn.motcua.local.Platform;

/** What people read on their screens while parts of the system stand still, and what they keep. */
class StoppedPartsIT {

  private static final Duration LONG = Duration.ofMinutes(6);
  private static final LocatorAssertions.HasTextOptions PATIENTLY =
      new LocatorAssertions.HasTextOptions().setTimeout(LONG.toMillis());
  private static final String TITLE = "Cấp Giấy xác nhận tình trạng hôn nhân";

  private final Platform platform = RunningSystem.platform();
  private final InventedPeople people = new InventedPeople(System.nanoTime());

  @AfterEach
  void everythingRunsAgain() {
    for (ComponentName name : ComponentName.values()) {
      platform.component(name).start();
    }
    Api anyone = new Api(platform.httpUrl());
    Until.is(LONG, () -> anyone.get("health/ready").status(), status -> status == 200);
  }

  @Test
  void withoutBrokerAndStreamTheCounterReceivesAndTheBoardSaysThatItsFiguresAge() {
    try (Visit leader = Visit.as("lanhdao");
        Workplace clerk = new Workplace("tiepnhan.tayho")) {
      Page board = leader.open("/board?dataset=hanoi");
      platform.component(ComponentName.KAFKA).stop();
      platform.component(ComponentName.FLINK).stop();

      clerk.receive(people.next(), "tinh trang hon nhan", TITLE);

      assertThat(board.locator("[data-line=word]"))
          .hasText("Luồng số liệu đang chậm hoặc dừng", PATIENTLY);
      leader.picture("board-stream-stopped");

      platform.component(ComponentName.KAFKA).start();
      platform.component(ComponentName.FLINK).start();
      assertThat(board.locator("[data-line=word]")).hasText("Đang cập nhật trực tiếp", PATIENTLY);
    }
  }

  @Test
  void whileTheApplicationIsGoneNothingTypedIsAndTheSamePressWorksAfterwards() {
    InventedPerson owner = people.next();
    try (Visit visit = Visit.as("tiepnhan.tayho")) {
      Page page = visit.open("/reception");
      Workplace.fillIn(page, owner, "tinh trang hon nhan", TITLE);

      platform.component(ComponentName.PAYARA).kill();
      page.locator("#receive").click();
      assertThat(page.locator("#problems")).containsText("Không liên lạc được với máy chủ");
      assertThat(page.locator("#owner-fullName")).hasValue(owner.fullName());
      visit.picture("reception-without-server");

      platform.component(ComponentName.PAYARA).start();
      Api anyone = new Api(platform.httpUrl());
      Until.is(LONG, () -> anyone.get("health/ready").status(), status -> status == 200);
      // Its session is gone with the server: signed in again, in another window as it were.
      SignIn.as(page, "tiepnhan.tayho");
      page.locator("#receive").click();
      assertThat(page.locator("#done")).containsText("Đã tiếp nhận");
    }
  }
}
