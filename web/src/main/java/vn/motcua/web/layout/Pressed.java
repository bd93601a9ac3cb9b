package vn.motcua.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What the press before did, on pages that keep what was typed by themselves: the address that a
 * press led to names the button.
 */
@Named("pressed")
@RequestScoped
public class Pressed {

  @Inject private Words words;
  @Inject private HttpServletRequest request;

  /** In the words of that button; empty where the address names none of this page. */
  public String getSaid() {
    String button = request.getParameter("done");
    if (button == null) {
      return "";
    }
    String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
    return words.find(PressedPage.saidKey(view, button)).orElse("");
  }
}
