package vn.motcua.it.running;

import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import vn.motcua.local.Platform;
import vn.motcua.local.PlatformOptions;

/**
 * The platform that the tests of one run share. It is started before the first test class is looked
 * at, so that Arquillian reads the ports it is to use, and ended after the last. System property
 * {@code motcua.it}: {@code system} (with the application), {@code container} (without: Arquillian
 * deploys it), absent (nothing is started).
 */
public final class RunningSystem implements LauncherSessionListener {

  private static Platform platform;

  /** The running platform. */
  public static Platform platform() {
    if (platform == null) {
      throw new IllegalStateException(
          "No platform runs: these tests are run by mvn verify with system property motcua.it");
    }
    return platform;
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    String kind = System.getProperty("motcua.it", "");
    if (kind.isEmpty() || platform != null) {
      return;
    }
    PlatformOptions options =
        PlatformOptions.forTests(Path.of(System.getProperty("motcua.homes"), kind)).asFresh();
    platform = Platform.start(kind.equals("container") ? options.withoutApplication() : options);
    System.setProperty("payara.adminPort", Integer.toString(platform.adminPort()));
    if (kind.equals("system")) {
      Account admin = new Api(platform.httpUrl()).demoAccount("ADMINISTRATOR");
      System.setProperty("motcua.url", platform.httpUrl());
      System.setProperty("motcua.admin.user", admin.login());
      System.setProperty("motcua.admin.password", admin.password());
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (platform != null) {
      platform.close();
      platform = null;
    }
  }
}
