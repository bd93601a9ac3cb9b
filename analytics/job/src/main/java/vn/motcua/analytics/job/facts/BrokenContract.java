package vn.motcua.analytics.job.facts;

/**
 * An entry that cannot follow on the dossier's facts so far, for instance a finish of a dossier
 * that was closed already. The dossier keeps its facts; the entry is set aside with this reason.
 */
public final class BrokenContract extends Exception {

  private static final long serialVersionUID = 1L;

  public BrokenContract(String reason) {
    super(reason);
  }
}
