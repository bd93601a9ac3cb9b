package vn.motcua.it.access;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything of the product that can be called from outside of its own class loader or context. */
final class EveryMethod {

  private static final List<Class<? extends Annotation>> BEANS =
      List.of(Stateless.class, Stateful.class, Singleton.class, MessageDriven.class);

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(place -> !place.contains("-tests") && !place.contains("test-classes"))
          .importPackages("vn.motcua");

  private EveryMethod() {}

  /** Public methods of enterprise beans: all that a no-interface view offers. */
  static Set<String> ofBeans() {
    Set<String> found = new TreeSet<>();
    for (JavaClass bean : PRODUCT) {
      if (BEANS.stream().anyMatch(bean::isAnnotatedWith)) {
        bean.getAllMethods().stream()
            .filter(method -> !method.getOwner().isEquivalentTo(Object.class))
            .filter(EveryMethod::isBusiness)
            .forEach(method -> found.add(named(bean, method)));
      }
    }
    return found;
  }

  /** Methods of resources that answer to an HTTP method, with that method and their address. */
  static TreeMap<String, String> ofResources() {
    TreeMap<String, String> found = new TreeMap<>();
    for (JavaClass resource : PRODUCT) {
      if (!resource.isAnnotatedWith(Path.class)) {
        continue;
      }
      for (JavaMethod method : resource.getMethods()) {
        method.getAnnotations().stream()
            .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
            .findFirst()
            .ifPresent(
                verb ->
                    found.put(
                        named(resource, method),
                        verb.getRawType().getSimpleName() + " " + address(resource, method)));
      }
    }
    return found;
  }

  /** Sockets, which no table of methods could hold: whoever adds one says here who may open it. */
  static Set<String> sockets() {
    return PRODUCT.stream()
        .filter(type -> type.isAnnotatedWith(ServerEndpoint.class))
        .map(JavaClass::getSimpleName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isBusiness(JavaMethod method) {
    Set<JavaModifier> modifiers = method.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC)
        && !modifiers.contains(JavaModifier.STATIC)
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && !modifiers.contains(JavaModifier.BRIDGE);
  }

  private static String named(JavaClass owner, JavaMethod method) {
    return owner.getSimpleName()
        + "."
        + method.getName()
        + method.getRawParameterTypes().stream()
            .map(JavaClass::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String address(JavaClass resource, JavaMethod method) {
    String path = resource.getAnnotationOfType(Path.class).value();
    if (method.isAnnotatedWith(Path.class)) {
      path += "/" + method.getAnnotationOfType(Path.class).value();
    }
    return ("/api/v1/" + path).replaceAll("/+", "/");
  }
}
