package vn.motcua.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import vn.motcua.web.layout.Notation;

/** What the address of a page asks for, and the way on to the next page. */
@RequestScoped
public class CatalogueAddress {

  @Inject private HttpServletRequest request;
  @Inject private InstantSource clock;

  /** Empty where the address does not say. */
  public String text(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  /** 0 where the address names no number. */
  public long number(String name) {
    String value = text(name);
    return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Notation.CITY);
  }

  /** Today where the address names no day. */
  public LocalDate day(String name) {
    LocalDate day = day(text(name), null);
    return day == null ? today() : day;
  }

  /** The day of a date field; {@code otherwise} where there is none. */
  public static LocalDate day(String typed, LocalDate otherwise) {
    try {
      return typed == null || typed.isBlank() ? otherwise : LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  /** Leads on, so that reloading does nothing twice. */
  public void goTo(String address) throws IOException {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(request.getContextPath() + address);
  }

  /**
   * Leads on to a page that says what was done ({@link vn.motcua.web.layout.Pressed}).
   *
   * @param button as the page's words name it
   */
  public void done(String address, String button) throws IOException {
    goTo(address + (address.contains("?") ? "&" : "?") + "done=" + button);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
