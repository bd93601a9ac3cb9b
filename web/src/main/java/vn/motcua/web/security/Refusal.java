package vn.motcua.web.security;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import vn.motcua.web.layout.ScreenText;

/**
 * An answer to a program that is turned away before any resource is reached, as RFC 9457 wants it.
 */
final class Refusal {

  private Refusal() {}

  /**
   * @param code stable; its sentence lies in the screens' bundle under {@code problem.} and the
   *     code
   */
  static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String code,
      Object... arguments) {
    Locale language = language(request);
    String body =
        Json.createObjectBuilder()
            .add("type", "urn:motcua:problem:" + code)
            .add("title", ScreenText.of(language, "problem.title"))
            .add("status", status)
            .add("code", code)
            .add("detail", ScreenText.of(language, "problem." + code, arguments))
            .build()
            .toString();
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setHeader("Content-Language", language.getLanguage());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    try {
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      response.flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Locale language(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      // Else the container would answer with the machine's own language.
      return Locale.of("vi");
    }
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals("vi") || language.equals("en"))
        .findFirst()
        .map(Locale::of)
        .orElse(Locale.of("vi"));
  }
}
