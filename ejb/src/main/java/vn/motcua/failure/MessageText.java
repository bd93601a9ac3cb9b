package vn.motcua.failure;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Looks a message up in a bundle, Vietnamese by default. The base bundle is Vietnamese; only {@code
 * _en} lies beside it, so no locale of the machine ever slips in.
 */
public final class MessageText {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private MessageText() {}

  /**
   * @param owner the class beside which the bundle {@code messages} lies
   * @param key the key of the message
   * @param arguments fill the places {0}, {1} … of the message
   */
  public static String of(Class<?> owner, Locale locale, String key, Object... arguments) {
    Locale language = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT;
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            owner.getPackageName() + ".messages", language, owner.getClassLoader(), NO_FALLBACK);
    Object[] words =
        Arrays.stream(arguments).map(argument -> word(bundle, argument)).toArray(Object[]::new);
    return new MessageFormat(bundle.getString(key), locale).format(words);
  }

  /**
   * A constant of an enumeration is told by its word in the bundle, if it has one there; several by
   * one after the other.
   */
  private static Object word(ResourceBundle bundle, Object argument) {
    if (argument instanceof Collection<?> several) {
      return several.stream()
          .map(one -> String.valueOf(word(bundle, one)))
          .collect(Collectors.joining(", "));
    }
    if (argument instanceof Enum<?> constant) {
      String key = constant.getDeclaringClass().getSimpleName() + "." + constant.name();
      return bundle.containsKey(key) ? bundle.getString(key) : constant.name();
    }
    return argument;
  }
}
