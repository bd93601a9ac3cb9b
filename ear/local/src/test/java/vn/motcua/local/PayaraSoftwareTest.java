package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayaraSoftwareTest {
  @TempDir Path temporary;

  @Test
  void unpacksWhatHasTheRightChecksum() throws IOException {
    Path zip = zip("payara7/glassfish/readme");
    Path home = new PayaraSoftware(zip, "7", PayaraSoftware.checksum(zip)).unpack(temporary);
    assertThat(home.resolve("glassfish/readme")).hasContent("content");
  }

  @Test
  void refusesAnotherChecksumAndUnpacksNothing() throws IOException {
    Path zip = zip("payara7/glassfish/readme");
    assertThatThrownBy(() -> new PayaraSoftware(zip, "7", "00").unpack(temporary))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("SHA-256")
        .hasMessageContaining(zip.toString());
    assertThat(temporary.resolve("payara-7")).doesNotExist();
  }

  @Test
  void refusesEntriesThatLeaveItsFolder() throws IOException {
    Path zip = zip("payara7/../../outside");
    PayaraSoftware software = new PayaraSoftware(zip, "7", PayaraSoftware.checksum(zip));
    assertThatThrownBy(() -> software.unpack(temporary)).isInstanceOf(IOException.class);
  }

  private Path zip(String entry) throws IOException {
    Path file = temporary.resolve("payara.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write("content".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return file;
  }
}
