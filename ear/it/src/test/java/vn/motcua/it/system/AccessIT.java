package vn.motcua.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.it.running.Account;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.RunningSystem;
import vn.motcua.it.running.Until;

/** What comes to the door without a browser: programs, other sites, guessers. */
class AccessIT {

  private static final String CHANGE = "api/v1/horizons?dataset=hanoi";
  private static final Duration LONG = Duration.ofMinutes(3);

  /**
   * A wrong password is forgiven after six seconds: on a slow machine some come again meanwhile.
   */
  private static final int MOST_GUESSES = 300;

  // The server loses bodies that come with an offer to go on in HTTP/2.
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "index",
        "index.xhtml",
        "figures",
        "figures.xhtml",
        "due-date",
        "imports",
        "nothing-here"
      })
  void nobodySeesAScreenWithoutSigningIn(String path) throws Exception {
    HttpResponse<String> answer = send(request(path).GET());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/sign-in");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void passwordsSentWithTheRequestOpenTheInterfaceAndNoScreen() throws Exception {
    String basic = basic(account("quantri"));
    assertThat(send(request("api/v1/datasets").header("Authorization", basic)).statusCode())
        .isEqualTo(200);
    assertThat(send(request("figures").header("Authorization", basic)).statusCode()).isEqualTo(303);
  }

  @Test
  void aProgramWithoutAnAccountIsToldSoAndABrowserIsNotMadeToAskForAPassword() throws Exception {
    HttpResponse<String> program = send(request("api/v1/datasets"));
    assertThat(program.statusCode()).isEqualTo(401);
    assertThat(program.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic ");
    assertThat(problem(program)).isEqualTo("identity.not-signed-in");
    HttpResponse<String> browser =
        send(request("api/v1/datasets").header("Sec-Fetch-Mode", "cors"));
    assertThat(browser.statusCode()).isEqualTo(401);
    assertThat(browser.headers().firstValue("WWW-Authenticate")).isEmpty();
    HttpResponse<String> wrong =
        send(
            request("api/v1/datasets")
                .header("Authorization", basic(new Account("quantri", "sai")))
                .header("Accept-Language", "en"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(problem(wrong)).isEqualTo("identity.refused");
    assertThat(wrong.body()).contains("Login or password is wrong");
  }

  /** CSRF: the browser adds the cookie whoever makes it send, and tells who that was. */
  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin,       201",
    "Sec-Fetch-Site, cross-site,        403",
    "Sec-Fetch-Site, same-site,         403",
    "Origin,         https://example.vn, 403",
    "Origin,         null,              403",
    "Origin,         OURS,              201",
    "X-Nothing,      at-all,            403"
  })
  void aChangeInTheNameOfASessionMustComeFromAPageOfOurs(String header, String value, int expected)
      throws Exception {
    String session = signIn(account("quantri"));
    String origin = RunningSystem.platform().httpUrl().replaceAll("/$", "");
    HttpResponse<String> answer =
        send(
            request(CHANGE)
                .header("Cookie", session)
                .header(header, value.equals("OURS") ? origin : value)
                .POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(expected);
    if (expected == 403) {
      assertThat(problem(answer)).isEqualTo("request.foreign-origin");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
  void everyMethodThatChangesIsChecked(String method) throws Exception {
    HttpResponse<String> answer =
        send(
            request("api/v1/event-logs/1")
                .header("Cookie", signIn(account("quantri")))
                .header("Origin", "https://example.vn")
                .method(method, BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(problem(answer)).isEqualTo("request.foreign-origin");
  }

  @Test
  void noOtherSiteSignsAnybodyInOrOut() throws Exception {
    HttpResponse<String> in =
        send(form("sign-in", account("quantri")).header("Origin", "https://example.vn"));
    assertThat(in.statusCode()).isEqualTo(403);
    assertThat(in.headers().firstValue("Set-Cookie")).isEmpty();
    String session = signIn(account("quantri"));
    HttpResponse<String> out =
        send(
            request("sign-out")
                .header("Cookie", session)
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.noBody()));
    assertThat(out.statusCode()).isEqualTo(403);
    assertThat(send(request("figures").header("Cookie", session)).statusCode()).isEqualTo(200);
  }

  /** A script of Faces cannot follow a redirect to another page: it is told to load it. */
  @Test
  void aScriptAfterTheSessionsEndIsSentToTheSignInPage() throws Exception {
    HttpResponse<String> answer =
        send(
            request("figures")
                .header("Faces-Request", "partial/ajax")
                .header("Referer", RunningSystem.platform().httpUrl() + "figures?cut=unit")
                .POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("<redirect url=\"/sign-in?ended=true&amp;from=%2Ffigures%3Fcut%3Dunit\"/>");
  }

  /** A page that asks every few seconds tells that nobody has touched it: that is no use. */
  @Test
  void pollingKeepsNoSessionAlive() throws Exception {
    String session = signIn(account("quantri"));
    assertThat(
            send(request("figures").header("Cookie", session).header("Motcua-Idle", "1799"))
                .statusCode())
        .isEqualTo(200);
    assertThat(
            send(request("figures").header("Cookie", session).header("Motcua-Idle", "1800"))
                .statusCode())
        .isEqualTo(303);
    assertThat(send(request("figures").header("Cookie", session)).statusCode())
        .as("it has ended")
        .isEqualTo(303);
  }

  @Test
  void refusalsAreInTheAuditTrail() throws Exception {
    long before = Database.number("select coalesce(max(id), 0) from audit_entry");
    send(
        request(CHANGE)
            .header("Cookie", signIn(account("baocao")))
            .header("Origin", "https://example.vn")
            .POST(BodyPublishers.noBody()));
    // Parts of the system that nobody presses may write lines of their own at the same time.
    assertThat(
            Database.number(
                "select count(*) from audit_entry where action = 'request.foreign-origin'"
                    + " and subject = '/api/v1/horizons' and address = '127.0.0.1' and id > "
                    + before))
        .isOne();
  }

  @Test
  void anAddressThatGuessesMustWaitWhateverAccountItTries() throws Exception {
    Account right = account("quantri");
    // From an address of its own, so that no other test has to wait.
    try (HttpClient guesser =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .localAddress(InetAddress.getByName("127.0.0.2"))
            .build()) {
      assertThat(guessesUntilTurnedAway(guesser)).isGreaterThanOrEqualTo(20);
      for (HttpRequest.Builder entry :
          List.of(
              form("sign-in", right),
              request("api/v1/datasets").header("Authorization", basic(right)))) {
        // Turned away while the address has just guessed, which may be longer ago than it seems.
        Until.is(
            LONG,
            () -> {
              guessesUntilTurnedAway(guesser);
              return status(guesser, entry);
            },
            answered -> answered == 429);
      }
      assertThat(send(form("sign-in", right)).statusCode()).as("another address").isEqualTo(303);
      Until.is(LONG, () -> status(guesser, form("sign-in", right)), answered -> answered == 303);
    }
  }

  private static int guessesUntilTurnedAway(HttpClient guesser) {
    int guesses = 0;
    while (status(guesser, form("sign-in", new Account("ai-do", "sai"))) != 429) {
      assertThat(++guesses).isLessThan(MOST_GUESSES);
    }
    return guesses;
  }

  private static int status(HttpClient client, HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String signIn(Account account) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(form("sign-in", account));
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("JSESSIONID="))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private static HttpRequest.Builder form(String path, Account account) {
    String body =
        "login="
            + URLEncoder.encode(account.login(), StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(account.password(), StandardCharsets.UTF_8);
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private static String basic(Account account) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(
                (account.login() + ":" + account.password()).getBytes(StandardCharsets.UTF_8));
  }

  private static String problem(HttpResponse<String> answer) throws IOException {
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
    assertThat(problem.get("detail").asText()).isNotBlank();
    return problem.get("code").asText();
  }

  private static Account account(String login) {
    return new Api(RunningSystem.platform().httpUrl()).demoAccountOf(login);
  }

  private static HttpRequest.Builder request(String path) {
    String base = RunningSystem.platform().httpUrl();
    return HttpRequest.newBuilder(URI.create((base.endsWith("/") ? base : base + "/") + path))
        .timeout(LONG);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
