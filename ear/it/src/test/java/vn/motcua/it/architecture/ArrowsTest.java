package vn.motcua.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom: web → ejb → {events, reports}; job → events; nothing back. */
class ArrowsTest {

  private static final String[] CONTEXTS = {
    "vn.motcua.acceptance..",
    "vn.motcua.audit..",
    "vn.motcua.calendar..",
    "vn.motcua.catalogue..",
    "vn.motcua.certification..",
    "vn.motcua.database..",
    "vn.motcua.dataset..",
    "vn.motcua.deadlines..",
    "vn.motcua.demo..",
    "vn.motcua.dossier..",
    "vn.motcua.eventlog..",
    "vn.motcua.feedback..",
    "vn.motcua.figures..",
    "vn.motcua.handover..",
    "vn.motcua.identity..",
    "vn.motcua.ministry..",
    "vn.motcua.notice..",
    "vn.motcua.organisation..",
    "vn.motcua.outage..",
    "vn.motcua.outbox..",
    "vn.motcua.papers..",
    "vn.motcua.payment..",
    "vn.motcua.portal..",
    "vn.motcua.processing..",
    "vn.motcua.rates..",
    "vn.motcua.reception..",
    "vn.motcua.reference..",
    "vn.motcua.reporting..",
    "vn.motcua.satisfaction..",
    "vn.motcua.startup..",
    "vn.motcua.steps..",
    "vn.motcua.structure..",
    "vn.motcua.worktime.."
  };

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(place -> !place.contains("-tests") && !place.contains("test-classes"))
          .importPackages("vn.motcua");

  static Stream<ArchRule> rules() {
    return Stream.of(
        noClasses()
            .that()
            .resideInAnyPackage(CONTEXTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.motcua.web..", "vn.motcua.analytics..", "vn.motcua.local..")
            .as("processing knows no screen, no stream, no platform"),
        noClasses()
            .that()
            .resideInAPackage("vn.motcua.events..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.apache.flink..", "org.apache.kafka..")
            .as("the event contract is plain Avro"),
        noClasses()
            .that()
            .resideInAPackage("vn.motcua.analytics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                with(CONTEXTS, "vn.motcua.web..", "vn.motcua.reports..", "jakarta.."))
            .as("the stream knows the event contract and nothing else of the product"),
        noClasses()
            .that()
            .resideInAPackage("vn.motcua.reports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                with(CONTEXTS, "vn.motcua.web..", "vn.motcua.events..", "jakarta.."))
            .as("reports take plain records"),
        noClasses()
            .that()
            .resideInAPackage("vn.motcua.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "vn.motcua.analytics..")
            .as("screens and resources hold no persistence"),
        noClasses()
            .that()
            .resideInAPackage("vn.motcua.web..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("vn.motcua.dossier.DossierService")
            .as("the dossier's service asks nobody for rights: only services that did call it"),
        classes()
            .that()
            .resideInAnyPackage("vn.motcua.analytics.job.facts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "vn.motcua.events..",
                "vn.motcua.analytics.job.facts..",
                "org.apache.avro..")
            .as("a dossier's facts are pure: no Flink"),
        slices()
            .matching("vn.motcua.(*)..")
            .should()
            .beFreeOfCycles()
            .as("no context depends on itself in a circle"),
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING,
        noClasses()
            .that()
            .resideInAnyPackage(with(CONTEXTS, "vn.motcua.web..", "vn.motcua.reports.."))
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .as("only the launcher prints"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(PRODUCT);
  }

  @Test
  void seesTheWholeProduct() {
    assertThat(PRODUCT.stream().map(c -> c.getPackageName()).distinct())
        .contains(
            "vn.motcua.web.rest",
            "vn.motcua.figures",
            "vn.motcua.events",
            "vn.motcua.reports",
            "vn.motcua.analytics.job.facts",
            "vn.motcua.local");
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }

  /**
   * A bean without an interface is called through a view that has its public methods only; a test
   * without a container does not show it.
   */
  @Test
  void beansAreCalledByTheirPublicMethods() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "another bean's method that is not public",
                (JavaMethodCall call) ->
                    call.getTargetOwner().isAnnotatedWith("jakarta.ejb.Stateless")
                        && !call.getOriginOwner()
                            .getName()
                            .startsWith(call.getTargetOwner().getName())
                        && call.getTarget()
                            .resolveMember()
                            .map(JavaMember::getModifiers)
                            .filter(all -> !all.contains(JavaModifier.PUBLIC))
                            .filter(all -> !all.contains(JavaModifier.STATIC))
                            .isPresent()))
        .check(PRODUCT);
  }
}
