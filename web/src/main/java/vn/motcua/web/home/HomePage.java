package vn.motcua.web.home;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.outbox.PipelineStatus;
import vn.motcua.web.home.SystemPart.State;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.SignedIn;
import vn.motcua.web.layout.StartPage;
import vn.motcua.web.layout.Words;

/** What runs here, how its parts are, and which data there are (trang đầu). */
@Named
@RequestScoped
public class HomePage {

  private static final System.Logger LOG = System.getLogger(HomePage.class.getName());

  @EJB private PipelineStatus pipeline;
  @EJB private DatasetDirectory datasets;
  @Inject private Words words;
  @Inject private SignedIn signedIn;

  private List<SystemPart> parts;

  /**
   * Leads on whose work begins elsewhere; at the bare address, by the mark above, and signed in.
   */
  public void arrive() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    String start = StartPage.of(signedIn::has);
    if (!faces.isPostback() && !StartPage.STATUS.equals(start)) {
      ExternalContext external = faces.getExternalContext();
      external.redirect(external.getRequestContextPath() + start);
    }
  }

  /** The parts; without a database nothing is known of the others. */
  public List<SystemPart> getParts() {
    if (parts == null) {
      try {
        parts = parts(pipeline.report());
      } catch (RuntimeException unreachable) {
        LOG.log(System.Logger.Level.WARNING, "The database does not answer", unreachable);
        parts =
            List.of(
                part("home.part.database", State.BAD, "home.state.down", words.of("home.no-data")));
      }
    }
    return parts;
  }

  /** The datasets that have figures, the city first; none while the database is away. */
  public List<DatasetSummary> getDatasets() {
    return getParts().size() == 1 ? List.of() : datasets.active();
  }

  private List<SystemPart> parts(PipelineStatus.Report report) {
    return List.of(
        part("home.part.database", State.GOOD, "home.state.up", words.of("home.database")),
        relay(report),
        stream(report),
        referee(report.referee()));
  }

  private SystemPart relay(PipelineStatus.Report report) {
    boolean up = "up".equals(report.kafka());
    String detail = words.of("home.relay", words.getNotation().count(report.relayLag()));
    return up
        ? part("home.part.relay", State.GOOD, "home.state.up", detail)
        : part("home.part.relay", State.WAITING, "home.state.degraded", detail);
  }

  private SystemPart stream(PipelineStatus.Report report) {
    if (report.streamAgeMillis() < 0) {
      return part(
          "home.part.stream", State.UNKNOWN, "home.state.never", words.of("home.stream.never"));
    }
    Notation notation = words.getNotation();
    String age = notation.age(Duration.ofMillis(report.streamAgeMillis()));
    boolean up = "up".equals(report.stream());
    return part(
        "home.part.stream",
        up ? State.GOOD : State.WAITING,
        up ? "home.state.up" : "home.state.degraded",
        words.of("home.stream", age));
  }

  private SystemPart referee(String lastHorizon) {
    return switch (lastHorizon) {
      case "FROZEN" ->
          part("home.part.referee", State.GOOD, "home.state.up", words.of("home.referee.frozen"));
      case "MISSED" ->
          part(
              "home.part.referee",
              State.WAITING,
              "home.state.degraded",
              words.of("home.referee.missed"));
      default ->
          part(
              "home.part.referee", State.UNKNOWN, "home.state.idle", words.of("home.referee.none"));
    };
  }

  private SystemPart part(String name, State state, String word, String detail) {
    return new SystemPart(words.of(name), state, words.of(word), detail);
  }
}
