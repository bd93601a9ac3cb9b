package vn.motcua.canary;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.junit.jupiter.api.Test;

/** The groups of rules and of properties run their bodies. */
@MustFail
class CanaryTest {

  @Test
  void sings() {
    throw new MustFail.Song();
  }

  /** A property that some number disproves; jqwik must find one. */
  @Property
  @AddLifecycleHook(Disproved.class)
  void isDisproved(@ForAll int number) {
    assertThat(number).isLessThan(1_000);
  }

  static class Disproved implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      PropertyExecutionResult result = property.execute();
      return result.status() == PropertyExecutionResult.Status.FAILED
          ? result.mapToSuccessful()
          : result.mapToFailed("The canary did not sing: properties are not tried");
    }
  }
}
