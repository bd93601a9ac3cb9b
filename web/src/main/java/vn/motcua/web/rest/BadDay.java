package vn.motcua.web.rest;

import java.util.Locale;
import vn.motcua.failure.CodedFailure;

/** A day that is none. */
public final class BadDay extends RuntimeException implements CodedFailure {

  private static final long serialVersionUID = 1L;

  private final String day;

  public BadDay(String day) {
    super(day);
    this.day = day;
  }

  @Override
  public String code() {
    return "request.day-bad";
  }

  @Override
  public int httpStatus() {
    return 400;
  }

  @Override
  public String message(Locale locale) {
    return "en".equals(locale.getLanguage())
        ? "“" + day + "” is not a day. Write it as year-month-day, for example 2026-11-21."
        : "“" + day + "” không phải là ngày. Hãy viết năm-tháng-ngày, ví dụ 2026-11-21.";
  }
}
