package vn.motcua.web.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Login and password as HTTP Basic sends them (RFC 7617), in UTF-8. */
record Credentials(String login, char[] password) {

  private static final String SCHEME = "basic ";

  /**
   * @param header {@code Authorization}, or null
   * @return empty where it is no Basic authentication that can be read
   */
  static Optional<Credentials> of(String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String plain = new String(bytes, StandardCharsets.UTF_8);
      int colon = plain.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(
              new Credentials(plain.substring(0, colon), plain.substring(colon + 1).toCharArray()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
