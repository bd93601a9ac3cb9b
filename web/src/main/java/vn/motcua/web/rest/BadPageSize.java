package vn.motcua.web.rest;

import java.util.Locale;
import vn.motcua.failure.CodedFailure;

/** A number of rows that is none. */
public final class BadPageSize extends RuntimeException implements CodedFailure {

  private static final long serialVersionUID = 1L;

  private final String limit;

  public BadPageSize(String limit) {
    super(limit);
    this.limit = limit;
  }

  @Override
  public String code() {
    return "request.limit-bad";
  }

  @Override
  public int httpStatus() {
    return 400;
  }

  @Override
  public String message(Locale locale) {
    return "en".equals(locale.getLanguage())
        ? "limit “" + limit + "” is not a number of rows. Write a whole number, for example 20."
        : "limit “" + limit + "” không phải số dòng. Hãy viết một số nguyên, ví dụ 20.";
  }
}
