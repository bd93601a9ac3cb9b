package vn.motcua.analytics.job.stream;

import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;

/** What the stream keeps of one dossier. */
public final class DossierState {

  /** Null until a reception was accepted. */
  public DossierFacts facts;

  /** The last entry taken in, refused ones included. */
  public int sequence;

  /** T at which the dossier was last counted, UTC milliseconds. Never goes back. */
  public long countedAt = Entry.NONE;

  /** The due moment for which a timer is pending. */
  public long armedFor = Entry.NONE;

  /** How many entries wait for an earlier one. */
  public int waiting;

  public DossierState() {}
}
