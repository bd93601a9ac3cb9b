package vn.motcua.satisfaction;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;

/** Invitations to rate a dossier (mời đánh giá): one each, for 60 days. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class RatingInvitations {

  /** Long enough for a result that is fetched late; no rule says how long. */
  static final Duration OPEN_FOR = Duration.ofDays(60);

  private static final int TOKEN_BYTES = 16;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  private final SecureRandom chance;

  public RatingInvitations() {
    chance = new SecureRandom();
  }

  /** For use without a container. */
  public RatingInvitations(DataSource database, SecureRandom chance) {
    this.database = database;
    this.chance = chance;
  }

  /**
   * Invites the applicant of a dossier, in the caller's transaction; who is invited already stays
   * so with the same link, which is open for longer.
   */
  public void invite(long dossierId, Instant at) {
    byte[] bytes = new byte[TOKEN_BYTES];
    chance.nextBytes(bytes);
    try (Connection connection = database.getConnection()) {
      Query.of(
              connection,
              """
              insert into rating_invitation (token, dossier_id, made_at, expires_at)
              values (?, ?, ?, ?)
              on conflict (dossier_id) do update set expires_at = excluded.expires_at
              where rating_invitation.used_at is null""",
              Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
              dossierId,
              at,
              at.plus(OPEN_FOR))
          .update();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The link's token of a dossier, if it was invited and has not been rated. */
  public Optional<String> open(long dossierId, Instant now) {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select token from rating_invitation
              where dossier_id = ? and used_at is null and expires_at > ?""",
              dossierId,
              now)
          .first(row -> row.getString("token"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
