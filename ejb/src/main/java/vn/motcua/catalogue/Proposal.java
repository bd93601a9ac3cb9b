package vn.motcua.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A proposed version (đề nghị) of a procedure or of its internal process.
 *
 * @param cells as typed, to be read as {@link ProcedureSheet} or {@link ProcessSheet}
 * @param seen what its state was when it was read: give it back with a decision
 * @param mine proposed by who is signed in
 */
public record Proposal(
    long id,
    Kind kind,
    String procedureCode,
    Map<String, String> cells,
    LocalDate validFrom,
    String reason,
    Status status,
    String proposedBy,
    Instant proposedAt,
    String decidedBy,
    Instant decidedAt,
    String decision,
    Long importId,
    int seen,
    boolean mine) {

  /** What is proposed. */
  public enum Kind {
    PROCEDURE,
    PROCESS
  }

  /** Where it stands. */
  public enum Status {
    PROPOSED,
    APPROVED,
    REJECTED,
    WITHDRAWN
  }

  public Proposal {
    cells = Map.copyOf(cells);
  }
}
