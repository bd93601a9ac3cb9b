package vn.motcua.analytics.job.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import vn.motcua.analytics.job.facts.Entry;

/**
 * The entries of a dossier that is sent once more (gửi lại), until they are complete. They lie in
 * the state of entries that wait, under their negative sequence: an ordinary entry never has one.
 */
final class Replay {

  private Replay() {}

  /**
   * Keeps the entry.
   *
   * @return all entries from the first, once the last is there; empty before, and where one of them
   *     is missing: it could not be read again, and lies among the dead letters again
   */
  static List<Entry> take(MapState<Integer, Entry> waiting, Entry entry) throws Exception {
    if (entry.sequence < entry.replayedTo) {
      waiting.put(-entry.sequence, EntrySerializer.INSTANCE.copy(entry));
      return List.of();
    }
    List<Entry> all = new ArrayList<>();
    for (int sequence = 1; sequence < entry.replayedTo; sequence++) {
      Entry kept = waiting.get(-sequence);
      if (kept != null) {
        all.add(kept);
        waiting.remove(-sequence);
      }
    }
    all.add(entry);
    return all.size() == entry.replayedTo ? all : List.of();
  }
}
