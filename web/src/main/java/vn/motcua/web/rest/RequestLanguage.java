package vn.motcua.web.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The language of an answer: English if it is the first one asked for, Vietnamese otherwise. */
final class RequestLanguage {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private RequestLanguage() {}

  static Locale of(HttpHeaders headers) {
    if (headers == null) {
      return VIETNAMESE;
    }
    return headers.getAcceptableLanguages().stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals("vi") || language.equals("en"))
        .findFirst()
        .map(Locale::forLanguageTag)
        .orElse(VIETNAMESE);
  }
}
