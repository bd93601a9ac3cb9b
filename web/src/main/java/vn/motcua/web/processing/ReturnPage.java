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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.failure.CodedFailure;
import vn.motcua.processing.DossierAction;
import vn.motcua.processing.DossierFile;
import vn.motcua.processing.DossierView;
import vn.motcua.processing.HandOver;
import vn.motcua.processing.ProcessingService;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.QrCode;
import vn.motcua.web.layout.Words;

/** Handing a result over: find, check the identity, hand over, invite to rate (trả kết quả). */
@Named("handOver")
@RequestScoped
public class ReturnPage {

  @EJB private DossierFile file;
  @EJB private ProcessingService processing;
  @Inject private ReturnProofForm proof;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private final Map<String, String> typed = new HashMap<>();
  private boolean searched;
  private DossierView view;
  private String error = "";
  private Optional<String> rating;
  private Long toPay;

  public String getCode() {
    String code = request.getParameter("q");
    return code == null ? "" : code.strip();
  }

  /** Null for the city's own. */
  public String getDataset() {
    String dataset = request.getParameter("dataset");
    return dataset == null || dataset.isBlank() ? null : dataset;
  }

  /** Whether the dossier is shown, with the form that hands it over. */
  public boolean isShown() {
    return Press.pending() || getView() != null && !isDone();
  }

  /** Null while none was asked for, and where none was found. */
  public DossierView getView() {
    if (!searched && !getCode().isEmpty()) {
      searched = true;
      try {
        view = file.open(getCode(), getDataset());
      } catch (RuntimeException thrown) {
        CodedFailure failure = Words.coded(thrown).orElseThrow(() -> thrown);
        error = failure.message(words.locale());
      }
    }
    return view;
  }

  public boolean isReady() {
    return Press.pending()
        || getView() != null && view.actions().contains(DossierAction.GIVE_RESULT);
  }

  public String getSeen() {
    return SeenText.write(getView().header().seen());
  }

  public void handOver() throws IOException {
    HandOver.Channel channel =
        Arrays.stream(HandOver.Channel.values())
            .filter(one -> one.name().equals(typed.get("channel")))
            .findFirst()
            .orElse(HandOver.Channel.COUNTER);
    HandOver given =
        new HandOver(
            channel,
            typed.get("receivedBy"),
            typed.get("shown"),
            "true".equals(request.getParameter("noPapers")));
    try {
      if (proof.given()) {
        proof.handOver(SeenText.read(request.getParameter("seen")), given);
      } else {
        processing.giveResult(SeenText.read(request.getParameter("seen")), given);
      }
    } catch (RuntimeException refused) {
      error = words.failure(refused);
      return;
    }
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(
            request.getContextPath()
                + "/return?done=true&q="
                + URLEncoder.encode(getCode(), StandardCharsets.UTF_8)
                + (getDataset() == null
                    ? ""
                    : "&dataset=" + URLEncoder.encode(getDataset(), StandardCharsets.UTF_8)));
  }

  /** In đồng: what is to be paid before the result may be handed over; 0: nothing. */
  public long getToPay() {
    if (toPay == null) {
      toPay = isReady() && getView() != null ? file.toPayFirst(getCode(), getDataset()) : 0;
    }
    return toPay;
  }

  /** The press before handed the result over. */
  public boolean isDone() {
    return "true".equals(request.getParameter("done"))
        && getView() != null
        && view.header().returnedAt() != null;
  }

  /** Whether the dossier may still be rated. */
  public boolean isRateable() {
    return rating().isPresent();
  }

  /** The rating's address, as a phone can open it. */
  public QrCode getQr() {
    return QrCode.of(origin() + rateAddress("QR"));
  }

  public String getTabletAddress() {
    return rateAddress("TABLET");
  }

  public List<HandOver.Channel> getChannels() {
    return List.of(HandOver.Channel.values());
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public boolean isNoPapers() {
    return "true".equals(request.getParameter("noPapers"));
  }

  /** Whether what is seldom needed is shown at once, for something in it was typed. */
  public boolean isOtherwise() {
    return isNoPapers() || typed.get("receivedBy") != null;
  }

  public String getError() {
    getView();
    return error;
  }

  public String fee(long dong) {
    return words.getNotation().count(dong);
  }

  private Optional<String> rating() {
    if (rating == null) {
      rating = file.ratingToken(getCode(), getDataset());
    }
    return rating;
  }

  private String rateAddress(String place) {
    return request.getContextPath() + "/rate?t=" + rating().orElseThrow() + "&place=" + place;
  }

  private String origin() {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getRequestURI().length());
  }
}
