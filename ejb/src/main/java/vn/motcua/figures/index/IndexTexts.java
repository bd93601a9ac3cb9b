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
 * {@code with}, and may use {@code asked}: dataset, begin, finish, present. What is counted of the
 * dossiers received in the period is counted by one file for all, {@code received.sql}.
 */
public final class IndexTexts {

  private static final String RECEIVED = text("received.sql");
  private static final Map<IndexComponent, String> FIRST = first(RECEIVED);
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

  /**
   * All components of the dossiers received, in one row: for each a column of its name in small
   * letters, and one that ends in {@code _of}.
   */
  static String received() {
    return RECEIVED + "select * from counted";
  }

  /** Whether it is one of those. */
  static boolean isOfReceived(IndexComponent component) {
    return RECEIVED.contains(" as " + column(component) + "_of");
  }

  static String column(IndexComponent component) {
    return component.name().toLowerCase(Locale.ROOT);
  }

  private static Map<IndexComponent, String> first(String received) {
    Map<IndexComponent, String> texts = new EnumMap<>(texts(""));
    for (IndexComponent component : IndexComponent.values()) {
      String column = column(component);
      if (received.contains(" as " + column + "_of")) {
        texts.put(component, received + "select %1$s, %1$s_of from counted".formatted(column));
      }
    }
    return Map.copyOf(texts);
  }

  private static Map<IndexComponent, String> texts(String folder) {
    Map<IndexComponent, String> texts = new EnumMap<>(IndexComponent.class);
    for (IndexComponent component : IndexComponent.values()) {
      String text = text(folder + column(component).replace('_', '-') + ".sql");
      if (text != null) {
        texts.put(component, text);
      }
    }
    return Map.copyOf(texts);
  }

  /** Null where there is no such file. */
  private static String text(String name) {
    try (InputStream in = IndexTexts.class.getResourceAsStream(name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
