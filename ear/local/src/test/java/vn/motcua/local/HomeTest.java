package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path temporary;

  @Test
  void servesOnePlatformAtATime() {
    Path folder = temporary.resolve("home");
    Home first = Home.take(folder);
    assertThatThrownBy(() -> Home.take(folder))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("MOTCUA_HOME")
        .hasMessageNotContaining("\n");
    first.close();
    Home.take(folder).close();
  }

  @Test
  void refusesAPlaceThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "in the way");
    assertThatThrownBy(() -> Home.take(file.resolve("home")))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("MOTCUA_HOME")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> Home.take(file)).isInstanceOf(PlatformException.class);
    assertThatThrownBy(() -> Home.take(Path.of("/proc/motcua")))
        .isInstanceOf(PlatformException.class);
  }

  @Test
  void leavesTheFoldersOfOthersAlone() throws IOException {
    Files.writeString(temporary.resolve("letter.txt"), "private");
    assertThatThrownBy(() -> Home.take(temporary)).isInstanceOf(PlatformException.class);
    assertThat(temporary.resolve("run")).doesNotExist();
  }

  @Test
  void emptiedItKeepsSoftwareAndLogs() throws IOException {
    try (Home home = Home.take(temporary.resolve("home"))) {
      Files.createDirectories(home.data(ComponentName.POSTGRESQL).resolve("base"));
      Files.createDirectories(home.software().resolve("payara"));
      Secret.readOrCreate(home.secrets().resolve("password"));
      home.empty();
      assertThat(home.data(ComponentName.POSTGRESQL)).doesNotExist();
      assertThat(home.secrets()).doesNotExist();
      assertThat(home.software().resolve("payara")).exists();
    }
  }

  @Test
  void makesASecretOnceForItsOwnerOnly() throws IOException {
    Path file = temporary.resolve("secrets/password");
    String secret = Secret.readOrCreate(file);
    assertThat(secret).hasSizeGreaterThan(30).isEqualTo(Secret.readOrCreate(file));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Secret.readOrCreate(temporary.resolve("other"))).isNotEqualTo(secret);
  }
}
