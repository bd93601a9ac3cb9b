package vn.motcua.processing;

/**
 * A file as it was sent, not yet trusted.
 *
 * @param name as the sender's machine called it
 */
public record UploadedFile(String name, byte[] content) {

  /** The most bytes that a file may have. */
  public static final int LARGEST = 20 * 1024 * 1024;
}
