package vn.motcua.reports;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The four sums that every row of Biểu II.06a must satisfy. */
public enum ColumnIdentity {
  /** Received = online + in person or by post + carried over. */
  RECEIVED(3, 4, 5, 6),
  /** Resolved = early + on time + late. */
  RESOLVED(7, 8, 9, 10),
  /** Open = within limit + overdue. */
  OPEN(11, 12, 13),
  /** Everything received is either resolved or open. */
  BALANCE(3, 7, 11);

  private final int total;
  private final int[] parts;

  ColumnIdentity(int total, int... parts) {
    this.total = total;
    this.parts = parts;
  }

  boolean holdsFor(DossierCounts counts) {
    return counts.column(total) == sum(counts);
  }

  /** "(3)=10 nhưng (4)+(5)+(6)=3+4+2=9". */
  String contradiction(DossierCounts counts) {
    return "(%d)=%d nhưng %s=%s=%d"
        .formatted(
            total,
            counts.column(total),
            parts(column -> "(" + column + ")"),
            parts(column -> String.valueOf(counts.column(column))),
            sum(counts));
  }

  private long sum(DossierCounts counts) {
    return Arrays.stream(parts).mapToLong(counts::column).reduce(0, Math::addExact);
  }

  private String parts(IntFunction<String> text) {
    return Arrays.stream(parts).mapToObj(text).collect(Collectors.joining("+"));
  }
}
