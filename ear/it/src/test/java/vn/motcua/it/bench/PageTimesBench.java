package vn.motcua.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.Account;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.RunningSystem;

/**
 * What each page costs with 100,000 dossiers: the server's time from the request to the last byte,
 * the page's weight, and the view state in it and behind it.
 */
class PageTimesBench {

  /** Only pages with such names, by {@code -Dmotcua.bench.pages=…}. */
  private static final Pattern WANTED =
      Pattern.compile(System.getProperty("motcua.bench.pages", ""));

  private static final int WARM_UP = 30;
  private static final int LOOKS = 200;
  private static final int LOOKS_OF_ONE_ADDRESS = 20;
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

  private int nextAddress = 2;

  private final String base = RunningSystem.platform().httpUrl();

  @Test
  void pagesWithAHundredThousandDossiers() throws Exception {
    ManyDossiers.write();
    String code = URLEncoder.encode(ManyDossiers.openCode(), StandardCharsets.UTF_8);
    HttpClient clerk = signedIn("tiepnhan.tayho");
    HttpClient leader = signedIn("lanhdao");
    HttpClient director = signedIn("giamdoc.tayho");
    measure("/reception", clerk, "reception");
    measure("/worklist", clerk, "worklist");
    measure("/worklist, free text", clerk, "worklist?text=nguyen+van+do+4800");
    measure("/dossier", clerk, "dossier?code=" + code);
    measure("/return", clerk, "return?q=" + code);
    measure("/receipt", clerk, "receipt?code=" + code);
    for (String page : List.of("acceptance", "papers", "handover", "certification", "fees")) {
      measure("/" + page, clerk, page);
    }
    for (String page : List.of("closing", "outage", "ratings", "feedback", "proposals")) {
      measure("/" + page, director, page);
    }
    for (String page : List.of("reminders", "unit-hours", "indicators", "reviews", "companies")) {
      measure("/" + page, director, page);
    }
    HttpClient administrator = signedIn("quantri");
    measure("/", administrator, "");
    for (String page : List.of("moves", "rates", "imports", "intake-scope", "bank-statements")) {
      measure("/" + page, administrator, page);
    }
    for (String page : List.of("operations", "ministry-words")) {
      measure("/" + page, administrator, page);
    }
    HttpClient office = signedIn("baocao");
    measure("/petitions", office, "petitions");
    measure("/due-date", office, "due-date");
    measure("/catalogue", leader, "catalogue");
    measure("/procedure", leader, "procedure?code=1.001193");
    measure("/calendar", leader, "calendar");
    measure("/organisation", leader, "organisation");
    measure("/board", leader, "board?dataset=hanoi");
    measure("/board, year", leader, "board?dataset=hanoi&period=year");
    measure("/board-dossiers", leader, "board-dossiers?dataset=hanoi&measure=overdue");
    measure("/quality", leader, "quality?period=month");
    measure("/late-causes", leader, "late-causes?dataset=hanoi", 5);
    measure("/figures", leader, "figures?dataset=hanoi");
    measure("/figures by unit", leader, "figures?dataset=hanoi&cut=unit");
    measure("/track", null, "track?t=bench-0000000000004800");
    measure("/pakn", null, "pakn");
    measure("/pakn-answers", null, "pakn-answers");
    measure("/petition-outcomes", null, "petition-outcomes");
    horizon(leader);
  }

  /** At a horizon the referee recounts the whole history: dear, and asked for on purpose. */
  private void horizon(HttpClient leader) throws Exception {
    JsonNode marked = Api.administrator().post("api/v1/horizons?dataset=hanoi").json();
    measure(
        "/figures at a horizon", leader, "figures?dataset=hanoi&horizon=" + marked.path("id"), 5);
  }

  private void measure(String name, HttpClient client, String path) throws Exception {
    measure(name, client, path, LOOKS);
  }

  /**
   * @param client null for people without an account; each of a few looks then comes from another
   *     address, because one address may ask for public pages only so often
   */
  private void measure(String name, HttpClient client, String path, int looks) throws Exception {
    if (!WANTED.matcher(name).find()) {
      return;
    }
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
    long[] nanos = new long[looks];
    long slowest = 0;
    String page = "";
    HttpClient asking = client;
    for (int i = -Math.min(WARM_UP, looks); i < looks; i++) {
      if (client == null && (asking == null || i % LOOKS_OF_ONE_ADDRESS == 0)) {
        asking = from(nextAddress++);
      }
      long start = System.nanoTime();
      HttpResponse<String> answer = asking.send(request, BodyHandlers.ofString());
      long took = System.nanoTime() - start;
      if (i >= 0) {
        nanos[i] = took;
      }
      slowest = Math.max(slowest, took);
      if (answer.statusCode() != 200) {
        throw new IOException(path + " " + answer.statusCode());
      }
      page = answer.body();
    }
    Arrays.sort(nanos);
    ObjectNode figures = BenchReport.node();
    figures.put("n", looks);
    figures.put("p50ms", Math.round(nanos[looks / 2] / 1e5) / 10.0);
    figures.put("p95ms", Math.round(nanos[looks * 95 / 100 - 1] / 1e5) / 10.0);
    figures.put("slowestOfAllms", Math.round(slowest / 1e5) / 10.0);
    figures.put("pageBytes", page.getBytes(StandardCharsets.UTF_8).length);
    Matcher state = VIEW_STATE.matcher(page);
    figures.put("viewStateBytesInPage", state.find() ? state.group(1).length() : 0);
    BenchReport.figures("page " + name + ", 100,000 dossiers", figures);
  }

  /** A client at one of this machine's own addresses. */
  private static HttpClient from(int last) throws IOException {
    return client().localAddress(InetAddress.getByName("127.0.0." + last)).build();
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
  }

  private HttpClient signedIn(String login) throws Exception {
    Account account = new Api(base).demoAccountOf(login);
    HttpClient client = client().cookieHandler(new CookieManager()).build();
    String form =
        "login="
            + URLEncoder.encode(account.login(), StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(account.password(), StandardCharsets.UTF_8);
    HttpResponse<Void> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(base + "sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base.substring(0, base.length() - 1))
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.discarding());
    if (answer.statusCode() != 303) {
      throw new IOException(login + " was not let in: " + answer.statusCode());
    }
    return client;
  }
}
