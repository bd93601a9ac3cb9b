package vn.motcua.web.leadership;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.Horizon;
import vn.motcua.figures.board.Board;
import vn.motcua.figures.board.BoardChoices;
import vn.motcua.figures.board.BoardFlow;
import vn.motcua.figures.board.BoardPeriod;
import vn.motcua.figures.board.BoardPeriod.Kind;
import vn.motcua.figures.board.BoardQuestion;
import vn.motcua.figures.board.BoardService;
import vn.motcua.figures.board.DossierMeasure;
import vn.motcua.figures.board.Ratio;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.SignedIn;
import vn.motcua.web.layout.Words;

/** The leadership's board (bảng 3–3–3). */
@Named
@RequestScoped
public class BoardPage {

  @EJB private BoardService boards;
  @EJB private DatasetDirectory datasets;
  @EJB private FigureService figures;
  @Inject private BoardQuestions questions;
  @Inject private BoardWords boardWords;
  @Inject private TileViews tileViews;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private boolean asked;
  private BoardAddress address;
  private Board board;
  private BoardChoices choices;
  private List<TileView> tiles;
  private String failure;
  private String compareFailure;

  /** Why there is no board, in a sentence; null where there is one. */
  public String getFailure() {
    ask();
    return failure;
  }

  public Board getBoard() {
    ask();
    return board;
  }

  public BoardAddress getAddress() {
    ask();
    return address;
  }

  /** Three by three. */
  public List<List<TileView>> getRows() {
    ask();
    return List.of(tiles.subList(0, 3), tiles.subList(3, 6), tiles.subList(6, 9));
  }

  public String rowName(int row) {
    return words.of(List.of("board.row.rise", "board.row.fall", "board.row.none").get(row));
  }

  public List<DatasetSummary> getDatasets() {
    return datasets.active();
  }

  public BoardChoices getChoices() {
    ask();
    return choices;
  }

