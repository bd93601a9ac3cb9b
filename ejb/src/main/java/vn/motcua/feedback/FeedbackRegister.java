package vn.motcua.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.database.Query;

/** Writes new feedback and its story. */
final class FeedbackRegister {

  /** The city's own; feedback of a demo is not taken. */
  static final int CITY = 1;

  private final Connection connection;

  FeedbackRegister(Connection connection) {
    this.connection = connection;
  }

  /** What the sender keeps: the number to name, the token to look with. */
  record Kept(long id, String code, String token) {}

  Kept write(
      NewFeedback said,
      FeedbackChannel channel,
      Instant at,
      LocalDate today,
      Instant due,
      String token,
      String login)
      throws SQLException {
    Long dossier = dossier(said.dossierCode());
    Kept kept =
        Query.of(
                connection,
                """
                insert into feedback (dataset_id, code, token, channel, received_at, registered_by,
                  conduct_on, title, body, dossier_id, state, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NEW', ?) returning id, code, token""",
                CITY,
                "PA%02d-%06d".formatted(today.getYear() % 100, number("feedback_number_seq")),
                token,
                channel,
                at,
                login,
                said.conductOn() == null ? today : said.conductOn(),
                said.title(),
                said.body(),
                dossier,
                due)
            .first(row -> new Kept(row.getLong(1), row.getString(2), row.getString(3)))
            .orElseThrow();
    Query.of(
            connection,
            """
            insert into feedback_person (feedback_id, full_name, phone, email, address)
            values (?, ?, ?, ?, ?)""",
            kept.id(),
            said.fullName(),
            said.phone(),
            said.email(),
            said.address())
        .update();
    tell(kept.id(), at, login, "RECEIVED", channel.name());
    return kept;
  }

  long number(String sequence) throws SQLException {
    return Query.of(connection, "select nextval(cast(? as regclass))", sequence)
        .first(row -> row.getLong(1))
        .orElseThrow();
  }

  /** Null where none is named. */
  Long dossier(String code) throws SQLException {
    return code.isEmpty()
        ? null
        : Query.of(
                connection, "select id from dossier where dataset_id = ? and code = ?", CITY, code)
            .first(row -> row.getLong(1))
            .orElseThrow(() -> new FeedbackFailure.UnknownDossier(code));
  }

  /** One more line of the story. */
  void tell(long id, Instant at, String actor, String kind, String note) throws SQLException {
    Query.of(
            connection,
            "insert into feedback_step (feedback_id, at, actor, kind, note) values (?, ?, ?, ?, ?)",
            id,
            at,
            actor,
            kind,
            note)
        .update();
  }
}
