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

  /**
   * The body by which what a branch received is reached: the branch; where only the place below it
   * that received is in the scope (điểm tiếp nhận, ki-ốt, xe lưu động), that place. What another
   * place of the branch received stays the branch's.
   *
   * @param branchId the branch that answers for it
   * @param pointId the place below it that received; null: the branch itself did
   */
  public int nearest(int branchId, Integer pointId) {
    return pointId != null && !includes(branchId) && includes(pointId) ? pointId : branchId;
  }
}
