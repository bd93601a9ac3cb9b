package vn.motcua.web.layout;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of the screens, with their places filled. */
public final class ScreenText {

  private static final String BUNDLE = "vn.motcua.web.screens";

  private ScreenText() {}

  /** A text as it stands; empty where there is none of this key. */
  public static Optional<String> find(Locale locale, String key) {
    ResourceBundle words = ResourceBundle.getBundle(BUNDLE, locale);
    return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
  }

  /**
   * @param key a key of the bundle {@code screens}
   * @param arguments fill the places {0}, {1} … of the text
   * @throws java.util.MissingResourceException where there is no such key
   */
  public static String of(Locale locale, String key, Object... arguments) {
    String pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }
}
