package vn.motcua.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;

/** What an administrator needs to find a failure in the server's log. */
@Named
@RequestScoped
public class FailureReference {

  @Inject private InstantSource clock;
  @Inject private Words words;

  /** The moment to the second, in the city's zone, and the number in the log where there is one. */
  public String getText() {
    String time = words.getNotation().second(clock.instant(), Notation.CITY);
    Object number =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestMap()
            .get(ScreenFailures.NUMBER);
    return number == null ? time : time + ", " + number;
  }
}
