package vn.motcua.eventlog.staging;

import java.time.Instant;
import java.util.List;
import vn.motcua.eventlog.finding.Finding;
import vn.motcua.events.Channel;
import vn.motcua.events.CloseReason;
import vn.motcua.events.Outcome;

/** What the checks made of a case. */
sealed interface CheckedCase {

  /**
   * @param dueAt null: no legal limit
   * @param finishedAt null unless there is a result
   * @param closedAt null unless it ended without a result; never beside finishedAt
   * @param unit, field empty where the log names none
   * @param lastMoment the last moment that this case speaks of, the due date aside
   * @param remarks what is to be said about it all the same
   */
  record Taken(
      Instant receivedAt,
      Instant dueAt,
      Instant finishedAt,
      Outcome outcome,
      Instant closedAt,
      CloseReason reason,
      String unit,
      String field,
      Channel channel,
      Instant lastMoment,
      List<Finding> remarks)
      implements CheckedCase {}

  record Refused(Finding why) implements CheckedCase {}
}
