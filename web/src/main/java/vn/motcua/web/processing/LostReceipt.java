package vn.motcua.web.processing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.motcua.reception.ReceiptFile;
import vn.motcua.reception.ReceiptService;
import vn.motcua.web.layout.Words;

/**
 * The applicant has lost the receipt: it is issued again, marked as such (cấp lại giấy tiếp nhận),
 * from the dossier's page. Afterwards the page is asked for again, so that reloading issues
 * nothing.
 */
@Named("lostReceipt")
@RequestScoped
public class LostReceipt {

  @EJB private ReceiptService receipts;
  @Inject private DossierPage page;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private String reason = "";
  private String error = "";

  public void reissue() throws IOException {
    ReceiptFile issued;
    try {
      issued = receipts.reissue(page.getView().header().visitId(), reason, root());
    } catch (RuntimeException refused) {
      error = words.failure(refused);
      return;
    }
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(
            request.getContextPath()
                + "/dossier?code="
                + URLEncoder.encode(page.getCode(), StandardCharsets.UTF_8)
                + (page.getDataset() == null
                    ? ""
                    : "&dataset=" + URLEncoder.encode(page.getDataset(), StandardCharsets.UTF_8))
                + "&reissued="
                + issued.version());
  }

  private String root() {
    String address = request.getRequestURL().toString();
    return address.substring(0, address.indexOf('/', address.indexOf("//") + 2) + 1);
  }

  /** The version that the press before has issued; empty where there was none. */
  public String getDone() {
    String version = request.getParameter("reissued");
    return error.isEmpty() && version != null && version.matches("\\d{1,4}") ? version : "";
  }

  public String getError() {
    return error;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
