package vn.motcua.catalogue;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.motcua.failure.DeclaredFailure;

/** Why the catalogue has no answer. Nothing was written. */
@ApplicationException(rollback = false)
public abstract sealed class CatalogueFailure extends DeclaredFailure {

  private CatalogueFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** No procedure of this code was in force on that day. */
  public static final class UnknownProcedure extends CatalogueFailure {
    public UnknownProcedure(String procedure, LocalDate on) {
      super("catalogue.procedure-unknown", 404, procedure, on.toString());
    }
  }

  /** The published limit of the procedure is not known, or not as a number. */
  public static final class LimitUnknown extends CatalogueFailure {
    public LimitUnknown(String procedure) {
      super("catalogue.limit-unknown", 422, procedure);
    }
  }

  /** The mark of the next page was not given out by this catalogue. */
  public static final class BadCursor extends CatalogueFailure {
    public BadCursor(String cursor) {
      super("catalogue.cursor-bad", 400, cursor);
    }
  }

  /** So many rows are not given at once. */
  public static final class BadPageSize extends CatalogueFailure {
    public BadPageSize(int asked, int most) {
      super("catalogue.page-size-bad", 400, Integer.toString(asked), Integer.toString(most));
    }
  }

  /** There is no such proposal. */
  public static final class UnknownProposal extends CatalogueFailure {
    public UnknownProposal(long proposal) {
      super("catalogue.proposal-unknown", 404, Long.toString(proposal));
    }
  }

  /** A sheet has cells that are wrong; all are told at once. */
  @ApplicationException(rollback = true)
  public static final class SheetWrong extends CatalogueFailure {
    private final transient List<SheetProblem> problems;

    public SheetWrong(List<SheetProblem> problems) {
      super(
          "catalogue.sheet-wrong",
          422,
          problems.stream()
              .map(problem -> problem.column() + ": " + problem.message(Locale.of("vi")))
              .collect(Collectors.joining("; ")));
      this.problems = List.copyOf(problems);
    }

    /** Empty once it travelled. */
    public List<SheetProblem> problems() {
      return problems == null ? List.of() : problems;
    }
  }

  /** A change needs its reason. */
  public static final class ReasonMissing extends CatalogueFailure {
    public ReasonMissing() {
      super("catalogue.reason-missing", 422);
    }
  }

  /** The past is never changed. */
  @ApplicationException(rollback = true)
  public static final class PastDay extends CatalogueFailure {
    public PastDay(LocalDate from, LocalDate today) {
      super("catalogue.past-day", 422, from.toString(), today.toString());
    }
  }

  /** A later version exists already. */
  @ApplicationException(rollback = true)
  public static final class BeforeLatest extends CatalogueFailure {
    public BeforeLatest(LocalDate from, LocalDate latest) {
      super("catalogue.before-latest", 409, from.toString(), latest.toString());
    }
  }

  /** Who proposed may not decide. */
  public static final class FourEyes extends CatalogueFailure {
    public FourEyes() {
      super("catalogue.four-eyes", 409);
    }
  }

  /** Somebody else was faster. */
  @ApplicationException(rollback = true)
  public static final class ChangedMeanwhile extends CatalogueFailure {
    public ChangedMeanwhile() {
      super("catalogue.changed-meanwhile", 409);
    }
  }

  /** It was decided already. */
  public static final class NotWaiting extends CatalogueFailure {
    public NotWaiting(long proposal) {
      super("catalogue.not-waiting", 409, Long.toString(proposal));
    }
  }

  /** Another's proposal cannot be withdrawn. */
  public static final class ForeignProposal extends CatalogueFailure {
    public ForeignProposal() {
      super("catalogue.foreign-proposal", 409);
    }
  }

  /** A file is no table. */
  public static final class FileUnreadable extends CatalogueFailure {
    public FileUnreadable(String why) {
      super("catalogue.file-unreadable", 422, why);
    }
  }

  /** A file has too many lines or bytes. */
  public static final class FileLarge extends CatalogueFailure {
    public FileLarge(int lines, int megabytes) {
      super("catalogue.file-large", 413, Integer.toString(lines), Integer.toString(megabytes));
    }
  }

  /** There is no such import. */
  public static final class UnknownImport extends CatalogueFailure {
    public UnknownImport(long id) {
      super("catalogue.import-unknown", 404, Long.toString(id));
    }
  }

  /** No line may be taken. */
  @ApplicationException(rollback = true)
  public static final class NothingToTake extends CatalogueFailure {
    public NothingToTake() {
      super("catalogue.nothing-to-take", 422);
    }
  }

  /** There is no such review. */
  public static final class UnknownReview extends CatalogueFailure {
    public UnknownReview(long id) {
      super("catalogue.review-unknown", 404, Long.toString(id));
    }
  }

  /** The review is at another step. */
  @ApplicationException(rollback = true)
  public static final class ReviewState extends CatalogueFailure {
    public ReviewState(long id) {
      super("catalogue.review-state", 409, Long.toString(id));
    }
  }

  /** There is no such rule of the intake scope. */
  public static final class UnknownScope extends CatalogueFailure {
    public UnknownScope(long id) {
      super("catalogue.scope-unknown", 404, Long.toString(id));
    }
  }

  /** Not a whole number. */
  public static final class BadNumber extends CatalogueFailure {
    public BadNumber(String text) {
      super("catalogue.number-bad", 422, text);
    }
  }

  /** Five scores of 1 to 5 are needed. */
  public static final class BadScores extends CatalogueFailure {
    public BadScores() {
      super("catalogue.scores-bad", 422);
    }
  }

  /** There is no delegation to evaluate. */
  public static final class NotDelegated extends CatalogueFailure {
    public NotDelegated(String procedure, LocalDate on) {
      super("catalogue.not-delegated", 409, procedure, on.toString());
    }
  }
}
