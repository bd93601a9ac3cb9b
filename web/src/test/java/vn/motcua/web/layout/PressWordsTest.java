package vn.motcua.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each button says what it did, in both languages; "saved" alone tells nobody anything. */
class PressWordsTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Pattern BUTTON = Pattern.compile("h:commandButton id=\"(do-[A-Za-z-]+)\"");
  private static final Pattern ANY_BUTTON =
      Pattern.compile("h:commandButton (?:id=\"([A-Za-z-]+)\"|[^>]*pt:data-do=\"([a-z-]+)\")");
  private static final Pattern PART = Pattern.compile("/WEB-INF/parts/[a-z-]+\\.xhtml");

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyButtonOfAPageThatSaysItHasItsWords(String language) throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.filter(one -> one.toString().endsWith(".xhtml")).toList()) {
        String text = withParts(Files.readString(page));
        if (text.contains(".said}")) {
          Matcher button = BUTTON.matcher(text);
          button
              .results()
              .forEach(
                  found -> keys.add(PressedPage.saidKey("/" + page.getFileName(), found.group(1))));
        }
      }
    }
    assertThat(keys).hasSizeGreaterThan(40).contains("press.said.fees.do-pay-out-payOut");
    assertThat(keys)
        .allSatisfy(
            key -> assertThat(ScreenText.find(Locale.of(language), key)).as(key).isPresent());
  }

  /** Where the address names the button, see {@link Pressed}. */
  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void soDoesEveryButtonWhereTheAddressNamesIt(String language) throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.filter(one -> one.toString().endsWith(".xhtml")).toList()) {
        String text = Files.readString(page);
        if (text.contains("pressed.said}")) {
          ANY_BUTTON
              .matcher(text)
              .results()
              .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
              .forEach(button -> keys.add(PressedPage.saidKey("/" + page.getFileName(), button)));
        }
      }
    }
    assertThat(keys)
        .hasSize(14)
        .contains("press.said.reviews.carry", "press.said.organisation.kind-send")
        .allSatisfy(
            key -> assertThat(ScreenText.find(Locale.of(language), key)).as(key).isPresent());
  }

  private static String withParts(String page) throws IOException {
    StringBuilder all = new StringBuilder(page);
    for (String part :
        PART.matcher(page).results().map(found -> found.group()).distinct().toList()) {
      all.append(Files.readString(Path.of(PAGES + part)));
    }
    return all.toString();
  }
}
