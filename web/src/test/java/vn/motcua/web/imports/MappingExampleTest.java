package vn.motcua.web.imports;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.eventlog.mapping.MappingReader;

class MappingExampleTest {

  @ParameterizedTest
  @EnumSource
  void isAMappingThatTheImporterTakes(MappingExample example) {
    assertThatCode(() -> MappingReader.read(example.getText())).doesNotThrowAnyException();
  }
}
