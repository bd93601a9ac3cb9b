package vn.motcua.it.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The very EAR that is shipped, with one archive of tests added. */
final class RealApplication {

  private static final String DESCRIPTOR = "META-INF/application.xml";
  private static final String TESTS = "motcua-tests";

  private RealApplication() {}

  static EnterpriseArchive with(Class<?>... testClasses) {
    return with(tests(testClasses));
  }

  /** The same, with a resource of the tests beside their classes. */
  static EnterpriseArchive withResource(String resource, Class<?>... testClasses) {
    return with(tests(testClasses).addAsResource(resource));
  }

  private static WebArchive tests(Class<?>... testClasses) {
    return ShrinkWrap.create(WebArchive.class, TESTS + ".war")
        .addClasses(testClasses)
        .addClass(NoAuthentication.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  private static EnterpriseArchive with(WebArchive tests) {
    EnterpriseArchive ear =
        ShrinkWrap.createFromZipFile(
            EnterpriseArchive.class, new File(System.getProperty("motcua.ear")));
    ear.addAsModule(Testable.archiveToTest(tests));
    String module =
        "<module><web><web-uri>%1$s.war</web-uri><context-root>/%1$s</context-root></web></module>"
            .formatted(TESTS);
    String descriptor = text(ear);
    int place = descriptor.lastIndexOf("</module>") + "</module>".length();
    ear.delete(DESCRIPTOR);
    ear.setApplicationXML(
        new StringAsset(descriptor.substring(0, place) + module + descriptor.substring(place)));
    return ear;
  }

  private static String text(EnterpriseArchive ear) {
    try (InputStream in = ear.get(DESCRIPTOR).getAsset().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
