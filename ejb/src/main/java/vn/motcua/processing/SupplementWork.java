package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.TransitionKind;
import vn.motcua.events.RequestKind;
import vn.motcua.worktime.Suspension;

/**
 * Asking the applicant for more (phiếu yêu cầu bổ sung, form 02) and the answer. Once per episode,
 * complete, in writing, and only through the one-stop (NĐ 118 Đ5, Đ16.3). Asked within three
 * working days of receipt, the wait is a lawful pause and the clock restarts from zero with the
 * answer (Đ19.5). Asked later, it runs on: the law gives the agency no more time for its own delay,
 * so the answer keeps the due date and the wait is subtracted from nothing but the count of QĐ 766.
 * A re-check of the same items is measured from the answer that did not do: that answer restarted
 * the clock as if the dossier had come in anew. Checks the dossier, not the caller; never reads a
 * clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class SupplementWork {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;
  @Inject private DossierTerms terms;

  public SupplementWork() {}

  /** For use without a container. */
  SupplementWork(DataSource database, DossierService dossiers, DossierTerms terms) {
    this.database = database;
    this.dossiers = dossiers;
    this.terms = terms;
  }

  /**
   * Asks the applicant.
   *
   * @throws ProcessingFailure.AlreadyRequested where the last request has no answer yet
   * @throws ProcessingFailure.SecondRequest where one was made in the episode and nobody allows
   *     another
   * @throws ProcessingFailure.NotTheSameItems where a re-check asks for something new
   */
  public void request(Seen seen, SupplementItems wanted, Instant at, String actor) {
    wanted.check();
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.ours(seen.dossierId());
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      String kind = TransitionKind.SUPPLEMENT_REQUESTED.name();
      if (cases.repeated(dossier, task, seen, kind, actor)) {
        return;
      }
      SupplementRows requests = new SupplementRows(connection);
      if (requests.open(dossier.id()).isPresent()) {
        throw new ProcessingFailure.AlreadyRequested(dossier.code());
      }
      if (wanted.recheck() && !requests.askedBefore(dossier.id(), wanted.items())) {
        throw new ProcessingFailure.NotTheSameItems(dossier.code());
      }
      boolean second = !wanted.recheck() && requests.earlierInEpisode(dossier) > 0;
      if (second && wanted.overrideBy() == null) {
        throw new ProcessingFailure.SecondRequest(dossier.code());
      }
      ask(connection, dossier, wanted, second, at, actor);
      SupplementProposals proposals = new SupplementProposals(connection);
      SupplementProposals.Open proposal = proposals.open(dossier.id()).orElse(null);
      if (proposal != null) {
        proposals.decide(proposal.id(), "ISSUED", "", at, actor);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A ministry's software has asked the applicant: what the law says of the clock is the same, but
   * no form is ours and nobody here could have held a second request back.
   *
   * @throws ProcessingFailure.AlreadyRequested where the last request has no answer yet
   */
  public void requestedElsewhere(long id, SupplementItems wanted, Instant at, String actor) {
    wanted.check();
    try (Connection connection = database.getConnection()) {
      CaseRow dossier = new CaseRows(connection).locked(id);
      SupplementRows requests = new SupplementRows(connection);
      if (requests.open(id).isPresent()) {
        throw new ProcessingFailure.AlreadyRequested(dossier.code());
      }
      ask(connection, dossier, wanted, requests.earlierInEpisode(dossier) > 0, at, actor);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void ask(
      Connection connection,
      CaseRow dossier,
      SupplementItems wanted,
      boolean second,
      Instant at,
      String actor)
      throws SQLException {
    SupplementRows requests = new SupplementRows(connection);
    boolean inTime = inTime(connection, requests, dossier, wanted, at);
    dossiers.requestSupplement(
        dossier.id(), at, RequestKind.SUPPLEMENT, second, wanted.recheck(), actor);
    if (inTime) {
      dossiers.pause(dossier.id(), at, true, actor);
    }
    Instant answerBy = terms.end(at, LegalTerm.SUPPLEMENT_ANSWER.at(connection, at));
    requests.insert(dossier, wanted, inTime, at, answerBy, actor);
  }

  private boolean inTime(
      Connection connection,
      SupplementRows requests,
      CaseRow dossier,
      SupplementItems wanted,
      Instant at)
      throws SQLException {
    Instant from =
        wanted.recheck()
            ? requests.lastAnswerInTime(dossier.id()).orElse(dossier.receivedAt())
            : dossier.receivedAt();
    return !at.isAfter(terms.end(from, LegalTerm.SUPPLEMENT_ASK.at(connection, at)));
  }

  /**
   * The agency's officer proposes what to ask for (đề nghị bổ sung); the one-stop alone asks.
   *
   * @throws ProcessingFailure.AlreadyProposed where another proposal waits for the one-stop
   * @throws ProcessingFailure.AlreadyRequested where the applicant was asked and has not answered
   */
  public void propose(Seen seen, SupplementItems wanted, Instant at, String actor) {
    wanted.check();
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      CaseRow dossier = cases.ours(seen.dossierId());
      SupplementProposals proposals = new SupplementProposals(connection);
      SupplementProposals.Open open = proposals.open(dossier.id()).orElse(null);
      if (open != null && open.by().equals(actor) && open.items().equals(wanted.items())) {
        return;
      }
      TaskRow task = new TaskRows(connection).present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, "", actor)) {
        return;
      }
      if (dossier.state() != DossierState.OPEN) {
        throw new ProcessingFailure.Ended(dossier.code());
      }
      if (open != null) {
        throw new ProcessingFailure.AlreadyProposed(dossier.code());
      }
      SupplementRows requests = new SupplementRows(connection);
      if (requests.open(dossier.id()).isPresent()) {
        throw new ProcessingFailure.AlreadyRequested(dossier.code());
      }
      if (wanted.recheck() && !requests.askedBefore(dossier.id(), wanted.items())) {
        throw new ProcessingFailure.NotTheSameItems(dossier.code());
      }
      proposals.insert(dossier.id(), wanted, at, actor);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The one-stop does not ask the applicant for what was proposed.
   *
   * @throws ProcessingFailure.NothingProposed where no proposal waits
   */
  public void decline(Seen seen, Grounds why, Instant at, String actor) {
    why.withReason();
    try (Connection connection = database.getConnection()) {
      CaseRow dossier = new CaseRows(connection).ours(seen.dossierId());
      SupplementProposals proposals = new SupplementProposals(connection);
      SupplementProposals.Open open =
          proposals
              .open(dossier.id())
              .orElseThrow(() -> new ProcessingFailure.NothingProposed(dossier.code()));
      proposals.decide(open.id(), "DECLINED", why.reason(), at, actor);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The applicant has answered completely (đã bổ sung). Where the request was in time, the term
   * begins from zero.
   *
   * @throws ProcessingFailure.NothingRequested where no answer is awaited
   */
  public void answer(Seen seen, Instant at, String actor) {
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      SupplementRows requests = new SupplementRows(connection);
      CaseRow dossier = cases.ours(seen.dossierId());
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      SupplementRows.Open open = requests.open(dossier.id()).orElse(null);
      if (open == null && requests.answeredBy(dossier.id(), actor, seen.sequence())) {
        return;
      }
      if (cases.repeated(dossier, task, seen, "", actor)) {
        return;
      }
      if (open == null) {
        throw new ProcessingFailure.NothingRequested(dossier.code());
      }
      answered(connection, dossier, open, at, actor);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The applicant has answered in a ministry's software.
   *
   * @throws ProcessingFailure.NothingRequested where no answer is awaited
   */
  public void answeredElsewhere(long id, Instant at, String actor) {
    try (Connection connection = database.getConnection()) {
      CaseRow dossier = new CaseRows(connection).locked(id);
      SupplementRows.Open open =
          new SupplementRows(connection)
              .open(id)
              .orElseThrow(() -> new ProcessingFailure.NothingRequested(dossier.code()));
      answered(connection, dossier, open, at, actor);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answered(
      Connection connection, CaseRow dossier, SupplementRows.Open open, Instant at, String actor)
      throws SQLException {
    new SupplementRows(connection).answered(open, at, actor);
    if (!open.inTime()) {
      return;
    }
    CaseRows cases = new CaseRows(connection);
    TaskRows tasks = new TaskRows(connection);
    List<Suspension> pauses = cases.lawfulPauses(dossier.id(), at);
    DossierTerms.Due due = terms.restarted(dossier, at, pauses);
    if (due.at() != null) {
      dossiers.restartClock(dossier.id(), at, due.at(), actor);
      cases.promise(dossier.id(), due);
    }
    dossiers.resume(dossier.id(), at, due.at(), actor);
    TaskRow task = tasks.present(dossier.id()).orElse(null);
    if (task != null) {
      tasks.restart(task, at, due.at(), terms.calendar(task.unitId()));
    }
  }
}
