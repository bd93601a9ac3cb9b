package vn.motcua.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.papers.CustodyService;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.world.CityWorld;

/** Hand-over slips on a real PostgreSQL. */
class SlipTest {

  private final CityWorld city = new CityWorld();
  private final SlipService slips =
      new SlipService(
          city.database,
          city.access,
          city.trail,
          new CustodyService(city.database, city.access, city.trail, city.clock),
          city.clock,
          CityWorld.CALENDARS);
  private final SlipGathering gathering =
      new SlipGathering(city.database, city.access, slips, city.clock);
  private final SlipLists lists =
      new SlipLists(city.database, city.access, city.clock, CityWorld.CALENDARS);
  private final int branch = city.branch();
  private final int agency = city.commune();

  @Test
  void everythingThatWaitsStandsOnOneOfThePages() {
    int other = otherAgency();
    for (int i = 1; i <= SlipLists.PAGE + 1; i++) {
      city.wait(java.time.Duration.ofSeconds(1));
      city.received(city.person(i));
    }
    city.execute(
        "update dossier set unit_id = %d where id in (select id from dossier order by id limit 3)"
            .formatted(other));
    SlipPage<SlipView.Pending> first = city.call(() -> lists.pending(SlipQuestion.ALL));
    SlipPage<SlipView.Pending> second =
        city.call(() -> lists.pending(new SlipQuestion(0, null, first.next())));
    assertThat(first.total()).isEqualTo(SlipLists.PAGE + 1);
    assertThat(first.lines()).hasSize(SlipLists.PAGE);
    assertThat(second.lines()).hasSize(1);
    assertThat(second.next()).isNull();
    assertThat(first.lines()).doesNotContainAnyElementsOf(second.lines());
    assertThat(city.call(() -> lists.pending(new SlipQuestion(other, null, null))).total())
        .isEqualTo(3);
    assertThat(
            city.call(() -> lists.pending(new SlipQuestion(0, SlipQuestion.Direction.IN, null)))
                .lines())
        .isEmpty();
  }

  @Test
  void slipsAreListedByTheOtherSideAndTheDirection() {
    int other = otherAgency();
    long given = open();
    long elsewhere = city.call(() -> slips.open(branch, other, SlipKind.PAPERS));
    assertThat(listed(new SlipQuestion(agency, null, null))).containsExactly(given);
    assertThat(listed(new SlipQuestion(other, SlipQuestion.Direction.OUT, null)))
        .containsExactly(elsewhere);
    assertThat(listed(new SlipQuestion(0, SlipQuestion.Direction.IN, null))).isEmpty();
    assertThat(listed(SlipQuestion.ALL)).containsExactlyInAnyOrder(given, elsewhere);
    city.signIn("minh");
    assertThat(listed(new SlipQuestion(branch, SlipQuestion.Direction.IN, null)))
        .containsExactly(given);
    assertThat(listed(new SlipQuestion(branch, SlipQuestion.Direction.OUT, null))).isEmpty();
  }

  @Test
  void noSlipIsLeftOutAndNoneShownTwice() {
    city.execute(
        """
        insert into handover_slip (dataset_id, number, kind, from_unit, to_unit, state, opened_by,
          opened_at)
        select 1, 'X-' || n, 'PAPERS', %d, %d, case when n %% 2 = 0 then 'SENT' else 'RECEIVED' end,
          'lan', timestamptz '2026-11-20T03:00:00Z' - n * interval '1 minute'
        from generate_series(1, 250) n"""
            .formatted(branch, agency));
    List<Long> all = new ArrayList<>();
    String after = null;
    int pages = 0;
    do {
      String from = after;
      SlipPage<SlipView.Summary> page =
          city.call(() -> lists.slips(new SlipQuestion(0, null, from)));
      assertThat(page.total()).isEqualTo(250);
      page.lines().forEach(line -> all.add(line.id()));
      after = page.next();
      pages++;
    } while (after != null);
    assertThat(pages).isEqualTo(3);
    assertThat(all).hasSize(250).doesNotHaveDuplicates();
  }

  private int otherAgency() {
    return Integer.parseInt(
        city.value(
            "select min(id) from unit where dataset_id = 1 and kind = 'COMMUNE'"
                + " and valid_to = 'infinity' and id <> "
                + agency));
  }

