package vn.motcua.web.citizen;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import vn.motcua.failure.CodedFailure;
import vn.motcua.portal.PortalService;
import vn.motcua.portal.TrackedDossier;
import vn.motcua.portal.TrackedSubmission;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/** Where is my dossier (tra cứu hồ sơ). The token in the address is the only key. */
@Named("tracking")
@RequestScoped
public class TrackPage {

  @EJB private PortalService portal;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private TrackedDossier dossier;
  private TrackedSubmission submission;
  private String problem = "";

  /** Says why where nothing is found, with the status that fits. */
  public void check() {
    String token = token();
    if (token == null || token.isBlank()) {
      return;
    }
    try {
      submission = portal.submission(token.strip()).orElse(null);
      dossier = submission == null ? portal.track(token.strip()) : null;
    } catch (RuntimeException thrown) {
      CodedFailure failure = Words.coded(thrown).orElseThrow(() -> thrown);
      problem = failure.message(words.locale());
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(failure.httpStatus());
    }
  }

  /** Receipts carry it as "token", links of ours as "t". */
  private String token() {
    String token = request.getParameter("t");
    return token == null ? request.getParameter("token") : token;
  }

  /** Null where none was asked for or found. */
  public TrackedDossier getDossier() {
    return dossier;
  }

  /** What was sent and is no dossier yet; null where none was asked for or found. */
  public TrackedSubmission getSubmission() {
    return submission;
  }

  /** The colour and shape of where the submission stands. */
  public String getSubmissionKind() {
    return switch (submission.stage()) {
      case WAITING -> "running";
      case EDIT_ASKED -> "waiting";
      case REFUSED -> "bad";
    };
  }

  public String getProblem() {
    return problem;
  }

  /** Who else has the dossier or is asked about it, and until when, in a sentence. */
  public String elsewhere(TrackedDossier.Elsewhere one) {
    String kind = one.handedOver() ? "track.handed-over." : "track.consulted.";
    if (one.dueAt() == null) {
      return words.of(kind + "plain", one.body());
    }
    return words.of(kind + (one.late() ? "late" : "until"), one.body(), moment(one.dueAt()));
  }

  /** The colour and shape of where it stands. */
  public String getKind() {
    return switch (dossier.stage()) {
      case LATE -> "bad";
      case WAITING_FOR_YOU, PAUSED -> "waiting";
      case READY, RETURNED -> "good";
      case IN_PROGRESS -> "running";
      case REFUSED, CLOSED -> "none";
    };
  }

  /** Whether it was promised for a later day than the law's, after it had become late. */
  public boolean isPromisedAnew() {
    return dossier.late()
        && dossier.promisedAt() != null
        && dossier.dueAt() != null
        && dossier.promisedAt().isAfter(dossier.dueAt());
  }

  public String moment(Instant moment) {
    return words.getNotation().minute(moment, Notation.CITY);
  }

  public String day(Instant moment) {
    return words.getNotation().day(moment.atZone(Notation.CITY).toLocalDate());
  }

  public String getRateAddress() {
    return request.getContextPath() + "/rate?t=" + dossier.ratingToken() + "&place=LINK";
  }
}
