package vn.motcua.feedback;

import java.time.Instant;
import vn.motcua.worktime.TimeLeft;

/**
 * Feedback as a list shows it; the title without what names somebody.
 *
 * @param kind null: not classified
 * @param judge name of who decides; empty: nobody yet
 * @param left working time until the present step is due; null: nothing is to be done
 */
public record FeedbackLine(
    long id,
    String code,
    FeedbackChannel channel,
    FeedbackState state,
    FeedbackClass kind,
    String title,
    String judge,
    boolean reopened,
    Instant receivedAt,
    Instant dueAt,
    TimeLeft left) {}
