package vn.motcua.ministry;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.processing.StatusMeaning;

/**
 * What the words of a ministry's own software mean here (bảng ánh xạ trạng thái): data, kept with
 * who said so and until when, so that a new word needs no new program.
 */
@Stateless
public class StatusWords {

  /** As many dossiers are looked at again at once when a word gets its meaning. */
  static final int MOST_AT_ONCE = 500;

  private static final int LONGEST = 200;

  /**
   * A word with its meaning.
   *
   * @param meaning null: nothing happens
   */
  public record Entry(
      long id,
      String system,
      String word,
      StatusMeaning meaning,
      String recordedBy,
      Instant recordedAt) {}

  /**
   * A word that nobody has given a meaning.
   *
   * @param times how often it was told
   * @param first of the dossiers it was told of
   */
  public record Unknown(String system, String word, long times, Instant last, String first) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private StatusBook book;
  @Inject private InstantSource clock;

  public StatusWords() {}

  /** For use without a container. */
  StatusWords(
      DataSource database, Access access, AuditTrail trail, StatusBook book, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.book = book;
    this.clock = clock;
  }

  /** The softwares that procedures name, and those of which there are words or dossiers. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<String> systems() {
    access.require(Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select system from (
                select source_system as system from procedure_version where source_system <> ''
                union select system from external_status_word
                union select system from external_dossier) x
              order by system""")
          .list(row -> row.getString("system"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The words that have a meaning today, by software and word. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Entry> entries() {
    access.require(Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select * from external_status_word where ended_at is null order by system, word_key""")
          .list(
              row ->
                  new Entry(
                      row.getLong("id"),
                      row.getString("system"),
                      row.getString("word"),
                      row.getString("meaning") == null
                          ? null
                          : StatusMeaning.valueOf(row.getString("meaning")),
                      row.getString("recorded_by"),
                      Query.moment(row, "recorded_at")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The words that were told and have no meaning yet, the most often told first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Unknown> unknown() {
    access.require(Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select x.system, min(s.word) as word, count(*) as times,
                max(s.received_at) as last, min(d.code) as first
              from external_status s join external_dossier x on x.dossier_id = s.dossier_id
              join dossier d on d.id = x.dossier_id
              where s.verdict = 'UNKNOWN' group by x.system, s.word_key
              order by count(*) desc, x.system, min(s.word) limit 200""")
          .list(
              row ->
                  new Unknown(
                      row.getString("system"),
                      row.getString("word"),
                      row.getLong("times"),
                      Query.moment(row, "last"),
                      row.getString("first")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Gives a word its meaning from now on; one that it had ends. What was told by it before and was
   * not understood is looked at again.
   *
   * @param meaning null: nothing happens
   * @param seen number of the entry that this one replaces; 0: there was none
   * @return how many dossiers were looked at again
   * @throws MinistryFailure.WordChanged where the word has another entry by now
   */
  public int say(String system, String word, StatusMeaning meaning, long seen) {
    Account account = access.require(Role.ADMINISTRATOR);
    Instant now = clock.instant();
    String ofSystem = ReportedStatus.clean(system);
    String said = ReportedStatus.clean(word);
    if (ofSystem.isEmpty() || ofSystem.length() > LONGEST) {
      throw new MinistryFailure.Invalid("system", LONGEST);
    }
    if (said.isEmpty() || said.length() > LONGEST) {
      throw new MinistryFailure.Invalid("word", LONGEST);
    }
    try (Connection connection = database.getConnection()) {
      Query.of(
              connection,
              "select pg_advisory_xact_lock(hashtextextended('external-word ' || ?, 0))",
              ofSystem)
          .first(row -> true);
      long present =
          Query.of(
                  connection,
                  """
                  select id from external_status_word
                  where system = ? and word_key = fold(?) and ended_at is null""",
                  ofSystem,
                  said)
              .first(row -> row.getLong("id"))
              .orElse(0L);
      if (present != seen) {
        throw new MinistryFailure.WordChanged(said);
      }
      Query.of(
              connection,
              "update external_status_word set ended_by = ?, ended_at = ? where id = ?",
              account.login(),
              now,
              present)
          .update();
      Query.of(
              connection,
              """
              insert into external_status_word
                (system, word, word_key, meaning, recorded_by, recorded_at)
              values (?, ?, fold(?), ?, ?, ?)""",
              ofSystem,
              said,
              said,
              meaning,
              account.login(),
              now)
          .update();
      List<Long> waiting = new StatusRows(connection).unknown(ofSystem, said, MOST_AT_ONCE);
      waiting.forEach(dossier -> book.understand(dossier, said, meaning, now));
      trail.record(
          "external-status-word.say",
          "system " + ofSystem,
          Map.of(
              "word",
              said,
              "meaning",
              meaning == null ? "" : meaning.name(),
              "dossiers",
              Integer.toString(waiting.size())));
      return waiting.size();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
