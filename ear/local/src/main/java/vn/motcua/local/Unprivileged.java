package vn.motcua.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. As root (in a container, say) it runs in a user namespace of
 * its own, where the same files belong to the same user and that user is not root.
 */
final class Unprivileged {
  private Unprivileged() {}

  /** The command as it has to be run by the present user. */
  static List<String> wrap(List<String> command) throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return command;
    }
    if (!hasUserNamespaces()) {
      throw new PlatformException(
          "PostgreSQL không chạy được bằng root trên máy này; hãy chạy bằng người dùng thường"
              + " hoặc đặt MOTCUA_DB_URL tới một PostgreSQL có sẵn",
          "PostgreSQL cannot run as root here; run as an ordinary user or set MOTCUA_DB_URL");
    }
    List<String> wrapped = new ArrayList<>(List.of("unshare", "-U"));
    wrapped.addAll(command);
    return wrapped;
  }

  private static boolean hasUserNamespaces() throws IOException {
    try {
      return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
