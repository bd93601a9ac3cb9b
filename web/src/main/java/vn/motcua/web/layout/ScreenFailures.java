package vn.motcua.web.layout;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.UUID;
import org.primefaces.application.exceptionhandler.PrimeExceptionHandler;
import vn.motcua.failure.CodedFailure;

/**
 * Where a failure of a page leads. A page that was asked for itself ends at the container's error
 * pages, with their status; it is logged here under a number, for the container keeps silent. An
 * answer to a script cannot end there: PrimeFaces logs the failure and sends the browser on.
 */
public class ScreenFailures extends ExceptionHandlerFactory {

  /** The request's attribute that holds the number in the log. */
  static final String NUMBER = "motcua.failure";

  private static final System.Logger LOG = System.getLogger(ScreenFailures.class.getName());

  public ScreenFailures(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Choice(getWrapped().getExceptionHandler());
  }

  private static final class Choice extends ExceptionHandlerWrapper {

    private final ExceptionHandler ofScripts;

    Choice(ExceptionHandler ofPages) {
      super(ofPages);
      ofScripts = new PrimeExceptionHandler(ofPages);
    }

    @Override
    public void handle() {
      FacesContext faces = FacesContext.getCurrentInstance();
      if (faces.getPartialViewContext().isAjaxRequest()) {
        ofScripts.handle();
        return;
      }
      Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
      while (events.hasNext()) {
        Throwable thrown = events.next().getContext().getException();
        if (told(faces, thrown)) {
          events.remove();
        } else {
          log(faces, thrown);
        }
      }
      getWrapped().handle();
    }

    /** A page that may not be seen, or shows what is not there, is no failure of ours. */
    private static boolean told(FacesContext faces, Throwable thrown) {
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        int status =
            cause instanceof CodedFailure coded
                ? coded.httpStatus()
                : Words.refusedByContainer(cause) ? 403 : 500;
        if (status == 403 || status == 404) {
          try {
            faces.getExternalContext().responseSendError(status, null);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          faces.responseComplete();
          return true;
        }
      }
      return false;
    }

    private static void log(FacesContext faces, Throwable thrown) {
      if (thrown instanceof ViewExpiredException) {
        return;
      }
      String number = UUID.randomUUID().toString().substring(0, 8);
      faces.getExternalContext().getRequestMap().put(NUMBER, number);
      LOG.log(System.Logger.Level.ERROR, "Unexpected failure " + number, thrown);
    }
  }
}
