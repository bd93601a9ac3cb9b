package vn.motcua.analytics.job.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.facts.BrokenContract;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.analytics.job.facts.Histories;
import vn.motcua.analytics.job.facts.Timeline;
import vn.motcua.analytics.job.figures.Contributions;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;

class DossierStateCodecTest {

  /** With the 160 of the deadline watch ({@code WatchStateCodecTest}) it is 400 together. */
  private static final int MOST_OPEN = 240;

  /** The watch keeps nothing of a closed dossier. */
  private static final int MOST_CLOSED = 100;

  private final DossierStateCodec codec = new DossierStateCodec();

  @Provide
  Arbitrary<List<Entry>> histories() {
    return Histories.any();
  }

  /** After every entry what was kept counts as what was known. */
  @Property(tries = 1000)
  void what_is_kept_is_what_was_known(@ForAll("histories") List<Entry> history)
      throws BrokenContract {
    DossierState state = new DossierState();
    state.clear();
    for (Entry entry : history) {
      if (state.facts == null) {
        state.facts = DossierFacts.begin(entry);
      } else {
        state.facts.apply(entry);
      }
      state.sequence = entry.sequence;
      state.countedAt = Histories.moment(300);
      DossierState kept = new DossierState();
      byte[] bytes = codec.encode(state);
      codec.decode(bytes, state.facts.dossierId, kept);
      assertThat(codec.encode(kept)).isEqualTo(bytes);
      assertThat(kept).usingRecursiveComparison().isEqualTo(state);
    }
  }

  @Test
  void a_dossier_of_which_nothing_is_known_yet() {
    DossierState state = new DossierState();
    state.clear();
    state.waiting = 2;
    DossierState kept = new DossierState();
    codec.decode(codec.encode(state), 7, kept);
    assertThat(kept).usingRecursiveComparison().isEqualTo(state);
  }

  @Test
  void an_open_dossier_takes_at_most_240_bytes_and_a_closed_one_at_most_100() throws Exception {
    DossierState state = begun();
    for (int i = 0; i < 4; i++) {
      take(state, entry(Kind.STEP, 20 + i));
    }
    for (int round = 0; round < 3; round++) {
      Entry request = entry(Kind.SUPPLEMENT_REQUESTED, 30 + round);
      request.secondOfEpisode = round > 0;
      take(state, request);
      Entry pause = entry(Kind.PAUSED, 30 + round);
      pause.lawful = true;
      take(state, pause);
      Entry resumed = entry(Kind.RESUMED, 31 + round);
      resumed.dueAt = Histories.moment(200 + round);
      take(state, resumed);
    }
    state.armedFor = Histories.moment(202);
    assertThat(codec.encode(state)).as("open, asked three times").hasSizeLessThan(MOST_OPEN);

    DossierState usual = begun();
    take(usual, entry(Kind.STEP, 20));
    Entry finish = entry(Kind.FINISHED, 40);
    finish.outcome = Outcome.GRANTED;
    finish.usedMinutes = 1_900;
    take(usual, finish);
    take(usual, entry(Kind.RETURNED, 50));
    Entry rating = entry(Kind.RATED, 51);
    rating.answers = 5;
    rating.satisfied = 4;
    rating.trust = 5;
    take(usual, rating);
    assertThat(codec.encode(usual)).as("closed, returned and rated").hasSizeLessThan(MOST_CLOSED);
  }

  /**
   * What version 1 wrote, byte by byte: a savepoint of it must stay readable. When the layout
   * changes the version counts up and this text stays.
   */
  @Test
  void version_1_stays_readable() throws Exception {
    DossierState state = begun();
    take(state, entry(Kind.STEP, 20));
    DossierState read = new DossierState();
    codec.decode(HexFormat.of().parseHex(VERSION_1), 1, read);
    // It did not know when the last step was done.
    state.facts.board.lastStepAt = Entry.NONE;
    assertThat(read).usingRecursiveComparison().isEqualTo(state);
  }

  /** The same of version 2. */
  @Test
  void version_2_stays_readable() throws Exception {
    DossierState state = begun();
    Entry step = entry(Kind.STEP, 20);
    step.unitId = 120;
    take(state, step);
    assertThat(HexFormat.of().formatHex(codec.encode(state))).isEqualTo(VERSION_2);
    DossierState read = new DossierState();
    codec.decode(HexFormat.of().parseHex(VERSION_2), 1, read);
    assertThat(read).usingRecursiveComparison().isEqualTo(state);
  }

  private static final String VERSION_2 =
      "0247040080ba8590e56502f001e60f1ce2b802010180d8edbb0280b899290182b89929000e804b0c060201"
          + "000000f00180b89929";

  private static final String VERSION_1 =
      "0147040080ba8590e56502f001e60f1ce2b802010180d8edbb0280b899290182b89929000e804b0c060201";

  private static DossierState begun() throws BrokenContract {
    DossierState state = new DossierState();
    state.clear();
    Entry receipt = entry(Kind.RECEIVED, 8);
    receipt.dueAt = Histories.moment(100);
    receipt.unitId = 120;
    receipt.branchId = 1_011;
    receipt.fieldId = 14;
    receipt.procedureId = 20_017;
    receipt.channel = Channel.ONLINE;
    receipt.zone = "Asia/Ho_Chi_Minh";
    receipt.live = true;
    receipt.baselineSteps = 7;
    receipt.baselineMinutes = 4_800;
    receipt.papersBaseline = 6;
    receipt.papersBrought = 3;
    receipt.opensEpisode = true;
    state.facts = DossierFacts.begin(receipt);
    state.sequence = 1;
    state.countedAt = Histories.moment(9);
    return state;
  }

  private static void take(DossierState state, Entry entry) throws BrokenContract {
    state.facts.apply(entry);
    state.sequence++;
    state.countedAt = entry.moment + 1;
  }

  private static Entry entry(Kind kind, int hour) {
    Entry entry = new Entry();
    entry.kind = kind;
    entry.dossierId = 1;
    entry.datasetId = 1;
    entry.moment = Histories.moment(hour);
    entry.occurredAt = entry.moment;
    return entry;
  }

  /** Entries that wait for an earlier one are kept whole. */
  @Property(tries = 500)
  void entries_come_out_of_bytes_as_they_went_in(@ForAll("histories") List<Entry> history)
      throws Exception {
    for (Entry entry : history) {
      DataOutputSerializer out = new DataOutputSerializer(64);
      EntrySerializer.INSTANCE.serialize(entry, out);
      DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
      assertThat(EntrySerializer.INSTANCE.deserialize(in))
          .usingRecursiveComparison()
          .isEqualTo(entry);
      assertThat(in.available()).isZero();
    }
  }

  @Test
  void rows_come_out_of_bytes_as_they_went_in() throws Exception {
    DossierState state = begun();
    Timeline timeline = Timeline.of(state.facts, Histories.moment(300));
    DossierRow row = DossierRow.of(state.facts, timeline, 3);
    assertThat(DossierRowSerializer.INSTANCE.copy(row)).usingRecursiveComparison().isEqualTo(row);
    Contributions.of(state.facts, timeline)
        .counts()
        .forEach(
            (cell, counts) ->
                assertThat(CellChangeSerializer.INSTANCE.copy(CellChange.of(cell, counts)))
                    .usingRecursiveComparison()
                    .isEqualTo(CellChange.of(cell, counts)));
  }
}
