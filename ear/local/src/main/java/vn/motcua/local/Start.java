package vn.motcua.local;

import java.lang.reflect.InvocationTargetException;

/**
 * First class of the launcher. It is compiled for old JDKs, so that one that is too old gets a
 * sentence instead of an UnsupportedClassVersionError.
 */
public final class Start {
  private static final int OLDEST_JDK = 21;

  private Start() {}

  /** Checks the JDK and hands over to the launcher. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    String refusal = refusal(System.getProperty("java.specification.version"));
    if (refusal != null) {
      System.err.println("ERROR " + refusal);
      System.exit(1);
    }
    try {
      Class.forName("vn.motcua.local.Launcher")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Why this JDK cannot be used, or null when it can.
   *
   * @param specification the property java.specification.version, such as 1.8 or 25
   */
  static String refusal(String specification) {
    int version =
        Integer.parseInt(
            specification.startsWith("1.") ? specification.substring(2) : specification);
    if (version >= OLDEST_JDK) {
      return null;
    }
    return "JDK "
        + version
        + " qu\u00e1 c\u0169; h\u00e3y c\u00e0i JDK "
        + OLDEST_JDK
        + " tr\u1edf l\u00ean | JDK "
        + version
        + " is too old; install JDK "
        + OLDEST_JDK
        + " or newer";
  }
}
