package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.processing.DossierBuilder.RECEIVED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.events.CloseReason;
import vn.motcua.reference.LoadedDatabase;

/** What is not ours to do with a dossier that a ministry's own software processes. */
class ElsewhereTest {

  private static final Instant NOW = RECEIVED.plus(Duration.ofHours(1));
  private static final Grounds WHY = new Grounds("Lý do", "1/CV");

  private final ProcessingWorld world = new ProcessingWorld();
  private long dossier;

  @BeforeEach
  void elsewhere() throws Exception {
    dossier = world.dossiers.received();
    LoadedDatabase.execute(
        world.database,
        """
        insert into external_dossier (dossier_id, dataset_id, system, external_code, linked_at,
          linked_by)
        select id, dataset_id, 'Đất đai', 'ĐĐ-2026/77', now(), 'clerk' from dossier
        where id = %d"""
            .formatted(dossier));
  }

  @Test
  void noStepOfOursIsTaken() {
    String before = world.history(dossier);
    SignedResult result =
        new SignedResult("1/TB", LocalDate.of(2026, 11, 16), "Bà A", true, "Không đủ", null);
    List<Consumer<Seen>> deeds =
        List.of(
            seen -> world.complete(seen, NOW, "mot"),
            seen ->
                world.request(seen, SupplementItems.of(List.of("Bản vẽ"), "Thiếu"), NOW, "clerk"),
            seen -> world.answer(seen, NOW, "clerk"),
            seen -> world.pause(seen, WHY, NOW, "mot"),
            seen -> world.resume(seen, NOW, "mot"),
            seen -> world.finish(seen, result, NOW, "mot"),
            seen -> world.close(seen, CloseReason.WITHDRAWN, WHY, NOW, "clerk"),
            seen -> world.transactions.run(() -> world.back.back(seen, 0, WHY, NOW, "mot")),
            seen ->
                world.transactions.run(
                    () -> world.opinions.ask(seen, "Sở A", "Ý kiến", 3, NOW, "mot")),
            seen ->
                world.transactions.run(
                    () ->
                        world.extensions.extend(
                            seen,
                            new Extension(
                                NOW.plus(Duration.ofDays(9)),
                                WHY.reason(),
                                "1/TXL",
                                "Giám đốc",
                                "Bà A",
                                null,
                                ""),
                            NOW,
                            "mot")));
    for (Consumer<Seen> deed : deeds) {
      assertThatThrownBy(() -> deed.accept(world.seen(dossier)))
          .isInstanceOf(ProcessingFailure.Elsewhere.class)
          .hasMessageContaining("Đất đai");
    }
    assertThat(world.history(dossier)).isEqualTo(before);
  }

  @Test
  void whatItsSoftwareDidIsWritten() {
    ElsewhereWork work = ElsewhereDesk.of(world.transactions);
    ElsewhereStep step =
        new ElsewhereStep(StatusMeaning.WITHDRAWN, NOW, "Đã rút", "", List.of(), "", null, "");
    assertThat(world.transactions.in(() -> work.apply(dossier, step, "may")))
        .isEqualTo(ElsewhereWork.Verdict.APPLIED);
    assertThat(world.state(dossier)).isEqualTo("CLOSED");
    world.transactions.run(
        () -> world.entries.reopen(world.seen(dossier), WHY, NOW.plusSeconds(60), "sep"));
    assertThat(world.step(dossier)).isEqualTo(StepRow.FOLLOW.name());
    assertThat(world.transactions.in(() -> work.apply(dossier, step, "may")))
        .as("before it was taken up again")
        .isEqualTo(ElsewhereWork.Verdict.TOO_LATE);
  }
}
