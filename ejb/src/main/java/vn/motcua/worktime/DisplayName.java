package vn.motcua.worktime;

import java.util.Locale;
import java.util.Objects;

/**
 * A name that people read, in both languages of the screens.
 *
 * @param vietnamese never blank
 * @param english the Vietnamese one again where nobody translated it
 */
public record DisplayName(String vietnamese, String english) {
  public DisplayName {
    Objects.requireNonNull(vietnamese, "vietnamese");
    if (english == null || english.isBlank()) {
      english = vietnamese;
    }
  }

  public static DisplayName of(String vietnamese) {
    return new DisplayName(vietnamese, vietnamese);
  }

  public String in(Locale language) {
    return language.getLanguage().equals("en") ? english : vietnamese;
  }
}
