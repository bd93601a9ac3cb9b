package vn.motcua.web.processing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.motcua.processing.HandOver;
import vn.motcua.processing.ReturnProof;
import vn.motcua.processing.ReturnProofService;
import vn.motcua.processing.Seen;
import vn.motcua.processing.UploadedFile;
import vn.motcua.reception.UploadLimit;
import vn.motcua.web.layout.Words;

/**
 * The proof of a return (chứng cứ trả kết quả): given with the hand-over, or afterwards on the
 * dossier's page, which is then asked for again so that reloading keeps nothing twice.
 */
@Named("returnProof")
@RequestScoped
public class ReturnProofForm {

  @Inject private UploadLimit limit;
  @EJB private ReturnProofService proofs;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private String kind = ReturnProof.Kind.SIGNED_SLIP.name();
  private String note = "";
  private Part upload;
  private String error = "";

  /** Whether there is a file or words. */
  boolean given() {
    return !note.isBlank() || upload != null && upload.getSize() > 0;
  }

  void handOver(Seen seen, HandOver how) throws IOException {
    proofs.handOver(seen, how, proof(), file());
  }

  public void attach() throws IOException {
    String code = request.getParameter("code");
    String dataset = request.getParameter("dataset");
    boolean other = dataset != null && !dataset.isBlank();
    try {
      proofs.attach(code, other ? dataset : null, proof(), file());
    } catch (RuntimeException refused) {
      error = words.failure(refused);
      return;
    }
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(
            request.getContextPath()
                + "/dossier?code="
                + URLEncoder.encode(code, StandardCharsets.UTF_8)
                + (other ? "&dataset=" + URLEncoder.encode(dataset, StandardCharsets.UTF_8) : "")
                + "&proved=true#proofs");
  }

  private ReturnProof proof() {
    return new ReturnProof(
        Arrays.stream(ReturnProof.Kind.values())
            .filter(one -> one.name().equals(kind))
            .findFirst()
            .orElse(null),
        note);
  }

  private UploadedFile file() throws IOException {
    if (upload == null || upload.getSize() == 0) {
      return null;
    }
    try (InputStream content = upload.getInputStream()) {
      return new UploadedFile(upload.getSubmittedFileName(), content.readNBytes(limit.bytes() + 1));
    }
  }

  /** The press before has kept a proof. */
  public boolean isDone() {
    return error.isEmpty() && "true".equals(request.getParameter("proved"));
  }

  public String getError() {
    return error;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note == null ? "" : note;
  }

  public Part getUpload() {
    return upload;
  }

  public void setUpload(Part upload) {
    this.upload = upload;
  }
}
