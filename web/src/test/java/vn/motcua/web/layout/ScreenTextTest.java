package vn.motcua.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that a screen asks for is there in both languages, and none lies there unused. */
class ScreenTextTest {

  /** Quoted words that look like keys: a.b, a-b.c.d; a key that is put together ends in a dot. */
  private static final Pattern QUOTED =
      Pattern.compile("['\"]([a-z][a-zA-Z-]*(?:\\.[\\w-]*)+)['\"]");

  private static final Pattern FILE = Pattern.compile(".*\\.(css|js|svg|json)");

  private static final ResourceBundle VIETNAMESE = bundle("vi");
  private static final ResourceBundle ENGLISH = bundle("en");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(ENGLISH.keySet()).isEqualTo(VIETNAMESE.keySet());
  }

  @Test
  void everyTextAskedForIsThere() throws IOException {
    Set<String> families = new TreeSet<>();
    VIETNAMESE.keySet().forEach(key -> families.add(key.substring(0, key.indexOf('.'))));
    Set<String> missing = new TreeSet<>();
    for (String asked : quoted()) {
      boolean ours = families.contains(asked.substring(0, asked.indexOf('.')));
      boolean there =
          asked.endsWith(".")
              ? VIETNAMESE.keySet().stream().anyMatch(key -> key.startsWith(asked))
              : VIETNAMESE.containsKey(asked);
      if (ours && !there) {
        missing.add(asked);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyTextIsAskedFor() throws IOException {
    Set<String> asked = quoted();
    assertThat(VIETNAMESE.keySet())
        .allMatch(
            key ->
                asked.contains(key)
                    || asked.stream().anyMatch(part -> part.endsWith(".") && key.startsWith(part)));
  }

  @Test
  void theLanguagesFillTheSamePlaces() {
    for (String key : VIETNAMESE.keySet()) {
      assertThat(places(ENGLISH.getString(key)))
          .as(key)
          .isEqualTo(places(VIETNAMESE.getString(key)));
    }
  }

  @Test
  void textsAreComposedAndHaveNoStrayQuotes() {
    for (ResourceBundle bundle : new ResourceBundle[] {VIETNAMESE, ENGLISH}) {
      for (String key : bundle.keySet()) {
        String text = bundle.getString(key);
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as(key).isTrue();
        assertThat(text).as(key).isNotBlank().doesNotContain("'");
      }
    }
  }

  @Test
  void textWithPlacesIsFilled() {
    assertThat(ScreenText.of(Locale.of("vi"), "imports.earlier.show", 12L))
        .isEqualTo("Xem lần nhập số 12");
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher place = Pattern.compile("\\{\\d+}").matcher(text);
    while (place.find()) {
      places.add(place.group());
    }
    if (!places.isEmpty()) {
      assertThat(new MessageFormat(text).getFormatsByArgumentIndex()).hasSize(places.size());
    }
    return places;
  }

  private static Set<String> quoted() throws IOException {
    Set<String> quoted = new TreeSet<>();
    for (String root : new String[] {"src/main/java", "src/main/webapp"}) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|xhtml)")).toList()) {
          Matcher key = QUOTED.matcher(Files.readString(file));
          key.results()
              .map(found -> found.group(1))
              .filter(word -> !FILE.matcher(word).matches())
              .forEach(quoted::add);
        }
      }
    }
    return quoted;
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle("vn.motcua.web.screens", Locale.of(language));
  }
}
