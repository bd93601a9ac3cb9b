package vn.motcua.analytics.job.facts;

import java.util.Arrays;

/** Writes and reads numbers in as many bytes as they need (zigzag, seven bits a byte). */
public final class PackedBytes {

  private static final int LONGEST = 10;

  private byte[] buffer = new byte[256];
  private byte[] source;
  private int at;

  public PackedBytes() {}

  /** Begins to write. */
  public void begin() {
    at = 0;
  }

  /** Begins to read. */
  public void begin(byte[] bytes) {
    source = bytes;
    at = 0;
  }

  /** What was written. */
  public byte[] bytes() {
    return Arrays.copyOf(buffer, at);
  }

  public void octet(int value) {
    room(1);
    buffer[at++] = (byte) value;
  }

  public int octet() {
    return source[at++] & 0xFF;
  }

  public void number(long value) {
    room(LONGEST);
    long left = (value << 1) ^ (value >> 63);
    while ((left & ~0x7FL) != 0) {
      buffer[at++] = (byte) (left & 0x7F | 0x80);
      left >>>= 7;
    }
    buffer[at++] = (byte) left;
  }

  public long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = source[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
  }

  /**
   * @param moment may be {@link Entry#NONE}
   */
  public void moment(long moment, long base) {
    octet(moment == Entry.NONE ? 0 : 1);
    if (moment != Entry.NONE) {
      number(moment - base);
    }
  }

  public long moment(long base) {
    return octet() == 0 ? Entry.NONE : number() + base;
  }

  public void moments(long[] moments, long base) {
    number(moments.length);
    for (long moment : moments) {
      number(moment - base);
    }
  }

  public long[] moments(long base) {
    long[] moments = new long[(int) number()];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = number() + base;
    }
    return moments;
  }

  public void text(byte[] text) {
    number(text.length);
    room(text.length);
    System.arraycopy(text, 0, buffer, at, text.length);
    at += text.length;
  }

  public byte[] text() {
    int length = (int) number();
    at += length;
    return Arrays.copyOfRange(source, at - length, at);
  }

  private void room(int more) {
    if (at + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length + more);
    }
  }
}
