package vn.motcua.analytics.job.stream;

import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;

/**
 * What the stream knows of one dossier, while it looks at it. {@link DossierStateCodec} keeps it.
 */
final class DossierState {

  /** Null until a reception was accepted. */
  DossierFacts facts;

  /** The last entry taken in, refused ones included. */
  int sequence;

  /** T at which the dossier was last counted, UTC milliseconds. Never goes back. */
  long countedAt;

  /** The due moment for which a timer is pending. */
  long armedFor;

  /** How many entries wait for an earlier one. */
  int waiting;

  /** Of a dossier that nothing is known of. */
  void clear() {
    facts = null;
    sequence = 0;
    countedAt = Entry.NONE;
    armedFor = Entry.NONE;
    waiting = 0;
  }
}
