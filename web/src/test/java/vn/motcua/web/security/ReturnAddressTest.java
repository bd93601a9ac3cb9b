package vn.motcua.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/figures", "/figures?dataset=hanoi&from=2026-01-01", "/a%20b?q=h%E1%BB%93"})
  void aScreenOfOursIsKept(String address) {
    assertThat(ReturnAddress.of(address)).isEqualTo(address);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "figures",
        "https://example.vn/",
        "//example.vn/",
        "///example.vn/",
        "/\\example.vn/",
        "/.//example.vn",
        "/a/..//example.vn",
        "\\\\example.vn",
        "javascript:alert(1)",
        "/\texample",
        "/a\r\nSet-Cookie: b=c",
        "/a b",
        "/sign-in?from=/sign-in",
        "/sign-out",
        "/api/v1/events",
        "/errors/forbidden.xhtml"
      })
  void anythingElseLeadsHome(String address) {
    assertThat(ReturnAddress.of(address)).isEqualTo("/");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/figures?cut=unit, localhost:8080, /figures?cut=unit",
    "https://motcua.vn/figures, motcua.vn, /figures",
    "https://motcua.vn.example.vn/figures, motcua.vn, /",
    "https://motcua.vn@example.vn/figures, motcua.vn, /",
    "not an address, motcua.vn, /",
    "http://localhost:8080/figures, , /",
    ", localhost, /"
  })
  void ofTheFormerPageOnlyOurOwn(String referrer, String authority, String expected) {
    assertThat(ReturnAddress.ofReferrer(referrer, authority)).isEqualTo(expected);
  }

  @Test
  void theSignInPageKeepsWhereItGoesOn() {
    assertThat(ReturnAddress.signInFor("/", false)).isEqualTo("/sign-in");
    assertThat(ReturnAddress.signInFor("/figures?a=1&b=2", false))
        .isEqualTo("/sign-in?from=%2Ffigures%3Fa%3D1%26b%3D2");
    assertThat(ReturnAddress.signInFor("/figures", true))
        .isEqualTo("/sign-in?ended=true&from=%2Ffigures");
    assertThat(ReturnAddress.signInFor("//example.vn", true)).isEqualTo("/sign-in?ended=true");
  }
}
