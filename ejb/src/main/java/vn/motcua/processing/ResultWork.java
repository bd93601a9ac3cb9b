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
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.TransitionKind;
import vn.motcua.events.CloseReason;
import vn.motcua.events.Outcome;

/**
 * How a dossier ends: with its signed result, granted or refused, or without one. Checks the
 * dossier, not the caller; never reads a clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ResultWork {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;
  @Inject private DossierTerms terms;

  public ResultWork() {}

  /** For use without a container. */
  ResultWork(DataSource database, DossierService dossiers, DossierTerms terms) {
    this.database = database;
    this.dossiers = dossiers;
    this.terms = terms;
  }

  /**
   * The signed result is at the one-stop (có kết quả): the present step is done, what remains is to
   * hand it over. A refusal may come at any step, a grant only after the agency's last one.
   *
   * @throws ProcessingFailure.StepsRemain where a grant comes before its time
   * @throws ProcessingFailure.OpinionsAwaited where a grant does not wait for opinions beside the
   *     step
   * @throws ProcessingFailure.Missing where the document is not described
   */
  public void finish(Seen seen, SignedResult result, Instant at, String actor) {
    result.check(terms.calendar().dateAt(at));
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.ours(seen.dossierId());
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, TransitionKind.FINISHED.name(), actor)) {
        return;
      }
      if (task == null) {
        throw new ProcessingFailure.NoStep(dossier.code());
      }
      List<StepRow> following = tasks.following(dossier, task.position());
      if (!result.negative() && !following.isEmpty() && !following.getFirst().returns()) {
        throw new ProcessingFailure.StepsRemain(dossier.code(), following.getFirst().name());
      }
      if (!result.negative()) {
        new OpinionSteps(connection).check(dossier, task);
      }
      if (dossier.state() == DossierState.OPEN) {
        dossiers.completeStep(dossier.id(), at, task.name(), task.unitId(), actor);
      }
      int used = terms.usedMinutes(dossier.receivedAt(), at, cases.lawfulPauses(dossier.id(), at));
      Outcome outcome = result.negative() ? Outcome.REFUSED : Outcome.GRANTED;
      dossiers.finish(dossier.id(), at, outcome, used, actor);
      keep(connection, dossier, result, at, actor);
      tasks.end(task, at, actor, "", false);
      StepRow handOver =
          following.stream().filter(StepRow::returns).findFirst().orElse(StepRow.RETURN);
      tasks.begin(dossier, handOver, at, null, terms.calendar(dossier.unitAt(handOver.place())));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Ends without a result: withdrawn by the applicant before the decision (rút), stopped (dừng), or
   * no supplement came.
   *
   * @throws ProcessingFailure.NothingRequested where nothing was asked that could be missing
   * @throws ProcessingFailure.TooEarly where the applicant still has time to answer
   */
  public void close(Seen seen, CloseReason reason, Grounds why, Instant at, String actor) {
    why.withReason();
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.ours(seen.dossierId());
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, TransitionKind.CLOSED.name(), actor)) {
        return;
      }
      if (reason == CloseReason.NO_SUPPLEMENT) {
        checkTimeIsUp(connection, dossier, at);
      }
      dossiers.close(dossier.id(), at, reason, actor);
      cases.explain(dossier.id(), why, "");
      if (task != null) {
        tasks.end(task, at, actor, "", true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void checkTimeIsUp(Connection connection, CaseRow dossier, Instant at)
      throws SQLException {
    SupplementRows.Open open =
        new SupplementRows(connection)
            .open(dossier.id())
            .orElseThrow(() -> new ProcessingFailure.NothingRequested(dossier.code()));
    if (open.answerBy() != null && !at.isAfter(open.answerBy())) {
      throw new ProcessingFailure.TooEarly(
          dossier.code(), CaseRows.MINUTE.format(open.answerBy().atZone(dossier.zone())));
    }
  }

  private static void keep(
      Connection connection, CaseRow dossier, SignedResult result, Instant at, String actor)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into result_document
              (dossier_id, number, signed_on, signer, negative, reason, file_id, recorded_by,
               recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            dossier.id(),
            result.number(),
            result.signedOn(),
            result.signer(),
            result.negative(),
            result.reason(),
            result.fileId(),
            actor,
            at)
        .update();
  }
}
