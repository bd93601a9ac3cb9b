package vn.motcua.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Feedback in full, for who handles it.
 *
 * @param sender null: the caller may not know
 * @param publicTitle what publication would show, identities taken out; likewise the next two
 */
public record FeedbackView(
    FeedbackLine line,
    int version,
    LocalDate conductOn,
    String title,
    String body,
    String dossierCode,
    Integer judgedUnitId,
    String judged,
    Integer judgeUnitId,
    boolean complex,
    String decision,
    Boolean upheld,
    String answer,
    Instant answeredAt,
    Instant publishedAt,
    String publicTitle,
    String publicBody,
    String publicAnswer,
    Integer satisfied,
    String satisfiedNote,
    Sender sender,
    List<Step> steps) {

  public FeedbackView {
    steps = List.copyOf(steps);
  }

  /** Who sent it. */
  public record Sender(String fullName, String phone, String email, String address) {}

  /** What was done; an empty actor is the sender. */
  public record Step(Instant at, String actor, String kind, String note) {}
}
