package vn.motcua.local;

/**
 * The platform cannot start or go on, for a reason that a person can act on.
 *
 * <p>The message is one line: what happened and what to do, in Vietnamese and then in English.
 */
public final class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A reason without an underlying failure. */
  public PlatformException(String vietnamese, String english) {
    this(vietnamese, english, null);
  }

  /** A reason with the failure that led to it. */
  public PlatformException(String vietnamese, String english, Throwable cause) {
    super(vietnamese + " | " + english, cause);
  }
}
