package vn.motcua.web.layout;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;

/**
 * A press of a button that is being looked at. Until its page is rendered anew, every form counts
 * as shown: what was on the page when the button was pressed may be gone by now, and then the
 * service says why instead of nobody.
 */
public final class Press {

  private Press() {}

  /** Whether a form was sent and its action has not been done yet. */
  public static boolean pending() {
    FacesContext faces = FacesContext.getCurrentInstance();
    return faces.isPostback() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
  }
}
