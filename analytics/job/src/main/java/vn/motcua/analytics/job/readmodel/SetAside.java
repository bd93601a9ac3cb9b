package vn.motcua.analytics.job.readmodel;

/** Where a record lies that could not be counted, and why: a row of {@code dead_letter}. */
public final class SetAside {

  /** A reason may quote what was read; more than this says nothing more. */
  private static final int LONGEST_REASON = 500;

  /** Ids begin with 1. */
  public static final long NO_DOSSIER = 0;

  public String topic;
  public int partition;
  public long offset;
  public String reason;

  /** Whose entry it was, as far as its key tells; else {@link #NO_DOSSIER}. */
  public long dossierId;

  public SetAside() {}

  public static SetAside of(
      String topic, int partition, long offset, String reason, long dossierId) {
    SetAside row = new SetAside();
    row.dossierId = dossierId;
    row.topic = topic;
    row.partition = partition;
    row.offset = offset;
    // PostgreSQL keeps no NUL in a text.
    String text = String.valueOf(reason).replace('\0', '?');
    row.reason = text.substring(0, Math.min(LONGEST_REASON, text.length()));
    return row;
  }

  /** One record is one row, however often it is read. */
  String place() {
    return topic + '/' + partition + '/' + offset;
  }
}