  private List<Long> listed(SlipQuestion asked) {
    return city.call(() -> lists.slips(asked)).lines().stream().map(SlipView.Summary::id).toList();
  }

  private List<SlipView.Pending> pending() {
    return city.call(() -> lists.pending(SlipQuestion.ALL)).lines();
  }

  @Test
  void papersGoByTheDayOrTheNextMorningAfterThreeOClock() {
    city.received(city.person(1));
    city.at("2026-11-20T08:00:01Z");
    city.received(city.person(2));
    assertThat(pending())
        .extracting(SlipView.Pending::handBy)
        .as("Friday 17:00; after 15:00 Monday 8:00")
        .containsExactly(
            Instant.parse("2026-11-20T10:00:00Z"), Instant.parse("2026-11-23T01:00:00Z"));
    city.execute("update handover_rule set cutoff = '16:00'");
    assertThat(pending().getLast().handBy())
        .as("the time of day is configuration")
        .isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    city.at("2026-11-20T10:00:01Z");
    assertThat(pending()).allMatch(SlipView.Pending::late);
  }

  @Test
  void manyGoOnOneSlipFromTheList() {
    List<String> codes =
        List.of(
            city.received(city.person(1)).code(),
            city.received(city.person(2)).code(),
            city.received(city.person(3)).code());
    List<Long> gathered = city.call(() -> gathering.gather(codes.subList(0, 2)));
    assertThat(gathered).hasSize(1);
    assertThat(city.call(() -> gathering.gather(codes)))
        .as("the slip that is open takes up the third; the others are on it once")
        .isEqualTo(gathered);
    assertThat(city.call(() -> slips.find(gathered.getFirst())).lines())
        .extracting(SlipView.Line::code)
        .containsExactlyElementsOf(codes);
    assertThat(pending()).isEmpty();
    assertThatThrownBy(() -> city.call(() -> gathering.gather(List.of(" "))))
        .isInstanceOf(HandoverFailure.Missing.class);
    city.signIn("quantri");
    assertThatThrownBy(() -> city.call(() -> gathering.gather(codes)))
        .isInstanceOf(IdentityFailure.class);
  }

