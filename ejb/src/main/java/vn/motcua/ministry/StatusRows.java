package vn.motcua.ministry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.database.Query;
import vn.motcua.processing.ElsewhereStep;
import vn.motcua.processing.StatusMeaning;

/** Statuses that were told. The dossier's lock is held by who changes them. */
final class StatusRows {

  private final Connection connection;

  StatusRows(Connection connection) {
    this.connection = connection;
  }

  /** One that is on record. */
  record Kept(long id, String digest, StatusVerdict verdict, StatusMeaning meaning) {}

  /** What a word means. */
  record Word(boolean known, StatusMeaning meaning) {}

  /** One whose turn may have come. */
  record Waiting(long id, ElsewhereStep step, String actor) {}

  /**
   * The same status as it was told before: of the same number, else of the same moment and word.
   */
  Optional<Kept> same(long dossierId, ReportedStatus status) throws SQLException {
    return Query.of(
            connection,
            """
            select id, digest, verdict, meaning from external_status
            where dossier_id = ? and case when ?::integer is null
              then number is null and occurred_at = ? and word_key = fold(?)
              else number = ? end""",
            dossierId,
            status.number(),
            status.occurredAt(),
            status.word(),
            status.number())
        .first(
            row ->
                new Kept(
                    row.getLong("id"),
                    row.getString("digest"),
                    StatusVerdict.valueOf(row.getString("verdict")),
                    meaning(row)));
  }

  Kept kept(long id) throws SQLException {
    return Query.of(
            connection, "select id, digest, verdict, meaning from external_status where id = ?", id)
        .first(
            row ->
                new Kept(
                    row.getLong("id"),
                    row.getString("digest"),
                    StatusVerdict.valueOf(row.getString("verdict")),
                    meaning(row)))
        .orElseThrow();
  }

  /** What a word of a software means today. */
  Word word(String system, String word) throws SQLException {
    return Query.of(
            connection,
            """
            select meaning from external_status_word
            where system = ? and word_key = fold(?) and ended_at is null""",
            system,
            word)
        .first(row -> new Word(true, meaning(row)))
        .orElse(new Word(false, null));
  }

  /** How many an account has told since a moment. */
  int lately(String sender, Instant since) throws SQLException {
    return Query.of(
            connection,
            """
            select count(*) as n from external_status
            where received_by = ? and received_at > ? and not by_hand""",
            sender,
            since)
        .first(row -> row.getInt("n"))
        .orElse(0);
  }

  long insert(
      long dossierId,
      ReportedStatus status,
      String digest,
      StatusMeaning meaning,
      StatusVerdict verdict,
      boolean byHand,
      Instant now,
      String actor)
      throws SQLException {
    return Query.of(
            connection,
            """
            insert into external_status (dossier_id, number, word, word_key, occurred_at, note,
              items, result_number, signed_on, signer, digest, received_at, received_by, by_hand,
              meaning, verdict)
            values (?, ?, ?, fold(?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""",
            dossierId,
            status.number(),
            status.word(),
            status.word(),
            status.occurredAt(),
            status.note(),
            status.items(),
            status.resultNumber(),
            status.signedOn(),
            status.signer(),
            digest,
            now,
            actor,
            byHand,
            meaning,
            verdict)
        .first(row -> row.getLong("id"))
        .orElseThrow();
  }

  /** Those that wait for their turn, in the order in which they came about. */
  List<Waiting> waiting(long dossierId) throws SQLException {
    return Query.of(
            connection,
            """
            select * from external_status where dossier_id = ? and verdict = 'WAITING'
            order by occurred_at, number nulls last, id""",
            dossierId)
        .list(
            row ->
                new Waiting(
                    row.getLong("id"),
                    new ElsewhereStep(
                        meaning(row),
                        Query.moment(row, "occurred_at"),
                        row.getString("word"),
                        row.getString("note"),
                        Query.texts(row, "items"),
                        row.getString("result_number"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("signer")),
                    row.getString("received_by")));
  }

  void settle(long id, StatusVerdict verdict, Instant at) throws SQLException {
    Query.of(
            connection,
            "update external_status set verdict = ?, settled_at = ? where id = ?",
            verdict,
            at,
            id)
        .update();
  }

  /** The dossiers of a software that were told a word nobody knew, the earliest first. */
  List<Long> unknown(String system, String word, int most) throws SQLException {
    return Query.of(
            connection,
            """
            select distinct s.dossier_id from external_status s
            join external_dossier x on x.dossier_id = s.dossier_id
            where x.system = ? and s.word_key = fold(?) and s.verdict = 'UNKNOWN'
            order by s.dossier_id limit ?""",
            system,
            word,
            most)
        .list(row -> row.getLong("dossier_id"));
  }

  /** Gives a word that nobody knew its meaning, for one dossier. */
  void understood(long dossierId, String word, StatusMeaning meaning, Instant at)
      throws SQLException {
    Query.of(
            connection,
            """
            update external_status set meaning = ?, verdict = ?, settled_at = ?
            where dossier_id = ? and word_key = fold(?) and verdict = 'UNKNOWN'""",
            meaning,
            meaning == null ? StatusVerdict.NOTED : StatusVerdict.WAITING,
            at,
            dossierId,
            word)
        .update();
  }

  private static StatusMeaning meaning(ResultSet row) throws SQLException {
    String meaning = row.getString("meaning");
    return meaning == null ? null : StatusMeaning.valueOf(meaning);
  }
}
