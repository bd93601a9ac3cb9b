package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
  private static final int CLASS_FILE_OF_JAVA_11 = 55;

  @ParameterizedTest
  @ValueSource(strings = {"1.8", "11", "17", "20"})
  void refusesOldJdks(String specification) {
    assertThat(Start.refusal(specification)).contains("JDK 21").doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"21", "25", "30"})
  void acceptsFrom21On(String specification) {
    assertThat(Start.refusal(specification)).isNull();
  }

  @Test
  void canBeLoadedByAnOldJdk() throws IOException {
    try (var data = new DataInputStream(Start.class.getResourceAsStream("Start.class"))) {
      data.readInt();
      data.readUnsignedShort();
      assertThat(data.readUnsignedShort()).isLessThanOrEqualTo(CLASS_FILE_OF_JAVA_11);
    }
  }
}
