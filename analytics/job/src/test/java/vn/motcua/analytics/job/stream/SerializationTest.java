package vn.motcua.analytics.job.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.analytics.job.readmodel.ReadModelRow;
import vn.motcua.analytics.job.watch.TermChange;

/** What crosses the network or is kept must go through Flink's own fast serialiser. */
class SerializationTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        LogRecord.class,
        Entry.class,
        DeadLetter.class,
        TermChange.class,
        CellChange.class,
        Cell.class,
        DossierRow.class,
        ReadModelRow.class
      })
  void has_a_serialiser_of_its_own(Class<?> type) {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.setGenericTypes(false);
    TypeInformation<?> information = TypeInformation.of(type);
    assertThat(information).isInstanceOf(PojoTypeInfo.class);
    assertThat(information.createSerializer(config)).isNotNull();
  }
}
