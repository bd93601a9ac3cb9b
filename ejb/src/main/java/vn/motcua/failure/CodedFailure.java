package vn.motcua.failure;

import java.util.Locale;

/**
 * What every exception of the business contexts tells about itself. Each context has its own sealed
 * hierarchy that implements this; the REST and screen layers need to know nothing else.
 */
public interface CodedFailure {

  /** A stable code such as {@code figures.horizon-unknown}: never reworded, never reused. */
  String code();

  /** The HTTP status that fits. */
  int httpStatus();

  /** What happened and what to do, for people. Vietnamese unless the locale asks for English. */
  String message(Locale locale);
}
