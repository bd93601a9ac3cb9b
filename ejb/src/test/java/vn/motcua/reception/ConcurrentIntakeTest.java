package vn.motcua.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.reference.LoadedDatabase.value;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.motcua.reference.LoadedDatabase;

/** Fifty clerks at once, on one agency and day. */
class ConcurrentIntakeTest {

  private static final int CLERKS = 50;
  private static final int VISITS_EACH = 4;

  private final DataSource database = LoadedDatabase.fresh();
  private final Counter counter = new Counter(database);
  private final Visitors visitors = new Visitors(database);

  @Test
  void noCodeTwiceAndNobodyWaitsInARing() throws Exception {
    List<Callable<List<IntakeResult>>> clerks = new ArrayList<>();
    for (int clerk = 0; clerk < CLERKS; clerk++) {
      int mine = clerk;
      clerks.add(
          () -> {
            List<IntakeResult> results = new ArrayList<>();
            for (int visit = 0; visit < VISITS_EACH; visit++) {
              results.add(counter.receive(visitors.at(Visitors.TEN_O_CLOCK), crossed(mine)));
            }
            return results;
          });
    }
    List<IntakeResult> all = new ArrayList<>();
    for (List<IntakeResult> results : atOnce(clerks)) {
      all.addAll(results);
    }

    List<String> codes =
        all.stream().flatMap(result -> result.dossiers().stream()).map(d -> d.code()).toList();
    assertThat(codes).hasSize(CLERKS * VISITS_EACH * 2).doesNotHaveDuplicates();
    assertThat(all).extracting(IntakeResult::receiptCode).doesNotHaveDuplicates();
    assertThat(value(database, "select string_agg(last::text, ',') from receipt_counter"))
        .as("receipts have no gaps")
        .isEqualTo(String.valueOf(CLERKS * VISITS_EACH));
    assertThat(value(database, "select count(*) from person")).isEqualTo("10");
    assertThat(
            value(
                database,
                """
                select count(*) from (select person_id, procedure_id from request_episode
                group by 1, 2 having count(*) > 1) doubled"""))
        .isEqualTo("0");
  }

  /** The same ten people in both orders, and two agencies in both orders. */
  private IntakeRequest crossed(int clerk) {
    PersonEntry one = visitors.person(clerk % 10);
    PersonEntry other = visitors.person((clerk + 1) % 10);
    DossierEntry company =
        DossierEntry.direct(
            Visitors.COMPANY,
            java.util.Map.of("du-lieu-dan-cu", true),
            Visitors.kept("de-nghi", "dieu-le"));
    boolean turned = clerk % 2 == 0;
    return new IntakeRequest(
        java.util.UUID.randomUUID(),
        null,
        visitors.branch(),
        List.of(turned ? one : other),
        turned ? other : one,
        null,
        "",
        null,
        null,
        turned
            ? List.of(company, Visitors.copyOfRecord())
            : List.of(Visitors.copyOfRecord(), company));
  }

  @Test
  void oneRequestPressedManyTimesIsOneVisit() throws Exception {
    IntakeRequest request = visitors.visit(visitors.person(1), Visitors.birth());
    List<Callable<IntakeResult>> presses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      presses.add(() -> counter.receive(visitors.at(Visitors.TEN_O_CLOCK), request));
    }

    List<IntakeResult> results = atOnce(presses);

    assertThat(results)
        .extracting(IntakeResult::visitId)
        .containsOnly(results.getFirst().visitId());
    assertThat(results).filteredOn(result -> !result.repeated()).hasSize(1);
    assertThat(value(database, "select count(*) from dossier")).isEqualTo("1");
  }

  private static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(works.size())) {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> work : works) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
