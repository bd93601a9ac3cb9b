package vn.motcua.web.layout;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the screens, with their places filled. */
public final class ScreenText {

  private static final String BUNDLE = "vn.motcua.web.screens";

  private ScreenText() {}

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
