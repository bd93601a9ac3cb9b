package vn.motcua.web.layout;

import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A page of plain forms: what was typed is read from the request and stays in its field when the
 * service refuses; a press that was done leads to a fresh page, so that reloading does nothing
 * twice.
 */
public abstract class PressedPage {

  @Inject private Words words;
  @Inject private HttpServletRequest request;
  private String error = "";

  /** What the service said against it; empty: nothing. */
  public String getError() {
    return error;
  }

  /** Whether the press before was done. */
  public boolean isDone() {
    return error.isEmpty() && "true".equals(request.getParameter("done"));
  }

  /** What the press before did, in words of its own where the pressed button has some. */
  public String getSaid() {
    String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
    return words.find(saidKey(view, given("said"))).orElseGet(() -> words.of("press.done"));
  }

  /**
   * @param view as {@code /fees.xhtml}
   * @param button id of what was pressed
   */
  static String saidKey(String view, String button) {
    return "press.said." + view.replaceAll("^/|\\.xhtml$", "") + "." + button;
  }

  /** A parameter of the request, without blanks around; never null. */
  public String given(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  /** 150.000 ₫ in Vietnamese. */
  public String money(Long dong) {
    return dong == null ? "–" : words.getNotation().count(dong) + " ₫";
  }

  /** To the minute, in the city's zone; a dash where there is none. */
  public String moment(Instant moment) {
    return moment == null ? "–" : words.getNotation().minute(moment, Notation.CITY);
  }

  public String day(LocalDate day) {
    return day == null ? "–" : words.getNotation().day(day);
  }

  protected Words words() {
    return words;
  }

  protected HttpServletRequest request() {
    return request;
  }

  /** What a service answers, or null with {@link #getError} where it refuses. */
  protected <T> T tried(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException refused) {
      error = words.failure(refused);
      return null;
    }
  }

  /**
   * Does it, then leads on.
   *
   * @param back path and query to go to when it is done
   */
  protected void press(Runnable work, String back) {
    press(
        () -> {
          work.run();
          return back;
        });
  }

  /**
   * Does it, then leads to where it says.
   *
   * @param work answers path and query
   */
  protected void press(Supplier<String> work) {
    String back = tried(work);
    if (back == null) {
      return;
    }
    try {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .redirect(request.getContextPath() + saying(back));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page that follows is told which button was pressed, so that it says what was done. */
  private String saying(String back) {
    return request.getParameterMap().keySet().stream()
        .filter(name -> name.matches("do-[A-Za-z-]{1,40}"))
        .findFirst()
        .map(button -> back.replaceFirst("done=true", "done=true&said=" + button))
        .orElse(back);
  }

  protected static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** A whole number as people write it, with points between thousands; null: none that can be. */
  protected Long amount(String name) {
    String digits = given(name).replaceAll("[.,\\s\\u00a0₫đ]", "");
    return digits.matches("-?\\d{1,15}") ? Long.valueOf(digits) : null;
  }

  /** Like {@link #amount}; 0 where there is none. */
  protected long number(String name) {
    Long amount = amount(name);
    return amount == null ? 0 : amount;
  }

  /** Like {@link #number}, within an integer's bounds; 0 beyond. */
  public int whole(String name) {
    long number = number(name);
    return number < Integer.MIN_VALUE || number > Integer.MAX_VALUE ? 0 : (int) number;
  }

  /** Null where none is given or it is none. */
  protected LocalDate date(String name) {
    try {
      return given(name).isEmpty() ? null : LocalDate.parse(given(name));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Null where none of them is given. */
  protected <E extends Enum<E>> E one(Class<E> kind, String name) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(constant -> constant.name().equals(given(name)))
        .findFirst()
        .orElse(null);
  }
}