  @Test
  void aSlipIsScannedSentAndReceivedLineByLine() {
    ReceivedDossier one = city.received(city.person(1));
    ReceivedDossier two = city.received(city.person(2));
    ReceivedDossier three = city.received(city.person(3));
    ReceivedDossier extra = city.received(city.person(4));
    long slip = open();
    assertThat(open()).as("the same one while it is open").isEqualTo(slip);
    assertThatThrownBy(() -> city.run(() -> slips.send(slip)))
        .isInstanceOf(HandoverFailure.NotNow.class);
    scan(slip, one);
    scan(slip, one);
    scan(slip, two);
    scan(slip, three);
    assertThat(pending()).extracting(SlipView.Pending::code).containsExactly(extra.code());
    city.run(() -> slips.send(slip));
    assertThatThrownBy(() -> scan(slip, extra)).isInstanceOf(HandoverFailure.NotNow.class);

    city.signIn("minh");
    SlipView shown = city.call(() -> slips.find(slip));
    assertThat(shown.number()).matches("BG-TAYHO-2026-00001");
    assertThat(shown.lines()).hasSize(3).allMatch(line -> line.originals() == 2 && !line.late());
    assertThatThrownBy(
            () ->
                receive(
                    slip, shown.version(), new LineReceipt(one.code(), LineVerdict.DAMAGED, " ")))
        .isInstanceOf(HandoverFailure.Missing.class);
    receive(
        slip,
        shown.version(),
        new LineReceipt(one.code(), LineVerdict.RECEIVED, ""),
        new LineReceipt(two.code(), LineVerdict.DAMAGED, "Rách góc"),
        new LineReceipt(extra.code(), LineVerdict.RECEIVED, ""));
    SlipView after = city.call(() -> slips.find(slip));
    assertThat(after.differences())
        .extracting(SlipView.Line::code, SlipView.Line::verdict)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(two.code(), LineVerdict.DAMAGED),
            org.assertj.core.groups.Tuple.tuple(three.code(), LineVerdict.MISSING),
            org.assertj.core.groups.Tuple.tuple(extra.code(), LineVerdict.EXTRA));
    assertThat(custodian(one)).isEqualTo("00103");
    assertThat(custodian(extra)).isEqualTo("00103");
    assertThat(custodian(three)).as("missing: still where it was").isNull();
    assertThatThrownBy(
            () ->
                receive(
                    slip, shown.version(), new LineReceipt(one.code(), LineVerdict.RECEIVED, "")))
        .as("received twice")
        .isInstanceOf(HandoverFailure.NotNow.class);
    city.signIn("lan");
    long next = open();
    scan(next, three);
    assertThat(city.call(() -> slips.find(next)).number()).endsWith("00002");
  }

  @Test
  void whatSomebodyElseScannedIsToldWithSlipAndName() {
    ReceivedDossier dossier = city.received(city.person(1));
    scan(open(), dossier);
    city.signIn("mai");
    long results = city.call(() -> slips.open(branch, city.unit("00004"), SlipKind.PAPERS));
    assertThatThrownBy(() -> scan(results, dossier)).isInstanceOf(HandoverFailure.OtherBody.class);
    city.execute("update handover_slip set to_unit = %d where id = %d".formatted(agency, results));
    assertThatThrownBy(() -> scan(results, dossier))
        .isInstanceOfSatisfying(
            HandoverFailure.OnAnotherSlip.class,
            failure ->
                assertThat(failure.message(Locale.of("vi")))
                    .contains(dossier.code(), "Người lan", "BG-TAYHO-2026-00001"));
    assertThatThrownBy(() -> city.run(() -> slips.scan(results, "H26.1-261120-9999")))
        .isInstanceOf(HandoverFailure.UnknownCode.class);
  }

  @Test
  void manyClerksWhoScanTheSameCodesPutEachOnOneSlip() throws Exception {
    List<ReceivedDossier> dossiers = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      dossiers.add(city.received(city.person(i)));
    }
    long mine = open();
    long other = city.call(() -> slips.open(branch, city.unit("00004"), SlipKind.PAPERS));
    city.execute("update handover_slip set to_unit = %d where id = %d".formatted(agency, other));
    List<Callable<String>> scans = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long slip = i % 2 == 0 ? mine : other;
      ReceivedDossier dossier = dossiers.get(i % 5);
      scans.add(
          () -> {
            try {
              scan(slip, dossier);
              return "on";
            } catch (HandoverFailure.OnAnotherSlip told) {
              return "told";
            }
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
      for (Future<String> future : threads.invokeAll(scans)) {
        assertThat(future.get()).isIn("on", "told");
      }
    }
    assertThat(city.value("select count(*) from handover_line")).isEqualTo("5");
  }

  @Test
  void resultsGoTheOtherWayAndStrangersSeeNoSlip() {
    ReceivedDossier dossier = city.received(city.person(1));
    city.signIn("minh");
    long slip = city.call(() -> slips.open(agency, branch, SlipKind.RESULTS));
    scan(slip, dossier);
    city.run(() -> slips.send(slip));
    byte[] pdf = city.call(() -> new SlipPrinter(slips, city.access, city.clock).print(slip));
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    city.signIn("lan");
    int version = city.call(() -> slips.find(slip)).version();
    receive(slip, version, new LineReceipt(dossier.code(), LineVerdict.RECEIVED, ""));
    assertThat(city.call(() -> slips.find(slip)).differences()).isEmpty();
    city.signIn("hoa");
    assertThatThrownBy(() -> city.call(() -> slips.find(slip)))
        .isInstanceOf(HandoverFailure.UnknownSlip.class);
    assertThatThrownBy(() -> city.call(() -> slips.open(branch, agency, SlipKind.PAPERS)))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThatThrownBy(() -> scan(slip, dossier)).isInstanceOf(IdentityFailure.OutOfScope.class);
  }

  private long open() {
    return city.call(() -> slips.open(branch, agency, SlipKind.PAPERS));
  }

  private void scan(long slip, ReceivedDossier dossier) {
    city.run(() -> slips.scan(slip, dossier.code()));
  }

  private void receive(long slip, int version, LineReceipt... receipts) {
    city.run(() -> slips.receive(slip, version, List.of(receipts)));
  }

  private String custodian(ReceivedDossier dossier) {
    return city.value(
        "select max(u.code) from paper_custody k join dossier_paper p on p.id = k.paper_id"
            + " join unit u on u.id = k.unit_id where p.dossier_id = "
            + dossier.id());
  }
}
