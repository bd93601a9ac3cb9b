package vn.motcua.canary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Marks a canary: a test that must fail. It passes only if its body runs and throws {@link Song}; a
 * runner that runs no bodies and reports green is caught by it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MustFail.Guard.class)
public @interface MustFail {

  /** What a canary throws. */
  final class Song extends AssertionError {
    private static final long serialVersionUID = 1L;

    public Song() {
      super("the canary sings");
    }
  }

  /** Turns the verdict round, on the side where the run is judged. */
  final class Guard implements AfterTestExecutionCallback, TestExecutionExceptionHandler {

    private static final ExtensionContext.Namespace HEARD =
        ExtensionContext.Namespace.create(Guard.class);

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
        throws Throwable {
      if (!judging() || !thrown.toString().contains("sings")) {
        throw thrown;
      }
      context.getStore(HEARD).put("song", thrown);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
      if (judging() && context.getStore(HEARD).get("song") == null) {
        throw new IllegalStateException("The canary did not sing: this group runs no test bodies");
      }
    }

    /** Inside a server the test is only carried out; the judge sits outside. */
    private static boolean judging() {
      return System.getProperty("com.sun.aas.instanceRoot") == null;
    }
  }
}
