package vn.motcua.events;

import java.nio.ByteBuffer;

/**
 * The header of a record that is sent once more (gửi lại), after a fix, to have a dossier counted
 * anew: it says with which sequence the repetition of that dossier ends. All entries 1 to that one
 * are sent, in order, between ordinary records.
 */
public final class ReplayMark {

  /** The header's name. */
  public static final String HEADER = "replayed-to";

  /** What {@link #read} answers for a record that is no repetition. */
  public static final int NONE = 0;

  private ReplayMark() {}

  public static byte[] of(int lastSequence) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(lastSequence).array();
  }

  /**
   * @param header the header's value; null where there is none
   * @return {@link #NONE} also for what nobody of ours has written
   */
  public static int read(byte[] header) {
    return header == null || header.length != Integer.BYTES
        ? NONE
        : Math.max(NONE, ByteBuffer.wrap(header).getInt());
  }
}
