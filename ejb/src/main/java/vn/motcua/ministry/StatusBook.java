package vn.motcua.ministry;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.processing.ElsewhereWork;
import vn.motcua.processing.StatusMeaning;
import vn.motcua.satisfaction.RatingInvitations;

/**
 * Keeps the statuses that are told, each once, and writes those whose turn has come into the
 * dossier's history, the earliest first. Asks nobody whether they may; never reads a clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class StatusBook {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private ElsewhereWork work;
  @EJB private RatingInvitations invitations;

  public StatusBook() {}

  /** For use without a container. */
  StatusBook(DataSource database, ElsewhereWork work, RatingInvitations invitations) {
    this.database = database;
    this.work = work;
    this.invitations = invitations;
  }

  /**
   * Keeps one.
   *
   * @param given what it means; null: the words of the software say it
   * @throws MinistryFailure.OtherContent where it was told before with another content
   * @throws MinistryFailure.Invalid where it would have come about before the receipt
   */
  public StatusAnswer keep(
      long dossierId, ReportedStatus status, StatusMeaning given, Instant now, String actor) {
    try (Connection connection = database.getConnection()) {
      ExternalDossier dossier = ExternalDossier.locked(connection, dossierId);
      StatusRows rows = new StatusRows(connection);
      String digest = digest(status);
      StatusRows.Kept before = rows.same(dossierId, status).orElse(null);
      if (before != null) {
        if (!before.digest().equals(digest)) {
          throw new MinistryFailure.OtherContent(dossier.code());
        }
        return new StatusAnswer(
            before.id(), dossier.code(), before.verdict(), before.meaning(), dossier.state(), true);
      }
      StatusRows.Word word =
          given == null
              ? rows.word(dossier.system(), status.word())
              : new StatusRows.Word(true, given);
      if (word.meaning() != null
          && word.meaning() != StatusMeaning.RECEIVED
          && status.occurredAt().isBefore(dossier.receivedAt())) {
        throw new MinistryFailure.Invalid("before-receipt", dossier.code());
      }
      StatusVerdict verdict =
          word.meaning() != null
              ? StatusVerdict.WAITING
              : word.known() ? StatusVerdict.NOTED : StatusVerdict.UNKNOWN;
      long id =
          rows.insert(
              dossierId, status, digest, word.meaning(), verdict, given != null, now, actor);
      settle(connection, dossierId, now);
      StatusRows.Kept kept = rows.kept(id);
      return new StatusAnswer(
          id,
          dossier.code(),
          kept.verdict(),
          kept.meaning(),
          ExternalDossier.locked(connection, dossierId).state(),
          false);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A word that nobody knew has its meaning now: what was told by it is looked at again. */
  public void understand(long dossierId, String word, StatusMeaning meaning, Instant now) {
    try (Connection connection = database.getConnection()) {
      ExternalDossier.locked(connection, dossierId);
      new StatusRows(connection).understood(dossierId, word, meaning, now);
      settle(connection, dossierId, now);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each that is written may let another one's turn come. */
  private void settle(Connection connection, long dossierId, Instant now) throws SQLException {
    StatusRows rows = new StatusRows(connection);
    boolean moved = true;
    while (moved) {
      moved = false;
      for (StatusRows.Waiting one : rows.waiting(dossierId)) {
        ElsewhereWork.Verdict verdict = work.apply(dossierId, one.step(), one.actor());
        if (verdict != ElsewhereWork.Verdict.WAITING) {
          rows.settle(one.id(), StatusVerdict.valueOf(verdict.name()), now);
        }
        if (verdict == ElsewhereWork.Verdict.APPLIED) {
          invite(dossierId, one.step().meaning(), now);
          moved = true;
          break;
        }
      }
    }
  }

  private void invite(long dossierId, StatusMeaning meaning, Instant now) {
    switch (meaning) {
      case RESULT_READY, REFUSED, RETURNED, WITHDRAWN -> invitations.invite(dossierId, now);
      case RECEIVED, SUPPLEMENT_REQUESTED, SUPPLEMENTED -> {
        // There is nothing to rate yet.
      }
    }
  }

  /** Of everything that was told, so that the same is known again. */
  private static String digest(ReportedStatus status) {
    String told =
        String.join(
            "\n",
            List.of(
                String.valueOf(status.number()),
                status.word(),
                String.valueOf(status.occurredAt()),
                status.note(),
                String.join("\t", status.items()),
                status.resultNumber(),
                String.valueOf(status.signedOn()),
                status.signer()));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
