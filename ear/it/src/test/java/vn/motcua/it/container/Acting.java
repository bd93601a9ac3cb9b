package vn.motcua.it.container;

import java.lang.reflect.InvocationTargetException;
import java.security.Principal;
import java.util.concurrent.Callable;
import javax.security.auth.Subject;

/**
 * Lets test code in Payara call beans as somebody, as the web application does after sign-in. There
 * is no portable way without a request; these are the server's own classes.
 */
final class Acting {

  private static final String CONTEXT = "com.sun.enterprise.security.SecurityContext";
  private static final String GROUP = "org.glassfish.security.common.Group";

  private Acting() {}

  /**
   * @param login of an account
   * @param role its name is the group that the server maps to the role
   */
  static <T> T as(String login, String role, Callable<T> work) throws Exception {
    Class<?> contexts = server(CONTEXT);
    Subject subject = new Subject();
    subject
        .getPrincipals()
        .add((Principal) server(GROUP).getConstructor(String.class).newInstance(role));
    Object before = contexts.getMethod("getCurrent").invoke(null);
    set(contexts, contexts.getConstructor(String.class, Subject.class).newInstance(login, subject));
    try {
      return work.call();
    } finally {
      set(contexts, before);
    }
  }

  private static void set(Class<?> contexts, Object context)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    contexts.getMethod("setCurrent", contexts).invoke(null, context);
  }

  private static Class<?> server(String name) throws ClassNotFoundException {
    return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
  }
}
