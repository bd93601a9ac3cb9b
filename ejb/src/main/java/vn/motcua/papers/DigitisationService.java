package vn.motcua.papers;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * Digitises papers (số hóa): scan, metadata, the officer's confirmation; or takes them from what is
 * held, with source and legal basis. For the receiving branch. The personal digital signature of
 * the officer is no part of this: who confirmed and when is recorded.
 */
@Stateless
public class DigitisationService {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public DigitisationService() {}

  /** For use without a container. */
  DigitisationService(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /** What one wants to do with a paper. */
  @FunctionalInterface
  private interface Work {
    void on(Connection connection, PaperPlace paper, Account clerk, Instant now)
        throws SQLException;
  }

  /**
   * Hangs a scan on a paper. Its content was checked when it was stored.
   *
   * @param fileId of a file that the caller uploaded and that hangs nowhere
   */
  public void attach(long paperId, int version, UUID fileId) {
    work(
        paperId,
        version,
        "paper.attach",
        (connection, paper, clerk, now) -> {
          int changed =
              Query.of(
                      connection,
                      """
                      update dossier_paper set file_id = ? where id = ? and exists (
                        select 1 from stored_file f where f.id = ? and f.uploaded_by = ?
                          and not exists (select 1 from dossier_paper o where o.file_id = f.id))""",
                      fileId,
                      paperId,
                      fileId,
                      clerk.login())
                  .update();
          if (changed == 0) {
            throw new PaperFailure.Missing("file");
          }
        });
  }

  /** Records the metadata; a paper that was confirmed is to be confirmed anew. */
  public void describe(long paperId, int version, PaperMetadata data) {
    work(
        paperId,
        version,
        "paper.describe",
        (connection, paper, clerk, now) -> {
          data.check(LocalDate.ofInstant(now, PaperSheets.ZONE));
          Query.of(
                  connection,
                  """
                  update digital_paper set type_code = ?, identifier = ?, holder_name = ?,
                    birth_year = ?, issued_on = ?, issuer = ?, title = ?, abstract = ?,
                    valid_until = ?, no_term = ?, scope = ?, digitised = false,
                    confirmed_by = null, confirmed_at = null
                  where paper_id = ?""",
                  data.typeCode(),
                  data.identifier(),
                  data.holderName(),
                  data.birthYear(),
                  data.issuedOn(),
                  data.issuer(),
                  data.title(),
                  data.summary(),
                  data.validUntil(),
                  data.noTerm(),
                  data.scope(),
                  paperId)
              .update();
        });
  }

  /**
   * The officer confirms that scan and metadata agree with the paper: from now on it counts as
   * digitised, and may be reused.
   */
  public void confirm(long paperId, int version) {
    work(
        paperId,
        version,
        "paper.confirm",
        (connection, paper, clerk, now) -> {
          int changed =
              Query.of(
                      connection,
                      """
                      update digital_paper set digitised = true, confirmed_by = ?, confirmed_at = ?
                      where paper_id = ? and title <> '' and scope <> '' and exists (
                        select 1 from dossier_paper p where p.id = ? and p.file_id is not null)""",
                      clerk.login(),
                      now,
                      paperId,
                      paperId)
                  .update();
          if (changed == 0) {
            throw new PaperFailure.NotNow("confirm", paper.name());
          }
        });
  }

  /**
   * Takes a paper from an earlier dossier of the same person.
   *
   * @param heldId of {@link PaperSheets#held}
   * @param legalBasis why it may be used, as "Khoản 1 Điều 5 NĐ 118/2025/NĐ-CP"
   */
  public void reuse(long paperId, int version, long heldId, String legalBasis) {
    work(
        paperId,
        version,
        "paper.reuse",
        (connection, paper, clerk, now) -> {
          PaperSheet.Held held = held(connection, paper, heldId, now);
          Query.of(
                  connection,
                  """
                  update digital_paper n set reused_from = h.id, type_code = h.type_code,
                    identifier = h.identifier, holder_name = h.holder_name,
                    birth_year = h.birth_year, issued_on = h.issued_on, issuer = h.issuer,
                    title = h.title, abstract = h.abstract, valid_until = h.valid_until,
                    no_term = h.no_term, scope = h.scope, source = ?, legal_basis = ?
                  from digital_paper h where n.paper_id = ? and h.id = ?""",
                  "Hồ sơ " + held.dossierCode(),
                  basis(legalBasis),
                  paperId,
                  heldId)
              .update();
        });
  }

  private static PaperSheet.Held held(
      Connection connection, PaperPlace paper, long heldId, Instant now) throws SQLException {
    String number =
        Query.of(
                connection,
                """
                select w.national_id from dossier_person r join person w on w.id = r.person_id
                where r.dossier_id = ? and r.relation = 'OWNER' and r.position = 1""",
                paper.dossierId())
            .first(row -> row.getString("national_id"))
            .orElseThrow(PaperFailure.NotReusable::new);
    return HeldRows.of(connection, number, LocalDate.ofInstant(now, PaperSheets.ZONE)).stream()
        .filter(one -> one.id() == heldId && !one.dossierCode().equals(paper.dossierCode()))
        .filter(one -> one.typeCode().equals(paper.componentCode()))
        .findFirst()
        .orElseThrow(PaperFailure.NotReusable::new);
  }

  /**
   * Takes a paper from the national store (Kho dữ liệu điện tử quốc gia).
   *
   * @param source which store and number
   */
  public void takeFromStore(long paperId, int version, String source, String legalBasis) {
    work(
        paperId,
        version,
        "paper.take-from-store",
        (connection, paper, clerk, now) -> {
          String from = PaperMetadata.line(source);
          if (from.isEmpty()) {
            throw new PaperFailure.Missing("source");
          }
          Query.of(
                  connection,
                  """
                  update digital_paper set national_store = true, source = ?, legal_basis = ?
                  where paper_id = ?""",
                  from,
                  basis(legalBasis),
                  paperId)
              .update();
        });
  }

  /**
   * The result of an earlier procedure stands for the paper.
   *
   * @param resultCode mã kết quả thay thế
   */
  public void replaceByResult(long paperId, int version, String resultCode, String legalBasis) {
    work(
        paperId,
        version,
        "paper.replace-by-result",
        (connection, paper, clerk, now) -> {
          String code = PaperMetadata.line(resultCode);
          if (code.isEmpty()) {
            throw new PaperFailure.Missing("result");
          }
          Query.of(
                  connection,
                  """
                  update digital_paper set replaced_by_result = ?, legal_basis = ?
                  where paper_id = ?""",
                  code,
                  basis(legalBasis),
                  paperId)
              .update();
        });
  }

  private static String basis(String typed) {
    String basis = PaperMetadata.line(typed);
    if (basis.isEmpty()) {
      throw new PaperFailure.Missing("basis");
    }
    return basis;
  }

  private void work(long paperId, int version, String action, Work work) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      PaperPlace paper = PaperPlace.locked(connection, paperId);
      Account clerk =
          access.requireAt(paper.placeFor(access.scope()), Role.CLERK, Role.BRANCH_DIRECTOR);
      Query.of(
              connection,
              "insert into digital_paper (paper_id) values (?) on conflict (paper_id) do nothing",
              paperId)
          .update();
      int changed =
          Query.of(
                  connection,
                  "update digital_paper set version = version + 1 where paper_id = ? and version = ?",
                  paperId,
                  version)
              .update();
      if (changed == 0) {
        throw new PaperFailure.MovedOn(paper.name());
      }
      work.on(connection, paper, clerk, clock.instant().truncatedTo(ChronoUnit.MILLIS));
      trail.record(
          action, "dossier " + paper.dossierId(), Map.of("paper", String.valueOf(paperId)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
