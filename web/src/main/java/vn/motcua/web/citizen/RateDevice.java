package vn.motcua.web.citizen;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** The cookie by which ratings from one device are known as such; a random name, nothing else. */
final class RateDevice {

  private static final String NAME = "motcua-device";
  private static final int YEAR = 365 * 24 * 3600;

  private RateDevice() {}

  /** Empty where the device is new, or sends what is no name of ours. */
  static String known(HttpServletRequest request) {
    if (request.getCookies() == null) {
      return "";
    }
    for (Cookie cookie : request.getCookies()) {
      if (NAME.equals(cookie.getName()) && cookie.getValue().matches("[0-9a-f-]{36}")) {
        return cookie.getValue();
      }
    }
    return "";
  }

  static void keep(String device) {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .addResponseCookie(
            NAME, device, Map.of("path", "/", "maxAge", YEAR, "httpOnly", true, "SameSite", "Lax"));
  }
}
