package vn.motcua.analytics.job.stream;

import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;

/**
 * What the stream knows of one dossier, while it looks at it. {@link DossierStateCodec} keeps it.
 */
public final class DossierState {

  /** Null until a reception was accepted. */
  public DossierFacts facts;

  /** The last entry taken in, refused ones included. */
  public int sequence;

  /** T at which the dossier was last counted, UTC milliseconds. Never goes back. */
  public long countedAt;

  /** The due moment for which a timer is pending. */
  public long armedFor;

  /** How many entries wait for an earlier one. */
  public int waiting;

  /** Of a dossier that nothing is known of. */
  public void clear() {
    facts = null;
    sequence = 0;
    countedAt = Entry.NONE;
    armedFor = Entry.NONE;
    waiting = 0;
  }
}
