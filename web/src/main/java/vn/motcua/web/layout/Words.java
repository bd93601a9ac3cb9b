package vn.motcua.web.layout;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.failure.CodedFailure;

/** Texts and notation in the language of the request, for pages and their beans. */
@Named
@RequestScoped
public class Words {

  @Inject private Language language;

  public Locale locale() {
    return language.getLocale();
  }

  /** A text without places to fill. */
  public String of(String key) {
    return ScreenText.of(locale(), key);
  }

  /** A text without places to fill; empty where there is none of this key. */
  public Optional<String> find(String key) {
    return ScreenText.find(locale(), key);
  }

  /** See {@link ScreenText#of}. */
  public String of(String key, Object... arguments) {
    return ScreenText.of(locale(), key, arguments);
  }

  public Notation getNotation() {
    return new Notation(locale());
  }

  /**
   * What a failure of a service says to people.
   *
   * @throws RuntimeException the failure itself, where it was not meant for people
   */
  public String failure(RuntimeException thrown) {
    Optional<CodedFailure> coded = coded(thrown);
    if (coded.isPresent()) {
      return coded.get().message(locale());
    }
    if (refusedByContainer(thrown)) {
      return of("failure.forbidden");
    }
    throw thrown;
  }

  /** A role that a bean declares was missing; the server says so by either exception. */
  public static boolean refusedByContainer(Throwable thrown) {
    return thrown instanceof EJBAccessException || thrown instanceof AccessLocalException;
  }

  /** The declared failure in an exception, which the container may have wrapped. */
  public static Optional<CodedFailure> coded(RuntimeException thrown) {
    Throwable cause = thrown;
    while (cause instanceof EJBException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof CodedFailure failure ? Optional.of(failure) : Optional.empty();
  }
}
