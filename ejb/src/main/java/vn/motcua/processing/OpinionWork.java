package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.worktime.Allowance;

/**
 * Asking other bodies for their opinion (lấy ý kiến, NĐ 118 Đ19.4): logged, each with its own
 * deadline. The dossier's clock runs on. An opinion that does not come is told to the branch.
 * Checks the dossier, not the caller; never reads a clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class OpinionWork {

  /** More would be longer than any procedure. */
  private static final int MOST_DAYS = 60;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private DossierTerms terms;

  public OpinionWork() {}

  /** For use without a container. */
  OpinionWork(DataSource database, DossierTerms terms) {
    this.database = database;
    this.terms = terms;
  }

  /**
   * Asks a body.
   *
   * @param workingDays until when, from 1 to 60
   * @throws ProcessingFailure.AlreadyAsked where the same body has not answered yet
   */
  public void ask(
      Seen seen, String askedOf, String question, int workingDays, Instant at, String actor) {
    String body = required(askedOf, "asked-of");
    String text = required(question, "question");
    if (workingDays < 1 || workingDays > MOST_DAYS) {
      throw new ProcessingFailure.Missing("days");
    }
    try (Connection connection = database.getConnection()) {
      CaseRow dossier = open(connection, seen, actor);
      boolean asked =
          Query.of(
                  connection,
                  """
                  select 1 from opinion_request
                  where dossier_id = ? and fold(asked_of) = fold(?) and answered_at is null""",
                  dossier.id(),
                  body)
              .first(row -> true)
              .orElse(false);
      if (asked) {
        throw new ProcessingFailure.AlreadyAsked(dossier.code(), body);
      }
      Query.of(
              connection,
              """
              insert into opinion_request (dossier_id, asked_of, question, asked_by, asked_at, due_at)
              values (?, ?, ?, ?, ?, ?)""",
              dossier.id(),
              body,
              text,
              actor,
              at,
              terms.end(at, Allowance.workingDays(workingDays)))
          .update();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The opinion came in.
   *
   * @throws ProcessingFailure.NothingAsked where this was not asked, or was answered before
   */
  public void answer(Seen seen, long opinionId, Grounds answer, Instant at, String actor) {
    answer.withReason();
    try (Connection connection = database.getConnection()) {
      CaseRow dossier = new CaseRows(connection).ours(seen.dossierId());
      int written =
          Query.of(
                  connection,
                  """
                  update opinion_request
                  set answered_by = ?, answered_at = ?, answer = ?, document = ?
                  where id = ? and dossier_id = ? and answered_at is null""",
                  actor,
                  at,
                  answer.reason(),
                  answer.document(),
                  opinionId,
                  dossier.id())
              .update();
      if (written == 0) {
        throw new ProcessingFailure.NothingAsked(dossier.code());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CaseRow open(Connection connection, Seen seen, String actor) throws SQLException {
    CaseRows cases = new CaseRows(connection);
    CaseRow dossier = cases.ours(seen.dossierId());
    TaskRow task = new TaskRows(connection).present(dossier.id()).orElse(null);
    cases.repeated(dossier, task, seen, "", actor);
    if (!dossier.state().open()) {
      throw new ProcessingFailure.Ended(dossier.code());
    }
    return dossier;
  }

  private static String required(String text, String field) {
    String clean =
        text == null
            ? ""
            : java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC).strip();
    if (clean.isEmpty()) {
      throw new ProcessingFailure.Missing(field);
    }
    return clean;
  }
}
