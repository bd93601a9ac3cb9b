package vn.motcua.identity;

import java.util.Set;

/**
 * Which bodies an account may see (phạm vi đơn vị).
 *
 * @param wholeCity every body; {@code unitIds} is then empty
 * @param unitIds ids of all versions, of any day, of the account's bodies and of those below them:
 *     what dossiers and figures carry
 */
public record Scope(boolean wholeCity, Set<Integer> unitIds) {

  public Scope {
    unitIds = Set.copyOf(unitIds);
  }

  /**
   * @param unitId of a body or of any of its versions
   */
  public boolean includes(int unitId) {
    return wholeCity || unitIds.contains(unitId);
  }
}
