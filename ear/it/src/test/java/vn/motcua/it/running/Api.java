package vn.motcua.it.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The REST interface as a client sees it. */
public final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** So long may an answer take on a machine that does much else. */
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(3);

  private final HttpClient client =
      HttpClient.newBuilder()
          // The server loses bodies that come with an offer to go on in HTTP/2.
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private final String base;
  private final String authorization;
  private final String session;

  /**
   * Without signing in.
   *
   * @param base the application's address, with a slash at the end
   */
  public Api(String base) {
    this(base, null, null);
  }

  private Api(String base, String authorization, String session) {
    this.base = base;
    this.authorization = authorization;
    this.session = session;
  }

  /** The same, signed in. */
  public Api as(Account account) {
    String plain = account.login() + ":" + account.password();
    return new Api(
        base,
        "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)),
        null);
  }

  /** The same, signed in through the sign-in page, as scripts of a page of ours are. */
  public Api inSessionOf(Account account) {
    String form =
        "login="
            + URLEncoder.encode(account.login(), StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(account.password(), StandardCharsets.UTF_8);
    Answer answer =
        post("sign-in", BodyPublishers.ofString(form), "application/x-www-form-urlencoded");
    return answer.response().headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("JSESSIONID="))
        .map(cookie -> new Api(base, null, cookie.substring(0, cookie.indexOf(';'))))
        .reduce((first, last) -> last)
        .orElseThrow(() -> new IllegalStateException(account.login() + " was not let in"));
  }

  /** Of the platform of this run, signed in as administrator. */
  public static Api administrator() {
    Api anyone = new Api(RunningSystem.platform().httpUrl());
    return anyone.as(anyone.demoAccount("ADMINISTRATOR"));
  }

  /** A demo account that has this role. */
  public Account demoAccount(String role) {
    for (JsonNode account : get("api/v1/demo-accounts").json()) {
      if (account.toString().contains('"' + role + '"')) {
        return new Account(account.get("login").asText(), account.get("password").asText());
      }
    }
    throw new IllegalStateException("no demo account has role " + role);
  }

  /** The demo account with this login. */
  public Account demoAccountOf(String login) {
    for (JsonNode account : get("api/v1/demo-accounts").json()) {
      if (account.get("login").asText().equals(login)) {
        return new Account(login, account.get("password").asText());
      }
    }
    throw new IllegalStateException("no demo account has login " + login);
  }

  /** An answer. */
  public record Answer(int status, byte[] body, HttpResponse<byte[]> response) {

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(text(), e);
      }
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  public Answer get(String path) {
    return send(path, "GET", BodyPublishers.noBody(), null);
  }

  /** JSON. */
  public Answer put(String path, String json) {
    return send(path, "PUT", BodyPublishers.ofString(json), "application/json");
  }

  public Answer delete(String path) {
    return send(path, "DELETE", BodyPublishers.noBody(), null);
  }

  public Answer post(String path) {
    return send(path, "POST", BodyPublishers.noBody(), null);
  }

  public Answer post(String path, BodyPublisher body, String contentType) {
    return send(path, "POST", body, contentType);
  }

  /** Any method with any body. */
  public Answer send(String path, String method, BodyPublisher body, String contentType) {
    URI address = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(LONGEST_ANSWER).method(method, body);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (session != null) {
      request.header("Cookie", session).header("Sec-Fetch-Site", "same-origin");
    }
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
