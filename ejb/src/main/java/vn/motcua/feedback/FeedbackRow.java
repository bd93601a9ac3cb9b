package vn.motcua.feedback;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.database.Query;

/** A row of feedback as it stands, with who sent it. */
record FeedbackRow(
    long id,
    String code,
    FeedbackChannel channel,
    FeedbackState state,
    FeedbackClass kind,
    Instant receivedAt,
    LocalDate conductOn,
    String title,
    String body,
    String dossierCode,
    Integer judgedUnitId,
    String judged,
    Integer judgeUnitId,
    String judge,
    boolean complex,
    Instant dueAt,
    Instant classifiedAt,
    String decision,
    Boolean upheld,
    String answer,
    Instant answeredAt,
    Instant publishedAt,
    String publishedTitle,
    String publishedBody,
    String publishedAnswer,
    Integer satisfied,
    String satisfiedNote,
    int reopened,
    int version,
    FeedbackView.Sender sender) {

  static final String SELECT =
      """
      select f.*, coalesce(d.code, '') as dossier_code, coalesce(j.name, '') as judged,
        coalesce(w.name, '') as judge, p.full_name, p.phone, p.email, p.address
      from feedback f
      join feedback_person p on p.feedback_id = f.id
      left join dossier d on d.id = f.dossier_id
      left join unit j on j.id = f.judged_unit_id
      left join unit w on w.id = f.judge_unit_id
      """;

  static FeedbackRow locked(Connection connection, long id) throws SQLException {
    return Query.of(connection, SELECT + " where f.id = ? for no key update of f", id)
        .first(FeedbackRow::read)
        .orElseThrow(FeedbackFailure.Unknown::new);
  }

  static FeedbackRow lockedByToken(Connection connection, String token) throws SQLException {
    return Query.of(
            connection,
            SELECT + " where f.token = ? for no key update of f",
            token == null ? "" : token.strip())
        .first(FeedbackRow::read)
        .orElseThrow(FeedbackFailure.Unknown::new);
  }

  /** What must not be read in a publication. */
  List<String> names() {
    return List.of(
        sender.fullName(), sender.phone(), sender.email(), sender.address(), dossierCode);
  }

  /**
   * @throws FeedbackFailure.WrongState where it is in none of these
   */
  void in(FeedbackState... expected) {
    if (!List.of(expected).contains(state)) {
      throw new FeedbackFailure.WrongState();
    }
  }

  static FeedbackRow read(ResultSet row) throws SQLException {
    String kind = row.getString("class");
    return new FeedbackRow(
        row.getLong("id"),
        row.getString("code"),
        FeedbackChannel.valueOf(row.getString("channel")),
        FeedbackState.valueOf(row.getString("state")),
        kind == null ? null : FeedbackClass.valueOf(kind),
        Query.moment(row, "received_at"),
        row.getObject("conduct_on", LocalDate.class),
        row.getString("title"),
        row.getString("body"),
        row.getString("dossier_code"),
        row.getObject("judged_unit_id", Integer.class),
        row.getString("judged"),
        row.getObject("judge_unit_id", Integer.class),
        row.getString("judge"),
        row.getBoolean("complex"),
        Query.moment(row, "due_at"),
        Query.moment(row, "classified_at"),
        row.getString("decision"),
        row.getObject("upheld", Boolean.class),
        row.getString("answer"),
        Query.moment(row, "answered_at"),
        Query.moment(row, "published_at"),
        row.getString("published_title"),
        row.getString("published_body"),
        row.getString("published_answer"),
        row.getObject("satisfied", Integer.class),
        row.getString("satisfied_note"),
        row.getInt("reopened"),
        row.getInt("version"),
        new FeedbackView.Sender(
            row.getString("full_name"),
            row.getString("phone"),
            row.getString("email"),
            row.getString("address")));
  }
}
