package vn.motcua.dossier;

import java.io.Serializable;
import java.util.Objects;

/** The key of a history row. */
public class DossierTransitionId implements Serializable {

  private long dossierId;
  private int sequence;

  public DossierTransitionId() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof DossierTransitionId that
        && dossierId == that.dossierId
        && sequence == that.sequence;
  }

  @Override
  public int hashCode() {
    return Objects.hash(dossierId, sequence);
  }
}
