package vn.motcua.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The language of a page: Vietnamese, or English where someone chose it. */
@Named
@RequestScoped
public class Language {

  static final String COOKIE = "motcua-language";

  private static final String PARAMETER = "language";
  private static final Pattern CHOICE = Pattern.compile("(?:^|&)" + PARAMETER + "=(vi|en)(?:&|$)");
  private static final Locale VIETNAMESE = Locale.of("vi");

  @Inject private HttpServletRequest request;

  public Locale getLocale() {
    Cookie[] cookies = request.getCookies();
    boolean english =
        cookies != null
            && Arrays.stream(cookies)
                .anyMatch(
                    cookie -> COOKIE.equals(cookie.getName()) && "en".equals(cookie.getValue()));
    return english ? Locale.ENGLISH : VIETNAMESE;
  }

  public String getTag() {
    return getLocale().getLanguage();
  }

  public boolean isEnglish() {
    return "en".equals(getTag());
  }

  /** The address of this very page in the other language, with all of its state. */
  public String getSwitchAddress() {
    boolean forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
    String path = forwarded ? "/" : request.getRequestURI();
    String rest = forwarded ? "" : without(request.getQueryString());
    String other = PARAMETER + "=" + (isEnglish() ? "vi" : "en");
    return path + "?" + (rest.isEmpty() ? "" : rest + "&") + other;
  }

  static String chosenIn(String query) {
    Matcher choice = CHOICE.matcher(query);
    return choice.find() ? choice.group(1) : null;
  }

  static String without(String query) {
    return query == null
        ? ""
        : Arrays.stream(query.split("&"))
            .filter(part -> !part.isEmpty() && !part.startsWith(PARAMETER + "="))
            .collect(Collectors.joining("&"));
  }
}
