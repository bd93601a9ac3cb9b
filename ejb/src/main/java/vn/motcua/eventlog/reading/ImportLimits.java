package vn.motcua.eventlog.reading;

/**
 * How much of a foreign file is accepted. Every limit has its own error code.
 *
 * @param uploadBytes of the file as received
 * @param expandedBytes of the file after decompression
 * @param expansion how many times larger than the bytes read so far it may become; looked at from
 *     16 MiB on, since small files may be very repetitive
 * @param itemBytes from one piece of the file (an element, a row) to the next
 * @param attributes of one XML element, and of one event or trace
 * @param depth of nested elements
 * @param columns of a CSV file
 * @param valueLength of a value that the mapping asks for, in UTF-16 units; longer ones are refused
 *     with their event or case
 * @param events of one file
 * @param cases of one file
 * @param eventsPerCase a case with more is refused
 */
public record ImportLimits(
    long uploadBytes,
    long expandedBytes,
    long expansion,
    long itemBytes,
    int attributes,
    int depth,
    int columns,
    int valueLength,
    long events,
    long cases,
    int eventsPerCase) {

  private static final long MEBIBYTE = 1L << 20;

  /** Enough for several million events in a heap of a few hundred megabytes. */
  public static ImportLimits standard() {
    return new ImportLimits(
        512 * MEBIBYTE,
        16_384 * MEBIBYTE,
        400,
        2 * MEBIBYTE,
        2_000,
        64,
        2_000,
        2_000,
        20_000_000,
        5_000_000,
        50_000);
  }
}
