package vn.motcua.analytics.job.watch;

import java.io.IOException;
import vn.motcua.analytics.job.facts.PackedBytes;
import vn.motcua.events.TermKind;

/**
 * What is kept of a thing with a term, in as few bytes as can be; which thing it is the key tells.
 * Begins with a version; what an older version wrote must stay readable for as long as savepoints
 * of it may be restored.
 *
 * <p>Not thread-safe.
 */
final class WatchedTermCodec {

  private static final int VERSION = 1;
  private static final int STANDING = 1;
  private static final int TOLD = 1 << 1;
  private static final TermKind[] KINDS = TermKind.values();

  private final PackedBytes packed = new PackedBytes();

  byte[] encode(WatchedTerm term) {
    packed.begin();
    packed.octet(VERSION);
    packed.octet((term.standing == null ? 0 : STANDING) | (term.told ? TOLD : 0));
    if (term.standing != null) {
      write(term.standing);
    }
    packed.number(term.coming.size());
    for (TermChange change : term.coming) {
      write(change);
    }
    packed.moment(term.armedFor, 0);
    return packed.bytes();
  }

  private void write(TermChange change) {
    long base = change.recordedAt;
    packed.number(base);
    packed.number(change.datasetId);
    packed.number(change.revision);
    packed.number(change.dossierId);
    packed.number(change.unitId);
    packed.number(change.branchId);
    packed.moment(change.dueAt, base);
    packed.number(change.changedAt - base);
  }

  /**
   * @param thing see {@link TermChange#thing}
   * @throws IOException when a later version wrote it
   */
  WatchedTerm decode(byte[] bytes, long thing) throws IOException {
    if (bytes[0] != VERSION) {
      throw new IOException("Unknown version " + bytes[0] + " of a watched term");
    }
    packed.begin(bytes);
    packed.octet();
    WatchedTerm term = new WatchedTerm();
    int flags = packed.octet();
    term.told = (flags & TOLD) != 0;
    if ((flags & STANDING) != 0) {
      term.standing = read(thing);
    }
    for (long left = packed.number(); left > 0; left--) {
      term.coming.add(read(thing));
    }
    term.armedFor = packed.moment(0);
    return term;
  }

  private TermChange read(long thing) {
    TermChange change = new TermChange();
    change.kind = KINDS[TermChange.kindOf(thing)];
    change.thingId = TermChange.idOf(thing);
    long base = packed.number();
    change.recordedAt = base;
    change.datasetId = (int) packed.number();
    change.revision = packed.number();
    change.dossierId = packed.number();
    change.unitId = (int) packed.number();
    change.branchId = (int) packed.number();
    change.dueAt = packed.moment(base);
    change.changedAt = packed.number() + base;
    return change;
  }
}
