package vn.motcua.it.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Screens are for people with an account, imports for administrators. */
class AccessIT {

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/index.xhtml", "/figures", "/figures.xhtml", "/due-date", "/imports"})
  void nobodySeesAScreenWithoutSigningIn(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Cần đăng nhập").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/imports", "/imports.xhtml", "/import?id=1", "/import.xhtml?id=1"})
  void aClerkMayNotImport(String path) throws Exception {
    JsonObject clerk = clerk();
    try (Visit visit =
        Visit.as(
            clerk.get("login").getAsString(),
            clerk.get("password").getAsString(),
            "vi",
            1440,
            ColorScheme.LIGHT)) {
      Response response = visit.page().navigate(Visit.address(path));
      assertThat(response.status()).isEqualTo(403);
      assertThat(visit.page().locator("h1").textContent())
          .isEqualTo("Tài khoản này không vào được");
      visit.picture("forbidden");
    }
  }

  @Test
  void aClerkIsNotOfferedWhatTheyMayNotDo() throws Exception {
    JsonObject clerk = clerk();
    try (Visit visit =
        Visit.as(
            clerk.get("login").getAsString(),
            clerk.get("password").getAsString(),
            "vi",
            1440,
            ColorScheme.LIGHT)) {
      visit.open("/");
      assertThat(visit.page().locator("a[href*='/imports']").count()).isZero();
    }
  }

  private static JsonObject clerk() throws IOException, InterruptedException {
    for (JsonElement account :
        JsonParser.parseString(get("/api/v1/demo-accounts").body()).getAsJsonArray()) {
      if (account.toString().contains("CLERK")) {
        return account.getAsJsonObject();
      }
    }
    throw new IllegalStateException("The demo has no clerk");
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(Visit.address(path))).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
