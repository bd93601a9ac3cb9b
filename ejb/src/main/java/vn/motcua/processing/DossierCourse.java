package vn.motcua.processing;

import java.time.Instant;
import java.util.List;

/**
 * Where a dossier may go and what it waits for, by its internal process (đường đi của hồ sơ).
 *
 * @param opinions asked for in parallel, all of them
 * @param handOvers to other agencies (liên thông), all of them
 * @param ways on from the present step, the main line first; empty where there is only one
 * @param backs ways back that the process defines here
 * @param waiting opinions beside the present step are not enough yet
 */
public record DossierCourse(
    List<Opinion> opinions,
    List<HandOver> handOvers,
    List<Way> ways,
    List<Way> backs,
    boolean waiting) {

  public DossierCourse {
    opinions = List.copyOf(opinions);
    handOvers = List.copyOf(handOvers);
    ways = List.copyOf(ways);
    backs = List.copyOf(backs);
  }

  /** Opinions that the reader may give now. */
  public List<Opinion> mine() {
    return opinions.stream().filter(Opinion::mine).toList();
  }

  /** Opinions that are overdue and still waited for. */
  public List<Opinion> overdue() {
    return opinions.stream().filter(one -> one.open() && one.late()).toList();
  }

  /** The hand-over that lasts; null: none. */
  public HandOver present() {
    return handOvers.stream().filter(one -> one.endedAt() == null).findFirst().orElse(null);
  }

  /**
   * An opinion asked for beside a step, with its own clock.
   *
   * @param seen to be given back with the opinion
   * @param worked working minutes it took, or has taken so far
   * @param allowed working minutes; 0: no limit
   * @param words the opinion, or why it was not waited for
   * @param waived the agency went on without it
   * @param left not given when the step ended
   * @param mine the reader may give it
   */
  public record Opinion(
      Seen seen,
      String step,
      String body,
      String person,
      Instant askedAt,
      Instant dueAt,
      Instant doneAt,
      long worked,
      int allowed,
      boolean late,
      String words,
      String document,
      boolean waived,
      boolean left,
      boolean mine) {

    public boolean open() {
      return doneAt == null;
    }
  }

  /**
   * A dossier at another agency, which answers for this time.
   *
   * @param endedAt null while it lasts
   * @param returned the agency gave it back undone
   * @param words what it wrote at the end
   */
  public record HandOver(
      String step,
      String from,
      String to,
      Instant at,
      Instant dueAt,
      Instant endedAt,
      long worked,
      int allowed,
      boolean late,
      boolean returned,
      boolean left,
      String words,
      String document) {}

  /**
   * @param number among the branches of the process; 0: the main line
   * @param leadsTo name of the step
   * @param condition when it is taken, in words; may be empty
   */
  public record Way(int number, String name, String leadsTo, String condition) {}
}
