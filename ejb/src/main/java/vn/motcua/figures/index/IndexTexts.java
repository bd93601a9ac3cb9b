package vn.motcua.figures.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The SQL of the components: a file for each that has a source, and its second count in the folder
 * {@code second}. A text answers numerator and denominator; it may begin with further parts of a
 * {@code with}, and may use {@code asked}: dataset, begin, finish, present.
 */
public final class IndexTexts {

  private static final Map<IndexComponent, String> FIRST = texts("");
  private static final Map<IndexComponent, String> SECOND = texts("second/");

  private IndexTexts() {}

  /** Of every component that something feeds. */
  public static Map<IndexComponent, String> first() {
    return FIRST;
  }

  /** Written apart from the first; compared with it by the referee. */
  public static Map<IndexComponent, String> second() {
    return SECOND;
  }

  private static Map<IndexComponent, String> texts(String folder) {
    Map<IndexComponent, String> texts = new EnumMap<>(IndexComponent.class);
    for (IndexComponent component : IndexComponent.values()) {
      String name = component.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sql";
      try (InputStream in = IndexTexts.class.getResourceAsStream(folder + name)) {
        if (in != null) {
          texts.put(component, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.copyOf(texts);
  }
}
