package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.reception.UploadLimit;

/**
 * Proofs that results were handed over (chứng cứ trả kết quả): a signed slip, the post company's
 * confirmation, or words, at the return or afterwards. For the branch that hands over. A proof is
 * never changed and never removed; another one may follow.
 */
@Stateless
public class ReturnProofService {

  private static final int MOST = 20;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private ProcessingService processing;
  @Inject private InstantSource clock;
  @Inject private UploadLimit limit = new UploadLimit();

  public ReturnProofService() {}

  /** For use without a container. */
  ReturnProofService(
      DataSource database,
      Access access,
      AuditTrail trail,
      ProcessingService processing,
      InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.processing = processing;
    this.clock = clock;
  }

  /**
   * Hands a result over and keeps its proof in one transaction: where the proof is refused, nothing
   * was handed over.
   *
   * @param file null where words alone are the proof
   * @throws ProcessingFailure as {@link ProcessingService#giveResult} and {@link #attach} throw it
   */
  public void handOver(Seen seen, HandOver given, ReturnProof proof, UploadedFile file) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    proof.check(file);
    processing.giveResult(seen, given);
    try (Connection connection = database.getConnection()) {
      Place place = Place.of(connection, access.scope(), seen.dossierId());
      Account account = access.requireAt(place.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      keep(connection, place, proof, file, account.login());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Keeps another proof of the last return of a dossier. The same file is kept once.
   *
   * @param dataset code of the dataset; the city's own where none is given
   * @param file null where words alone are the proof
   * @throws ProcessingFailure.UnknownDossier where there is no such dossier
   * @throws ProcessingFailure.NotReturned where no result was handed over
   * @throws ProcessingFailure.Missing where nothing shows anything
   * @throws ProcessingFailure.BadFile where the file is neither PDF, JPEG nor PNG, or too large
   * @throws ProcessingFailure.TooManyProofs where a dossier has more proofs than anybody needs
   */
  public void attach(String code, String dataset, ReturnProof proof, UploadedFile file) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      Place place = Place.ofCode(connection, access.scope(), code, dataset);
      Account account = access.requireAt(place.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      proof.check(file);
      keep(connection, place, proof, file, account.login());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keep(
      Connection connection, Place place, ReturnProof proof, UploadedFile file, String login)
      throws SQLException {
    new CaseRows(connection).locked(place.id());
    int number = lastReturn(connection, place);
    Instant now = clock.instant();
    UUID kept =
        file == null
            ? null
            : new StoredFiles(connection, limit)
                .keep(
                    file,
                    "return-proof " + place.id() + " " + number,
                    place.datasetId(),
                    place.branchId(),
                    now,
                    login);
    if (known(connection, place, number, proof, kept)) {
      return;
    }
    Query.of(
            connection,
            """
            insert into return_proof
              (dossier_id, return_number, kind, words, file_id, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?)""",
            place.id(),
            number,
            proof.kind(),
            proof.words(),
            kept,
            login,
            now)
        .update();
    trail.record(
        "dossier.prove-return",
        place.subject(),
        Map.of("kind", proof.kind().name(), "file", kept == null ? "" : kept.toString()));
  }

  private static int lastReturn(Connection connection, Place place) throws SQLException {
    return Query.of(
            connection,
            """
            select max(r.number) as last from result_return r
            join dossier d on d.id = r.dossier_id
            where d.id = ? and d.returned_at is not null having count(*) > 0""",
            place.id())
        .first(row -> row.getInt("last"))
        .orElseThrow(() -> new ProcessingFailure.NotReturned(place.code()));
  }

  /** Pressed twice, the same proof is kept once. */
  private static boolean known(
      Connection connection, Place place, int number, ReturnProof proof, UUID file)
      throws SQLException {
    int proofs =
        Query.of(
                connection,
                "select count(*) as n from return_proof where dossier_id = ?",
                place.id())
            .first(row -> row.getInt("n"))
            .orElse(0);
    boolean there =
        Query.of(
                connection,
                """
                select 1 from return_proof
                where dossier_id = ? and return_number = ?
                  and (file_id = ? or ?::uuid is null and file_id is null and words = ?)""",
                place.id(),
                number,
                file,
                file,
                proof.words())
            .first(row -> true)
            .orElse(false);
    if (!there && proofs >= MOST) {
      throw new ProcessingFailure.TooManyProofs(place.code(), MOST);
    }
    return there;
  }
}
