package vn.motcua.analytics.job.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.analytics.job.facts.Histories.moment;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Histories;

class WatchStateCodecTest {

  /** With the 240 of the figures ({@code DossierStateCodecTest}) it is 400 together. */
  private static final int MOST = 160;

  private final WatchStateCodec codec = new WatchStateCodec();

  @Provide
  Arbitrary<List<Entry>> histories() {
    return Histories.any();
  }

  @Property(tries = 500)
  void what_is_kept_is_what_was_known(@ForAll("histories") List<Entry> told) throws Exception {
    WatchState state = state(told);
    assertThat(fields(codec.decode(codec.encode(state), told.getFirst().dossierId)))
        .isEqualTo(fields(state));
  }

  @Test
  void what_the_first_version_kept_can_be_read() throws Exception {
    WatchState state = alerting();
    WatchState read = codec.decode(wide(state), 77);
    assertThat(fields(read)).isEqualTo(fields(state));
  }

  @Test
  void a_later_version_is_refused() {
    assertThatThrownBy(() -> codec.decode(new byte[] {9}, 1)).isInstanceOf(IOException.class);
  }

  @Test
  void an_open_dossier_takes_few_bytes_even_with_every_alert_there_is() {
    WatchState state = alerting();
    assertThat(codec.encode(state).length).isLessThan(MOST);
    state.told.clear();
    state.dossier.settled.clear();
    assertThat(codec.encode(state).length).isLessThan(70);
  }

  private static WatchState alerting() {
    WatchState state = new WatchState();
    WatchedDossier dossier = state.dossier;
    dossier.dossierId = 77;
    dossier.datasetId = 1;
    dossier.unitId = 1_126;
    dossier.branchId = 1_012;
    dossier.procedureId = 21_220;
    dossier.receivedAt = moment(8);
    dossier.open = true;
    dossier.overdue = true;
    dossier.dueAt = moment(400);
    dossier.dueSoonAt = moment(395) + 123;
    dossier.dueSequence = 4;
    dossier.dueSince = moment(20) + 7;
    dossier.deedSequence = 11;
    dossier.deedAt = moment(390) + 11;
    dossier.untouchedAt = moment(398) + 3;
    state.toldUnit = 1_126;
    state.lookedAt = moment(500);
    state.armedFor = moment(600);
    for (AlertKind kind : EnumSet.range(AlertKind.DUE_SOON, AlertKind.PROMISE_MOVED)) {
      WatchedAlert alert = new WatchedAlert(kind, 12, moment(397) + 17, Entry.NONE, moment(400));
      state.told.add(alert);
      if (kind != AlertKind.UNTOUCHED) {
        dossier.settled.add(alert);
      }
    }
    return state;
  }

  private static WatchState state(List<Entry> told) {
    WatchState state = new WatchState();
    for (Entry entry : told) {
      state.dossier.take(entry, WatchHarness.RULES);
    }
    state.lookedAt = moment(300);
    state.told = state.dossier.at(state.lookedAt);
    state.toldUnit = state.dossier.unitId;
    state.armedFor = state.dossier.next(state.lookedAt);
    return state;
  }

  private static List<Object> fields(WatchState state) {
    WatchedDossier dossier = state.dossier;
    return List.of(
        List.of(dossier.dossierId, dossier.datasetId, dossier.unitId, dossier.branchId),
        List.of(dossier.procedureId, dossier.receivedAt, dossier.open, dossier.paused),
        List.of(dossier.suspended, dossier.overdue, dossier.dueAt, dossier.dueSoonAt),
        List.of(dossier.dueSequence, dossier.dueSince, dossier.deedSequence, dossier.deedAt),
        List.of(dossier.untouchedAt, dossier.settled, state.told, state.toldUnit),
        List.of(state.lookedAt, state.armedFor));
  }

  /** As the first version wrote it. */
  private static byte[] wide(WatchState state) throws IOException {
    WatchedDossier dossier = state.dossier;
    DataOutputSerializer out = new DataOutputSerializer(128);
    out.writeByte(1);
    out.writeLong(dossier.dossierId);
    out.writeInt(dossier.datasetId);
    out.writeInt(dossier.unitId);
    out.writeInt(dossier.branchId);
    out.writeInt(dossier.procedureId);
    out.writeLong(dossier.receivedAt);
    out.writeByte(
        (dossier.open ? 1 : 0)
            | (dossier.paused ? 2 : 0)
            | (dossier.suspended ? 4 : 0)
            | (dossier.overdue ? 8 : 0));
    out.writeLong(dossier.dueAt);
    out.writeLong(dossier.dueSoonAt);
    out.writeInt(dossier.dueSequence);
    out.writeLong(dossier.dueSince);
    out.writeInt(dossier.deedSequence);
    out.writeLong(dossier.deedAt);
    out.writeLong(dossier.untouchedAt);
    for (List<WatchedAlert> alerts : List.of(dossier.settled, state.told)) {
      out.writeByte(alerts.size());
      for (WatchedAlert alert : alerts) {
        out.writeByte(alert.kind().ordinal());
        out.writeInt(alert.sequence());
        out.writeLong(alert.raisedAt());
        out.writeLong(alert.clearedAt());
        out.writeLong(alert.dueAt());
      }
    }
    out.writeInt(state.toldUnit);
    out.writeLong(state.lookedAt);
    out.writeLong(state.armedFor);
    return out.getCopyOfBuffer();
  }
}
