package vn.motcua.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people read when something is refused: a Vietnamese sentence that says what to do next. The
 * bundles that are not here hold no refusals: explanations of a due moment, findings in a file.
 */
class RefusalWordsTest {

  /** Said within the sentences of catalogue.sheet-wrong and eventlog.mapping-invalid. */
  private static final List<String> PARTS = List.of("sheet.", "mapping.");

  private static final Path RESOURCES = Path.of("src/main/resources/vn/motcua");
  private static final Path SOURCES = Path.of("src/main/java/vn/motcua");
  private static final Pattern CODE = Pattern.compile("super\\(\\s*\"([a-z.-]+)\"( \\+)?");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "processing",
        "dossier",
        "reception",
        "acceptance",
        "handover",
        "papers",
        "catalogue",
        "dataset",
        "organisation",
        "portal",
        "reporting",
        "payment",
        "feedback",
        "satisfaction",
        "outage",
        "certification",
        "calendar",
        "structure",
        "rates",
        "identity",
        "deadlines",
        "demo",
        "figures",
        "outbox",
        "eventlog/failure"
      })
  void everyRefusalSaysWhatToDoNext(String context) throws IOException {
    Properties vietnamese = bundle(context, "messages.properties");
    Properties english = bundle(context, "messages_en.properties");
    List<String> silent = new ArrayList<>();
    for (String code : codes(vietnamese)) {
      if (PARTS.stream().anyMatch(code::startsWith)) {
        continue;
      }
      String sentence = vietnamese.getProperty(code);
      boolean asksForSomething = sentence.matches("(?s).*(Hãy|hãy|Xem|xem lại|liên hệ).*");
      boolean isASentence =
          Character.isUpperCase(sentence.codePointAt(0))
              || sentence.startsWith("{")
              || sentence.startsWith("“");
      boolean ends = sentence.matches("(?s).*[.:}]");
      if (!asksForSomething || !isASentence || !ends) {
        silent.add(code + ": " + sentence);
      }
      assertThat(english.getProperty(code)).as("English of " + code).isNotBlank();
    }
    assertThat(silent).isEmpty();
  }

  /** A code without a message would fail only when somebody is refused. */
  @Test
  void everyCodeOfProcessingHasItsWords() throws IOException {
    Properties words = bundle("processing", "messages.properties");
    Set<String> missing = new TreeSet<>();
    String source = Files.readString(SOURCES.resolve("processing/ProcessingFailure.java"));
    Matcher code = CODE.matcher(source);
    int found = 0;
    while (code.find()) {
      found++;
      if (code.group(2) == null && !words.containsKey(code.group(1))) {
        missing.add(code.group(1));
      }
    }
    try (Stream<Path> files = Files.walk(SOURCES.resolve("processing"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        Matcher field =
            Pattern.compile("ProcessingFailure\\.Missing\\(\\s*\"([a-z-]+)\"")
                .matcher(Files.readString(file));
        while (field.find()) {
          found++;
          if (!words.containsKey("processing.missing." + field.group(1))) {
            missing.add("processing.missing." + field.group(1));
          }
        }
      }
    }
    assertThat(found).isGreaterThan(40);
    assertThat(missing).isEmpty();
  }

  /** Words of enumerations, which are no sentences, begin with a capital. */
  private static List<String> codes(Properties bundle) {
    return bundle.stringPropertyNames().stream()
        .filter(key -> Character.isLowerCase(key.charAt(0)))
        .filter(key -> !key.startsWith("reception.relation") && key.indexOf('.') > 0)
        .sorted()
        .toList();
  }

  private static Properties bundle(String context, String name) throws IOException {
    Properties bundle = new Properties();
    try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(context).resolve(name))) {
      bundle.load(reader);
    }
    return bundle;
  }
}
