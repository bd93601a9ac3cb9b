package vn.motcua.reference;

import java.util.List;

/**
 * What loading one file did.
 *
 * @param taken rows that are new, or replaced a former version
 * @param unchanged rows that were on record already
 * @param ended versions that were closed without a successor
 */
public record FileReport(String file, int taken, int unchanged, int ended, List<Refusal> refusals) {

  public FileReport {
    refusals = List.copyOf(refusals);
  }

  @Override
  public String toString() {
    return "%s: %d taken, %d unchanged, %d ended, %d refused"
        .formatted(file, taken, unchanged, ended, refusals.size());
  }
}
