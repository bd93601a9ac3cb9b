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
import vn.motcua.events.CloseReason;
import vn.motcua.events.Outcome;

/**
 * What a ministry's own software did with a dossier, written into its history as any other step, so
 * that figures, tracking and the board count it. What would have to stand before something that is
 * on record already changes nothing: the history is never rewritten. Checks the dossier, not the
 * caller; never reads a clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ElsewhereWork {

  /** What became of a step. */
  public enum Verdict {
    /** It is a step of the history. */
    APPLIED,
    /** What comes before it is not on record yet. */
    WAITING,
    /** What happened later is on record, or the dossier is ended. */
    TOO_LATE
  }

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;
  @EJB private SupplementWork supplements;
  @Inject private DossierTerms terms;

  public ElsewhereWork() {}

  /** For use without a container. */
  public ElsewhereWork(
      DataSource database,
      DossierService dossiers,
      SupplementWork supplements,
      DossierTerms terms) {
    this.database = database;
    this.dossiers = dossiers;
    this.supplements = supplements;
    this.terms = terms;
  }

  /**
   * Writes it, if its turn has come. That they have it counts from the receipt where they had it
   * before.
   *
   * @throws vn.motcua.dossier.DossierFailure.Unknown where there is no such dossier
   */
  public Verdict apply(long id, ElsewhereStep step, String actor) {
    try (Connection connection = database.getConnection()) {
      CaseRow dossier = new CaseRows(connection).locked(id);
      Instant at =
          step.meaning() == StatusMeaning.RECEIVED && step.at().isBefore(dossier.receivedAt())
              ? dossier.receivedAt()
              : step.at();
      boolean waiting = new SupplementRows(connection).open(id).isPresent();
      Verdict verdict = turn(dossier, step.meaning(), at, waiting);
      if (verdict == Verdict.APPLIED) {
        write(connection, dossier, step, at, actor);
      }
      return verdict;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Verdict turn(CaseRow dossier, StatusMeaning meaning, Instant at, boolean waiting) {
    boolean ended =
        meaning == StatusMeaning.RETURNED
            ? dossiers.find(dossier.id()).getReturnedAt() != null
                || dossier.state() == DossierState.CLOSED
                || dossier.state() == DossierState.VOIDED
            : !dossier.state().open();
    if (ended || at.isBefore(dossiers.lastMoment(dossier.id()))) {
      return Verdict.TOO_LATE;
    }
    boolean itsTurn =
        switch (meaning) {
          case RECEIVED -> dossier.state() == DossierState.OPEN;
          case SUPPLEMENT_REQUESTED -> dossier.state() == DossierState.OPEN && !waiting;
          case SUPPLEMENTED -> waiting;
          case RESULT_READY, REFUSED, RETURNED, WITHDRAWN -> true;
        };
    return itsTurn ? Verdict.APPLIED : Verdict.WAITING;
  }

  private void write(
      Connection connection, CaseRow dossier, ElsewhereStep step, Instant at, String actor)
      throws SQLException {
    switch (step.meaning()) {
      case RECEIVED ->
          dossiers.completeStep(dossier.id(), at, step.words(), dossier.unitId(), actor);
      case SUPPLEMENT_REQUESTED ->
          supplements.requestedElsewhere(dossier.id(), wanted(step), at, actor);
      case SUPPLEMENTED -> supplements.answeredElsewhere(dossier.id(), at, actor);
      case RESULT_READY -> finish(connection, dossier, step, Outcome.GRANTED, at, actor);
      case REFUSED -> finish(connection, dossier, step, Outcome.REFUSED, at, actor);
      case RETURNED -> {
        if (dossier.state().open()) {
          finish(connection, dossier, step, Outcome.GRANTED, at, actor);
        }
        handedOver(connection, dossier, step, at, actor);
      }
      case WITHDRAWN -> {
        dossiers.close(dossier.id(), at, CloseReason.WITHDRAWN, actor);
        new CaseRows(connection).explain(dossier.id(), new Grounds(reason(step), ""), "");
        end(connection, dossier, at, actor, true);
      }
    }
  }

  private void finish(
      Connection connection,
      CaseRow dossier,
      ElsewhereStep step,
      Outcome outcome,
      Instant at,
      String actor)
      throws SQLException {
    CaseRows cases = new CaseRows(connection);
    int used = terms.usedMinutes(dossier.receivedAt(), at, cases.lawfulPauses(dossier.id(), at));
    dossiers.finish(dossier.id(), at, outcome, used, actor);
    if (!step.number().isEmpty()) {
      Query.of(
              connection,
              """
              insert into result_document
                (dossier_id, number, signed_on, signer, negative, reason, recorded_by, recorded_at)
              values (?, ?, ?, ?, ?, ?, ?, ?)""",
              dossier.id(),
              step.number(),
              step.signedOn() == null ? at.atZone(dossier.zone()).toLocalDate() : step.signedOn(),
              step.signer().isEmpty() ? dossier.elsewhere() : step.signer(),
              outcome == Outcome.REFUSED,
              outcome == Outcome.REFUSED ? reason(step) : "",
              actor,
              at)
          .update();
    }
    end(connection, dossier, at, actor, false);
    new TaskRows(connection)
        .begin(
            dossier,
            StepRow.RETURN,
            at,
            null,
            terms.calendar(dossier.unitAt(StepRow.RETURN.place())));
  }

  /** How it was given back is not told, so it stands as the applicant had asked for. */
  private void handedOver(
      Connection connection, CaseRow dossier, ElsewhereStep step, Instant at, String actor)
      throws SQLException {
    dossiers.giveResult(dossier.id(), at, actor);
    Query.of(
            connection,
            """
            insert into result_return
              (dossier_id, number, returned_at, returned_by, received_by, checked_id, channel)
            select d.id, (select count(*) + 1 from result_return where dossier_id = d.id), ?, ?, ?,
              '', coalesce(i.return_channel, 'ELECTRONIC')
            from dossier d left join dossier_intake i on i.dossier_id = d.id where d.id = ?""",
            at,
            actor,
            dossier.elsewhere() + ": " + reason(step),
            dossier.id())
        .update();
    end(connection, dossier, at, actor, false);
  }

  private static void end(
      Connection connection, CaseRow dossier, Instant at, String actor, boolean abandoned)
      throws SQLException {
    TaskRows tasks = new TaskRows(connection);
    TaskRow task = tasks.present(dossier.id()).orElse(null);
    if (task != null) {
      tasks.end(task, at, actor, "", abandoned);
    }
  }

  private static SupplementItems wanted(ElsewhereStep step) {
    return SupplementItems.of(
        step.items().isEmpty() ? List.of(reason(step)) : step.items(), reason(step));
  }

  private static String reason(ElsewhereStep step) {
    return step.note().isEmpty() ? step.words() : step.note();
  }
}