  public List<String> getPeriods() {
    return Arrays.stream(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
  }

  public String getPeriodCode() {
    ask();
    return address.period().name().toLowerCase(Locale.ROOT);
  }

  /** 01/11/2026 – 30/11/2026. */
  public String getPeriodText() {
    return text(board.question().period());
  }

  public String getComparedText() {
    return text(board.compared());
  }

  private String text(BoardPeriod period) {
    Notation notation = words.getNotation();
    return period.length() == 1
        ? notation.day(period.from())
        : words.of("board.days", notation.day(period.from()), notation.day(period.last()));
  }

  /** The name of the branch or field asked for; empty for all. */
  public String getPartText() {
    ask();
    StringBuilder text = new StringBuilder();
    if (address.branch() != null) {
      text.append(name(choices.branches(), part -> part.code().equals(address.branch())));
    }
    if (address.field() != null) {
      String field = name(choices.fields(), part -> part.id() == address.field());
      text.append(text.isEmpty() ? "" : " · ").append(field);
    }
    return text.toString();
  }

  private static String name(
      List<Board.Part> parts, java.util.function.Predicate<Board.Part> wanted) {
    return parts.stream().filter(wanted).map(Board.Part::name).findFirst().orElse("");
  }

  public String getWholeAddress() {
    return request.getContextPath() + address.ofBranch(null).ofField(null).text();
  }

  public List<PartView> getBranches() {
    return views(board.branches(), true);
  }

  public List<PartView> getFields() {
    return views(board.fields(), false);
  }

  private List<PartView> views(List<Board.Part> parts, boolean branches) {
    long most = parts.stream().mapToLong(Board.Part::overdue).max().orElse(0);
    long worst =
        parts.stream()
            .map(Board.Part::lateness)
            .filter(Ratio::exists)
            .mapToLong(Ratio::basisPoints)
            .max()
            .orElse(0);
    return parts.stream()
        .map(
            part ->
                new PartView(
                    nameOf(part, branches),
                    addressOf(part, branches),
                    part,
                    most,
                    worst,
                    boardWords))
        .toList();
  }

  private String nameOf(Board.Part part, boolean branches) {
    if (part.name().isEmpty()) {
      return words.of(branches ? "board.no-branch" : "board.no-field");
    }
    return part.level().isBlank()
        ? part.name()
        : words.of(
            "figures.field-at-level",
            part.name(),
            words.of("level." + part.level().toLowerCase(Locale.ROOT)));
  }

  private String addressOf(Board.Part part, boolean branches) {
    if (part.code().isEmpty()) {
      return null;
    }
    BoardAddress narrowed = branches ? address.ofBranch(part.code()) : address.ofField(part.id());
    return request.getContextPath() + narrowed.text();
  }

  public long getReceived() {
    return board.sums().of(BoardFlow.RECEIVED);
  }

  public long getResolved() {
    return board.sums().of(BoardFlow.RESOLVED);
  }

  public String count(long count) {
    return words.getNotation().count(count);
  }

  /** Received or resolved against as many days of the former period. */
  public String against(String flow) {
    long now = board.sums().of(BoardFlow.valueOf(flow));
    long before = board.formerSums().of(BoardFlow.valueOf(flow));
    return words.of(
        "board.against",
        words.getNotation().difference(now - before),
        words.getNotation().count(before));
  }

  public String list(String measure) {
    return request.getContextPath()
        + address.dossiers(DossierMeasure.valueOf(measure).code(), null);
  }

  /** How far the stream is, in words; the page's script goes on from there. */
  public String getAge() {
    Duration age = board.position().age();
    return age == null
        ? words.of("figures.stream.never")
        : words.of("board.age", words.getNotation().age(age));
  }

  public long getAgeMillis() {
    return board.position().age() == null ? -1 : board.position().age().toMillis();
  }

  /** good: equal; bad: they differ; unknown: never compared. */
  public String getCheckState() {
    Board.Check check = board.check();
    return check == null ? "unknown" : check.matches() ? "good" : "bad";
  }

  public String getCheckWords() {
    Board.Check check = board.check();
    if (check == null) {
      return words.of("board.check.none");
    }
    String time = words.getNotation().minute(check.time(), board.dataset().zone());
    return check.matches()
        ? words.of("board.check.matches", time)
        : words.of("board.check.differs", words.getNotation().count(check.differences()), time);
  }

  /** How many records the stream could not count; null where there are none. */
  public String getSetAsideWords() {
    long setAside = board.position().setAside();
    return setAside == 0 ? null : words.of("board.set-aside", words.getNotation().count(setAside));
  }

  /** Where the differing cells are shown; null where there are none. */
  public String getCheckAddress() {
    Board.Check check = board.check();
    return check == null || check.matches()
        ? null
        : request.getContextPath()
            + "/figures?dataset="
            + board.dataset().code()
            + "&horizon="
            + check.horizon();
  }

  /** Compares stream and referee at a new cut, and shows the board again. */
  public void compare() throws IOException {
    ask();
    if (failure != null) {
      compareFailure = failure;
      return;
    }
    try {
      String dataset = board.dataset().code();
      Horizon horizon = figures.mark(dataset, null, null, signedIn.getLogin());
      figures.compare(dataset, horizon.id());
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .redirect(request.getContextPath() + address.text());
    } catch (RuntimeException thrown) {
      compareFailure = words.failure(thrown);
    }
  }

  /** Why nothing was compared, or null. */
  public String getCompareFailure() {
    return compareFailure;
  }

  /** Asks once, when the page first wants something. */
  private void ask() {
    if (asked) {
      return;
    }
    asked = true;
    try {
      address = BoardAddress.of(request::getParameter);
      BoardQuestion question = questions.of(address);
      board = boards.board(question);
      choices = boards.choices(question.dataset());
      tiles = tileViews.of(board, address);
    } catch (RuntimeException thrown) {
      failure = words.failure(thrown);
    }
  }
}
