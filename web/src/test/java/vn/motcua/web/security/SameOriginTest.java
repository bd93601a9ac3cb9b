package vn.motcua.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

  /** Who sends, what the browser says of it, and whether it is let in. */
  @ParameterizedTest
  @CsvSource({
    // Reading is never refused: it changes nothing, and no other site can see the answer.
    "GET,     false, localhost:8080, cross-site,  https://example.vn,     true,  true",
    "HEAD,    false, localhost:8080, ,            ,                       true,  true",
    // A page of ours.
    "POST,    false, localhost:8080, same-origin, http://localhost:8080,  true,  true",
    "DELETE,  false, localhost:8080, same-origin, ,                       true,  true",
    "POST,    false, localhost:8080, ,            http://localhost:8080,  true,  true",
    "POST,    false, Motcua.vn,      ,            https://motcua.vn,      true,  true",
    // Someone else's page, also one beside ours or without an address.
    "POST,    false, localhost:8080, cross-site,  https://example.vn,     true,  false",
    "POST,    false, localhost:8080, same-site,   http://localhost:9090,  true,  false",
    "PUT,     false, localhost:8080, ,            https://example.vn,     true,  false",
    "PATCH,   false, localhost:8080, ,            null,                   true,  false",
    "DELETE,  false, localhost:8080, ,            http://localhost:8080.example.vn, true, false",
    "POST,    false, ,               ,            http://localhost:8080,  true,  false",
    // Also where it brings a password, which a browser may have kept.
    "POST,    false, localhost:8080, cross-site,  https://example.vn,     false, false",
    // A program: it has a password of its own, or it borrows somebody's cookie.
    "POST,    false, localhost:8080, ,            ,                       false, true",
    "POST,    false, localhost:8080, ,            ,                       true,  false",
    // The form was asked for by the person, not by a page; a socket never is.
    "POST,    false, localhost:8080, none,        ,                       true,  true",
    "GET,     true,  localhost:8080, none,        ,                       true,  false",
    "GET,     true,  localhost:8080, ,            https://example.vn,     true,  false",
    "GET,     true,  localhost:8080, cross-site,  https://example.vn,     true,  false",
    "GET,     true,  localhost:8080, ,            http://localhost:8080,  true,  true",
    "GET,     true,  localhost:8080, same-origin, http://localhost:8080,  true,  true",
    "GET,     true,  localhost:8080, ,            ,                       true,  false"
  })
  void holds(
      String method,
      boolean upgrade,
      String host,
      String site,
      String origin,
      boolean byCookie,
      boolean expected) {
    assertThat(new SameOrigin(method, upgrade, host, site, origin, byCookie).holds())
        .isEqualTo(expected);
  }
}
