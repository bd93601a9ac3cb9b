package vn.motcua.reception;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * Keeps what clerks have typed, so that a crash, an expired session or a restart loses nothing. A
 * draft belongs to one account and is seen by nobody else; after a week it is forgotten.
 */
@Stateless
public class DraftService {

  /** Longer is no form of ours. */
  static final int LONGEST = 200_000;

  private static final Duration KEPT = Duration.ofDays(7);
  private static final int LISTED = 20;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @Inject private InstantSource clock;

  public DraftService() {}

  /** For use without a container. */
  DraftService(DataSource database, Access access, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Saves a draft, again or for the first time. A draft whose visit was received stays deleted: a
   * late save finds the visit and keeps nothing.
   *
   * @param id made by the form
   * @param content a JSON object; its {@code title} is shown in the list
   * @throws IntakeFailure.UnknownDraft where the content is none, or the draft is another account's
   */
  public void save(UUID id, int branchId, String content) {
    Account clerk = access.requireAt(branchId, Role.CLERK);
    JsonObject read = read(content);
    String text = read.toString().replace("\\u0000", "");
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                insert into intake_draft as d (id, dataset_id, login, branch_id, content, saved_at)
                select ?, 1, ?, ?, ?::jsonb, ?
                where not exists (select 1 from visit where request_id = ?)
                on conflict (id) do update
                set content = excluded.content, saved_at = excluded.saved_at, version = d.version + 1
                where d.login = excluded.login
                """)) {
      statement.setObject(1, id);
      statement.setString(2, clerk.login());
      statement.setInt(3, branchId);
      statement.setString(4, text);
      statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
      statement.setObject(6, id);
      if (statement.executeUpdate() == 0) {
        throw new IntakeFailure.UnknownDraft();
      }
      forgetOld(connection, clerk.login());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The drafts of the account that is signed in, the latest first. */
  public List<IntakeDraft> list() {
    Account clerk = access.require(Role.CLERK);
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select id, branch_id, coalesce(content ->> 'title', '') as title, content, saved_at
                from intake_draft where login = ? order by saved_at desc limit ?
                """)) {
      statement.setString(1, clerk.login());
      statement.setInt(2, LISTED);
      List<IntakeDraft> drafts = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          drafts.add(draft(row));
        }
      }
      return drafts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IntakeFailure.UnknownDraft where this account has none of this id
   */
  public void delete(UUID id) {
    Account clerk = access.require(Role.CLERK);
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("delete from intake_draft where id = ? and login = ?")) {
      statement.setObject(1, id);
      statement.setString(2, clerk.login());
      if (statement.executeUpdate() == 0) {
        throw new IntakeFailure.UnknownDraft();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void forgetOld(Connection connection, String login) throws SQLException {
    Instant oldest = clock.instant().minus(KEPT);
    try (PreparedStatement statement =
        connection.prepareStatement("delete from intake_draft where login = ? and saved_at < ?")) {
      statement.setString(1, login);
      statement.setObject(2, oldest.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  private static JsonObject read(String content) {
    if (content == null || content.length() > LONGEST) {
      throw new IntakeFailure.UnknownDraft();
    }
    try (JsonReader reader = Json.createReader(new StringReader(content))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException e) {
      throw new IntakeFailure.UnknownDraft();
    }
  }

  private static IntakeDraft draft(ResultSet row) throws SQLException {
    return new IntakeDraft(
        row.getObject("id", UUID.class),
        row.getInt("branch_id"),
        row.getString("title"),
        row.getString("content"),
        row.getObject("saved_at", OffsetDateTime.class).toInstant());
  }
}
