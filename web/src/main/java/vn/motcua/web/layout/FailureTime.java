package vn.motcua.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;

/** When a failure happened: what an administrator needs to find it in the server's log. */
@Named
@RequestScoped
public class FailureTime {

  @Inject private InstantSource clock;
  @Inject private Words words;

  /** To the second, in the city's zone. */
  public String getText() {
    return words.getNotation().second(clock.instant(), Notation.CITY);
  }
}
