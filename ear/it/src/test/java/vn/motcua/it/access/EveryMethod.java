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
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything of the product that can be called: beans, resources, servlets, pages. */
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
      if (!resource.isAnnotatedWith(jakarta.ws.rs.Path.class)) {
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

  /** Methods of servlets that answer to an HTTP method, with that method and their address. */
  static TreeMap<String, String> ofServlets() {
    TreeMap<String, String> found = new TreeMap<>();
    for (JavaClass servlet : PRODUCT) {
      if (!servlet.isAnnotatedWith(WebServlet.class)) {
        continue;
      }
      WebServlet at = servlet.getAnnotationOfType(WebServlet.class);
      String address = (at.value().length > 0 ? at.value() : at.urlPatterns())[0];
      for (JavaMethod method : servlet.getMethods()) {
        if (method.getName().matches("do(Get|Post|Put|Delete|Patch)")) {
          String verb = method.getName().substring(2).toUpperCase(Locale.ROOT);
          found.put(named(servlet, method), verb + " " + address.replace("*", "{rest}"));
        }
      }
    }
    return found;
  }

  /** Pages, by the address without ".xhtml". */
  static TreeMap<String, String> ofPages() {
    Path root = Path.of("../../web/src/main/webapp");
    TreeMap<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .map(file -> "/" + root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".xhtml"))
          .filter(file -> !file.startsWith("/WEB-INF/") && !file.startsWith("/errors/"))
          .map(file -> file.substring(0, file.length() - ".xhtml".length()))
          .forEach(page -> found.put("page " + page, "GET " + page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** All that is called by an HTTP method and an address. */
  static TreeMap<String, String> ofTheWeb() {
    TreeMap<String, String> found = new TreeMap<>(ofResources());
    found.putAll(ofServlets());
    found.putAll(ofPages());
    return found;
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
    String path = resource.getAnnotationOfType(jakarta.ws.rs.Path.class).value();
    if (method.isAnnotatedWith(jakarta.ws.rs.Path.class)) {
      path += "/" + method.getAnnotationOfType(jakarta.ws.rs.Path.class).value();
    }
    return ("/api/v1/" + path).replaceAll("/+", "/");
  }
}
