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
import vn.motcua.dossier.DossierState;

/**
 * What comes after the result: the agency's own error in it (đính chính, NĐ 118 Đ23: three working
 * days, at its cost), an applicant who does not take it. No figure changes: the result was there
 * when it was there. Checks the dossier, not the caller; never reads a clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ResultCareWork {

  /** What became of a result at the one-stop. */
  public enum Notice {
    /** The applicant does not want it. */
    REFUSED,
    /** Nobody came for it. */
    UNCLAIMED,
    /** The applicant was reminded. */
    REMINDED
  }

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private DossierTerms terms;

  public ResultCareWork() {}

  /** For use without a container. */
  ResultCareWork(DataSource database, DossierTerms terms) {
    this.database = database;
    this.terms = terms;
  }

  /**
   * An error of the agency was found: its small clock begins.
   *
   * @throws ProcessingFailure.NoResult where there is no result
   * @throws ProcessingFailure.AlreadyReported where another error is not put right yet
   */
  public void report(Seen seen, Grounds error, Instant at, String actor) {
    error.withReason();
    try (Connection connection = database.getConnection()) {
      CaseRow dossier = finished(connection, seen);
      if (!dossier.elsewhere().isEmpty()) {
        throw new ProcessingFailure.Elsewhere(dossier.code(), dossier.elsewhere());
      }
      if (open(connection, dossier) != null) {
        throw new ProcessingFailure.AlreadyReported(dossier.code());
      }
      Query.of(
              connection,
              """
              insert into result_correction (dossier_id, error, reported_by, reported_at, due_at)
              values (?, ?, ?, ?, ?)""",
              dossier.id(),
              error.reason(),
              actor,
              at,
              terms.end(at, LegalTerm.RESULT_CORRECTION.at(connection, at)))
          .update();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The corrected document, which stands for the former one; both are kept.
   *
   * @throws ProcessingFailure.NothingReported where no error is waiting
   * @throws ProcessingFailure.Missing where something was not written
   */
  public void correct(Seen seen, SignedResult result, Instant at, String actor) {
    try (Connection connection = database.getConnection()) {
      CaseRow dossier = finished(connection, seen);
      result.check(at.atZone(dossier.zone()).toLocalDate());
      Long open = open(connection, dossier);
      if (open == null) {
        throw new ProcessingFailure.NothingReported(dossier.code());
      }
      long document =
          Query.of(
                  connection,
                  """
                  insert into result_document
                    (dossier_id, number, signed_on, signer, negative, reason, file_id, recorded_by,
                     recorded_at, replaces)
                  select dossier_id, ?, ?, ?, negative, ?, ?, ?, ?, id
                  from result_document where dossier_id = ? order by id desc limit 1
                  returning id""",
                  result.number(),
                  result.signedOn(),
                  result.signer(),
                  result.reason(),
                  result.fileId(),
                  actor,
                  at,
                  dossier.id())
              .first(row -> row.getLong(1))
              .orElseThrow(() -> new ProcessingFailure.NoResult(dossier.code()));
      Query.of(
              connection,
              """
              update result_correction set result_id = ?, corrected_by = ?, corrected_at = ?
              where id = ?""",
              document,
              actor,
              at,
              open)
          .update();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The applicant was reminded of the result, refuses it, or does not come.
   *
   * @throws ProcessingFailure.NoResult where no result waits at the one-stop
   */
  public void notice(Seen seen, Notice kind, Grounds note, Instant at, String actor) {
    note.withReason();
    try (Connection connection = database.getConnection()) {
      CaseRow dossier = finished(connection, seen);
      boolean returned =
          Query.of(
                  connection,
                  "select 1 from dossier where id = ? and returned_at is not null",
                  dossier.id())
              .first(row -> true)
              .orElse(false);
      if (returned) {
        throw new ProcessingFailure.NoResult(dossier.code());
      }
      Query.of(
              connection,
              """
              insert into result_notice (dossier_id, kind, note, noted_by, noted_at)
              values (?, ?, ?, ?, ?)""",
              dossier.id(),
              kind,
              note.reason(),
              actor,
              at)
          .update();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CaseRow finished(Connection connection, Seen seen) throws SQLException {
    CaseRow dossier = new CaseRows(connection).locked(seen.dossierId());
    if (dossier.state() != DossierState.FINISHED) {
      throw new ProcessingFailure.NoResult(dossier.code());
    }
    return dossier;
  }

  private static Long open(Connection connection, CaseRow dossier) throws SQLException {
    return Query.of(
            connection,
            "select id from result_correction where dossier_id = ? and corrected_at is null",
            dossier.id())
        .first(row -> row.getLong(1))
        .orElse(null);
  }
}
