package vn.motcua.web.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where someone is led after signing in: a page of this application, never another's, or an address
 * passed on could lead people elsewhere under our name.
 */
final class ReturnAddress {

  static final String HOME = "/";
  static final String PARAMETER = "from";

  private static final int LONGEST = 2_000;

  private ReturnAddress() {}

  /**
   * The address, if it is one of our screens; else the first page.
   *
   * @param wanted path and query as a request brings them; may be null
   */
  static String of(String wanted) {
    return isScreen(wanted) ? wanted : HOME;
  }

  /**
   * The path and query of a full address, if it is one of our own host.
   *
   * @param referrer as a browser sends it; may be null
   * @param authority host and port that the request was sent to
   */
  static String ofReferrer(String referrer, String authority) {
    if (referrer == null || authority == null) {
      return HOME;
    }
    try {
      URI address = new URI(referrer);
      if (!authority.equalsIgnoreCase(address.getRawAuthority())) {
        return HOME;
      }
      String query = address.getRawQuery();
      return of(address.getRawPath() + (query == null ? "" : "?" + query));
    } catch (URISyntaxException e) {
      return HOME;
    }
  }

  /** The sign-in page that leads there afterwards. */
  static String signInFor(String target, boolean ended) {
    StringBuilder address = new StringBuilder(SignInPage.PATH);
    char separator = '?';
    if (ended) {
      address.append(separator).append("ended=true");
      separator = '&';
    }
    String safe = of(target);
    if (!HOME.equals(safe)) {
      address.append(separator).append(PARAMETER).append('=');
      address.append(URLEncoder.encode(safe, StandardCharsets.UTF_8));
    }
    return address.toString();
  }

  private static boolean isScreen(String wanted) {
    if (wanted == null
        || wanted.length() > LONGEST
        || !wanted.startsWith("/")
        // "//host/" is another's; deeper in a path we have none either.
        || wanted.contains("//")
        // A browser reads "/\host" as "//host".
        || wanted.indexOf('\\') >= 0
        || wanted.chars().anyMatch(Character::isISOControl)) {
      return false;
    }
    try {
      String path = new URI(wanted).normalize().getPath();
      return !path.startsWith(SignInPage.PATH)
          && !path.startsWith(SignOut.PATH)
          && !path.startsWith("/api/")
          && !path.startsWith("/errors/");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
