package vn.motcua.outbox;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * The records that the stream set aside, and sending them once more after a fix. Sent again are all
 * entries of the dossier, out of the log in the database: whatever went wrong with one of them, on
 * its way or in the job, the dossier is then counted anew, whole. To send it twice changes nothing.
 */
@Stateless
public class DeadLetters {

  /** The most that are listed, or chosen at once. */
  public static final int MOST = 500;

  private static final String COLUMNS =
      """
      select topic, partition, position, reason, dossier_id, seen_at, replay_requested_at,
             replay_requested_by, replayed_at
      from dead_letter join read_model on generation = active_generation
      """;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public DeadLetters() {}

  /** For use without a container. */
  DeadLetters(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * The newest {@value #MOST}, those first that were not sent once more. Roles: administrator,
   * auditor.
   */
  public List<DeadLetter> list() {
    access.require(Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              COLUMNS
                  + "order by replayed_at is not null, seen_at desc, topic, partition, position"
                  + " limit ?",
              MOST)
          .list(DeadLetters::letter);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Asks the relay to send the dossiers of these records once more. One that was asked for already
   * is left as it is. Role: administrator.
   *
   * @return the records as they stand now
   * @throws DeadLetterFailure where one of them cannot be sent; then none is
   */
  public List<DeadLetter> replay(List<DeadLetter.Place> places) {
    Account administrator = access.require(Role.ADMINISTRATOR);
    if (places.isEmpty() || places.size() > MOST) {
      throw new DeadLetterFailure.BadChoice(MOST);
    }
    try (Connection connection = database.getConnection()) {
      TreeSet<Long> asked = new TreeSet<>();
      for (DeadLetter.Place place : places) {
        DeadLetter letter = find(connection, place);
        if (letter.dossierId() == null || !inLog(connection, letter.dossierId())) {
          throw new DeadLetterFailure.NotOurs(place);
        }
        if (request(connection, letter, administrator.login())) {
          asked.add(letter.dossierId());
        }
      }
      for (long dossier : asked) {
        trail.record("dead-letter.replay", "dossier " + dossier, Map.of());
      }
      List<DeadLetter> now = new ArrayList<>();
      for (DeadLetter.Place place : places) {
        now.add(find(connection, place));
      }
      return now;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DeadLetter find(Connection connection, DeadLetter.Place place)
      throws SQLException {
    return Query.of(
            connection,
            COLUMNS + "where topic = ? and partition = ? and position = ?",
            place.topic(),
            place.partition(),
            place.position())
        .first(DeadLetters::letter)
        .orElseThrow(() -> new DeadLetterFailure.Unknown(place));
  }

  private static boolean inLog(Connection connection, long dossier) throws SQLException {
    return Query.of(
            connection,
            "select 1 from domain_event where aggregate_type = ? and aggregate_id = ? limit 1",
            EventLog.DOSSIER,
            dossier)
        .first(row -> true)
        .isPresent();
  }

  private boolean request(Connection connection, DeadLetter letter, String login)
      throws SQLException {
    return Query.of(
                connection,
                """
                update dead_letter set replay_requested_at = ?, replay_requested_by = ?
                where topic = ? and partition = ? and position = ? and replay_requested_at is null
                  and generation = (select active_generation from read_model)
                """,
                clock.instant(),
                login,
                letter.topic(),
                letter.partition(),
                letter.position())
            .update()
        > 0;
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getString("topic"),
        row.getInt("partition"),
        row.getLong("position"),
        row.getString("reason"),
        row.getObject("dossier_id", Long.class),
        Query.moment(row, "seen_at"),
        Query.moment(row, "replay_requested_at"),
        row.getString("replay_requested_by"),
        Query.moment(row, "replayed_at"));
  }
}
