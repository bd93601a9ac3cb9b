package vn.motcua.structure;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.organisation.UnitKind;

/**
 * A body in the Centre's tree on a day.
 *
 * @param depth 0 for the Centre
 * @param to the day after the last one; null while it exists
 * @param next the day of a change that is recorded already; null: none
 * @param leaders who leads it on the day
 */
public record TreeNode(
    String code,
    String name,
    UnitKind kind,
    String parent,
    String address,
    Integer phase,
    LocalDate from,
    LocalDate to,
    LocalDate next,
    int depth,
    List<Leader> leaders) {

  /** A director or deputy. */
  public record Leader(String name, boolean director, LocalDate from, LocalDate to) {}

  public TreeNode {
    leaders = List.copyOf(leaders);
  }
}
