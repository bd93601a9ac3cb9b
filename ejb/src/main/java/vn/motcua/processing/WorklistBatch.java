package vn.motcua.processing;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import vn.motcua.failure.CodedFailure;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * Many dossiers at once (xử lý hàng loạt): each is a transaction and a verdict of its own, so one
 * that is refused keeps no other back. {@link ProcessingService} asks for the right line by line.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorklistBatch {

  /** The most lines that are taken at once. */
  public static final int MOST = 200;

  private static final Role[] STAFF = {Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR};

  /**
   * What became of one line.
   *
   * @param code of the refusal; empty where it was done
   * @param message of the refusal, for people
   */
  public record Verdict(long dossierId, String code, String message) {

    public boolean done() {
      return code.isEmpty();
    }
  }

  @EJB private Access access;
  @EJB private ProcessingService processing;

  public WorklistBatch() {}

  /** For use without a container. */
  WorklistBatch(Access access, ProcessingService processing) {
    this.access = access;
    this.processing = processing;
  }

  /**
   * Passes each on to its next step.
   *
   * @throws ProcessingFailure.Missing where no line was chosen
   * @throws ProcessingFailure.TooMany where more than {@link #MOST} were
   */
  public List<Verdict> complete(List<Seen> lines, Locale language) {
    access.require(STAFF);
    return each(lines, language, seen -> processing.complete(seen, ""));
  }

  /** The account that calls takes each. Refused as {@link #complete}. */
  public List<Verdict> take(List<Seen> lines, Locale language) {
    Account account = access.require(STAFF);
    return each(lines, language, seen -> processing.assign(seen, account.login()));
  }

  /**
   * Gives each to somebody (giao việc); only a branch director may.
   *
   * @param login of who is to do it
   */
  public List<Verdict> handOver(List<Seen> lines, String login, Locale language) {
    access.require(Role.BRANCH_DIRECTOR);
    return each(lines, language, seen -> processing.assign(seen, login));
  }

  private static List<Verdict> each(List<Seen> lines, Locale language, Consumer<Seen> deed) {
    if (lines == null || lines.isEmpty()) {
      throw new ProcessingFailure.Missing("selection");
    }
    if (lines.size() > MOST) {
      throw new ProcessingFailure.TooMany(MOST);
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (Seen seen : lines) {
      verdicts.add(verdict(seen, language, deed));
    }
    return verdicts;
  }

  private static Verdict verdict(Seen seen, Locale language, Consumer<Seen> deed) {
    try {
      deed.accept(seen);
      return new Verdict(seen.dossierId(), "", "");
    } catch (RuntimeException thrown) {
      Throwable cause = thrown;
      while (cause instanceof EJBException && cause.getCause() != null) {
        cause = cause.getCause();
      }
      if (cause instanceof CodedFailure failure) {
        return new Verdict(seen.dossierId(), failure.code(), failure.message(language));
      }
      throw thrown;
    }
  }
}
